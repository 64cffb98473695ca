"""A new entry, judged field by field before it is written."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from ..model import FIELDS, Field, Kind
from ..names.slug import slug
from ..reading.gathering import DROP_INS
from ..reading.source import Entry, Text
from ..reporting.problems import Problem
from ..rules import problems_of
from ..rules.circumstances import Circumstances
from ..rules.clashes import clashes_among

_PLACES = {field.name: number for number, field in enumerate(FIELDS, start=2)}

# Two entries clash over these alone, and a large register takes a while to compare.
_COMPARED = ("name", "website", "distinct_from")


@dataclass(frozen=True, slots=True)
class Judge:
    """The rules, the circumstances and the present register, against which an entry is held."""

    present: list[Entry]
    circumstances: Circumstances

    def problems(self, values: Mapping[str, str]) -> Iterator[tuple[Field | None, Problem]]:
        """Every problem of a whole entry, with the field it is about, if it is about one."""
        entry = _entry(values)
        own = list(problems_of(entry, self.circumstances))
        for problem in own + self._clashes(entry):
            yield _field_at(problem.line), problem

    def problems_with(self, field: Field, values: Mapping[str, str]) -> list[Problem]:
        """The problems of one field of an entry that may yet lack others."""
        entry = _entry(values)
        own = list(problems_of(entry, self.circumstances))
        if field.name in _COMPARED:
            own += self._clashes(entry)
        return [problem for problem in own if _field_at(problem.line) is field]

    def _clashes(self, entry: Entry) -> list[Problem]:
        found = clashes_among([*self.present, entry])
        return [problem for problem in found if problem.path == entry.path]


def path_of(values: Mapping[str, str]) -> str:
    """The drop-in's path, which follows from the name."""
    return f"{DROP_INS}/{slug(values.get('name', ''))}.yml"


def missing(values: Mapping[str, str]) -> list[Field]:
    """The fields this kind of signatory must give and does not; evidence stands for either way."""
    kind = values.get("kind")
    known = "evidence" in values or "confirmed_by_email" in values
    return [
        field
        for field in FIELDS
        if field.name not in values
        and (field.needed_from(kind) or (field.name == "evidence" and not known))
    ]


def wanted_at_prompt(values: Mapping[str, str]) -> list[Field]:
    """What a person is asked for: all that is missing, and an individual's affiliation."""
    wanted = missing(values)
    if values.get("kind") == Kind.INDIVIDUAL and "affiliation" not in values:
        wanted += [field for field in FIELDS if field.name == "affiliation"]
    return sorted(wanted, key=FIELDS.index)


def _entry(values: Mapping[str, str]) -> Entry:
    """The entry as the reader would give it, each field on a line by which it is known again."""
    fields = {name: Text(value, _PLACES[name], 1) for name, value in values.items()}
    return Entry(path_of(values), 1, 1, len(FIELDS) + 1, fields, fields)


def _field_at(line: int) -> Field | None:
    return FIELDS[line - 2] if line >= 2 else None
