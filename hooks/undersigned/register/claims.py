"""What the register claims of its signatories, in the terms in which their own servers answer."""

from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from ..dates import StatedDate
from ..evidence.grades import Grade
from ..model import Endorsement, Signatory
from ..proofs.claimants import Claimant, Provable, provable_among
from ..proofs.copies import Copy
from ..proofs.endorsements_txt import Line
from ..proofs.judgement import Claim, Judgement, Said, judged
from ..statement.version import Version
from ..urls import bare_host
from .signatories import signatories_of


class Texts(NamedTuple):
    """The addresses at which versions are published, by number, and the digests by address."""

    addresses: Mapping[str, str]
    digests: Mapping[str, str]


class Claimed(NamedTuple):
    """An endorsement, the hosts that may prove whoever gives it, and what it claims."""

    endorsement: Endorsement
    provable: Provable
    claim: Claim

    @property
    def host(self) -> str:
        """What the hosts have in common, by which copies are kept."""
        return self.provable.host


def texts_of(versions: Sequence[Version], site: str) -> Texts:
    """The texts of a site at an address that ends with a slash; none where it is not known."""
    published = versions if site else ()
    addresses = {each.number: f"{site}{each.served}" for each in published}
    return Texts(addresses, {addresses[each.number]: each.sha256 for each in published})


def claims_of(
    signatories: Iterable[Signatory], texts: Texts, among: Container[str] | None = None
) -> Iterator[Claimed]:
    """Every claim that a server may prove: those of signatories with a host, at that host.

    The host is that of a signatory's latest website, whichever it had when it signed. With `among`,
    only the claims at these hosts are given.
    """
    asked = [
        each
        for each in signatories
        if (website := each.latest.website) and (among is None or bare_host(website) in among)
    ]
    for each, provable in zip(asked, provable_among(list(map(_claimant, asked))), strict=True):
        if provable is None:
            continue
        for endorsement in each.endorsements:
            if address := texts.addresses.get(endorsement.version):
                yield Claimed(endorsement, provable, provable.claim(address, texts.digests))


def _claimant(signatory: Signatory) -> Claimant:
    latest = signatory.latest
    return Claimant(
        signatory.id,
        signatory.name,
        latest.website or "",
        (*latest.formerly, *(each.name for each in signatory.earlier)),
        latest.ended,
        (latest.part_of, latest.succeeded_by),
    )


def said_by(copy: Copy, claimed: Claimed) -> Judgement:
    """What a kept copy says of a claim.

    It is nothing where another host was asked than may prove it, or where who had it had ended.
    """
    if not claimed.provable.is_provable_by(copy.asked, copy.day):
        return Judgement(Said.NOTHING)
    return judged(copy.file, claimed.claim, copy.record.until)


def denies(said: Said, endorsement: Endorsement) -> bool:
    """Whether what is said denies what the register says: the text, or that it is endorsed."""
    takes_back = said is Said.WITHDRAWN and endorsement.withdrawn is None
    return takes_back or said is Said.CONTRADICTS


def withdrawal_day(endorsement: Endorsement, line: Line | None) -> date:
    """The day from which an endorsement is withdrawn by a line: none is before it was signed."""
    signed = endorsement.signed.first_day
    return max(line.day, signed) if line else signed


def proved_among(
    endorsements: Sequence[Endorsement], copies: Mapping[str, Copy], texts: Texts
) -> Sequence[Endorsement]:
    """The endorsements, those graded as proved that a kept copy proves, as of its day."""
    if not copies or not texts.addresses:
        return endorsements
    days: dict[int, StatedDate] = {}
    for each in claims_of(signatories_of(endorsements), texts, copies):
        copy = copies[each.host]
        if said_by(copy, each).said is Said.ENDORSES:
            day = copy.day
            days[id(each.endorsement)] = StatedDate(day.year, day.month, day.day)
    return [
        each._replace(grade=Grade.PROVED, proved=days[id(each)]) if id(each) in days else each
        for each in endorsements
    ]
