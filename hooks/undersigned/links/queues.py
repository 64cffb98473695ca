"""Queues of redirect chains, one for each domain, and what each domain may have of a run."""

from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from typing import NamedTuple

from ..urls import owner_domain
from .chains import RedirectChain

# So many domains are asked at once.
AT_ONCE = 8


class Share(NamedTuple):
    """What a domain has of a run at most: so many addresses, and so many seconds for them all."""

    addresses: int = 20
    seconds: float = 60


class Grant(NamedTuple):
    """Why a domain is asked no more, or else empty, and for how many seconds it may be asked."""

    refusal: str
    seconds: float


@dataclass(slots=True)
class _Domain:
    """The chains that wait for a domain, those that others sent there apart, and what it has had.

    The two take turns: neither can keep the other waiting, however many it has.
    """

    name: str
    own: deque[RedirectChain] = field(default_factory=deque)
    sent: deque[RedirectChain] = field(default_factory=deque)
    sent_next: bool = False
    busy: bool = False
    asked: int = 0
    seconds: float = 0

    def __bool__(self) -> bool:
        return bool(self.own or self.sent)

    def pop(self) -> RedirectChain:
        """The chain whose turn it is."""
        take_sent = bool(self.sent) and (self.sent_next or not self.own)
        self.sent_next = not take_sent
        return (self.sent if take_sent else self.own).popleft()


class Queues:
    """Chains that wait for domains, each of which is asked one thing at a time.

    A domain is a registrable one: whoever has it can give names under it without number, and would
    have a share of the run for each. It is no IP address: sites of many owners share those.
    """

    def __init__(self, share: Share) -> None:
        self._share = share
        self._domains: dict[str, _Domain] = {}
        self._idle: deque[_Domain] = deque()
        self._busy = 0
        self._domain_of = cache(owner_domain)

    def __bool__(self) -> bool:
        return bool(self._idle or self._busy)

    def add(self, chain: RedirectChain, first: bool = False) -> None:
        """Queue a chain for the domain that it waits for; one that goes on there goes first.

        Where it is to be `first`, so does its domain, unless that waits already.
        """
        domain = self._waited_for(chain)
        if not domain and not domain.busy:
            (self._idle.appendleft if first else self._idle.append)(domain)
        is_own = self._domain_of(chain.start.host) == domain.name
        queue = domain.own if is_own else domain.sent
        if first or (chain.steps and self._domain_of(chain.last.target.host) == domain.name):
            queue.appendleft(chain)
        else:
            queue.append(chain)

    def start(self) -> Iterator[RedirectChain]:
        """The chains whose domains may be asked now; each makes its domain busy until its end."""
        while self._idle and self._busy < AT_ONCE:
            domain = self._idle.popleft()
            domain.busy = True
            self._busy += 1
            yield domain.pop()

    def grant(self, chain: RedirectChain) -> Grant:
        """What the domain that a chain waits for may still have."""
        domain = self._waited_for(chain)
        seconds = self._share.seconds - domain.seconds
        if domain.asked >= self._share.addresses:
            return Grant(f"{domain.asked} addresses of {domain.name} were", seconds)
        if seconds <= 0:
            return Grant(f"{domain.name} had its {self._share.seconds:g} seconds", seconds)
        return Grant("", seconds)

    def end(self, chain: RedirectChain, asked: int = 0, seconds: float = 0) -> None:
        """Make idle the domain that a chain waited for, and count what it had."""
        domain = self._waited_for(chain)
        domain.busy = False
        domain.asked += asked
        domain.seconds += seconds
        self._busy -= 1
        if domain:
            self._idle.append(domain)

    def _waited_for(self, chain: RedirectChain) -> _Domain:
        name = self._domain_of(chain.awaited.host)
        return self._domains.setdefault(name, _Domain(name))
