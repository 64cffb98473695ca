"""Redirects, followed for many addresses at once, with one request per domain at a time."""

import threading
from collections.abc import Callable, Sequence
from contextlib import suppress
from queue import Empty, SimpleQueue
from time import monotonic

from ..problem import counted
from ..progress import SILENT, Progress
from .answers import LOOK, Answer
from .chains import RedirectChain
from .queues import Queues, Share
from .targets import Target

# Asks for an address, with its text or without, for so many seconds at most.
Ask = Callable[[Target, bool, float], Answer]

# Gives what is asked after a chain that has ended, of the same domain; None where that is nothing.
After = Callable[[RedirectChain], RedirectChain | None]

_OVER = "the run had to end"
_STOPPED = "the run was stopped"
# In seconds. An interrupt just before a wait begins is seen only when that ends: Python looks for
# signals between its own instructions, and the wait is one.
_LONGEST_WAIT = 1.0
_UNFORESEEN = "made this program fail, which is a fault of its own"


class Follower:
    """Follows redirects until a time of `monotonic`; asks each address once.

    An address is asked again only where its text is wanted of an answer that was taken without.
    Each chain that is done is a step of `progress`, whose beginning and end are up to the caller.
    What comes `after` a chain has its turn before all others, so that one thing is done at a time,
    and is part of the same step.
    """

    def __init__(
        self,
        ask: Ask,
        share: Share,
        end: float,
        progress: Progress = SILENT,
        after: After = lambda _: None,
    ) -> None:
        self.stopped = False
        self._progress = progress
        self._after = after
        self._followed: list[RedirectChain] = []
        self._waiting: list[RedirectChain] = []
        self._ask = ask
        self._end = end
        self._queues = Queues(share)
        self._answers: dict[tuple[Target, bool], Answer] = {}
        self._answered: SimpleQueue[tuple[RedirectChain, Answer, float]] = SimpleQueue()

    def follow(self, chains: Sequence[RedirectChain]) -> None:
        """Extend each chain to its end, or say why it was left where it is.

        The time that is set is kept whatever servers do: what still waits for them is left. An
        interrupt (Ctrl-C) ends the run as its time does.
        """
        try:
            for chain in chains:
                self._add(chain)
            while self._queues and self._seconds_left > 0:
                for chain in self._queues.start():
                    self._begin(chain)
                if self._queues:
                    with suppress(Empty):
                        self._take()
        except KeyboardInterrupt:
            self.stopped = True
        for chain in self._followed:
            if not chain.ended and not chain.left:
                chain.left = _STOPPED if self.stopped else _OVER

    @property
    def _seconds_left(self) -> float:
        # What waits for longer than it may raises `OverflowError`.
        return max(0, min(self._end - monotonic(), threading.TIMEOUT_MAX))

    def _add(self, chain: RedirectChain, first: bool = False) -> None:
        self._followed.append(chain)
        self._queues.add(chain, first)

    def _begin(self, chain: RedirectChain) -> None:
        """Ask for what a chain awaits, in a thread of its own, unless it is known or refused."""
        known = self._known(chain)
        if known:
            self._queues.end(chain)
            self._go_on(chain, known)
            return
        chain.left, seconds = self._queues.grant(chain)
        if chain.left:
            self._queues.end(chain)
            self._progress.done()
            return
        arguments = (chain, min(seconds, self._seconds_left))
        threading.Thread(target=self._put, args=arguments, daemon=True).start()
        self._waiting.append(chain)
        self._show()

    def _known(self, chain: RedirectChain) -> Answer | None:
        with_text = self._answers.get((chain.awaited, True))
        return with_text if chain.reads else with_text or self._answers.get((chain.awaited, False))

    def _put(self, chain: RedirectChain, seconds: float) -> None:
        """Put the answer into the queue, with the seconds that it took.

        What nobody foresaw fails for this address alone: no server is to end the run of all others.
        """
        begun = monotonic()
        try:
            answer = self._ask(chain.awaited, chain.reads, seconds)
        except Exception as error:
            answer = Answer(failure=f"{_UNFORESEEN} ({type(error).__name__}); {LOOK}")
        self._answered.put((chain, answer, monotonic() - begun))

    def _take(self) -> None:
        """Take the next answer; raises `Empty` where none comes for a while, or the run is over."""
        longest = min(self._seconds_left, _LONGEST_WAIT)
        chain, answer, seconds = self._answered.get(timeout=longest)
        self._queues.end(chain, asked=1, seconds=seconds)
        self._waiting.remove(chain)
        if answer.late:
            chain.left = self._queues.grant(chain).refusal or _OVER
            self._progress.done()
            return
        self._answers[chain.awaited, chain.reads] = answer
        self._go_on(chain, answer)

    def _go_on(self, chain: RedirectChain, answer: Answer) -> None:
        chain.go_on(answer)
        if not chain.ended:
            self._queues.add(chain)
            return
        if following := self._after(chain):
            self._add(following, first=True)
        else:
            self._progress.done()
        self._show()

    def _show(self) -> None:
        """Show who has been waited for the longest, and how many others are."""
        hosts = [chain.awaited.host for chain in self._waiting]
        others = f" and {counted(len(hosts) - 1, 'other')}" if len(hosts) > 1 else ""
        self._progress.now(f"{hosts[0]}{others}" if hosts else "")
