"""Rules about what values hold: commands of LaTeX that references cannot show."""

from collections import Counter
from collections.abc import Iterator, Sequence

from ...problem import Problem, quoted
from ..latex.reading import unknown_commands
from ..latex.verbatim import VERBATIM
from ..values.field_table import why_not_shown
from .reference import Reference

_UNKNOWN = (
    "command {command} in {field} is not known",
    "only its argument is shown; write what it stands for",
)
# What is unknown of a command that is known itself.
_MESSAGES = {
    "href": (
        "the address of {command} in {field} is not a public web page's",
        "only its words are shown; give the https address of a page, or leave the words alone",
    ),
    "bibstring": (
        "the string of {command} in {field} is not known",
        "it is shown as it is; write the words that it stands for",
    ),
}


def commands_known(references: Sequence[Reference]) -> Iterator[Problem]:
    """Every command of LaTeX in a value is known; of another only the argument is shown.

    There is one note for each command, at its first place.
    """
    first: dict[str, tuple[Reference, str]] = {}
    counts = Counter[str]()
    for reference in references:
        for field, command in _unknown(reference):
            counts[command] += 1
            first.setdefault(command, (reference, field))
    for command, (reference, field) in first.items():
        often = f" ({counts[command]:,} times)" if counts[command] > 1 else ""
        message, remedy = _MESSAGES.get(command, _UNKNOWN)
        message = message.format(command=quoted(f"\\{command}"), field=field) + often
        yield reference.note(f"{message}: {remedy}", field)


def _unknown(reference: Reference) -> Iterator[tuple[str, str]]:
    """The fields of a source that references show, with each unknown command in them."""
    for name, value in reference.entry.fields.items():
        field = name.lower()
        if "\\" in value and field not in VERBATIM and not why_not_shown(field):
            yield from ((field, command) for command in unknown_commands(value))
    for role, persons in reference.entry.persons.items():
        for person in persons:
            if "\\" in (name := person.written):
                yield from ((role.lower(), command) for command in unknown_commands(name))
