"""Rules about what values hold: commands of LaTeX that references cannot show."""

from collections import Counter
from collections.abc import Iterator, Sequence

from ...problem import Problem, quoted
from ..style.latex import unknown_commands
from ..style.verbatim import VERBATIM
from .reference import Reference


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
        named, times = quoted(f"\\{command}"), counts[command]
        often = f" ({times:,} times)" if times > 1 else ""
        message = f"command {named} in {field} is not known{often}"
        remedy = "only its argument is shown; write what it stands for"
        yield reference.note(f"{message}: {remedy}", field)


def _unknown(reference: Reference) -> Iterator[tuple[str, str]]:
    """The fields of a source with each unknown command in them."""
    for name, value in reference.entry.fields.items():
        if "\\" in value and (field := name.lower()) not in VERBATIM:
            yield from ((field, command) for command in unknown_commands(value))
    for role, persons in reference.entry.persons.items():
        for person in persons:
            if "\\" in (name := person.written):
                yield from ((role.lower(), command) for command in unknown_commands(name))
