"""The canonical form of the bibliography, so that equal ones are equal bytes."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from ...text.source import with_line_feeds
from .items import BibField, Item, ItemType

# The order of fields: people, titles, publication, date and location; others follow these.
ORDER = (
    "author", "editor", "translator", "title", "subtitle", "booktitle", "journal", "journaltitle",
    "howpublished", "type", "number", "institution", "school", "court", "organization",
    "publisher", "address", "location", "edition", "series", "volume", "issue", "chapter",
    "eventtitle", "version", "pages", "year", "month", "day", "date", "note", "isbn", "issn",
    "eprint", "doi", "url", "urldate", "archiveurl", "archivedate",
)  # fmt: skip
_BLANK_LINES = re.compile(r"\n{3,}")
_RANK = {name: number for number, name in enumerate(ORDER)}


@dataclass(frozen=True, slots=True)
class _Block:
    """An item, the remarks before it, and the remark after it on its last line."""

    item: Item
    lead: str
    behind: str


def entry_text(entry: Item) -> str:
    """The text of an entry: one field on each line in canonical order, values as written."""
    ordered = sorted(entry.fields, key=lambda each: _RANK.get(each.name.value.lower(), len(_RANK)))
    lines = [f"@{entry.type}{{{entry.key.value},", *map(_line, ordered), "}"]
    return "\n".join(lines) + "\n"


def string_text(string: Item) -> str:
    """The text of a string as written, with a line feed at its end."""
    return f"{with_line_feeds(string.text).strip()}\n"


def file_text(items: Sequence[Item]) -> str:
    """The text of a file: strings and preambles, then entries by key, each after its remarks.

    Remarks up to the last blank line before the first item stay at the beginning, and those after
    the last item at the end.
    """
    head, blocks, tail = _blocks(items)
    opening = [each for each in blocks if each.item.kind is not ItemType.ENTRY]
    entries = [each for each in blocks if each.item.kind is ItemType.ENTRY]
    entries.sort(key=lambda each: (each.item.key.value.lower(), each.item.key.value))
    parts = [head, *map(_text, opening), *map(_text, entries), tail]
    text = "\n\n".join(part for part in parts if part)
    return f"{text}\n" if text else ""


def _line(field: BibField) -> str:
    return f"  {field.name.value.lower():<12} = {with_line_feeds(field.value.value)},"


def _text(block: _Block) -> str:
    item = block.item
    text = entry_text(item) if item.kind is ItemType.ENTRY else with_line_feeds(item.text)
    line = f"{text.rstrip()} {block.behind}".rstrip()
    return f"{block.lead}\n{line}" if block.lead else line


def _blocks(items: Iterable[Item]) -> tuple[str, list[_Block], str]:
    """The remarks at the beginning, the items with their remarks, and the remarks at the end."""
    head, blocks, remarks = "", list[_Block](), ""
    for item in items:
        if item.kind in (ItemType.TEXT, ItemType.COMMENT):
            remarks += with_line_feeds(item.text)
            continue
        if blocks:
            blocks[-1], remarks = _with_behind(blocks[-1], remarks)
        else:
            head, remarks = _opening(remarks)
        blocks.append(_Block(item, _trimmed(remarks), ""))
        remarks = ""
    if blocks:
        blocks[-1], remarks = _with_behind(blocks[-1], remarks)
    return head, blocks, _trimmed(remarks)


def _with_behind(block: _Block, following: str) -> tuple[_Block, str]:
    """A block with the remark on its last line, and the rest of the text that follows it."""
    behind, rest = re.match(r"([^@%\n]*(?:%[^\n]*)?)(.*)", following, re.DOTALL).groups()  # type: ignore[union-attr]
    return _Block(block.item, block.lead, behind.strip()), rest


def _opening(text: str) -> tuple[str, str]:
    """The text before a file's first item: up to its last blank line, and after it."""
    lines = [line.rstrip() for line in text.split("\n")]
    last = max((n for n, line in enumerate(lines[:-1]) if not line), default=-1)
    return _trimmed("\n".join(lines[: last + 1])), "\n".join(lines[last + 1 :])


def _trimmed(text: str) -> str:
    """The text without blank lines at either end, nor two together, nor trailing white space.

    Before the first entry more than one would not last: the text there is parted at the last.
    """
    lines = "\n".join(line.rstrip() for line in text.split("\n")).strip("\n")
    return _BLANK_LINES.sub("\n\n", lines)
