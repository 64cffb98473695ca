"""Problems as annotations that GitHub shows beside the lines of a pull request.

The form is that of its workflow commands: ``::error file=…,line=…,col=…::message``, with the
characters that end a command or a property written as percent codes.
"""

from .problems import Problem, Weight, printable

_LEVELS = {Weight.PROBLEM: "error", Weight.WARNING: "warning", Weight.NOTE: "notice"}


def annotation(problem: Problem) -> str:
    """One problem as one workflow command on one line."""
    level = _LEVELS[problem.weight]
    path = _escaped(printable(problem.path)).replace(":", "%3A").replace(",", "%2C")
    place = f"file={path},line={problem.line},col={problem.column}"
    return f"::{level} {place}::{_escaped(problem.message)}"


def _escaped(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")
