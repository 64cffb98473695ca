"""What the deployed site publishes, read from its statement.json."""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from time import monotonic
from typing import Any
from urllib.parse import urljoin

from ..paths import VERSIONS
from ..problem import Problem, Severity, quoted
from ..statement.identity import same_statement
from ..statement.published import Published, contradictions
from ..text.source import Entry
from .answers import Answer
from .chains import RedirectChain
from .network import Network
from .redirects import Follower
from .targets import Target, target_of

FILE = "statement.json"
_FORMAT = 1

# The time for all of its answers, with those that lead on to another.
_SECONDS = 60

# What such a site answers before it is deployed for the first time.
_NOTHING = (404, 410)


@dataclass(frozen=True, slots=True)
class Deployed:
    """A statement as it is deployed: its address, and the versions that its site publishes."""

    address: str
    versions: tuple[Published, ...]


def rewritten_since_deployed(
    listed: Sequence[Entry], address: str | None, site: str, network: Network, agent: str
) -> Iterator[Problem]:
    """The problems of a list of versions that contradicts what a site publishes.

    Where that cannot be had, or is another statement by its `address`, it is a warning: the first
    deployment has none, and a host may fail.
    """
    deployed, why = deployed_at(site, network, agent)
    if deployed is None:
        yield _unmade(site, why)
    elif not same_statement(deployed.address or None, address):
        yield _unmade(site, f"its statement is another, of {quoted(deployed.address)}")
    else:
        yield from contradictions(listed, deployed.versions)


def deployed_at(site: str, network: Network, agent: str) -> tuple[Deployed | None, str]:
    """The statement that a site publishes, or none and why it cannot be had."""
    target = target_of(urljoin(f"{site.rstrip('/')}/", FILE), plain=False)
    if isinstance(target, str):
        return None, target
    chain = RedirectChain(target, reads=True)
    Follower(partial(_ask, network, agent), network.share, monotonic() + _SECONDS).follow([chain])
    text, why = _text_of(chain)
    deployed = _read(text) if text is not None else None
    return deployed, why or f"its {FILE} cannot be read; look at it in a browser"


def _ask(network: Network, agent: str, target: Target, with_text: bool, seconds: float) -> Answer:
    return network.ask(target, agent, with_text, seconds=seconds)


def _text_of(chain: RedirectChain) -> tuple[str | None, str]:
    if chain.left or not chain.steps:
        return None, f"it was not answered in time: {chain.left}"
    answer = chain.last.answer
    if chain.halted or answer.failure:
        return None, chain.halted or answer.failure
    if answer.status in _NOTHING:
        return None, f"it has no {FILE}, as before its first deployment"
    if not 200 <= answer.status < 300:
        return None, f"it answers {answer.status}; try again later"
    return (None if answer.cut else answer.text), ""


def _read(text: str) -> Deployed | None:
    """The statement in a text; none where it is no statement.json of the known format."""
    try:
        data = json.loads(text.removeprefix("\ufeff"))
    except (ValueError, RecursionError):
        return None
    if not isinstance(data, dict) or data.get("format") != _FORMAT:
        return None
    address, versions = data.get("address"), data.get("versions")
    if not isinstance(address, str) or not isinstance(versions, list):
        return None
    found = [_version(each) for each in versions if isinstance(each, dict)]
    whole = tuple(each for each in found if each is not None)
    return Deployed(address, whole) if len(whole) == len(versions) else None


def _version(data: Mapping[str, Any]) -> Published | None:
    fields = [data.get(name) for name in ("version", "sha256", "published")]
    number, sha256, date = (each if isinstance(each, str) else "" for each in fields)
    return Published(number, sha256, date) if number and sha256 else None


def _unmade(site: str, why: str) -> Problem:
    message = f"cannot be held against what {quoted(site)} publishes: {why}"
    return Problem(VERSIONS, 1, 1, message, Severity.WARNING)
