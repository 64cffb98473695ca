"""Entries as parsed by pybtex, with a problem at its place for each that pybtex refuses."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from pybtex.database import BibliographyData, Entry
from pybtex.exceptions import PybtexError

from ...problem import Problem, quoted
from ..values.persons import EntryParser
from .items import LONGEST, MOST_STRINGS, BibField, Item, ItemType, definitions, used_by
from .layout import entry_text

# The greatest length of a string's value; nested strings could make it exceed any memory.
LONGEST_STRING = 1_000

_DEFINING = (ItemType.STRING, ItemType.PREAMBLE)


class _Parser(EntryParser):
    """A parser that knows all strings, `defined` by their names in lower case."""

    def __init__(self, items: Iterable[Item]) -> None:
        super().__init__()
        strings = (item for item in items if item.kind is ItemType.STRING)
        self.defined = {item.key.value.lower(): item for item in strings}


def parsed(items: Sequence[Item]) -> tuple[list[tuple[Item, Entry]], list[Problem]]:
    """Each entry that can be read, in part at least, and a problem for each item that is refused.

    Items are parsed one by one, with the strings above each, so that every failure has a place. Of
    an entry with a field that is malformed, repeated or refused, the others are read; the item
    that is given with it names those that are not.
    """
    parser, strings = _Parser(items), definitions(items)
    entries, problems = list[tuple[Item, Entry]](), list[Problem]()
    for item in items:
        if item.kind is ItemType.ENTRY or (item.kind is ItemType.BROKEN and item.fields):
            read, refused = _entry(parser, item) if len(item.text) <= LONGEST else ([], [])
            entries += read
            problems += refused
        elif item.kind is ItemType.STRING and (item.unread or len(item.text) > LONGEST):
            parser.macros.setdefault(item.key.value, "")
        elif item.kind in _DEFINING and (why := _refusal(parser, item.text)):
            problems.append(_refused(item, why))
            parser.macros.setdefault(item.key.value, "")
        elif item.kind is ItemType.STRING and (why := _overlong(parser, item, strings)):
            parser.macros[item.key.value] = ""
            message = f"string {quoted(item.key.value)} {why}"
            problems.append(Problem(item.path, item.key.line, item.key.column, message))
    return entries, problems


def _overlong(parser: Any, item: Item, strings: Mapping[str, Item]) -> str:
    """What is said of a string that would make much of little: doubled thirty times, it is 1 GB."""
    if len(parser.macros[item.key.value]) > LONGEST_STRING:
        return f"stands for over {LONGEST_STRING:,} characters; shorten it"
    if len(used_by(item, strings)) > MOST_STRINGS:
        return f"is made of over {MOST_STRINGS} other strings; write its words out"
    return ""


def _entry(parser: Any, item: Item) -> tuple[list[tuple[Item, Entry]], list[Problem]]:
    """An entry as far as it can be read, if at all, and a problem for each field that is refused.

    Where the entry is refused and none of its fields is, the problem is the entry's.
    """
    whole = item.kind is ItemType.ENTRY and not (item.unread or _repeats(item) or _spaced(item))
    if whole and (_read_at_once(parser, item) or not _refusal(parser, item.text)):
        return [(item, _taken(parser, item))], []
    kept, refused, problems = dict[str, BibField](), set[str](), list[Problem]()
    for field in item.fields:
        name = field.name.value.lower()
        if why := _refusal(parser, _only(item, [field])):
            refused.add(name)
            message = f"field {quoted(field.name.value)} cannot be read: {why}"
            problems.append(Problem(item.path, *field.content, message))
        else:
            kept.setdefault(name, field)
    if why := _refusal(parser, _only(item, kept.values())):
        return [], [*problems, _refused(item, why)]
    part = replace(item, fields=tuple(kept.values()), unread=item.unread | refused)
    return [(part, _taken(parser, item))], problems


def _read_at_once(parser: Any, item: Item) -> bool:
    """Read an entry each of whose values is one part, as most are; whether it is such a one.

    pybtex would read the whole text once more, for half of the time that a file takes.
    """
    fields = list[tuple[str, list[str]]]()
    for field in item.fields:
        written = field.value.value
        if "#" in written:
            return False
        if written[0] in '{"':
            written = written[1:-1]
        elif not written.isdecimal() and (written := parser.macros.get(written)) is None:
            return False
        fields.append((field.name.value, [written]))
    parser.data = BibliographyData()
    parser.process_entry(item.type, item.key.value, fields)
    return True


def _only(item: Item, fields: Iterable[BibField]) -> str:
    """The text of an entry with some of its fields, under a key that pybtex takes."""
    key = item.key._replace(value="key")
    return entry_text(replace(item, key=key, fields=tuple(fields)))


def _repeats(item: Item) -> bool:
    return len({field.name.value.lower() for field in item.fields}) < len(item.fields)


def _spaced(item: Item) -> bool:
    return " " in item.key.value or "\t" in item.key.value


def _taken(parser: Any, item: Item) -> Entry:
    """The entry of an item that a parser has just read."""
    [entry] = parser.data.entries.values()
    entry.key = item.key.value
    return entry


def _refused(item: Item, why: str) -> Problem:
    named = f"{item.kind} {quoted(item.key.value)}" if item.key.value else f"this {item.kind}"
    message = f"{named} cannot be read: {why}"
    return Problem(item.path, item.key.line, item.key.column, message)


def _refusal(parser: Any, text: str) -> str | None:
    """Why pybtex refuses a text, with the remedy, or None.

    What it raises for malformed text is not documented.
    """
    parser.data = BibliographyData()  # a key may be read again
    try:
        parser.parse_string(text)
    except PybtexError as error:
        return _in_our_words(str(error), parser.defined)
    except Exception as error:
        return f"pybtex fails with {type(error).__name__}; correct it"
    return None


def _in_our_words(message: str, defined: Mapping[str, Item]) -> str:
    bare = re.sub(r"^[a-z ]+ in line \d+: |^syntax error: ", "", message)
    if match := re.match(r"undefined string in line \d+: (.*)", message, re.DOTALL):
        if below := defined.get(match[1].lower()):
            return f"@string {quoted(match[1])} is below it, on line {below.line}; move it up"
        return f"there is no @string {quoted(match[1])} above it; add it, or correct the name"
    return f"{quoted(bare)[1:-1]}; correct it"
