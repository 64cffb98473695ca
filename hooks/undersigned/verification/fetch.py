"""Asking signatories' own servers for what they say, and for the signature of it."""

import sys
from collections.abc import Generator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from hashlib import sha256
from typing import NamedTuple

from ..links.answers import LATER, Answer
from ..links.chains import RedirectChain
from ..links.network import Network
from ..links.queues import Share
from ..links.redirects import Ask, Follower
from ..links.targets import Target
from ..progress import SILENT, Progress
from ..proofs.copies import KEY, SIGNATURE, TEXT
from ..proofs.endorsements_txt import LARGEST, PATH, read_file
from ..proofs.hosts import host_key, proving_hosts
from ..proofs.keys import LARGEST as LARGEST_OF_KEYS
from ..proofs.keys import key_print
from ..proofs.record import LONGEST_ISSUER, Record
from .found import Absence, found_by
from .signatures import fault_of

_HTTPS = 443


@dataclass(frozen=True, slots=True)
class Served:
    """A file that a server served, with its signature and key where it has both and it holds.

    `host` is the key of the website's host (`host_key`), `address` where the bytes were at last,
    after redirects; `issuer` and `certificate` are those of the server's certificate.
    """

    host: str
    address: str
    text: bytes
    signature: bytes | None
    key: bytes | None
    issuer: str
    certificate: str
    fetched: datetime

    @property
    def key_print(self) -> str:
        """The fingerprint of the key; empty where there is none."""
        return key_print(self.key or b"")

    @property
    def record(self) -> Record:
        """The record of it, for a kept copy."""
        digest, issuer = sha256(self.text).hexdigest(), self.issuer[:LONGEST_ISSUER]
        return Record(self.address, self.fetched, digest, issuer, self.certificate, self.key_print)

    @property
    def day(self) -> date:
        """The day, in UTC, on which it was served."""
        return self.record.day

    @property
    def until(self) -> date:
        """The last day that it was anywhere when it was served."""
        return self.record.until


@dataclass(frozen=True, slots=True)
class Fetched:
    """What came of asking for the file of a website: it, or why there is none that proves anything.

    `why` is the end of a message about `address`, where the file was looked for; `gone` is whether
    one of the hosts says that there is none, and the other one has none either. It is `faulty` if
    there is one that proves nothing before somebody mends it, and one of the hosts has `answered`
    if a server was there at all, whatever it said.
    """

    host: str
    served: Served | None = None
    why: str = ""
    gone: bool = False
    address: str = ""
    faulty: bool = False
    answered: bool = False


class Run(NamedTuple):
    """What came of each host that was asked to the end, and whether an interrupt ended the run."""

    found: Mapping[str, Fetched]
    stopped: bool


# Where a host has no file in one of these ways, its twin is asked.
_NOT_HERE = (Absence.MISSING, Absence.NO_HOST, Absence.A_PAGE)

# In these ways a host does not tell whether it has one.
_UNTOLD = (None, Absence.REFUSED)

# The folder of the file, and of its signature and key.
_BESIDE = PATH.removesuffix(TEXT)

_UNPROVEN = "proves nothing: its"


def fetch_all(
    websites: Sequence[str],
    network: Network,
    agent: str,
    end: float,
    progress: Progress = SILENT,
) -> Run:
    """What the servers of websites say, by the keys of their hosts, until a time of `monotonic`.

    Websites of which no host may say anything are passed over; of those with one host the first
    says which is asked first. Hosts are asked in the order of the websites, some domains at once:
    where there may be more than there is time for, begin elsewhere each time.
    """
    hosts: dict[str, tuple[str, ...]] = {}
    for website in websites:
        if key := host_key(website):
            hosts.setdefault(key, proving_hosts(website))
    visits = _Visits(hosts)
    share = Share(sys.maxsize, network.share.seconds)
    follower = Follower(_asking(network, agent), share, end, progress, visits.after)
    progress.begin(len(hosts))
    follower.follow(visits.begun())
    progress.end()
    return Run(visits.found, follower.stopped)


