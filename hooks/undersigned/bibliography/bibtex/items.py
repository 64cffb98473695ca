"""The items of a BibTeX file: entries with their fields, strings, and everything else."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from ...paths import BIBLIOGRAPHY
from ...text.source import Text

# No entry or string needs more characters, and readers of BibTeX take quadratic time.
LONGEST = 64 * 1024


class ItemType(StrEnum):
    """The type of an item."""

    ENTRY = "entry"
    STRING = "string"
    PREAMBLE = "preamble"
    COMMENT = "comment"
    TEXT = "text"
    BROKEN = "broken"


@dataclass(frozen=True, slots=True)
class BibField:
    """A field's name, and its value as written, with its braces or quotes."""

    name: Text
    value: Text

    @property
    def content(self) -> tuple[int, int]:
        """The line and column, from 1, at which the value begins after its braces or quotes."""
        opening = len(self.value.value) - len(self.value.value.lstrip('{"'))
        return self.value.line, self.value.column + opening


@dataclass(frozen=True, slots=True)
class Item:
    """A part of a file: its text as written, its place, and of an entry or a string its fields.

    `key` is the key of an entry or the name of a string; otherwise it is empty and has the place.
    `type` is the type of an entry in lower case. `unread` are the names, in lower case, of the
    fields that are malformed; an empty one stands for parts of which no name can be told.
    """

    kind: ItemType
    text: str
    line: int
    column: int
    key: Text
    type: str = ""
    fields: tuple[BibField, ...] = ()
    path: str = BIBLIOGRAPHY
    unread: frozenset[str] = frozenset()


_TOKEN = re.compile(r'[{}"]|[^\s{}"#]+')


def definitions(items: Sequence[Item]) -> Mapping[str, Item]:
    """The strings of a file by their names in lower case, in the order of the file."""
    return {
        field.name.value.lower(): item
        for item in items
        if item.kind is ItemType.STRING
        for field in item.fields
    }


# A string that is made of more others, directly or by these, is refused.
MOST_STRINGS = 100


def used_by(item: Item, strings: Mapping[str, Item]) -> list[Item]:
    """The strings that an item uses, directly or by other strings, in the order of their places.

    No more than some over `MOST_STRINGS` are sought: thousands of entries may use one such.
    """
    used, waiting = dict[str, Item](), [item]
    while strings and waiting and len(used) <= MOST_STRINGS:
        named = {name for field in waiting.pop().fields for name in _names(field.value.value)}
        found = {name: strings[name] for name in named - used.keys() if name in strings}
        used |= found
        waiting += found.values()
    return sorted(used.values(), key=lambda each: (each.key.line, each.key.column))


@lru_cache(maxsize=1_000)
def _names(value: str) -> frozenset[str]:
    """The words of a value outside of braces and quotes, in lower case."""
    return frozenset(_words(value))


def _words(value: str) -> Iterator[str]:
    depth, within_quotes = 0, False
    for token in _TOKEN.findall(value):
        if token == '"' and not depth:
            within_quotes = not within_quotes
        elif token in "{}":
            depth += 1 if token == "{" else -1
        elif not depth and not within_quotes:
            yield token.lower()
