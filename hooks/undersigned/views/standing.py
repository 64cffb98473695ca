"""How many stand behind the statement, and behind each of its versions."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from ..model import Kind
from .rows import KINDS, Row


@dataclass(frozen=True, slots=True)
class Standing:
    """How many organisations and individuals endorse a version."""

    version: str
    in_force: bool
    organisations: int
    individuals: int

    @property
    def count(self) -> int:
        """Both together."""
        return self.organisations + self.individuals


def standings(active: Iterable[Row], versions: Sequence[str]) -> Iterator[Standing]:
    """One for each version, of which the first is in force, also where nobody endorses it."""
    found = Counter((row.version, row.kind == KINDS[Kind.INDIVIDUAL]) for row in active)
    for version in versions:
        in_force = version == versions[0]
        yield Standing(version, in_force, found[version, False], found[version, True])
