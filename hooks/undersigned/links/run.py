"""The whole of it: every address of a site asked once, and judged wherever it stands."""

import importlib.metadata
from collections.abc import Iterable, Mapping, Sequence

from ..urls import refusal
from .allowlist import Exemption
from .answers import NAMELESS, OFFLINE, Answer
from .archives import with_copies
from .evidence import mentioned
from .findings import Finding, exemption, identity
from .network import Network
from .occurrence import Occurrence, Role
from .redirects import Follower, RedirectChain, Step
from .settings import Settings
from .targets import Target, target_of
from .verdict import doubted, judged


def look_at_all(
    occurrences: Sequence[Occurrence],
    settings: Settings,
    exceptions: Sequence[Exemption],
    network: Network,
) -> list[Finding]:
    """A finding for each standing, in their order."""
    journeys = _journeys(occurrences, network, user_agent(settings))
    known = {identity(each.address.value): each for each in exceptions}
    mention = mentioned(settings)
    findings = []
    for occurrence in occurrences:
        target = target_of(occurrence.address)
        journey = None if isinstance(target, str) else journeys[target]
        if journey is None:
            judgement = doubted(str(target), occurrence)
        else:
            judgement = judged(journey, occurrence, mention)
        findings.append(Finding(occurrence, judgement, journey, exemption(occurrence, known)))
    return with_copies(findings)


def user_agent(settings: Settings) -> str:
    """Who asks, for those who see it in a log: the program, and where the site is found."""
    try:
        version = importlib.metadata.version("undersigned")
    except importlib.metadata.PackageNotFoundError:
        version = "0"
    places = (settings.site_url, settings.about("repository"))
    site = next((each for each in places if each.isascii() and not refusal(each)), "")
    return f"undersigned/{version} (checks the links of {site or 'a statement site'})"


def _journeys(
    occurrences: Iterable[Occurrence], network: Network, agent: str
) -> Mapping[Target, RedirectChain]:
    """The journeys from all addresses; those of evidence first, since their text is read."""
    wanted: dict[Target, bool] = {}
    for occurrence in occurrences:
        target = target_of(occurrence.address)
        if not isinstance(target, str):
            wanted[target] = wanted.get(target, False) or occurrence.role is Role.EVIDENCE
    follower = Follower(lambda target, with_text: network.ask(target, agent, with_text))
    read = follower.follow([each for each in wanted if wanted[each]], with_text=True)
    rest = follower.follow([each for each in wanted if not wanted[each]], with_text=False)
    return _told_offline({**read, **rest})


def _told_offline(journeys: Mapping[Target, RedirectChain]) -> Mapping[Target, RedirectChain]:
    """The same journeys; where no name at all was found, on several hosts, that is their reason."""
    hosts = {start.host for start in journeys}
    failures = {step.answer.failure for each in journeys.values() for step in each.steps}
    if len(hosts) < 2 or not failures.issubset(NAMELESS):
        return journeys
    return {
        start: RedirectChain(start, [Step(start, Answer(failure=OFFLINE))]) for start in journeys
    }
