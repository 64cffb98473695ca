"""What an answer means for the address that was asked."""

from enum import StrEnum
from typing import NamedTuple

from ..paths import ALLOWLIST
from ..urls import host_of, same_site
from .answers import LATER, LOOK, PASSING
from .evidence import Mentions
from .occurrence import Lasting, Occurrence, Role
from .redirects import RedirectChain

# Nothing is there, and the server says so (RFC 9110, sections 15.5.5 and 15.5.11).
_GONE = (404, 410)


class Verdict(StrEnum):
    """From best to worst."""

    FINE = "fine"
    MOVED = "moved"
    UNTOLD = "cannot be told"
    DOUBTFUL = "doubtful"
    ARCHIVED = "gone, but archived"
    GONE = "gone"


class Judgement(NamedTuple):
    """A verdict, with what follows the address in the message about it."""

    verdict: Verdict
    reason: str = ""

    @property
    def rank(self) -> int:
        """How bad it is."""
        return list(Verdict).index(self.verdict)


def judged(journey: RedirectChain, occurrence: Occurrence, mention: Mentions) -> Judgement:
    """What a journey says of an address, more being asked of evidence than of other links."""
    reached = _reached(journey, occurrence)
    if occurrence.role is not Role.EVIDENCE or reached.verdict not in (Verdict.FINE, Verdict.MOVED):
        return reached
    return _as_evidence(journey, mention) or reached


def doubted(reason: str, occurrence: Occurrence) -> Judgement:
    """An address for which nothing was answered; nobody is told to change a signed text."""
    fault, _, remedy = reason.rpartition("; ")
    if fault and occurrence.lasting is Lasting.SIGNED and remedy not in PASSING:
        reason = f"{fault}; {_mend(occurrence)}"
    return Judgement(Verdict.DOUBTFUL, reason)


def _reached(journey: RedirectChain, occurrence: Occurrence) -> Judgement:
    answer = journey.last.answer
    if answer.failure:
        return doubted(answer.failure, occurrence)
    if journey.halted:
        return Judgement(Verdict.DOUBTFUL, journey.halted)
    if answer.status in _GONE:
        gone = f"is gone: the server answers {answer.status}; {_mend(occurrence)}"
        return Judgement(Verdict.GONE, gone)
    if not 200 <= answer.status < 300:
        return Judgement(Verdict.DOUBTFUL, _unusual(answer.status))
    if journey.settled != journey.start:
        return Judgement(Verdict.MOVED, _moved(journey.settled.address, occurrence))
    return Judgement(Verdict.FINE)


def _moved(address: str, occurrence: Occurrence) -> str:
    if occurrence.lasting is Lasting.SIGNED:
        return f"has moved for good, to {address}; {occurrence.lasting}"
    return f"has moved for good; give {address}"


def _mend(occurrence: Occurrence) -> str:
    """What to do about an address that nothing answers any more."""
    if occurrence.lasting:
        return f"{occurrence.lasting}, so put the address with a reason into {ALLOWLIST}"
    return _MEND[occurrence.role]


def _unusual(status: int) -> str:
    if status in (401, 403):
        return f"is not shown to programs: the server answers {status}; {LOOK}"
    if status == 429:
        return f"is asked for too often: the server answers 429; {LATER}"
    if status >= 500:
        return f"is out of order: the server answers {status}; {LATER}"
    return f"is answered with {status}; {LOOK}"


def _as_evidence(journey: RedirectChain, mention: Mentions) -> Judgement | None:
    """What keeps a page that is there from being evidence, if anything does."""
    start, end = journey.start.address, journey.last.target.address
    answer = journey.last.answer
    if not same_site(start, end):
        away = f"is now on another site, {host_of(end)}; see whether it is the signatory's word"
        return Judgement(Verdict.DOUBTFUL, away)
    if not mention or mention.stands_at(start):
        return None
    if answer.text is None:
        return Judgement(Verdict.UNTOLD, f"is no page of text, so what it says {_UNTOLD}")
    if mention.stands_in(answer.text, end):
        return None
    if answer.cut:
        return Judgement(Verdict.UNTOLD, f"is longer than 2 MiB, and what its rest says {_UNTOLD}")
    missing = "holds neither the title nor the address of the statement"
    return Judgement(Verdict.DOUBTFUL, f"{missing}; see whether it still states the endorsement")


_UNTOLD = f"cannot be told; {LOOK}"
_MEND = {
    Role.EVIDENCE: "ask the signatory for its new address",
    Role.WEBSITE: "give the signatory's present address",
    Role.REFERENCE: "give its new address, or that of an archived copy",
    Role.ARCHIVED: "save the original anew, and give the address of that copy",
    Role.LINK: "give its new address, or that of an archived copy",
}
