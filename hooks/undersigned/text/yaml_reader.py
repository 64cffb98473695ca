"""Lists of entries, each value with its place, read as fast as their form allows."""

from collections.abc import Collection, Iterator, Sequence

from ..problem import Problem, Severity, quoted
from .parsed_entries import parsed_entries
from .regular_entries import regular_entries
from .source import Entry, Source


def read_entries(
    source: Source, several: Collection[str] = (), unquoted: Severity = Severity.PROBLEM
) -> tuple[list[Entry], list[Problem]]:
    """The entries of a list of mappings, and every problem of form; an empty text has no entries.

    The fields named in `several` may hold a list. A number or a boolean without quotes is a
    problem of the severity `unquoted`. Where the text is not YAML, the entries before the one with
    the error are given.
    """
    entries = _by_parts(source, several)
    return parsed_entries(source, several, unquoted) if entries is None else (entries, [])


def _by_parts(source: Source, several: Collection[str]) -> list[Entry] | None:
    """The entries of a text most of which is in canonical form, or None if there is any problem."""
    entries = list[Entry]()
    for part in regular_entries(source, frozenset(several)):
        if isinstance(part, Entry):
            entries.append(part)
            continue
        if part.text == source.text or not part.is_list:
            return None
        apart = Source(source.path, part.text)
        more, problems = parsed_entries(apart, several, Severity.PROBLEM, part.line)
        if problems:
            return None
        entries += more
    return entries


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
