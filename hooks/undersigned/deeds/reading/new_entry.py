"""Checks of a new entry of the record, field by field, before it is written."""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from ...bibliography.library import Library, read_library
from ...fields import Field
from ...problem import Problem, stopping
from ...register.entries import gather
from ...register.new_entry import NO_PATH, field_at, on_lines
from ...register.rules.context import read_context
from ...register.signatories import read_register
from ...text.source import Entry
from ..entry_list import RECORD
from ..rules import judged
from ..rules.context import RecordContext, context_of
from ..rules.duplicates import duplicates_among


class RecordChecker:
    """Checks a new entry against the rules of the record, and the entries that are there."""

    def __init__(self, present: Sequence[Entry], context: RecordContext) -> None:
        self.present, self.context = present, context

    @property
    def library(self) -> Library:
        """The sources that an entry may name."""
        return self.context.library

    def problems(self, values: Mapping[str, str]) -> Iterator[tuple[Field | None, Problem]]:
        """Every problem of a complete entry, with the field that it belongs to, if any."""
        entry, found = judged(on_lines(values, RECORD), self.context)
        between = duplicates_among([*self.present, entry], self.context, _is_new)
        for problem in [*found, *between]:
            if problem.path == NO_PATH:
                yield field_at(problem.line, RECORD), problem

    def completed(self, values: Mapping[str, str]) -> dict[str, str]:
        """The values, to which tools add nothing before a fold."""
        return dict(values)

    def path_of(self, values: Mapping[str, str]) -> str:
        """The path of the drop-in of a new entry, which follows from its id."""
        return RECORD.drop_in_of(values)


def record_checker(root: Path) -> tuple[RecordChecker | None, list[Problem]]:
    """The checker for a site; none, and why, where a drop-in would be of no use or go elsewhere.

    That is where the bibliography cannot be read whole, and where its folder is none.
    """
    library, problems = read_library(root)
    entries, of_entries = gather(root, RECORD)
    barred = [problem for problem in of_entries if problem.path == RECORD.drop_ins]
    if barred or not library.whole:
        return None, [*barred, *([] if library.whole else problems)]
    context, _, _ = read_context(root)
    register, wrong = read_register(root, context)
    complete = not stopping(wrong)
    return RecordChecker(entries, context_of(context, register, library, complete=complete)), []


def _is_new(entry: Entry) -> bool:
    return entry.path == NO_PATH
