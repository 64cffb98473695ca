"""Which hosts are asked for what the register claims, and where the entries of the claims stand."""

from collections.abc import Container, Iterable, Mapping
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path

from ..identity import id_of
from ..model import Endorsement
from ..paths import REGISTER
from ..register.claims import Claimed
from ..register.entries import gather
from ..register.rules.context import Context
from ..register.terms.tidy import tidy_entry

Place = tuple[str, int, int]


@dataclass(frozen=True, slots=True)
class Places:
    """Where the entry of each endorsement begins, by its signatory's id and its version."""

    known: Mapping[tuple[str, str], Place] = field(default_factory=dict)

    def of(self, endorsement: Endorsement) -> Place:
        """The path, line and column of the entry."""
        return self.known.get((endorsement.signatory, endorsement.version), (REGISTER, 1, 1))


def places_in(root: Path, context: Context) -> Places:
    """The places of the entries of a site."""
    entries = map(tidy_entry, gather(root)[0])
    return Places(
        {
            (id_of(each.values), context.version_of(each)): (each.path, each.line, each.column)
            for each in entries
        }
    )


def asked_hosts(claims: Iterable[Claimed]) -> Mapping[str, list[Claimed]]:
    """The claims by the key of the host to ask, in their order.

    A host whose signatories have all ended is not asked again: it may be somebody else's now.
    """
    hosts: dict[str, list[Claimed]] = {}
    for each in claims:
        hosts.setdefault(each.host, []).append(each)
    return {
        host: given
        for host, given in hosts.items()
        if any(each.provable.ended is None for each in given)
    }


def in_turn(hosts: Iterable[str], kept: Container[str], week: int) -> list[str]:
    """The hosts in the order in which they are asked in a week: those with a kept copy first.

    The others are in another order each week, so that where a run has to end before all are asked,
    none is left out for ever.
    """

    def turn(host: str) -> tuple[bool, bytes]:
        return host not in kept, sha256(f"{week} {host}".encode()).digest()

    return sorted(hosts, key=turn)
