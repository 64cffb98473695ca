"""Which hosts may prove whom, and how lines there must name it: by the websites of all together.

The register asks this of its signatories, and a verification of those that a site lists.
"""

from collections import Counter
from collections.abc import Container, Iterable, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from ..dates import StatedDate
from .endorsements_txt import name_form
from .hosts import host_key, is_whole_host, proving_hosts, shared_keys
from .judgement import Claim


class Claimant(NamedTuple):
    """A signatory by its latest entry; the names that it had before, also in earlier entries.

    `ended` is when it ceased to exist, and `heirs` are the ids of what it was part of and of what
    has succeeded it.
    """

    id: str
    name: str
    website: str
    formerly: tuple[str, ...] = ()
    ended: StatedDate | None = None
    heirs: tuple[str | None, ...] = ()


class Provable(NamedTuple):
    """A claimant, and how the hosts that may prove it are to name it.

    `host` is the key that these have in common, by which copies are kept. A line there
    `must_name` it where others have the host as well, and cannot where it `has_namesake` among
    them. `ended` is when it ceased to exist, unless an heir has the host: it may be somebody
    else's since.
    """

    claimant: Claimant
    host: str
    must_name: bool
    has_namesake: bool
    ended: StatedDate | None

    @property
    def hosts(self) -> tuple[str, ...]:
        """The hosts, the first to be asked first; of a long list few are worked out."""
        return proving_hosts(self.claimant.website)

    def has_ended_by(self, day: date) -> bool:
        """Whether it had ended before a day."""
        return self.ended is not None and self.ended.last_day < day

    def is_provable_by(self, host: str, day: date) -> bool:
        """Whether it may be proved by what a host, as it was asked, served on a day."""
        return host in self.hosts and not self.has_ended_by(day)

    def claim(self, address: str, texts: Mapping[str, str]) -> Claim:
        """Its claim to endorse the text at an address, of texts with these digests by address."""
        name, formerly = self.claimant.name, self.claimant.formerly
        return Claim(name, formerly, texts, address, self.must_name, self.has_namesake)


def provable_among(claimants: Sequence[Claimant]) -> list[Provable | None]:
    """Each claimant with its hosts, in their order; None for one that no host may prove.

    These have to be all that may share a host with each other.
    """
    keys = [host_key(each.website) for each in claimants]
    keyed = list(zip(keys, claimants, strict=True))
    shared = shared_keys((each.id, key) for key, each in keyed)
    doubled = _namesakes((key, each.name) for key, each in keyed if key in shared)
    there = {(key, each.id) for key, each in keyed if not each.ended}
    return [
        Provable(
            each,
            key,
            key in shared or not is_whole_host(each.website),
            key in shared and (key, name_form(each.name)) in doubled,
            None if each.ended and _have(there, key, each.heirs) else each.ended,
        )
        if key
        else None
        for key, each in keyed
    ]


def _have(there: Container[tuple[str, str]], host: str, heirs: Iterable[str | None]) -> bool:
    """Whether an heir is among those that have a host."""
    return any((host, who) in there for who in heirs if who)


def _namesakes(named: Iterable[tuple[str, str]]) -> frozenset[tuple[str, str]]:
    """Of pairs of a host and a signatory's name, those that several signatories have.

    Each is given in the form in which names are compared.
    """
    counts = Counter((host, name_form(name)) for host, name in named)
    return frozenset(pair for pair, count in counts.items() if count > 1)
