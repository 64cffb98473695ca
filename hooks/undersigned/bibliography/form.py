"""What is wrong with the form of a bibliography that can be taken apart."""

import re
from collections.abc import Iterator, Sequence

from ..dates import MONTH_MACROS
from ..paths import BIBLIOGRAPHY
from ..problem import Problem, quoted
from ..text.source import Text, lines_of
from .items import Item, ItemType

# An entry or a string this long is none; readers of BibTeX take time that grows with its square.
LONGEST_ENTRY = 64 * 1024

# A key is an anchor on the bibliography, which has this heading; themes begin theirs with '_'.
_HEADING = "bibliography"

_IN_CITATIONS = re.compile(r"[\w-]+")  # what mkdocs-bibtex reads after the '@' of a citation


def faults_of_form(items: Sequence[Item]) -> Iterator[Problem]:
    """Every problem of form that items have by themselves or with each other.

    What stands between entries is judged only where all of them can be read.
    """
    for item in items:
        if item.kind is ItemType.ENTRY:
            yield from _of_entry(item)
        if item.kind in (ItemType.ENTRY, ItemType.STRING) and len(item.text) > LONGEST_ENTRY:
            told = f"{item.kind} {quoted(item.key.value)} has over {LONGEST_ENTRY:,} characters"
            yield _at(item.key, f"{told}; shorten it")
    yield from _repeated_keys(items)
    yield from _repeated_strings(items)
    if all(item.kind is not ItemType.BROKEN for item in items):
        yield from _stray_braces(items)
        yield from _trailing_text(items)


def _of_entry(entry: Item) -> Iterator[Problem]:
    if not _IN_CITATIONS.fullmatch(entry.key.value):
        wanted = "write it in letters, digits, '-' and '_'"
        yield _at(entry.key, f"no citation can hold the key {quoted(entry.key.value)}; {wanted}")
    elif entry.key.value.startswith("_") or entry.key.value.lower() == _HEADING:
        told = f"key {quoted(entry.key.value)} may be an anchor that the page has already"
        yield _at(entry.key, f"{told}; choose one that is not {_HEADING!r} nor begins with '_'")
    first: dict[str, Text] = {}
    for field in entry.fields:
        known = first.setdefault(field.name.value.lower(), field.name)
        if known is not field.name:
            told = f"field {quoted(field.name.value)} is already on line {known.line}"
            yield _at(field.name, f"{told}; keep one of the two")


def _repeated_keys(items: Sequence[Item]) -> Iterator[Problem]:
    """No key, in whatever case, stands for two sources."""
    first: dict[str, Text] = {}
    for key in (item.key for item in items if item.kind is ItemType.ENTRY):
        known = first.setdefault(key.value.lower(), key)
        if known is not key:
            told = f"key {quoted(key.value)} is already on line {known.line}"
            yield _at(key, f"{told}; give one another key")


def _repeated_strings(items: Sequence[Item]) -> Iterator[Problem]:
    """A name stands for one text: strings move to the head of the file, above what uses them."""
    first = dict.fromkeys(MONTH_MACROS, "already stands for a month")
    for name in (item.key for item in items if item.kind is ItemType.STRING):
        if known := first.get(name.value.lower()):
            yield _at(name, f"string {quoted(name.value)} {known}; choose another name")
        first.setdefault(name.value.lower(), f"is already on line {name.line}")


def _stray_braces(items: Sequence[Item]) -> Iterator[Problem]:
    """A brace between entries has lost its other half."""
    for item in items:
        if item.kind is ItemType.TEXT:
            for line in _lines(item):
                if brace := re.search(r"[{}]", line.value):
                    told = f"this '{brace[0]}' stands outside of every entry"
                    column = line.column + brace.start()
                    yield Problem(
                        BIBLIOGRAPHY, line.line, column, f"{told}; balance the braces above it"
                    )


def _trailing_text(items: Sequence[Item]) -> Iterator[Problem]:
    """Nothing follows the last entry but remarks that begin with '%'."""
    if items and items[-1].kind is ItemType.TEXT:
        for line in _lines(items[-1])[:1]:
            message = f"{quoted(line.value)} is no BibTeX; remove it, or begin the remark with '%'"
            yield _at(line, message)


def _lines(item: Item) -> list[Text]:
    """The lines of text between entries that are not remarks; the first may follow an entry."""
    found = []
    for number, line in enumerate(lines_of(item.text)):
        words = line.strip()
        if words and not words.startswith("%"):
            indent = len(line) - len(line.lstrip()) + (item.column if number == 0 else 1)
            found.append(Text(words, item.line + number, indent))
    return found


def _at(text: Text, message: str) -> Problem:
    return Problem(BIBLIOGRAPHY, text.line, text.column, message)
