"""A source as rules read it: each value as it is shown, with its place."""

from collections.abc import Mapping
from dataclasses import dataclass

from pybtex.database import Entry

from ...paths import BIBLIOGRAPHY
from ...problem import Problem, Severity
from ..latex.reading import plain
from ..latex.verbatim import VERBATIM, verbatim


@dataclass(frozen=True, slots=True)
class Reference:
    """A source with the line and column of its key, and of each field by name in lower case.

    `path` is that of its file. `unread` are the names, in lower case, of fields that are malformed;
    an empty one stands for parts of which no name can be told.
    """

    key: str
    entry: Entry
    place: tuple[int, int]
    fields: Mapping[str, tuple[int, int]]
    path: str = BIBLIOGRAPHY
    unread: frozenset[str] = frozenset()

    @property
    def type(self) -> str:
        """The BibTeX entry type, in lower case."""
        return str(self.entry.type).lower()

    def get(self, name: str) -> str:
        """The value of a field as references and links have it; empty if absent."""
        if not (value := self.entry.fields.get(name, "")):
            return ""
        return verbatim(value) if name in VERBATIM else plain(value)

    def states(self, *names: str) -> bool:
        """Whether it has any of these fields, those of people (author, editor) included.

        A field that is malformed is there.
        """
        if self.unread and not self.unread.isdisjoint(("", *names)):
            return True
        return any(map(self._states, names))

    def _states(self, name: str) -> bool:
        # A value that begins with a letter or a digit has words, however it goes on.
        begins = self.entry.fields.get(name, "")[:1].isalnum()
        return begins or name in self.entry.persons or bool(self.get(name))

    def problem(self, message: str, field: str = "") -> Problem:
        """A problem with a field's value, or with the entry as a whole."""
        return Problem(self.path, *self.fields.get(field, self.place), message)

    def warning(self, message: str, field: str = "") -> Problem:
        """A warning of a field's value, or of the entry as a whole, which stops nothing."""
        return self.problem(message, field)._replace(severity=Severity.WARNING)

    def note(self, message: str, field: str = "") -> Problem:
        """A note on a field's value, or on the entry as a whole, which stops nothing."""
        return self.problem(message, field)._replace(severity=Severity.NOTE)
