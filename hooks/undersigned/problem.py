"""Problems: what is wrong at which place, and how they are reported."""

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable
from enum import StrEnum
from typing import NamedTuple

from .domain_names import both_forms
from .invisible import hidden_places
from .paths import CONFIGURATION

# Long enough to recognise a value, short enough to keep a problem on one line.
QUOTED_AT_MOST = 60

# So many of one kind are as many as a screen shows; more would push all else out of sight.
SCREENFUL = 20


class Severity(StrEnum):
    """The severity of a problem; only `PROBLEM` stops a build or fails a check."""

    PROBLEM = "problem"
    WARNING = "warning"
    NOTE = "note"


class Way(NamedTuple):
    """One way to mend a problem: to give a field, or else an action.

    `value` is the value to give; it is empty where only the person knows it. `when` is the
    condition under which this is the way, such as 'if they are two'. A way that lies `elsewhere`
    changes something else than what has the problem.
    """

    field: str = ""
    value: str = ""
    when: str = ""
    action: str = ""
    elsewhere: bool = False


class Problem(NamedTuple):
    """A problem at a place, with lines and columns from 1; problems sort by place.

    `last_line` is the last line of a problem that concerns several lines, 0 for a single line.
    `also` is the path of another file that the problem concerns as a whole: a change of that file
    may cause the problem as well. Where `ways` are known, `found` is what is wrong without them, so
    that a form and a command line can word them for whoever is asked there; `message` has them in
    the words of a file.
    """

    path: str
    line: int
    column: int
    message: str
    severity: Severity = Severity.PROBLEM
    last_line: int = 0
    also: str = ""
    found: str = ""
    ways: tuple[Way, ...] = ()

    def __str__(self) -> str:
        """The form of compilers, ``path:line:column: message``, with a lower severity named."""
        kind = "" if self.severity is Severity.PROBLEM else f"{self.severity}: "
        return f"{printable(self.path)}:{self.line}:{self.column}: {kind}{self.message}"


def advised(found: str, ways: Iterable[Way], word: Callable[[Way], str]) -> str:
    """What is wrong, and every way to mend it in the words of `word`; a way without is left out."""
    *others, last = dict.fromkeys(filter(None, map(word, ways))) or [""]
    if not last:
        return found
    return f"{found}; {', '.join([*others, f'or {last}']) if others else last}"


def setting_problem(message: str, severity: Severity = Severity.PROBLEM) -> Problem:
    """A problem of what mkdocs.yml sets: an engine has read it, and its places are not known."""
    return Problem(CONFIGURATION, 1, 1, message, severity)


def stopping(problems: Iterable[Problem]) -> list[Problem]:
    """The problems that stop a build and fail a check."""
    return [problem for problem in problems if problem.severity is Severity.PROBLEM]


def printable(text: str) -> str:
    """The text with escapes for all characters that a terminal would interpret or not show."""
    if text.isascii() and text.isprintable():
        return text
    hidden = set(hidden_places(text))
    return "".join(
        character if character.isprintable() and at not in hidden else ascii(character)[1:-1]
        for at, character in enumerate(text)
    )


def quoted(text: str) -> str:
    """The text between quotes, printable, and cut after `QUOTED_AT_MOST` characters.

    Behind an address whose host is not plain ASCII, that host stands in both of its forms.
    """
    shortened = text if len(text) <= QUOTED_AT_MOST else text[: QUOTED_AT_MOST - 1] + "…"
    both = f" at {forms}" if (forms := both_forms(text)) else ""
    return f"'{printable(shortened)}'{both}"


def counted(number: int, noun: str, plural: str = "") -> str:
    """A number with its noun: ``1 problem``, ``2 problems``. An irregular plural is given."""
    return f"{number:,} {noun if number == 1 else plural or f'{noun}s'}"


def summed_up(problems: Iterable[Problem]) -> list[Problem]:
    """The problems, with one in place of more than a screenful of one kind that stop nothing.

    It is the first of them, counts the others and names the places of two. Of one kind are those
    whose messages differ only in what they quote and in numbers.
    """
    alike = defaultdict[tuple[str, str], list[Problem]](list)
    for each in sorted(set(problems)):
        alike[each.severity, _VALUES.sub("", each.message)].append(each)
    found: list[Problem] = []
    for (severity, _), (first, *others) in alike.items():
        if severity == Severity.PROBLEM or len(others) < SCREENFUL:
            found += (first, *others)
        else:
            such = " and ".join(f"{printable(each.path)}:{each.line}" for each in others[:2])
            more = f"and {len(others):,} more of this kind, such as {such}; {_ALL}"
            found.append(first._replace(message=f"{first.message} ({more})"))
    return sorted(found)


# What one message of a kind has and another has not; an apostrophe within a word is no quote.
_VALUES = re.compile(r"(?<!\w)'.*?'(?!\w)|\d+")
_ALL = "'undersigned check --all' prints each"


def report(
    problems: Iterable[Problem], summed: bool = False, line: Callable[[Problem], str] = str
) -> str:
    """Every problem on a `line` of its own, sorted by place, then the totals; empty if none.

    If `summed`, many of one kind are one line; the totals still count each.
    """
    found = sorted(set(problems))
    shown = summed_up(found) if summed else found
    return "\n".join([*map(line, shown), totals(found)]) if found else ""


def totals(problems: Iterable[Problem]) -> str:
    """How many there are of each severity, each counted once: ``2 problems, 1 note``."""
    counts = Counter(problem.severity for problem in set(problems))
    return ", ".join(counted(counts[each], each) for each in Severity if counts[each])


_LEVELS = {Severity.PROBLEM: "error", Severity.WARNING: "warning", Severity.NOTE: "notice"}


def annotation(problem: Problem) -> str:
    """A problem as a workflow command of GitHub Actions, on one line."""
    level = _LEVELS[problem.severity]
    path = _escaped(printable(problem.path)).replace(":", "%3A").replace(",", "%2C")
    place = f"file={path},line={problem.line},col={problem.column}"
    return f"::{level} {place}::{_escaped(problem.message)}"


def _escaped(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")
