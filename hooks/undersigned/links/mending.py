"""Mending the http addresses of sources: https where that leads to the same page."""

from collections.abc import Mapping, Sequence

from ..bibliography.insecure import Insecure, insecure_in
from ..problem import Problem, Severity, quoted
from ..text.source import Source
from .answers import LOOK
from .network import Network
from .redirects import Follower, RedirectChain
from .run import failed_offline
from .sameness import lead_to_one_page
from .targets import Target, target_of

_Chains = Mapping[Target, RedirectChain]


def mended(source: Source, network: Network, agent: str) -> tuple[str, list[Problem]]:
    """The text of a bibliography with https addresses, and for each http one what became of it.

    Nothing but the scheme is changed, and only where the servers of both schemes answer and show
    the same page.
    """
    found = list(insecure_in(source))
    chains = _followed(found, network, agent)
    text, problems = source.text, []
    for each in reversed(found):
        why_not = _why_not(each.address, chains)
        if not why_not:
            text = f"{text[: each.position]}https{text[each.position + len('http') :]}"
        problems.append(_reported(source.path, each, why_not))
    return text, problems[::-1]


def _followed(found: Sequence[Insecure], network: Network, agent: str) -> _Chains:
    """The redirect chain of each address by http and by https."""
    addresses = [each for one in found for each in (one.address, _secure(one.address))]
    targets = dict.fromkeys(
        target for each in addresses if not isinstance(target := target_of(each), str)
    )
    follower = Follower(lambda target, _: network.ask(target, agent, True, with_digest=True))
    return failed_offline(follower.follow(targets, with_text=True))


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
