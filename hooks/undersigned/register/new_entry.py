"""A new entry, judged field by field before it is written."""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from ..gc_control import without_collecting
from ..model import FIELDS, Field, Form
from ..names.slug import slug
from ..paths import DROP_INS
from ..problem import Problem
from ..statement.versions import read_versions
from ..text.source import Entry, Text
from .entries import gather
from .rules import problems_of
from .rules.context import Context, latest_today
from .rules.duplicates import COMPARED, duplicates_among

_PLACES = {field.name: number for number, field in enumerate(FIELDS, start=2)}

# What tells an entry from another that looks alike.
[DISTINGUISHING] = [field for field in FIELDS if field.form is Form.SLUG]

# No file has it, so that the new entry's problems are known from those of entries that are there.
_NO_PATH = ""


class EntryChecker:
    """The rules, the circumstances and the present register, against which an entry is held.

    To compare with a long register takes a while, so what came of it holds for as long as the
    fields that are compared have the same values.
    """

    def __init__(self, present: Sequence[Entry], context: Context) -> None:
        self.present, self.context = present, context
        self._compared: list[Text | None] = []
        self._clashes: list[Problem] = []

    def problems(self, values: Mapping[str, str]) -> Iterator[tuple[Field | None, Problem]]:
        """Every problem of a whole entry, with the field it is about, if it is about one."""
        fields = {name: Text(value, _PLACES[name], 1) for name, value in values.items()}
        for problem in problems_of(_entry(fields), self.context):
            yield _field_at(problem.line), problem
        for problem in self._clashes_of(fields):
            yield _field_at(problem.line), problem

    def problems_with(self, field: Field, values: Mapping[str, str]) -> list[Problem]:
        """The problems of one field of an entry that may yet lack others."""
        return [problem for about, problem in self.problems(values) if about is field]

    def _clashes_of(self, fields: Mapping[str, Text]) -> list[Problem]:
        compared = [fields.get(name) for name in COMPARED]
        if compared != self._compared:
            with without_collecting():
                found = list(duplicates_among([*self.present, _entry(fields)]))
            self._clashes = [problem for problem in found if problem.path == _NO_PATH]
            self._compared = compared
        return self._clashes


def entry_checker(root: Path) -> tuple[EntryChecker, list[Problem]]:
    """The judge for a site, and what is wrong with its register, which is no newcomer’s fault."""
    today = latest_today()
    versions, wrong = read_versions(root, today)
    with without_collecting():
        entries, problems = gather(root)
    return EntryChecker(entries, Context(today, () if wrong else versions)), problems


def path_of(values: Mapping[str, str]) -> str:
    """The drop-in's path, which follows from the name."""
    return f"{DROP_INS}/{slug(values.get('name', ''))}.yml"


def missing(values: Mapping[str, str]) -> list[Field]:
    """The fields this kind of signatory must give and does not; of alternatives, the first."""
    kind = values.get("kind")
    return [
        field
        for field in FIELDS
        if field.name not in values and (field.needed_from(kind) or _is_one_of_two(field, values))
    ]


def alternative_to(field: Field) -> Field | None:
    """The field that may be given in this one's stead."""
    return next((other for other in FIELDS if other.instead_of == field.name), None)


def may_be_absent(field: Field, values: Mapping[str, str]) -> bool:
    """Whether an entry of these values is whole without a field."""
    without = {name: value for name, value in values.items() if name != field.name}
    replaced = field.instead_of and field.instead_of not in without
    return not (replaced or field in missing(without))


def wanted_at_prompt(values: Mapping[str, str]) -> list[Field]:
    """What a person is asked for: all that is missing, and what only such a signatory may give."""
    kind, lacking = values.get("kind"), missing(values)
    return [
        field
        for field in FIELDS
        if field in lacking or (field.name not in values and kind and field.only_for == kind)
    ]


def _is_one_of_two(field: Field, values: Mapping[str, str]) -> bool:
    """Whether one of two fields must be given, this one or the other, and the other is not."""
    other = alternative_to(field)
    return other is not None and other.name not in values


def _entry(fields: Mapping[str, Text]) -> Entry:
    """The entry as the reader would give it, each field on a line by which it is known again."""
    return Entry(_NO_PATH, 1, 1, len(FIELDS) + 1, fields, fields)


def _field_at(line: int) -> Field | None:
    return FIELDS[line - 2] if line >= 2 else None
