"""Which fields the entries of a short list have, where the register's own rules do not apply."""

from collections.abc import Iterator, Sequence

from ..reporting.problems import Problem, quoted
from .source import Entry


def misnamed_fields(
    entry: Entry, what: str, fields: Sequence[str], needed: Sequence[str]
) -> Iterator[Problem]:
    """A problem for each field that an entry lacks, then for each that it should not have.

    `what` is what an entry of the list is, with its article, such as ``a version``.
    """
    for name in needed:
        if name not in entry.keys:
            yield entry.problem(f"{what} needs '{name}'")
    for name, key in entry.keys.items():
        if name not in fields:
            message = f"unknown field {quoted(name)}; {what} has {', '.join(fields)}"
            yield Problem(entry.path, key.line, key.column, message)
