"""Several sources under one key, as BibLaTeX's `@set` has them."""

from collections.abc import Sequence

from pybtex.database import Entry


class EntrySet(Entry):  # type: ignore[misc]
    """Sources that are cited together; by itself it is like the first of them.

    It is sorted and grouped as the first, which has its place in lists of data too (BibLaTeX,
    section 3.14.5).
    """

    def __init__(self, key: str, members: Sequence[Entry]) -> None:
        first = members[0]
        super().__init__(first.type, first.fields, first.persons)
        self.key = key
        self.members = tuple(members)


def members_of(entry: Entry) -> tuple[Entry, ...]:
    """The sources of a set; of any other source itself alone."""
    return entry.members if isinstance(entry, EntrySet) else (entry,)
