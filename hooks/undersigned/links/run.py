"""The check of a site's links: each address is asked once, and judged at each occurrence."""

import importlib.metadata
import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from ..progress import SILENT, Progress
from ..urls import refusal
from .allowlist import Exemption
from .answers import OFFLINE, UNRESOLVED, Answer
from .archives import with_copies
from .chains import RedirectChain, Step
from .evidence import Mentions, mentioned
from .findings import Finding, exemption, identity
from .network import Network
from .occurrence import Occurrence, Role
from .queues import Share
from .redirects import Ask, Follower
from .settings import Settings
from .targets import Target, target_of
from .turns import whose_turn
from .verdict import doubtful, judged


class Run(NamedTuple):
    """What was found in a run, and whether an interrupt (Ctrl-C) stopped it."""

    findings: list[Finding]
    stopped: bool


def look_at_all(
    occurrences: Sequence[Occurrence],
    settings: Settings,
    exceptions: Sequence[Exemption],
    network: Network,
    week: int,
    end: float = math.inf,
    progress: Progress = SILENT,
) -> Run:
    """A finding for each occurrence, in their order, after a run in a week, until a time at most.

    The time is one of `monotonic`. Where a domain has more addresses than its share, those are
    asked whose turn it is in the week.
    """
    mention = mentioned(settings)
    ask = _asking(network, user_agent(settings), mention)
    chains, asked = _chains(occurrences, network.share, week)
    follower = Follower(ask, network.share, end, progress)
    progress.begin(len(asked))
    follower.follow(asked)
    progress.end()
    chains = failed_offline(chains)
    known = {identity(each.address.value): each for each in exceptions}
    findings = []
    for occurrence in occurrences:
        target = target_of(occurrence.address)
        chain = None if isinstance(target, str) else chains[target]
        if chain is None:
            judgement = doubtful(str(target), occurrence)
        else:
            judgement = judged(chain, occurrence, mention)
        findings.append(Finding(occurrence, judgement, chain, exemption(occurrence, known)))
    return Run(with_copies(findings), follower.stopped)


def user_agent(settings: Settings) -> str:
    """The value of the User-Agent header: the program's name and version, and the site."""
    addresses = (settings.site_url, settings.about("repository"))
    site = next((each for each in addresses if each.isascii() and not refusal(each)), "")
    return f"{program()} (checks the links of {site or 'a statement site'})"


def program() -> str:
    """The program's name and version, as a User-Agent header begins."""
    try:
        version = importlib.metadata.version("undersigned")
    except importlib.metadata.PackageNotFoundError:
        version = "0"
    return f"undersigned/{version}"


def _asking(network: Network, agent: str, mention: Mentions) -> Ask:
    """How an address is asked; of a text that was wanted no more is kept than what it mentions."""

    def ask(target: Target, with_text: bool, seconds: float) -> Answer:
        answer = network.ask(target, agent, with_text, seconds=seconds)
        if answer.text is None:
            return answer
        stands = mention.stands_in(answer.text, target.address)
        return replace(answer, text=None, mentions=stands)

    return ask


def _chains(
    occurrences: Iterable[Occurrence], share: Share, week: int
) -> tuple[Mapping[Target, RedirectChain], list[RedirectChain]]:
    """The chain that each address begins, and those whose turn it is, in the order of the week.

    Of evidence the text is read.
    """
    chains: dict[Target, RedirectChain] = {}
    for occurrence in occurrences:
        target = target_of(occurrence.address)
        if not isinstance(target, str):
            chain = chains.setdefault(target, RedirectChain(target))
            chain.reads |= occurrence.role is Role.EVIDENCE
    asked = whose_turn(chains, week, share.addresses)
    for target in chains.keys() - set(asked):
        chains[target].left = f"{share.addresses} others of its domain are"
    return chains, [chains[target] for target in asked]


def failed_offline(chains: Mapping[Target, RedirectChain]) -> Mapping[Target, RedirectChain]:
    """The chains, which fail for want of a network if no name of two hosts or more was resolved."""
    asked = [start for start, each in chains.items() if each.steps]
    failures = {step.answer.failure for each in chains.values() for step in each.steps}
    if len({start.host for start in asked}) < 2 or not failures.issubset(UNRESOLVED):
        return chains
    failed = Answer(failure=OFFLINE)
    offline = {start: RedirectChain(start, steps=[Step(start, failed)]) for start in asked}
    return {**chains, **offline}
