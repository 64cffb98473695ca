"""Findings: the judgement on each occurrence of an address, with its exception if it has one."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from ..paths import ALLOWLIST
from ..problem import QUOTED_AT_MOST, Problem, Severity, printable, quoted
from .allowlist import Exemption
from .chains import RedirectChain
from .occurrence import Occurrence
from .targets import target_of
from .verdict import Judgement, Verdict

_SEVERITIES = {
    Verdict.GONE: Severity.PROBLEM,
    Verdict.ARCHIVED: Severity.WARNING,
    Verdict.DOUBTFUL: Severity.WARNING,
}


@dataclass(frozen=True, slots=True)
class Finding:
    """An occurrence, its judgement, its redirect chain if it was asked, and its exception."""

    occurrence: Occurrence
    judgement: Judgement
    chain: RedirectChain | None = None
    exempt: Exemption | None = None

    def problem(self) -> Problem | None:
        """The finding as a problem to report; None where the verdict is fine."""
        if self.judgement.verdict is Verdict.FINE:
            return None
        path, line, column, role, address, unchangeable, *_ = self.occurrence
        reason = self.judgement.reason
        if self.exempt and unchangeable:  # the remedy would be the exception
            reason = reason.partition(f"; {unchangeable}")[0]
        message = f"{role} {quoted(address)} {_shown(reason)}"
        severity = _SEVERITIES.get(self.judgement.verdict, Severity.NOTE)
        if self.exempt:
            message += f" (excepted: {_shown(self.exempt.reason)})"
            severity = Severity.NOTE
        return Problem(path, line, column, message, severity)


def exemption(occurrence: Occurrence, exceptions: Mapping[object, Exemption]) -> Exemption | None:
    """The exception for an occurrence, however its address is spelt."""
    return exceptions.get(identity(occurrence.address))


def identity(address: str) -> object:
    """A key that is equal for all spellings of an address that request the same."""
    target = target_of(address)
    return address if isinstance(target, str) else target


def superfluous(
    exceptions: Sequence[Exemption], occurrences: Iterable[Occurrence], findings: Iterable[Finding]
) -> Iterator[Problem]:
    """A note for each exception that is no longer needed."""
    present = {identity(each.address) for each in occurrences}
    asked: dict[object, bool] = {}
    for finding in findings:
        known = identity(finding.occurrence.address)
        fine = finding.judgement.verdict is Verdict.FINE
        asked[known] = asked.get(known, True) and fine
    for exempt in exceptions:
        known, place = identity(exempt.address.value), (exempt.address.line, exempt.address.column)
        why = ""
        if known not in present:
            why = "stands on the site no more"
        elif asked.get(known):
            why = "answers well now"
        if why:
            message = f"{quoted(exempt.address.value)} {why}; the exception can go"
            yield Problem(ALLOWLIST, *place, message, Severity.NOTE)


def is_cut_off(findings: Iterable[Finding]) -> bool:
    """Whether several addresses were asked and none answered: then the network is at fault."""
    chains = [finding.chain for finding in findings if finding.chain]
    last = [chain.last.answer for chain in chains if chain.steps]
    return len(last) > 1 and not any(answer.status for answer in last)


def _shown(text: str) -> str:
    """The text in printable characters, cut after eight times `QUOTED_AT_MOST`."""
    longest = 8 * QUOTED_AT_MOST
    shortened = text if len(text) <= longest else text[: longest - 1] + "…"
    return printable(shortened)
