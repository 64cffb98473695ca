"""In which fields two entries of a list differ, and whether one is the other, folded."""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from ..entry_list import EntryList
from ..git import added_days
from ..register.entries import identity, is_drop_in
from ..text.source import Entry


class Difference(NamedTuple):
    """A field's value before and after; None where it was, or is, absent."""

    field: str
    old: str | None
    new: str | None


def differing(before: Entry, after: Entry, kept: EntryList) -> list[Difference]:
    """The fields that differ, in the order of the list's fields, then those unknown to it."""
    old, new = before.values, after.values
    unknown = sorted((old.keys() | new.keys()) - kept.by_name.keys())
    names = [name for name in [*kept.by_name, *unknown] if old.get(name) != new.get(name)]
    return [Difference(name, old.get(name), new.get(name)) for name in names]


def is_folded(before: Entry, after: Entry, kept: EntryList) -> bool:
    """Whether a drop-in was moved into its list, where it may gain the day of listing."""
    if not is_drop_in(before, kept) or after.path != kept.path:
        return False
    old, new = before.values, after.values
    gained = "listed" not in old or old["listed"] == new.get("listed")
    return gained and identity(old) == identity(new)


def is_moved(before: Entry, after: Entry, kept: EntryList) -> bool:
    """Whether an entry stands in another file, and says what it said, without a fold."""
    is_elsewhere = before.path != after.path
    return is_elsewhere and before.values == after.values and not is_folded(before, after, kept)


def misdated(
    root: Path, commit: str, folded: Iterable[tuple[Entry, Entry]], kept: EntryList
) -> Iterator[str]:
    """The drop-ins that were folded with another day of listing than that of their commit.

    Raises `HistoryError` where git cannot say when they came.
    """
    dated = [
        (old, new) for old, new in folded if old.values.get("listed") != new.values.get("listed")
    ]
    days = added_days(root, kept.drop_ins, commit) if dated else {}
    for old, new in dated:
        if old.path in days and new.values["listed"] != days[old.path].isoformat():
            yield old.path
