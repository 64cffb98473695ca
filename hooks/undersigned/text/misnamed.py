"""Fields of short lists that are given and unknown, or lacking."""

from collections.abc import Iterator, Sequence

from ..problem import Problem, quoted
from .source import Entry


def misnamed_fields(
    entry: Entry, what: str, fields: Sequence[str], needed: Sequence[str]
) -> Iterator[Problem]:
    """A problem for each field in `needed` that an entry lacks, then for each not in `fields`.

    `what` names an entry of the list with its article, such as ``a version``.
    """
    for name in needed:
        if name not in entry.given:
            yield entry.problem(f"{what} needs '{name}'")
    for name, key in entry.keys.items():
        if name not in fields:
            message = f"unknown field {quoted(name)}; {what} has {', '.join(fields)}"
            yield Problem(entry.path, key.line, key.column, message)
