"""One source as rules see it."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from pybtex.database import Entry

from ..reporting.problems import Problem
from .form import PATH
from .library import Library


@dataclass(frozen=True, slots=True)
class Reference:
    """A source with its places: of its key, and of each field by its name in lower case."""

    key: str
    entry: Entry
    place: tuple[int, int]
    fields: Mapping[str, tuple[int, int]]

    @property
    def type(self) -> str:
        """What kind of source it is, in lower case."""
        return str(self.entry.type).lower()

    def get(self, name: str) -> str:
        """A field's words, without the braces that hold them together; empty where absent."""
        value = str(self.entry.fields.get(name, ""))
        return re.sub(r"[{}]", "", value).strip()

    def states(self, *names: str) -> bool:
        """Whether it gives one of these fields, people included."""
        return any(self.get(name) or self.entry.persons.get(name) for name in names)

    def problem(self, message: str, field: str = "") -> Problem:
        """A problem with a field's value, or with the entry as a whole."""
        return Problem(PATH, *self.fields.get(field, self.place), message)


def references_of(library: Library) -> list[Reference]:
    """Every source, in the order of the file."""
    return [
        Reference(key, entry, library.places[key], library.fields[key])
        for key, entry in library.entries.items()
    ]
