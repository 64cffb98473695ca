"""Checks of a new entry, field by field, before it is written."""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from ..entry_list import SIGNATORIES, EntryList
from ..fields import BETWEEN, FIELDS, Field
from ..gc_control import without_collecting
from ..identity import id_of
from ..problem import Problem
from ..text.source import Entry, Text
from .entries import drop_in_paths, gather
from .rules import judged
from .rules.context import Context, read_context
from .rules.duplicates import COMPARED, duplicates_among
from .rules.known import known_among

# The path of no file, which separates the new entry's problems from those of present entries.
NO_PATH = ""

# Fields stand on the lines from this one on, in the order of their list.
_FIRST_LINE = 2


class EntryChecker:
    """Checks a new entry against the rules and the present entries.

    Comparing with a long register takes a while, so the result is kept for as long as the values
    of the compared fields stay the same.
    """

    def __init__(self, present: Sequence[Entry], context: Context) -> None:
        self.present, self.context = present, context
        self._known = known_among(present)
        self._compared: Mapping[str, Text] = {}
        self._duplicates: list[Problem] = []

    def problems(self, values: Mapping[str, str]) -> Iterator[tuple[Field | None, Problem]]:
        """Every problem of a complete entry, with the field that it belongs to, if any."""
        entry, problems = judged(on_lines(values), self.context)
        yield from ((field_at(problem.line), problem) for problem in problems)
        for problem in self._duplicates_of(entry.fields):
            yield field_at(problem.line), problem

    def problems_with(self, field: Field, values: Mapping[str, str]) -> list[Problem]:
        """The problems of one field of an entry that may be incomplete."""
        return [problem for about, problem in self.problems(values) if about is field]

    def completed(self, values: Mapping[str, str]) -> dict[str, str]:
        """The values with what tools write: of which statement this is an endorsement."""
        of = self.context.statement
        return {**values, "of": of} if of else dict(values)

    def _duplicates_of(self, fields: Mapping[str, Text]) -> list[Problem]:
        compared = {name: text for name, text in fields.items() if name in COMPARED}
        if compared != self._compared:
            with without_collecting():
                known = [*self._known, *known_among([_entry(fields)])]
                found = list(duplicates_among(known, self.context))
            self._duplicates = [problem for problem in found if problem.path == NO_PATH]
            self._compared = compared
        return self._duplicates

    def path_of(self, values: Mapping[str, str]) -> str:
        """The path of the drop-in of a new entry.

        It follows from the id of its signatory; where that is in the register already, also from
        the version that is endorsed.
        """
        who = id_of(values)
        known = any(id_of(each.values) == who for each in self.present)
        version = self.context.version_of(on_lines(values)) if known else ""
        return drop_in_paths(values, version)[-1]


def entry_checker(root: Path) -> tuple[EntryChecker, list[Problem]]:
    """The checker for a site, and the problems of its present register."""
    context, _, _ = read_context(root)
    with without_collecting():
        entries, problems = gather(root)
    return EntryChecker(entries, context), problems


def missing(values: Mapping[str, str]) -> list[Field]:
    """The absent fields that this kind of signatory must give; of two alternatives, the first."""
    kind = values.get("kind")
    return [
        field
        for field in FIELDS
        if field.name not in values and (field.needed_from(kind) or _is_one_of_two(field, values))
    ]


def alternative_to(field: Field) -> Field | None:
    """The field that may be given instead of this one."""
    return next((other for other in FIELDS if other.instead_of == field.name), None)


def may_be_absent(field: Field, values: Mapping[str, str]) -> bool:
    """Whether an entry with these values is complete without a field."""
    without = {name: value for name, value in values.items() if name != field.name}
    replaced = field.instead_of and field.instead_of not in without
    return not (replaced or field in missing(without))


def wanted_at_prompt(values: Mapping[str, str]) -> list[Field]:
    """The fields to ask for: all that are missing, and those that only this kind may give."""
    kind, lacking = values.get("kind"), missing(values)
    return [
        field
        for field in FIELDS
        if field in lacking or (field.name not in values and kind and field.only_for == kind)
    ]


def _is_one_of_two(field: Field, values: Mapping[str, str]) -> bool:
    """Whether a field is one of two alternatives, and the other is absent."""
    other = alternative_to(field)
    return other is not None and other.name not in values


def on_lines(values: Mapping[str, str], kept: EntryList = SIGNATORIES) -> Entry:
    """The entry as the YAML reader would give it, of no file, each field on a line of its own."""
    lines = {name: place + _FIRST_LINE for name, place in kept.positions.items()}
    return _entry({name: Text(value, lines[name], 1) for name, value in values.items()}, kept)


def field_at(line: int, kept: EntryList = SIGNATORIES) -> Field | None:
    """The field on a line; none is on the first, which is that of the entry as a whole."""
    return kept.fields[line - _FIRST_LINE] if line >= _FIRST_LINE else None


def _entry(fields: Mapping[str, Text], kept: EntryList = SIGNATORIES) -> Entry:
    lists = {
        name: tuple(text._replace(value=each) for each in text.value.split(BETWEEN))
        for name, text in fields.items()
        if name in kept.several and BETWEEN in text.value
    }
    return Entry.placed(NO_PATH, 1, 1, len(kept.fields) + 1, fields, fields, lists)
