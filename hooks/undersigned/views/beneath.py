"""Who stands beneath the text, where a site has its signatories stand there, as letters do."""

from collections.abc import Sequence
from typing import NamedTuple

from .entries import ListedSignatory, grouped
from .groups import SignatoryGroup, by_kind


class Beneath(NamedTuple):
    """Who stands beneath the text in force; nobody's name stands right under other words.

    `groups` are of those who endorse that version, by kind. `earlier` has those who endorse none
    but versions before it, under the number of the newest that each endorses, newest first. It is
    `whole` where these are all who are counted.
    """

    groups: tuple[SignatoryGroup, ...]
    earlier: tuple[SignatoryGroup, ...]
    whole: bool

    @property
    def entries(self) -> tuple[ListedSignatory, ...]:
        """All of them, in order."""
        return tuple(each for group in (*self.groups, *self.earlier) for each in group.entries)


def beneath(entries: Sequence[ListedSignatory], versions: Sequence[str], *, whole: bool) -> Beneath:
    """Those of these signatories, all of whom count, who endorse each of the versions.

    The versions are given by number, the one in force first.
    """
    ages = {number: age for age, number in enumerate(versions)}

    def newest(entry: ListedSignatory) -> int:
        return min(ages[number] for number in entry.signatory.endorsed)

    by_age = grouped(entries, newest)
    earlier = ((versions[age], by_age[age]) for age in sorted(by_age) if age)
    return Beneath(
        by_kind(by_age.get(0, ()), on_sheets=False),
        tuple(SignatoryGroup(number, members) for number, members in earlier),
        whole,
    )
