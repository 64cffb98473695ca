"""Verdicts on addresses, from the answers of their servers."""

from enum import StrEnum
from typing import NamedTuple

from ..paths import ALLOWLIST
from ..urls import host_of, same_site
from .answers import LATER, LOOK, PASSING
from .chains import RedirectChain
from .evidence import Mentions
from .occurrence import Occurrence, Role, Unchangeable

# The server says that nothing is there (RFC 9110, sections 15.5.5 and 15.5.11).
_GONE = (404, 410)


class Verdict(StrEnum):
    """A verdict on an address, from best to worst."""

    FINE = "fine"
    MOVED = "moved"
    LEFT = "not asked"
    UNKNOWN = "cannot be told"
    DOUBTFUL = "doubtful"
    ARCHIVED = "gone, but archived"
    GONE = "gone"


class Judgement(NamedTuple):
    """A verdict, with the end of a message that begins with the address."""

    verdict: Verdict
    reason: str = ""

    @property
    def rank(self) -> int:
        """How bad the verdict is, from 0 for the best."""
        return list(Verdict).index(self.verdict)


def judged(chain: RedirectChain, occurrence: Occurrence, mention: Mentions) -> Judgement:
    """The judgement on an occurrence by its redirect chain; evidence must mention the statement."""
    reached = _reached(chain, occurrence)
    if occurrence.role is not Role.EVIDENCE or reached.verdict not in (Verdict.FINE, Verdict.MOVED):
        return reached
    return _as_evidence(chain, mention) or reached


def doubtful(reason: str, occurrence: Occurrence) -> Judgement:
    """The judgement on an address without an answer; its remedy never changes a signed text."""
    fault, _, remedy = reason.rpartition("; ")
    if fault and occurrence.unchangeable is Unchangeable.SIGNED and remedy not in PASSING:
        reason = f"{fault}; {_remedy(occurrence)}"
    return Judgement(Verdict.DOUBTFUL, reason)


def _reached(chain: RedirectChain, occurrence: Occurrence) -> Judgement:
    if chain.left:
        return Judgement(Verdict.LEFT, left_out(chain))
    answer = chain.last.answer
    if answer.failure:
        return doubtful(answer.failure, occurrence)
    if chain.halted:
        return Judgement(Verdict.DOUBTFUL, chain.halted)
    if answer.status in _GONE:
        gone = f"is gone: the server answers {answer.status}; {_remedy(occurrence)}"
        return Judgement(Verdict.GONE, gone)
    if not 200 <= answer.status < 300:
        return Judgement(Verdict.DOUBTFUL, _unusual(answer.status))
    if chain.permanent != chain.start:
        return Judgement(Verdict.MOVED, _moved(chain.permanent.address, occurrence))
    return Judgement(Verdict.FINE)


def left_out(chain: RedirectChain) -> str:
    """Why an address, or the one to which its redirects lead, is not asked in a run."""
    leads = f"leads to {chain.awaited.address}, which " if chain.steps else ""
    return f"{leads}is not asked in this run: {chain.left}; {_IN_TURN}"


def _moved(address: str, occurrence: Occurrence) -> str:
    if occurrence.unchangeable is Unchangeable.SIGNED:
        return f"has moved for good, to {address}; {occurrence.unchangeable}"
    return f"has moved for good; give {address}"


def _remedy(occurrence: Occurrence) -> str:
    """The remedy for an address that is gone."""
    if occurrence.unchangeable:
        return f"{occurrence.unchangeable}, so put the address with a reason into {ALLOWLIST}"
    return _REMEDIES[occurrence.role]


def _unusual(status: int) -> str:
    if status in (401, 403):
        return f"is not shown to programs: the server answers {status}; {LOOK}"
    if status == 429:
        return f"is asked for too often: the server answers 429; {LATER}"
    if status >= 500:
        return f"is out of order: the server answers {status}; {LATER}"
    return f"is answered with {status}; {LOOK}"


def _as_evidence(chain: RedirectChain, mention: Mentions) -> Judgement | None:
    """The judgement on a page that answers but is not evidence, or None if it is."""
    start, end = chain.start.address, chain.last.target.address
    answer = chain.last.answer
    if not same_site(start, end):
        message = f"is now on another site, {host_of(end)}; see whether it is the signatory's word"
        return Judgement(Verdict.DOUBTFUL, message)
    if not mention or mention.includes(start):
        return None
    if answer.mentions is None:
        return Judgement(Verdict.UNKNOWN, f"is no page of text, so what it says {_UNKNOWN}")
    if answer.mentions:
        return None
    if answer.cut:
        message = f"is longer than 2 MiB, and what its rest says {_UNKNOWN}"
        return Judgement(Verdict.UNKNOWN, message)
    missing = "holds neither the title nor the address of the statement"
    return Judgement(Verdict.DOUBTFUL, f"{missing}; see whether it still states the endorsement")


_IN_TURN = "a later run asks it"
_UNKNOWN = f"cannot be told; {LOOK}"
_REMEDIES = {
    Role.EVIDENCE: "ask the signatory for its new address",
    Role.WEBSITE: "give the signatory's present address",
    Role.REFERENCE: "give its new address, or that of an archived copy",
    Role.ARCHIVED: "save the original anew, and give the address of that copy",
    Role.ARCHIVED_EVIDENCE: "save the original anew, and give the address of that copy",
    Role.LINK: "give its new address, or that of an archived copy",
}
