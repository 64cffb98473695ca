"""Mending the http addresses of sources: https where that leads to the same page."""

import math
import sys
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from ..bibliography.insecure import Insecure, insecure_in
from ..problem import Problem, Severity, quoted
from ..progress import SILENT, Progress
from ..text.source import Source
from .answers import LOOK, Answer
from .chains import RedirectChain
from .network import Network
from .queues import Share
from .redirects import Ask, Follower
from .run import failed_offline
from .sameness import lead_to_one_page
from .targets import Target, target_of
from .verdict import left_out

_Chains = Mapping[Target, RedirectChain]


# So many addresses are compared at once: the pages of both schemes are kept as long.
_AT_ONCE = 32

# A person looks on, and what is mended is not asked again: no domain has a share.
_NO_SHARE = Share(sys.maxsize, math.inf)


class Mended(NamedTuple):
    """A source's new text, what became of each address, and whether an interrupt stopped it."""

    text: str
    problems: list[Problem]
    stopped: bool


def mended(
    source: Source,
    network: Network,
    agent: str,
    end: float = math.inf,
    progress: Progress = SILENT,
) -> Mended:
    """The text of a bibliography with https addresses, and for each http one what became of it.

    Nothing but the scheme is changed, and only where the servers of both schemes answer and show
    the same page before `end`, a time of `monotonic`. An interrupt (Ctrl-C) ends it as the time
    does: what was found until then is mended.
    """
    found = list(insecure_in(source))
    why_not: list[str] = []
    stopped = False
    progress.begin(2 * len(found))
    for first in range(0, len(found), _AT_ONCE):
        part = found[first : first + _AT_ONCE]
        follower = Follower(_asking(network, agent), _NO_SHARE, end, progress)
        chains = _followed(part, follower)
        why_not += [_why_not(each.address, chains) for each in part]
        if follower.stopped:
            stopped, end = True, -math.inf
    progress.end()
    text, problems = source.text, []
    for each, why in reversed(list(zip(found, why_not, strict=True))):
        if not why:
            text = f"{text[: each.position]}https{text[each.position + len('http') :]}"
        problems.append(_reported(source.path, each, why))
    return Mended(text, problems[::-1], stopped)


def _asking(network: Network, agent: str) -> Ask:
    def ask(target: Target, with_text: bool, seconds: float) -> Answer:
        return network.ask(target, agent, with_text, with_digest=True, seconds=seconds)

    return ask


def _followed(found: Sequence[Insecure], follower: Follower) -> _Chains:
    """The redirect chain of each address by http and by https."""
    addresses = [each for one in found for each in (one.address, _secure(one.address))]
    targets = dict.fromkeys(
        target for each in addresses if not isinstance(target := target_of(each), str)
    )
    chains = {target: RedirectChain(target, reads=True) for target in targets}
    follower.follow(list(chains.values()))
    return failed_offline(chains)


def _secure(address: str) -> str:
    return f"https{address[len('http') :]}"


def _why_not(address: str, chains: _Chains) -> str:
    """Why an address stays as it is; empty where https leads to the same page."""
    plain, secure = target_of(address), target_of(_secure(address))
    if isinstance(plain, str) or isinstance(secure, str):
        return f"it {plain if isinstance(plain, str) else secure}"
    if fault := _fault(chains[secure]):
        return f"by https it {fault}"
    if fault := _fault(chains[plain]):
        return f"https answers, but by http it {fault}, so the two cannot be compared"
    if lead_to_one_page(chains[plain], chains[secure]):
        return ""
    return f"by https it shows another page; {LOOK}"


def _fault(chain: RedirectChain) -> str:
    """Why a chain leads to no page; empty where it does."""
    if chain.left:
        return left_out(chain)
    answer = chain.last.answer
    if answer.failure or chain.halted:
        return answer.failure or chain.halted
    return "" if 200 <= answer.status < 300 else f"is answered with {answer.status}; {LOOK}"


def _reported(path: str, each: Insecure, why_not: str) -> Problem:
    if not why_not:
        message = f"{each.field} {quoted(each.address)} is {quoted(_secure(each.address))} now"
        return Problem(path, each.line, each.column, message, Severity.NOTE)
    message = f"{each.field} {quoted(each.address)} stays: {why_not}"
    return Problem(path, each.line, each.column, message, Severity.WARNING)
