"""Rules about the form of a bibliography: keys, duplicate fields and strings, and stray text."""

import re
from collections.abc import Iterator, Sequence

from ..dates import MONTH_MACROS
from ..paths import BIBLIOGRAPHY
from ..problem import Problem, quoted
from ..text.characters import hidden_in
from ..text.source import Text, lines_of
from .items import Item, ItemType

# No entry or string needs more characters, and readers of BibTeX take quadratic time.
LONGEST_ENTRY = 64 * 1024

# Keys are anchors on the page of the bibliography, which has this heading; '_' begins a theme's.
_HEADING = "bibliography"

# What ends a citation, begins code or a link in Markdown, or begins something else in LaTeX.
_IN_NO_CITATION = re.compile(r"[\[\];@\"#%~\\<>|`]")


def faults_of_form(items: Sequence[Item]) -> Iterator[Problem]:
    """Every problem of form of single items and between items.

    Text between entries is checked only where no item is broken.
    """
    for item in items:
        if item.kind is ItemType.ENTRY:
            yield from _of_entry(item)
        if item.kind in (ItemType.ENTRY, ItemType.STRING) and len(item.text) > LONGEST_ENTRY:
            message = f"{item.kind} {quoted(item.key.value)} has over {LONGEST_ENTRY:,} characters"
            yield _at(item.key, f"{message}; shorten it")
    yield from _repeated_keys(items)
    yield from _repeated_strings(items)
    if all(item.kind is not ItemType.BROKEN for item in items):
        yield from _stray_braces(items)
        yield from _trailing_text(items)


def _of_entry(entry: Item) -> Iterator[Problem]:
    key = entry.key.value
    if sign := _IN_NO_CITATION.search(key) or hidden_in(key):
        named = quoted(sign if isinstance(sign, str) else sign[0])
        message = f"no citation can hold the key {quoted(key)}; write it without {named}"
        yield _at(entry.key, message)
    elif key.startswith("_") or key.lower() == _HEADING:
        message = f"key {quoted(key)} may be an anchor that the page has already"
        yield _at(entry.key, f"{message}; choose one that is not {_HEADING!r} nor begins with '_'")
    first: dict[str, Text] = {}
    for field in entry.fields:
        known = first.setdefault(field.name.value.lower(), field.name)
        if known is not field.name:
            message = f"field {quoted(field.name.value)} is already on line {known.line}"
            yield _at(field.name, f"{message}; keep one of the two")


def _repeated_keys(items: Sequence[Item]) -> Iterator[Problem]:
    """No two sources have the same key, in upper or lower case."""
    first: dict[str, Text] = {}
    for key in (item.key for item in items if item.kind is ItemType.ENTRY):
        known = first.setdefault(key.value.lower(), key)
        if known is not key:
            message = f"key {quoted(key.value)} is already on line {known.line}"
            yield _at(key, f"{message}; give one another key")


def _repeated_strings(items: Sequence[Item]) -> Iterator[Problem]:
    """No two strings have the same name, or that of a month: all are moved above the entries."""
    first = dict.fromkeys(MONTH_MACROS, "already stands for a month")
    for name in (item.key for item in items if item.kind is ItemType.STRING):
        if known := first.get(name.value.lower()):
            yield _at(name, f"string {quoted(name.value)} {known}; choose another name")
        first.setdefault(name.value.lower(), f"is already on line {name.line}")


def _stray_braces(items: Sequence[Item]) -> Iterator[Problem]:
    """There are no braces between entries: such a brace is unbalanced."""
    for item in items:
        if item.kind is ItemType.TEXT:
            for line in _lines(item):
                if brace := re.search(r"[{}]", line.value):
                    message = f"this '{brace[0]}' stands outside of every entry"
                    place = line._replace(column=line.column + brace.start())
                    yield _at(place, f"{message}; balance the braces above it")


def _trailing_text(items: Sequence[Item]) -> Iterator[Problem]:
    """Only remarks that begin with '%' follow the last entry."""
    if items and items[-1].kind is ItemType.TEXT:
        for line in _lines(items[-1])[:1]:
            message = f"{quoted(line.value)} is no BibTeX; remove it, or begin the remark with '%'"
            yield _at(line, message)


def _lines(item: Item) -> list[Text]:
    """The lines of an item of text that are not remarks; the first may follow an entry's end."""
    found = []
    for number, line in enumerate(lines_of(item.text)):
        words = line.strip()
        if words and not words.startswith("%"):
            indent = len(line) - len(line.lstrip()) + (item.column if number == 0 else 1)
            found.append(Text(words, item.line + number, indent))
    return found


def _at(text: Text, message: str) -> Problem:
    return Problem(BIBLIOGRAPHY, text.line, text.column, message)
