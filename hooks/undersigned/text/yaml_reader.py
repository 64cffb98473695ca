"""Lists of entries, each value with its place, as fast as their form allows."""

from collections.abc import Collection

from ..problem import Problem, Severity
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
