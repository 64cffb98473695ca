"""Rules about the form of a bibliography: keys, duplicate fields and strings, and stray text."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from ...dates import MONTH_MACROS
from ...invisible import hidden_in
from ...problem import Problem, Severity, quoted
from ...text.source import Text, lines_of
from ..values.field_table import why_not_shown
from ..values.links import bare_doi
from .items import LONGEST, BibField, Item, ItemType

# What begins a link, code, a tag, an escape or a cell in Markdown, even in a key's own braces.
_IN_NO_CITATION = re.compile(r"[\[\]\\<>|`]")


def faults_of_form(items: Sequence[Item]) -> Iterator[Problem]:
    """Every problem of form of the items of one file, each by itself and between them."""
    for item in items:
        if item.kind in (ItemType.ENTRY, ItemType.BROKEN):
            yield from _of_entry(item)
        if item.kind in (ItemType.ENTRY, ItemType.STRING) and len(item.text) > LONGEST:
            message = f"{item.kind} {quoted(item.key.value)} has over {LONGEST:,} characters"
            yield _at(item, item.key, f"{message}; shorten it")
    yield from _repeated_strings(items)
    yield from _stray_braces(items)
    yield from _trailing_text(items)


def _of_entry(entry: Item) -> Iterator[Problem]:
    key = entry.key.value
    if sign := _IN_NO_CITATION.search(key) or hidden_in(key):
        named = quoted(sign if isinstance(sign, str) else sign[0])
        message = f"no citation can hold the key {quoted(key)}; write it without {named}"
        yield _at(entry, entry.key, message)
    first: dict[str, BibField] = {}
    for field in entry.fields:
        known = first.setdefault(field.name.value.lower(), field)
        if known is not field:
            yield _repeated(entry, field, known)


def _repeated(entry: Item, field: BibField, known: BibField) -> Problem:
    """That a field stands twice: a note where it says the same, or where no reference shows it."""
    name = field.name.value
    message = f"field {quoted(name)} is already on line {known.name.line}"
    problem = _at(entry, field.name, f"{message}; keep one of the two")
    if not (why_not_shown(name.lower()) or _meaning(field) == _meaning(known)):
        return problem
    message = f"{message}, and this one is not read; keep one of the two"
    return problem._replace(message=message, severity=Severity.NOTE)


def _meaning(field: BibField) -> str:
    """What is equal for all spellings of a value: braces, quotes and spaces do not count."""
    bare = re.sub(r"[{}]", "", field.value.value.strip('"'))
    is_doi = field.name.value.lower() == "doi"
    return bare_doi(bare).lower() if is_doi else " ".join(bare.split())


def repeated_keys(items: Sequence[Item]) -> Iterator[Problem]:
    """No two sources have the same key, in upper or lower case, in all files."""
    first: dict[str, Item] = {}
    for item in items:
        if item.kind is ItemType.ENTRY:
            known = first.setdefault(item.key.value.lower(), item)
            if known is not item:
                message = f"key {quoted(item.key.value)} is already {place_of(known, item)}"
                yield _at(item, item.key, f"{message}; give one another key")


def repeated_in_others(items: Sequence[Item]) -> Iterator[Problem]:
    """A string that two files define has one value: all files are read as one."""
    first: dict[str, Item] = {}
    for item in items:
        if item.kind is ItemType.STRING and item.fields:
            known = first.setdefault(item.key.value.lower(), item)
            if known.path != item.path and _value(known) != _value(item):
                where = place_of(known, item)
                message = f"string {quoted(item.key.value)} has another value {where}"
                yield _at(item, item.key, f"{message}; choose another name for one")


def _value(string: Item) -> str:
    return " ".join(string.fields[0].value.value.split()).strip('{"}')


def place_of(item: Item, seen_from: Item) -> str:
    """Where an item is, in the words of a message on another."""
    line = f"on line {item.key.line}"
    return line if item.path == seen_from.path else f"{line} of {item.path}"


def _repeated_strings(items: Sequence[Item]) -> Iterator[Problem]:
    """No two strings have the same name, or that of a month: all are moved above the entries."""
    first = dict.fromkeys(MONTH_MACROS, "already stands for a month")
    for item in items:
        if item.kind is ItemType.STRING:
            name = item.key.value
            if known := first.get(name.lower()):
                message = f"string {quoted(name)} {known}; choose another name"
                yield _at(item, item.key, message)
            first.setdefault(name.lower(), f"is already on line {item.key.line}")


def _stray_braces(items: Sequence[Item]) -> Iterator[Problem]:
    """There are no braces between entries: such a brace is unbalanced.

    One follows from another, so that only the first of a text is reported; none behind an item
    that is malformed.
    """
    for before, item in pairwise([None, *items]):
        if item and item.kind is ItemType.TEXT and not (before and _is_malformed(before)):
            for line in _lines(item):
                if brace := re.search(r"[{}]", line.value):
                    message = f"this '{brace[0]}' stands outside of every entry"
                    place = line._replace(column=line.column + brace.start())
                    yield _at(item, place, f"{message}; balance the braces above it")
                    break


def _trailing_text(items: Sequence[Item]) -> Iterator[Problem]:
    """Only remarks that begin with '%' follow the last entry."""
    *others, last = [None, *items]
    if last and last.kind is ItemType.TEXT and not (others[-1] and _is_malformed(others[-1])):
        for line in _lines(last)[:1]:
            message = f"{quoted(line.value)} is no BibTeX; remove it, or begin the remark with '%'"
            yield _at(last, line, message)


def _is_malformed(item: Item) -> bool:
    return item.kind is ItemType.BROKEN or bool(item.unread)


def _lines(item: Item) -> list[Text]:
    """The words of the lines of an item of text before any remark of theirs, with their places."""
    found = []
    for number, line in enumerate(lines_of(item.text)):
        before = line.partition("%")[0]
        if words := before.strip():
            indent = len(line) - len(line.lstrip()) + (item.column if number == 0 else 1)
            found.append(Text(words, item.line + number, indent))
    return found


def _at(item: Item, text: Text, message: str) -> Problem:
    return Problem(item.path, text.line, text.column, message)
