"""What was found of every address: judged where it stands, excepted where that is known."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from ..paths import ALLOWLIST
from ..problem import QUOTED_AT_MOST, Problem, Severity, printable, quoted
from .allowlist import Exemption
from .occurrence import Occurrence
from .redirects import RedirectChain
from .targets import target_of
from .verdict import Judgement, Verdict

_WEIGHTS = {
    Verdict.GONE: Severity.PROBLEM,
    Verdict.ARCHIVED: Severity.WARNING,
    Verdict.DOUBTFUL: Severity.WARNING,
}


@dataclass(frozen=True, slots=True)
class Finding:
    """One standing with its judgement, the journey if it was asked, and a known exception."""

    occurrence: Occurrence
    judgement: Judgement
    journey: RedirectChain | None = None
    exempt: Exemption | None = None

    def problem(self) -> Problem | None:
        """How it is told, in the words of a checker; what is fine is not."""
        if self.judgement.verdict is Verdict.FINE:
            return None
        path, line, column, role, address, lasting, *_ = self.occurrence
        reason = self.judgement.reason
        if self.exempt and lasting:  # whose remedy is the exception
            reason = reason.partition(f"; {lasting}")[0]
        message = f"{role} {quoted(address)} {_shown(reason)}"
        severity = _WEIGHTS.get(self.judgement.verdict, Severity.NOTE)
        if self.exempt:
            message += f" (excepted: {_shown(self.exempt.reason)})"
            severity = Severity.NOTE
        return Problem(path, line, column, message, severity)


def exemption(occurrence: Occurrence, exceptions: Mapping[object, Exemption]) -> Exemption | None:
    """The exception that a standing has, however its address is spelt."""
    return exceptions.get(identity(occurrence.address))


def identity(address: str) -> object:
    """What is one for two spellings of an address that ask for the same."""
    target = target_of(address)
    return address if isinstance(target, str) else target


def superfluous(
    exceptions: Sequence[Exemption], occurrences: Iterable[Occurrence], findings: Iterable[Finding]
) -> Iterator[Problem]:
    """A note for each exception that nothing needs any more."""
    there = {identity(each.address) for each in occurrences}
    asked: dict[object, bool] = {}
    for finding in findings:
        known = identity(finding.occurrence.address)
        fine = finding.judgement.verdict is Verdict.FINE
        asked[known] = asked.get(known, True) and fine
    for exempt in exceptions:
        known, place = identity(exempt.address.value), (exempt.address.line, exempt.address.column)
        why = ""
        if known not in there:
            why = "stands on the site no more"
        elif asked.get(known):
            why = "answers well now"
        if why:
            message = f"{quoted(exempt.address.value)} {why}; the exception can go"
            yield Problem(ALLOWLIST, *place, message, Severity.NOTE)


def is_cut_off(findings: Iterable[Finding]) -> bool:
    """Whether many were asked and nobody answered, which says more of who asks."""
    last = [finding.journey.last.answer for finding in findings if finding.journey]
    return len(last) > 1 and not any(answer.status for answer in last)


def _shown(text: str) -> str:
    """Printable, and no longer than a line that people read."""
    longest = 8 * QUOTED_AT_MOST
    shortened = text if len(text) <= longest else text[: longest - 1] + "…"
    return printable(shortened)
