"""The signatories as lists need them: facts alone, worked out once for all pages."""

from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import NamedTuple, TypeVar

from ..dates import StatedDate
from ..evidence.grades import Grade
from ..fields import Kind
from ..model import Endorsement, Signatory, Standing
from ..proofs.copies import TEXT, Copy, folder_of
from ..proofs.hosts import host_key

Key = TypeVar("Key", bound=Hashable)


class ListedSignatory(NamedTuple):
    """A signatory with what follows from its entries.

    `latest` is its latest endorsement, whose evidence has the `grade`. `in_force` is the number of
    the version that is in force. `successor` and `whole` are the names of whoever succeeded it and
    of what it is part of, empty where there is none. `copy` is of what its own server said, where
    that proves any of its endorsements. It is `founding` if it signed before the publication.
    """

    signatory: Signatory
    latest: Endorsement
    grade: Grade
    in_force: str
    standing: Standing
    successor: str = ""
    whole: str = ""
    copy: Copy | None = None
    founding: bool = False

    @property
    def id(self) -> str:
        """Who it is, and its anchor on the page."""
        return self.latest.signatory

    @property
    def name(self) -> str:
        """The name as the signatory writes it."""
        return self.latest.name

    @property
    def sorted_by(self) -> str:
        """What its place in the order is by: the name, or how the signatory has it sorted."""
        return self.latest.sort_as or self.latest.name

    @property
    def kept_at(self) -> str:
        """The path, from the root of the site, of that copy; empty where there is none."""
        return f"{folder_of(self.copy.host)}/{TEXT}" if self.copy else ""

    @property
    def is_individual(self) -> bool:
        """Whether it is a person, and not an organisation."""
        return self.latest.kind is Kind.INDIVIDUAL


def listed(
    signatories: Iterable[Signatory],
    in_force: str,
    copies: Mapping[str, Copy] = MappingProxyType({}),
    published: StatedDate | None = None,
) -> Iterator[ListedSignatory]:
    """Signatories as lists need them while one version, given by number, is in force.

    `copies` are those that are kept, by host. Who signed before the day `published` is founding.
    """
    signatories = tuple(signatories)
    names = _names_by_id(signatories)
    for each in signatories:
        latest, earlier = each
        entry = ListedSignatory(each, latest, latest.grade, in_force, each.standing)
        if latest.succeeded_by or latest.part_of:
            # Whoever is left off the pages is named by its id.
            successor, whole = (
                names.get(who, who) for who in (latest.succeeded_by or "", latest.part_of or "")
            )
            entry = entry._replace(successor=successor, whole=whole)
        if latest.proved or (earlier and any(one.proved for one in earlier)):
            entry = entry._replace(copy=copies.get(host_key(latest.website or "")))
        if published and each.first.signed.last_day < published.first_day:
            entry = entry._replace(founding=True)
        yield entry


def by_first(entry: ListedSignatory) -> ListedSignatory:
    """The signatory with its first endorsement before the others, for lists in order of time."""
    if not entry.signatory.earlier:
        return entry
    latest, first = entry.latest, entry.signatory.first
    # What concerns the signatory is what the latest says.
    shown = latest._replace(**{name: getattr(first, name) for name in _OF_ENDORSEMENT})
    others = tuple(each for each in entry.signatory.endorsements if each is not first)
    return entry._replace(signatory=Signatory(shown, others), latest=shown, grade=first.grade)


# What an endorsement says of itself, rather than of who gives it.
_OF_ENDORSEMENT = (
    *("signed", "version", "grade", "website_then", "evidence", "confirmed_by_email"),
    *("archived", "listed", "endorses", "withdrawn", "proved"),
)


def _names_by_id(signatories: Sequence[Signatory]) -> dict[str, str]:
    """The names that other signatories refer to."""
    wanted = {
        who
        for each in signatories
        for who in (each.latest.succeeded_by, each.latest.part_of)
        if who
    }
    return {each.id: each.name for each in signatories if each.id in wanted} if wanted else {}


def grouped(
    entries: Iterable[ListedSignatory], key: Callable[[ListedSignatory], Key]
) -> dict[Key, tuple[ListedSignatory, ...]]:
    """The signatories by a key, in the order in which each key is first met."""
    groups: dict[Key, list[ListedSignatory]] = {}
    for entry in entries:
        groups.setdefault(key(entry), []).append(entry)
    return {each: tuple(members) for each, members in groups.items()}
