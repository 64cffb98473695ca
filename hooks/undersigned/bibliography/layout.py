"""The one form in which the bibliography is written, so that equal ones are equal bytes."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from ..text.source import with_line_feeds
from .items import BibField, Item, ItemType

# Who, what, in what, by whom made public, when, and where it is found; others behind these.
ORDER = (
    "author", "editor", "translator", "title", "subtitle", "booktitle", "journal", "journaltitle",
    "howpublished", "type", "number", "institution", "school", "court", "organization",
    "publisher", "address", "location", "edition", "series", "volume", "issue", "chapter",
    "eventtitle", "version", "pages", "year", "month", "day", "date", "note", "isbn", "issn",
    "eprint", "doi", "url", "urldate", "archiveurl", "archivedate",
)  # fmt: skip
_RANK = {name: number for number, name in enumerate(ORDER)}


@dataclass(frozen=True, slots=True)
class _Block:
    """An item, the remarks before it and what stands behind it on its last line."""

    item: Item
    lead: str
    behind: str


def entry_text(entry: Item) -> str:
    """An entry with its fields in their order, one on a line, values as they were written."""
    ordered = sorted(entry.fields, key=lambda each: _RANK.get(each.name.value.lower(), len(_RANK)))
    lines = [f"@{entry.type}{{{entry.key.value},", *map(_line, ordered), "}"]
    return "\n".join(lines) + "\n"


def string_text(string: Item) -> str:
    """A string as it was written, on lines of its own."""
    return f"{with_line_feeds(string.text).strip()}\n"


def file_text(items: Sequence[Item]) -> str:
    """A whole file: strings and preambles, then entries by key, each with its remarks before it.

    What opens the file, up to its last blank line before the first item, stays at its head, and
    what follows the last item at its end.
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
    """What opens the file, its items with what belongs to each, and what closes it."""
    head, blocks, waiting = "", list[_Block](), ""
    for item in items:
        if item.kind in (ItemType.TEXT, ItemType.COMMENT):
            waiting += with_line_feeds(item.text)
            continue
        if blocks:
            blocks[-1], waiting = _with_behind(blocks[-1], waiting)
        else:
            head, waiting = _opening(waiting)
        blocks.append(_Block(item, _trimmed(waiting), ""))
        waiting = ""
    if blocks:
        blocks[-1], waiting = _with_behind(blocks[-1], waiting)
    return head, blocks, _trimmed(waiting)


def _with_behind(block: _Block, following: str) -> tuple[_Block, str]:
    """A block with what stands behind it on its last line, and what is left of that text."""
    behind, rest = re.match(r"([^@\n]*)(.*)", following, re.DOTALL).groups()  # type: ignore[union-attr]
    return _Block(block.item, block.lead, behind.strip()), rest


def _opening(text: str) -> tuple[str, str]:
    """What opens a file, and the remarks that touch its first item."""
    lines = [line.rstrip() for line in text.split("\n")]
    last = max((n for n, line in enumerate(lines[:-1]) if not line), default=-1)
    return _trimmed("\n".join(lines[: last + 1])), "\n".join(lines[last + 1 :])


def _trimmed(text: str) -> str:
    """Text without blank lines around it, nor white space at the end of lines."""
    return "\n".join(line.rstrip() for line in text.split("\n")).strip("\n")
