"""The judgement of every row: whether it is taken, and if not, why.

There are no rules here. What is wrong with an entry, and which entries are alike, is what the
checker of the register says.
"""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from enum import StrEnum
from typing import NamedTuple

from ..fields import BETWEEN, SEVERAL
from ..identity import id_of
from ..problem import Problem, Severity, stopping
from ..progress import SILENT, Progress
from ..register.rules import judged_among
from ..register.rules.context import Context
from ..register.rules.duplicates import duplicates_among
from ..register.rules.identity import facts_are_on_the_latest
from ..register.rules.known import Known, known_among
from ..register.rules.references import ids_named, references_are_known, references_lead_on
from ..text.source import Entry, Text
from .reading import ReadRow


class Fate(StrEnum):
    """What becomes of a row."""

    TAKEN = "taken"
    THERE = "there already"
    ALIKE = "probably the same"
    TO_ASK = "to ask"
    REFUSED = "refused"


class Judged(NamedTuple):
    """A row, what becomes of it, and the problems and warnings that say why."""

    read: ReadRow
    fate: Fate
    reasons: tuple[Problem, ...] = ()


def judged(
    path: str,
    rows: Sequence[ReadRow],
    present: Sequence[Entry],
    context: Context,
    progress: Progress = SILENT,
) -> list[Judged]:
    """The judgement of each row, in the order of the rows.

    An entry that is `present` field for field is there already. One without evidence is to be
    asked for it. One that the checker would refuse is refused, and one that is probably a present
    entry, or that of a row taken, is not taken, either: of two such rows the first is. Nor is it
    asked for evidence. Each row is a step of the progress, which the caller begins and ends.
    """
    known = {_identity(entry.values, context) for entry in present}
    progress.now("each row by itself")
    faulty = judged_among([_entry(path, read, without=read.doubts) for read in rows], context)
    found = [
        _Alone(read, Fate.THERE)
        if _identity(read.values, context) in known
        else _by_itself(path, read, faulty[at].problems if at in faulty else ())
        for at, read in enumerate(rows)
    ]
    progress.done(len(rows))
    progress.now("all rows together")
    candidates = {at: _entry(path, each.read) for at, each in enumerate(found) if not each.fate}
    asked = {at: _entry(path, each.read) for at, each in enumerate(found) if _is_asked(each)}
    verdicts = _among(candidates, asked, present, context)
    return [_completed(each, verdicts.get(at, [])) for at, each in enumerate(found)]


class _Alone(NamedTuple):
    """What is known of a row by itself; its fate is empty where the others decide."""

    read: ReadRow
    fate: Fate | None
    reasons: tuple[Problem, ...] = ()


# A problem between entries, and whether it is that two are alike.
_Verdict = tuple[Problem, bool]


def _by_itself(path: str, read: ReadRow, of_entry: Sequence[Problem]) -> _Alone:
    line, column = read.row.line, read.row.column
    if read.row.fault:
        return _Alone(read, Fate.REFUSED, (Problem(path, line, column, read.row.fault),))
    doubts = [Problem(path, line, column, doubt) for doubt in read.doubts.values()]
    problems = tuple(dict.fromkeys([*doubts, *of_entry]))
    if "evidence" not in read.values and "confirmed_by_email" not in read.values:
        return _Alone(read, Fate.TO_ASK, problems)
    return _Alone(read, Fate.REFUSED if stopping(problems) else None, problems)


def _is_asked(alone: _Alone) -> bool:
    return alone.fate is Fate.TO_ASK


def _completed(alone: _Alone, verdicts: Sequence[_Verdict]) -> Judged:
    reasons = (*alone.reasons, *(problem for problem, _ in verdicts))
    refusing = [alike for problem, alike in verdicts if problem.severity is Severity.PROBLEM]
    if alone.fate is Fate.TO_ASK and any(refusing):
        # Nobody is asked for what is there, nor asked twice.
        return Judged(alone.read, Fate.ALIKE, tuple(problem for problem, _ in verdicts))
    if alone.fate:
        return Judged(alone.read, alone.fate, reasons)
    fate = Fate.ALIKE if any(refusing) else Fate.REFUSED if refusing else Fate.TAKEN
    return Judged(alone.read, fate, reasons)


def _among(
    candidates: Mapping[int, Entry],
    asked: Mapping[int, Entry],
    present: Sequence[Entry],
    context: Context,
) -> dict[int, list[_Verdict]]:
    """The verdicts on rows by their positions.

    A row that is not taken may be one that another names by its id, so whoever names it is looked
    up again, and whoever names that one.
    """
    verdicts = _compared({**candidates, **asked}, present, context)
    refused = [at for at in candidates if stopping(each for each, _ in verdicts.get(at, []))]
    for at, problem in _left_without(candidates, {*refused, *asked}, asked, present):
        verdicts.setdefault(at, []).append((problem, False))
    return verdicts


