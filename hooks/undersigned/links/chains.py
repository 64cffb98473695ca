"""Redirect chains: an address, where its redirects led, and why they were followed no further."""

from dataclasses import dataclass, field

from ..problem import quoted
from .answers import LOOK, Answer
from .targets import Target, redirected

HOPS = 10
_AT_ITS_ADDRESS = "have it served at its own address"
PERMANENT = (301, 308)
_REDIRECTS = (301, 302, 303, 307, 308)


@dataclass(frozen=True, slots=True)
class Step:
    """An address that was asked, and its answer."""

    target: Target
    answer: Answer


@dataclass(slots=True)
class RedirectChain:
    """An address and its redirects.

    `reads` is whether the text of its page is wanted, `awaited` the address that is asked next.
    `within` are the only addresses that its redirects may lead to, if there are any.
    `halted` is the reason why the last redirect was not followed, `left` the reason why `awaited`
    was not asked in this run; it has `ended` where it leads no further.
    """

    start: Target
    reads: bool = False
    within: frozenset[Target] = frozenset()
    steps: list[Step] = field(default_factory=list)
    halted: str = ""
    left: str = ""
    ended: bool = False
    awaited: Target = field(init=False)

    def __post_init__(self) -> None:
        self.awaited = self.start

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

    def go_on(self, answer: Answer) -> None:
        """Take the answer of the awaited address, and await that of its redirect, if it has one."""
        self.steps.append(Step(self.awaited, answer))
        goal = self._goal(answer)
        if goal is None:
            self.ended = True
        else:
            self.awaited = goal

    def _goal(self, answer: Answer) -> Target | None:
        """The target of an answer's redirect, if it is followed; sets `halted` if not."""
        if answer.status not in _REDIRECTS or not answer.location:
            return None
        goal = redirected(self.awaited, answer.location)
        if isinstance(goal, str):
            self.halted = f"redirects to what {goal.partition(';')[0]}; {LOOK}"
        elif self.within and goal not in self.within:
            self.halted = f"redirects to {quoted(goal.address)}; {_AT_ITS_ADDRESS}"
        elif any(goal == step.target for step in self.steps):
            self.halted = f"redirects in a circle; {LOOK}"
        elif len(self.steps) > HOPS:
            self.halted = f"redirects more than {HOPS} times; {LOOK}"
        else:
            return goal
        return None
