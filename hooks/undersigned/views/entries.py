"""The entries of the register as lists need them: facts alone, worked out once for all pages."""

from collections.abc import Callable, Hashable, Iterable, Iterator
from typing import NamedTuple, TypeVar

from ..model import Grade, Kind, Signatory

Key = TypeVar("Key", bound=Hashable)


class ListedEntry(NamedTuple):
    """A signatory with what follows from its entry: its slug and the grade of its evidence.

    `superseded` where the version that is endorsed is no longer the one in force.
    """

    signatory: Signatory
    slug: str
    grade: Grade
    superseded: bool

    @property
    def name(self) -> str:
        """The name as the signatory writes it."""
        return self.signatory.name

    @property
    def is_individual(self) -> bool:
        """Whether it is a person, and not an organisation."""
        return self.signatory.kind is Kind.INDIVIDUAL


def listed(signatories: Iterable[Signatory], in_force: str) -> Iterator[ListedEntry]:
    """The entries of signatories while one version, given by number, is in force."""
    for each in signatories:
        yield ListedEntry(each, each.slug, each.grade, each.version != in_force)


def grouped(
    entries: Iterable[ListedEntry], key: Callable[[ListedEntry], Key]
) -> dict[Key, tuple[ListedEntry, ...]]:
    """The entries by a key, in the order in which each key is first met."""
    groups: dict[Key, list[ListedEntry]] = {}
    for entry in entries:
        groups.setdefault(key(entry), []).append(entry)
    return {each: tuple(members) for each, members in groups.items()}