def _asking(network: Network, agent: str) -> Ask:
    def ask(target: Target, _: bool, seconds: float) -> Answer:
        largest = LARGEST if target.wanted == f"/{PATH}" else LARGEST_OF_KEYS
        return network.fetch(target, agent, largest, seconds)

    return ask


class _Visits:
    """The visits to hosts, by each host that a visit may ask, and what came of those that ended."""

    def __init__(self, hosts: Mapping[str, Sequence[str]]) -> None:
        self.found: dict[str, Fetched] = {}
        self._visits = {key: _visit(key, pair) for key, pair in hosts.items()}
        self._keys = {host: key for key, pair in hosts.items() for host in pair}

    def begun(self) -> list[RedirectChain]:
        """What each visit asks for first."""
        return [next(visit) for visit in self._visits.values()]

    def after(self, chain: RedirectChain) -> RedirectChain | None:
        """What the visit asks for next whose chain has ended; None where the visit has, too."""
        key = self._keys[chain.start.host]
        try:
            return next(self._visits[key])
        except StopIteration as ended:
            self.found[key] = ended.value
            return None


def _visit(key: str, hosts: Sequence[str]) -> Generator[RedirectChain, None, Fetched]:
    """Ask the first host, and the next one only where that has no file."""
    absences, fetched, answered = list[Absence | None](), Fetched(key), False
    for host in hosts:
        chain = _chain(PATH, host, hosts)
        yield chain
        answered |= any(step.answer.status or step.answer.certificate for step in chain.steps)
        found = found_by(chain, LARGEST)
        if found.content is not None:
            return (yield from _served(key, hosts, chain, found.content))
        if not absences or absences[0] is Absence.NO_HOST or found.absence in _UNTOLD:
            too_long = chain.last.answer.cut
            fetched = Fetched(key, None, found.why, False, chain.start.address, too_long)
            if found.absence is Absence.MISSING and len(hosts) > 1:
                other = hosts[host == hosts[0]]
                fetched = replace(fetched, why=f"{found.why}, or on {other}")
        absences.append(found.absence)
        if found.absence not in _NOT_HERE:
            break
    gone = Absence.MISSING in absences and not any(each in absences for each in _UNTOLD)
    return replace(fetched, gone=gone, answered=answered)


def _served(
    key: str, hosts: Sequence[str], chain: RedirectChain, text: bytes
) -> Generator[RedirectChain, None, Fetched]:
    """What is served with a text at the end of its chain, if its signature holds or it has none."""
    address, answer = chain.last.target.address, chain.last.answer
    signature, public, why = None, None, read_file(text)[1]
    if not why:
        signature, public, why = yield from _signature(chain.last.target.host, hosts, text)
    if why or answer.certificate is None or answer.at is None:
        return Fetched(key, why=why, address=address, faulty=not why.endswith(LATER))
    at = answer.at.astimezone(UTC).replace(microsecond=0)
    served = Served(key, address, text, signature, public, *answer.certificate, at)
    return Fetched(key, served, address=address)


def _signature(
    host: str, hosts: Sequence[str], text: bytes
) -> Generator[RedirectChain, None, tuple[bytes | None, bytes | None, str]]:
    """The signature of a text and its key, asked of the host of the text; or why it does not hold.

    Where there is no signature, no key is asked for.
    """
    parts = list[bytes]()
    for name in (SIGNATURE, KEY):
        chain = _chain(_BESIDE + name, host, hosts)
        yield chain
        found = found_by(chain, LARGEST_OF_KEYS)
        if found.absence and name == SIGNATURE:
            return None, None, ""
        if found.content is None:
            return None, None, f"{_UNPROVEN} {name} {found.why}"
        parts.append(found.content)
    if fault := fault_of(text, *parts):
        return None, None, f"{_UNPROVEN} {KEY if fault.of_key else SIGNATURE} {fault.reason}"
    return parts[0], parts[1], ""


def _chain(path: str, host: str, hosts: Sequence[str]) -> RedirectChain:
    """The chain that begins at a path on a host, and stays at that path on these hosts."""
    targets = {each: Target("https", each, _HTTPS, f"/{path}") for each in hosts}
    return RedirectChain(targets[host], within=frozenset(targets.values()))
