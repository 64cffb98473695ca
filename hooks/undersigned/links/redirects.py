"""Redirects, followed for many addresses at once, and never two requests to one host at a time."""

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
    """One address that was asked, and its answer."""

    target: Target
    answer: Answer


@dataclass(slots=True)
class RedirectChain:
    """From an address over its redirects; `halted` says why one of them was not followed."""

    start: Target
    steps: list[Step] = field(default_factory=list)
    halted: str = ""

    @property
    def last(self) -> Step:
        """Where it ended."""
        return self.steps[-1]

    @property
    def settled(self) -> Target:
        """Where permanent redirects lead: the address to give in place of the first."""
        for step in self.steps:
            if step.answer.status not in PERMANENT:
                return step.target
        return self.last.target

    def onward(self) -> Target | None:
        """Where the last answer sends, if that is followed."""
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
    """Asks each address once, whether it is given or a redirect leads to it, and remembers."""

    def __init__(self, ask: Ask) -> None:
        self.answers: dict[Target, Answer] = {}
        self._ask = ask

    def follow(self, starts: Iterable[Target], with_text: bool) -> Mapping[Target, RedirectChain]:
        """The journey from each address.

        Those whose text is wanted come first: what was asked before is not asked again for it.
        """
        journeys = {start: RedirectChain(start) for start in starts}
        waiting = _Waiting()
        for journey in journeys.values():
            self._go_on(journey, journey.start, waiting)
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
        return journeys

    def _put(self, target: Target, with_text: bool, answered: "_Answered") -> None:
        """In a thread of its own: ask, and hand over the answer; an unforeseen error as well."""
        try:
            answered.put((target, self._ask(target, with_text)))
        except Exception as error:
            answered.put((target, error))

    def _go_on(self, journey: RedirectChain, goal: Target, waiting: "_Waiting") -> None:
        """Past all that is known, to the end or to the next address that must be asked."""
        onward: Target | None = goal
        while onward is not None:
            answer = self.answers.get(onward)
            if answer is None:
                waiting.add(journey, onward)
                return
            journey.steps.append(Step(onward, answer))
            onward = journey.onward()


_Answered = SimpleQueue[tuple[Target, Answer | Exception]]


class _Waiting:
    """Who waits for which host, and which hosts are being asked."""

    def __init__(self) -> None:
        self._queues: dict[str, list[tuple[RedirectChain, Target]]] = {}
        self._idle: deque[str] = deque()
        self._asked: set[str] = set()

    def __bool__(self) -> bool:
        return bool(self._queues)

    def add(self, journey: RedirectChain, target: Target) -> None:
        """Queue up for the target's host."""
        if target.host not in self._queues:
            self._queues[target.host] = []
            self._idle.append(target.host)
        self._queues[target.host].append((journey, target))

    def start(self) -> Iterator[Target]:
        """What to ask now: one address of each host that is not being asked."""
        while self._idle and len(self._asked) < AT_ONCE:
            host = self._idle.popleft()
            self._asked.add(host)
            yield self._queues[host][0][1]

    def end(self, target: Target) -> list[tuple[RedirectChain, Target]]:
        """The host is free again; all that waited for it."""
        self._asked.remove(target.host)
        return self._queues.pop(target.host)
