"""What is wrong, where, and how it is told to a person."""

from collections import Counter
from collections.abc import Iterable
from enum import StrEnum
from typing import NamedTuple

# Long enough to recognise a value by, short enough to keep a problem on one line.
QUOTED_AT_MOST = 60


class Severity(StrEnum):
    """How much a problem weighs: only the first kind stops a build or fails a check."""

    PROBLEM = "problem"
    WARNING = "warning"
    NOTE = "note"


class Problem(NamedTuple):
    """One thing to mend, at a place that editors can jump to. Problems sort by place.

    `last_line` is the end of what a problem with several lines is about, 0 for a single line.
    `also` is another file that it is about, as whole: whoever touches that is to blame as well.
    """

    path: str
    line: int
    column: int
    message: str
    severity: Severity = Severity.PROBLEM
    last_line: int = 0
    also: str = ""

    def __str__(self) -> str:
        """The form compilers use: ``path:line:column: message``, lighter ones named before it."""
        kind = "" if self.severity is Severity.PROBLEM else f"{self.severity}: "
        return f"{printable(self.path)}:{self.line}:{self.column}: {kind}{self.message}"


def stopping(problems: Iterable[Problem]) -> list[Problem]:
    """Those that stop a build and fail a check."""
    return [problem for problem in problems if problem.severity is Severity.PROBLEM]


def printable(text: str) -> str:
    """The text with whatever a terminal would obey or hide written out as an escape."""
    return "".join(
        character if character.isprintable() else ascii(character)[1:-1] for character in text
    )


def quoted(text: str) -> str:
    """The text between quotes, shortened, safe to print."""
    shortened = text if len(text) <= QUOTED_AT_MOST else text[: QUOTED_AT_MOST - 1] + "…"
    return f"'{printable(shortened)}'"


def counted(number: int, noun: str, plural: str = "") -> str:
    """``1 problem``, ``2 problems``; the plural is given where it takes more than an s."""
    return f"{number:,} {noun if number == 1 else plural or f'{noun}s'}"


def report(problems: Iterable[Problem]) -> str:
    """Every problem on a line of its own, sorted by place, then a count; empty if none."""
    found = sorted(set(problems))
    counts = Counter(problem.severity for problem in found)
    tally = ", ".join(
        counted(counts[severity], severity) for severity in Severity if counts[severity]
    )
    return "\n".join([*map(str, found), tally]) if found else ""


_LEVELS = {Severity.PROBLEM: "error", Severity.WARNING: "warning", Severity.NOTE: "notice"}


def annotation(problem: Problem) -> str:
    """One problem as one workflow command on one line."""
    level = _LEVELS[problem.severity]
    path = _escaped(printable(problem.path)).replace(":", "%3A").replace(",", "%2C")
    place = f"file={path},line={problem.line},col={problem.column}"
    return f"::{level} {place}::{_escaped(problem.message)}"


def _escaped(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")
