"""Redirects, followed for many addresses at once, with one request per host at a time."""

import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from queue import SimpleQueue

from .answers import LOOK, Answer
from .targets import Target, redirected

HOPS = 10
AT_ONCE = 8
PERMANENT = (301, 308)
_REDIRECTS = (301, 302, 303, 307, 308)

Ask = Callable[[Target, bool], Answer]


@dataclass(frozen=True, slots=True)
class Step:
    """An address that was asked, and its answer."""

    target: Target
    answer: Answer


@dataclass(slots=True)
class RedirectChain:
    """An address and its redirects; `halted` is the reason why the last was not followed."""

    start: Target
    steps: list[Step] = field(default_factory=list)
    halted: str = ""

    @property
    def last(self) -> Step:
        """The last address that was asked, and its answer."""
        return self.steps[-1]

    @property
    def permanent(self) -> Target:
        """The target of the permanent redirects (301, 308) that the chain begins with."""
        for step in self.steps:
            if step.answer.status not in PERMANENT:
                return step.target
        return self.last.target

    def next_target(self) -> Target | None:
        """The target of the last answer's redirect, if it is followed; sets `halted` if not."""
        target, answer = self.last.target, self.last.answer
        if answer.status not in _REDIRECTS or not answer.location:
            return None
        goal = redirected(target, answer.location)
        if isinstance(goal, str):
            self.halted = f"redirects to what {goal.partition(';')[0]}; {LOOK}"
        elif any(goal == step.target for step in self.steps):
            self.halted = f"redirects in a circle; {LOOK}"
        elif len(self.steps) > HOPS:
            self.halted = f"redirects more than {HOPS} times; {LOOK}"
        else:
            return goal
        return None


class Follower:
    """Follows redirects; asks each address once, and keeps the answers."""

    def __init__(self, ask: Ask) -> None:
        self.answers: dict[Target, Answer] = {}
        self._ask = ask

    def follow(self, starts: Iterable[Target], with_text: bool) -> Mapping[Target, RedirectChain]:
        """The redirect chain from each address.

        Addresses whose text is wanted must be followed first: an address that was asked without
        its text is not asked again. Raises the unforeseen errors of the requests.
        """
        chains = {start: RedirectChain(start) for start in starts}
        waiting = _Queues()
        for chain in chains.values():
            self._go_on(chain, chain.start, waiting)
        answered: _Answered = SimpleQueue()
        while waiting:
            for target in waiting.start():
                arguments = (target, with_text, answered)
                threading.Thread(target=self._put, args=arguments, daemon=True).start()
            target, answer = answered.get()
            if isinstance(answer, Exception):
                raise answer
            self.answers[target] = answer
            for each in waiting.end(target):
                self._go_on(*each, waiting)
        return chains

    def _put(self, target: Target, with_text: bool, answered: "_Answered") -> None:
        """Ask, in a thread of its own, and put the answer or an unforeseen error into the queue."""
        try:
            answered.put((target, self._ask(target, with_text)))
        except Exception as error:
            answered.put((target, error))

    def _go_on(self, chain: RedirectChain, goal: Target, waiting: "_Queues") -> None:
        """Extend a chain by known answers, to its end or to the next address to be asked."""
        target: Target | None = goal
        while target is not None:
            answer = self.answers.get(target)
            if answer is None:
                waiting.add(chain, target)
                return
            chain.steps.append(Step(target, answer))
            target = chain.next_target()


_Answered = SimpleQueue[tuple[Target, Answer | Exception]]


class _Queues:
    """The chains that wait for each host, and the hosts that are being asked."""

    def __init__(self) -> None:
        self._queues: dict[str, list[tuple[RedirectChain, Target]]] = {}
        self._idle: deque[str] = deque()
        self._asked: set[str] = set()

    def __bool__(self) -> bool:
        return bool(self._queues)

    def add(self, chain: RedirectChain, target: Target) -> None:
        """Queue a chain for the target's host."""
        if target.host not in self._queues:
            self._queues[target.host] = []
            self._idle.append(target.host)
        self._queues[target.host].append((chain, target))

    def start(self) -> Iterator[Target]:
        """The addresses to ask now: one for each idle host, up to `AT_ONCE` hosts."""
        while self._idle and len(self._asked) < AT_ONCE:
            host = self._idle.popleft()
            self._asked.add(host)
            yield self._queues[host][0][1]

    def end(self, target: Target) -> list[tuple[RedirectChain, Target]]:
        """Mark the target's host as idle; gives the chains and targets that waited for it."""
        self._asked.remove(target.host)
        return self._queues.pop(target.host)