def _left_without(
    candidates: Mapping[int, Entry],
    out: Collection[int],
    asked: Mapping[int, Entry],
    present: Sequence[Entry],
) -> Iterator[tuple[int, Problem]]:
    """The problems of rows that name one that is `out`, directly or by way of others."""
    rows = {**candidates, **asked}
    known = {at: one for at, entry in rows.items() for one in known_among([entry])}
    holders = Counter(one.id for one in (*known.values(), *known_among(present)))
    naming: dict[str, list[int]] = defaultdict(list)
    for at in candidates:
        for who in ids_named(candidates[at]):
            naming[who].append(at)
    left, waiting, fallen = {*candidates} - {*out}, list(out), dict[tuple[str, int, int], int]()
    while waiting:
        who = known[at].id if (at := waiting.pop()) in known else ""
        holders[who] -= 1
        for other in left.intersection(naming.pop(who, ()) if holders[who] == 0 else ()):
            left.remove(other)
            waiting.append(other)
            fallen[_place(candidates[other])] = other
    ids = {who: "" for who, count in holders.items() if count > 0}
    for problem in references_are_known([known[at] for at in fallen.values()], ids):
        yield fallen[problem.path, problem.line, problem.column], problem


def _compared(
    rows: Mapping[int, Entry], present: Sequence[Entry], context: Context
) -> dict[int, list[_Verdict]]:
    """The problems that rows have with each other and with present entries, by their positions.

    What a row does to a present entry of the same signatory is a problem of the row.
    """
    places = {_place(entry): at for at, entry in rows.items()}
    known = known_among([*present, *rows.values()])
    about_references = set(_of_references(known, context))
    verdicts: dict[int, list[_Verdict]] = {}
    elsewhere: list[Problem] = []
    for problem in dict.fromkeys(duplicates_among(known, context)):
        at = places.get((problem.path, problem.line, problem.column))
        if at is not None:
            verdicts.setdefault(at, []).append((problem, problem not in about_references))
        elif problem.severity is Severity.PROBLEM:
            elsewhere.append(problem)
    if elsewhere:
        before = set(duplicates_among(known_among(present), context))
        for problem in elsewhere:
            if problem not in before:
                for at in _behind(problem, rows, present):
                    verdicts.setdefault(at, []).append((_of_row(problem, rows[at]), False))
    return verdicts


def _of_references(known: Sequence[Known], context: Context) -> Iterator[Problem]:
    yield from references_are_known(known, {one.id: one.slug for one in known})
    yield from references_lead_on(known)
    yield from facts_are_on_the_latest(known, context)


def _behind(problem: Problem, rows: Mapping[int, Entry], present: Sequence[Entry]) -> list[int]:
    """The rows of the signatory whose present entry has a problem."""
    ids = {
        id_of(entry.values)
        for entry in present
        if entry.path == problem.path and entry.line <= problem.line <= entry.last_line
    }
    return [at for at, entry in rows.items() if id_of(entry.values) in ids]


def _of_row(problem: Problem, row: Entry) -> Problem:
    message = f"with this row, {problem.path}:{problem.line} would be wrong: {problem.message}"
    return row.problem(message)


def _place(entry: Entry) -> tuple[str, int, int]:
    return entry.path, entry.line, entry.column


def _entry(path: str, read: ReadRow, without: Iterable[str] = ()) -> Entry:
    """The entry of a row as the reader of the register gives one, all of it at the row's place."""
    line, column = read.row.line, read.row.column
    fields = {name: Text(value, line, column) for name, value in read.values.items()}
    lists = {
        name: tuple(text._replace(value=each) for each in text.value.split(BETWEEN))
        for name, text in fields.items()
        if name in SEVERAL and BETWEEN in text.value
    }
    keys = dict(fields)
    for name in without:  # the field is there, and what stands there has been reported already
        keys[name] = fields.pop(name, Text("", line, column))
    return Entry.placed(path, line, column, line, fields, keys, lists)


def _identity(values: Mapping[str, str], context: Context) -> frozenset[tuple[str, str]]:
    """What an entry and its copy have in common, whether or not they state what can be derived."""
    stated = {name: each for name, each in values.items() if name != "listed"}
    return frozenset(({"of": context.statement} | stated | {"id": id_of(values)}).items())
