"""The parts of a BibTeX file: entries with their fields, and all that stands beside them."""

from dataclasses import dataclass
from enum import StrEnum

from ..reading.source import Text


class Kind(StrEnum):
    """What a part of the file is."""

    ENTRY = "entry"
    STRING = "string"
    PREAMBLE = "preamble"
    COMMENT = "comment"
    TEXT = "text"
    BROKEN = "broken"


@dataclass(frozen=True, slots=True)
class Field:
    """A field's name, and its value as written, with its braces or quotes."""

    name: Text
    value: Text

    @property
    def content(self) -> tuple[int, int]:
        """The line and column at which the value's own words begin."""
        opening = len(self.value.value) - len(self.value.value.lstrip('{"'))
        return self.value.line, self.value.column + opening


@dataclass(frozen=True, slots=True)
class Item:
    """A part of a file as it stands; of an entry or a string what is in it as well.

    Where there is no key to name, `key` has the place alone.
    """

    kind: Kind
    text: str
    line: int
    column: int
    key: Text
    type: str = ""
    fields: tuple[Field, ...] = ()
