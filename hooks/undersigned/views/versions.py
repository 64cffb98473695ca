"""The versions of the text as pages tell of them."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from ..locale import shown_date
from ..model import Kind
from ..statement.version import Version
from .rows import KINDS, Row


class Edition(NamedTuple):
    """One version: its date in words and as machines read it, and the numbers beside its own.

    `before` and `after` are empty where there is none.
    """

    number: str
    published: str
    published_on: str
    sha256: str
    before: str
    after: str

    @property
    def in_force(self) -> bool:
        """Whether no later version has superseded it."""
        return not self.after


def editions(versions: Sequence[Version], locale: str) -> tuple[Edition, ...]:
    """The versions, which come oldest first, with the one in force first."""
    numbers = ["", *(version.number for version in versions), ""]
    shown = [
        Edition(
            version.number,
            shown_date(version.published, locale),
            str(version.published),
            version.sha256,
            numbers[place],
            numbers[place + 2],
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


def support_by_version(active: Iterable[Row], versions: Sequence[str]) -> Iterator[Support]:
    """One for each version, of which the first is in force, also where nobody endorses it."""
    found = Counter((row.version, row.kind == KINDS[Kind.INDIVIDUAL]) for row in active)
    for version in versions:
        in_force = version == versions[0]
        yield Support(version, in_force, found[version, False], found[version, True])
