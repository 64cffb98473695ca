"""Entries of the record that another version of the text would take over by its date."""

from collections.abc import Iterable, Iterator, Sequence

from ..dates import year_or_date
from ..problem import Problem, quoted
from ..statement.version import Version, endorsed_by_default
from ..text.source import Entry
from .entry_list import id_of
from .fields import DATES


def moved_deeds(
    entries: Iterable[Entry], before: Sequence[Version], after: Sequence[Version]
) -> Iterator[Problem]:
    """A problem for each entry that would be about another version if the versions changed.

    An entry without `version` is about the one in force on its date, and the number of its
    principle is one of that text: in another text the number may mean something else.
    """
    for entry in entries:
        if before and after and "version" not in entry.given:
            yield from _moved(entry, before, after)


def _moved(entry: Entry, before: Sequence[Version], after: Sequence[Version]) -> Iterator[Problem]:
    for name in DATES:
        text = entry.get(name)
        when = year_or_date(text.value) if text else None
        if when is None:
            continue
        old, new = (endorsed_by_default(each, when).number for each in (before, after))
        if old != new:
            yield entry.problem(
                f"{quoted(id_of(entry.values))} is about version '{old}', and would pass to version"
                f" '{new}'; state that by 'version: \"{old}\"', or publish with a later date",
                name,
            )
        return
