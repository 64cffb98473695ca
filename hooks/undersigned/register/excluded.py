"""Entries excluded from the pages because of problems that the present change did not introduce."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Sequence

from ..entry_list import SIGNATORIES, EntryList
from ..problem import Problem, Severity, quoted
from ..text.source import Entry


def parted(
    entries: Sequence[Entry], problems: Sequence[Problem], kept: EntryList = SIGNATORIES
) -> tuple[Sequence[Entry], Sequence[Entry]]:
    """The entries without any of these problems, and those with one.

    In the list itself a problem belongs to the last entry that begins at or before its place; in a
    drop-in, to all entries of the file.
    """
    if not problems:
        return entries, ()
    faulty: set[int] = set()
    by_path: dict[str, list[int]] = defaultdict(list)
    for position, entry in enumerate(entries):
        by_path[entry.path].append(position)
    for problem in problems:
        in_file = by_path.get(problem.path, [])
        in_list = problem.path == kept.path
        faulty.update(_last_before(problem, entries, in_file) if in_list else in_file)
    sound = [entry for position, entry in enumerate(entries) if position not in faulty]
    return sound, [entries[position] for position in sorted(faulty)]


def left_off(entry: Entry, kept: EntryList = SIGNATORIES) -> Problem:
    """The note that an entry is excluded from the pages."""
    name = entry.get("name")
    called = name.value if name else kept.id_of(entry.values)
    who = quoted(called) if called else "this entry"
    message = f"{who} is left off the pages, over what this change did not bring; mend it apart"
    return entry.problem(message, kept.named_by)._replace(severity=Severity.NOTE)


def _last_before(
    problem: Problem, entries: Sequence[Entry], positions: Sequence[int]
) -> Iterable[int]:
    place = (problem.line, problem.column)
    after = bisect_right(positions, place, key=lambda at: (entries[at].line, entries[at].column))
    return positions[max(after - 1, 0) : after]
