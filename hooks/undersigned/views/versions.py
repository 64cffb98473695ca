"""The versions of the text as pages show them, and how many endorse each."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from ..dates import StatedDate
from ..statement.version import UNPUBLISHED, Version
from .entries import ListedSignatory


class ShownVersion(NamedTuple):
    """One version, and the numbers of those before and after it, empty where there is none.

    Its exact bytes are `served` at that path from the address of the site.
    """

    number: str
    published: StatedDate
    sha256: str
    before: str
    after: str
    served: str = ""

    @property
    def in_force(self) -> bool:
        """Whether no later version has superseded it."""
        return not self.after

    @property
    def is_draft(self) -> bool:
        """Whether this is the draft, shown while no version is published."""
        return self.number == UNPUBLISHED


def shown_versions(versions: Sequence[Version]) -> tuple[ShownVersion, ...]:
    """The versions, which come oldest first, with the one in force first."""
    numbers = ["", *(version.number for version in versions), ""]
    shown = [
        ShownVersion(
            version.number,
            version.published,
            version.sha256,
            numbers[place],
            numbers[place + 2],
            version.served,
        )
        for place, version in enumerate(versions)
    ]
    return tuple(reversed(shown))


@dataclass(frozen=True, slots=True)
class Support:
    """How many organisations and individuals endorse a version."""

    version: str
    in_force: bool
    organisations: int
    individuals: int

    @property
    def count(self) -> int:
        """Both together."""
        return self.organisations + self.individuals


def support_by_version(
    active: Iterable[ListedSignatory], versions: Sequence[str]
) -> Iterator[Support]:
    """One for each version, of which the first is in force, also where it has no signatory.

    A signatory that endorses several versions counts once for each.
    """
    found = Counter(
        (version, entry.is_individual) for entry in active for version in entry.signatory.endorsed
    )
    for version in versions:
        in_force = version == versions[0]
        yield Support(version, in_force, found[version, False], found[version, True])
