"""The check of a site's links: each address is asked once, and judged at each occurrence."""

import importlib.metadata
from collections.abc import Iterable, Mapping, Sequence

from ..urls import refusal
from .allowlist import Exemption
from .answers import OFFLINE, UNRESOLVED, Answer
from .archives import with_copies
from .evidence import mentioned
from .findings import Finding, exemption, identity
from .network import Network
from .occurrence import Occurrence, Role
from .redirects import Follower, RedirectChain, Step
from .settings import Settings
from .targets import Target, target_of
from .verdict import doubtful, judged


def look_at_all(
    occurrences: Sequence[Occurrence],
    settings: Settings,
    exceptions: Sequence[Exemption],
    network: Network,
) -> list[Finding]:
    """A finding for each occurrence, in their order."""
    chains = _chains(occurrences, network, user_agent(settings))
    known = {identity(each.address.value): each for each in exceptions}
    mention = mentioned(settings)
    findings = []
    for occurrence in occurrences:
        target = target_of(occurrence.address)
        chain = None if isinstance(target, str) else chains[target]
        if chain is None:
            judgement = doubtful(str(target), occurrence)
        else:
            judgement = judged(chain, occurrence, mention)
        findings.append(Finding(occurrence, judgement, chain, exemption(occurrence, known)))
    return with_copies(findings)


def user_agent(settings: Settings) -> str:
    """The value of the User-Agent header: the program's name and version, and the site."""
    try:
        version = importlib.metadata.version("undersigned")
    except importlib.metadata.PackageNotFoundError:
        version = "0"
    addresses = (settings.site_url, settings.about("repository"))
    site = next((each for each in addresses if each.isascii() and not refusal(each)), "")
    return f"undersigned/{version} (checks the links of {site or 'a statement site'})"


def _chains(
    occurrences: Iterable[Occurrence], network: Network, agent: str
) -> Mapping[Target, RedirectChain]:
    """The redirect chain of each address; evidence is asked first, since its text is read."""
    wanted: dict[Target, bool] = {}
    for occurrence in occurrences:
        target = target_of(occurrence.address)
        if not isinstance(target, str):
            wanted[target] = wanted.get(target, False) or occurrence.role is Role.EVIDENCE
    follower = Follower(lambda target, with_text: network.ask(target, agent, with_text))
    read = follower.follow([each for each in wanted if wanted[each]], with_text=True)
    rest = follower.follow([each for each in wanted if not wanted[each]], with_text=False)
    return failed_offline({**read, **rest})


def failed_offline(chains: Mapping[Target, RedirectChain]) -> Mapping[Target, RedirectChain]:
    """The chains, which fail for want of a network if no name of two hosts or more was resolved."""
    hosts = {start.host for start in chains}
    failures = {step.answer.failure for each in chains.values() for step in each.steps}
    if len(hosts) < 2 or not failures.issubset(UNRESOLVED):
        return chains
    return {start: RedirectChain(start, [Step(start, Answer(failure=OFFLINE))]) for start in chains}
