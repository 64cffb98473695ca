"""Which entries are left off the pages over problems that a change did not bring."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Sequence

from ..paths import REGISTER
from ..problem import Problem, Severity, quoted
from ..text.source import Entry


def parted(
    entries: Sequence[Entry], problems: Sequence[Problem]
) -> tuple[Sequence[Entry], Sequence[Entry]]:
    """The entries that none of these problems is about, and the others.

    In the register a problem is about the last entry that begins before it; in a drop-in, about
    all that it holds.
    """
    if not problems:
        return entries, ()
    found: set[int] = set()
    by_path: dict[str, list[int]] = defaultdict(list)
    for position, entry in enumerate(entries):
        by_path[entry.path].append(position)
    for problem in problems:
        there = by_path.get(problem.path, [])
        found.update(_last_before(problem, entries, there) if problem.path == REGISTER else there)
    sound = [entry for position, entry in enumerate(entries) if position not in found]
    return sound, [entries[position] for position in sorted(found)]


def left_off(entry: Entry) -> Problem:
    """The note that an entry is on no page."""
    name = entry.get("name")
    who = quoted(name.value) if name else "this entry"
    message = f"{who} is left off the pages, over what this change did not bring; mend it apart"
    return entry.problem(message, "name")._replace(severity=Severity.NOTE)


def _last_before(
    problem: Problem, entries: Sequence[Entry], positions: Sequence[int]
) -> Iterable[int]:
    place = (problem.line, problem.column)
    after = bisect_right(positions, place, key=lambda at: (entries[at].line, entries[at].column))
    return positions[max(after - 1, 0) : after]
