"""Entries of the register held against its rules: each by itself, then all of them together."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from operator import is_
from typing import NamedTuple

from ..problem import Problem, stopping
from ..progress import SILENT, Progress
from ..text.source import Entry
from ..workers import MANY, Work, may_fork
from .entries import is_drop_in, listed_by_hand, misnamed
from .rules import judged_among
from .rules.context import Context
from .rules.duplicates import blame_the_later, duplicates_among
from .rules.known import Known, known_among
from .terms.tidy import tidied

# What is still looked for, by a second processor: to be asked once for its problems, or for nothing
# where that could not be found out.
Later = list[Work[list[Problem] | None]]


class Examined(NamedTuple):
    """Entries with their layout mended, those of them that have a name, and every problem."""

    entries: Sequence[Entry]
    known: Sequence[Known]
    problems: Sequence[Problem]


def examined(
    entries: Sequence[Entry],
    context: Context,
    blamed: Callable[[Entry], bool] = blame_the_later,
    progress: Progress = SILENT,
    later: Later | None = None,
) -> Examined:
    """The entries as rules have them, with every problem but those of their order.

    What is layout alone is a note, and mended before entries are compared. Each entry is a step of
    the progress, which the caller begins and ends; all are done at once. With `later`, duplicates
    of a long register without other problems are looked for meanwhile, which is appended there.
    """
    tidy, known, problems = _judged(entries, context, progress)
    progress.now("all entries together")
    is_apart = later is not None and len(entries) >= MANY and may_fork()
    if later is not None and is_apart and not stopping(problems):
        later.append(Work(partial(_duplicates, known, context, blamed), otherwise=lambda: None))
    else:
        problems += duplicates_among(known, context, blamed)
    problems += _misnamed_files(entries, context, problems)
    problems += [problem for entry in entries for problem in listed_by_hand(entry)]
    return Examined(tidy, known, problems)


def _duplicates(
    known: Sequence[Known], context: Context, blamed: Callable[[Entry], bool]
) -> list[Problem] | None:
    """Every problem between entries, found by one processor."""
    return list(duplicates_among(known, context, blamed, apart=False))


def _judged(
    entries: Sequence[Entry], context: Context, progress: Progress
) -> tuple[Sequence[Entry], Sequence[Known], list[Problem]]:
    """The entries with their layout mended, those of them that have a name, and their problems."""
    progress.now("each entry by itself")
    is_long = len(entries) >= MANY
    judging = Work(partial(judged_among, entries, context), is_long=is_long)
    as_given = known_among(entries) if is_long else []
    judged = judging.result()
    progress.done(len(entries))
    problems = [problem for each in judged.values() for problem in each.problems]
    within = [judged[at].entry if at in judged else entry for at, entry in enumerate(entries)]
    tidy = tidied(within, problems)
    # Of a long register, usually nothing had to be mended.
    known = as_given if is_long and all(map(is_, tidy, entries)) else known_among(tidy)
    return tidy, known, problems


def _misnamed_files(
    entries: Iterable[Entry], context: Context, problems: Iterable[Problem]
) -> Iterator[Problem]:
    """The problems with the names of drop-ins.

    A file is named after the name or id of its first entry, so these are corrected first.
    """
    faulty = {(each.path, each.line, each.column) for each in stopping(problems)}
    before = ""
    for entry in entries:
        if entry.path != before and is_drop_in(entry):
            named = (text for name in ("name", "id") for text in entry.each(name))
            if not any((entry.path, text.line, text.column) in faulty for text in named):
                yield from misnamed(entry, context.version_of(entry))
        before = entry.path
