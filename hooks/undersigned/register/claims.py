"""What the register claims of its signatories, in the terms in which their own servers answer."""

from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from ..dates import StatedDate
from ..domain_names import in_ascii
from ..evidence.grades import Grade
from ..model import Endorsement, Signatory
from ..paths import served_text
from ..proofs.copies import Copy
from ..proofs.endorsements_txt import name_form
from ..proofs.hosts import host_key, is_whole_host, proving_hosts, shared_keys
from ..proofs.judgement import Claim, Judgement, Said, judged, namesakes
from ..statement.version import Version
from ..urls import host_of
from .signatories import signatories_of


class Texts(NamedTuple):
    """The addresses at which versions are published, by number, and the digests by address."""

    addresses: Mapping[str, str]
    digests: Mapping[str, str]


class Claimed(NamedTuple):
    """An endorsement, the hosts that may prove it, the first to be asked first, and its claim.

    `host` is what the hosts have in common, by which copies are kept. `ended` is when the signatory
    ceased to exist, unless what it was part of, or has succeeded it, has the host: it may be
    somebody else's since.
    """

    endorsement: Endorsement
    host: str
    hosts: tuple[str, ...]
    claim: Claim
    ended: StatedDate | None = None

    def has_ended_by(self, day: date) -> bool:
        """Whether the signatory had ended before a day."""
        return self.ended is not None and self.ended.last_day < day


def texts_of(versions: Sequence[Version], site: str) -> Texts:
    """The texts of a site at an address that ends with a slash; none where it is not known."""
    published = versions if site else ()
    addresses = {each.number: f"{site}{served_text(each.number)}" for each in published}
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
        if (website := each.latest.website) and (among is None or _bare_host(website) in among)
    ]
    shared = shared_keys((each.id, each.latest.website or "") for each in asked)
    kept_up = {
        (host_key(each.latest.website or ""), each.id) for each in asked if not each.latest.ended
    }
    doubled = _namesakes_on(shared, asked)
    for each in asked:
        website = each.latest.website or ""
        if hosts := proving_hosts(website):
            host = host_key(website)
            must_name = host in shared or not is_whole_host(website)
            earlier = (*each.latest.formerly, *(other.name for other in each.earlier))
            claim = Claim(each.name, tuple(dict.fromkeys(earlier)), texts.digests, "", must_name)
            if (host, name_form(each.name)) in doubled:
                claim = claim._replace(has_namesake=True)
            heirs = {(host, who) for who in (each.latest.part_of, each.latest.succeeded_by)}
            ended = None if heirs & kept_up else each.latest.ended
            for endorsement in each.endorsements:
                if address := texts.addresses.get(endorsement.version):
                    claimed = claim._replace(address=address)
                    yield Claimed(endorsement, host, hosts, claimed, ended)


def _namesakes_on(
    hosts: frozenset[str], signatories: Iterable[Signatory]
) -> frozenset[tuple[str, str]]:
    """The hosts, of those that several share, with each name that several have there."""
    keyed = ((host_key(each.latest.website or ""), each.name) for each in signatories)
    return namesakes(pair for pair in keyed if pair[0] in hosts) if hosts else frozenset()


def said_by(copy: Copy, claimed: Claimed) -> Judgement:
    """What a kept copy says of a claim.

    It is nothing where another host was asked than may prove it, or where who had it had ended.
    """
    if copy.asked not in claimed.hosts or claimed.has_ended_by(copy.day):
        return Judgement(Said.NOTHING)
    return judged(copy.file, claimed.claim, copy.record.until)


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


def _bare_host(website: str) -> str:
    """The host of a website without ``www.``, whether or not it may prove anything."""
    return in_ascii(host_of(website)).removeprefix("www.")
