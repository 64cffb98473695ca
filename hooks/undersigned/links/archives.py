"""Archived copies of sources: what a copy that answers changes, and where to save one."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from ..problem import Problem, Severity, quoted
from .findings import Finding, identity
from .occurrence import Role
from .targets import target_of
from .verdict import Judgement, Verdict

# The Internet Archive saves a page when this is opened with the page's address behind it.
_SAVE = "https://web.archive.org/save/"
_ARCHIVE = "web.archive.org"


def save_address(address: str) -> str:
    """Where a copy of a page can be saved; empty for what is a copy, or no page of the web."""
    target = target_of(address)
    if isinstance(target, str) or target.host == _ARCHIVE:
        return ""
    return f"{_SAVE}{address.partition('#')[0]}"


def with_copies(findings: Sequence[Finding]) -> list[Finding]:
    """The same findings, where a source is gone judged by its archived copy as well.

    A reader who meets a dead address with a copy beside it still reads the source, and nobody can
    bring the original back. So a copy that answers makes a warning of the loss: the remedy is to
    offer the copy, and no check stays red over it. A copy that does not answer, for whatever
    reason, helps no reader, and the loss stays a problem. A copy that is gone is one of its own:
    it is a dead link on the page, and can be mended while the original is there.
    """
    copies = {
        identity(each.occurrence.address): each.judgement
        for each in findings
        if each.occurrence.role is Role.ARCHIVED
    }
    return [_judged_with(each, copies.get(identity(each.occurrence.archived))) for each in findings]


def unsaved(findings: Sequence[Finding]) -> Iterator[Problem]:
    """A note for each source without an archived copy; what is gone can be saved no more."""
    for finding in findings:
        if save := where_to_save(finding):
            path, line, column, role, address, *_ = finding.occurrence
            message = f"{role} {quoted(address)} has no archived copy; save one at {save}"
            yield Problem(path, line, column, message, Severity.NOTE)


def where_to_save(finding: Finding) -> str:
    """The address at which to save a copy, if there is none and something is there to save."""
    gone = finding.judgement.verdict is Verdict.GONE
    return "" if gone or finding.occurrence.archived else save_address(finding.occurrence.unsaved)


def _judged_with(finding: Finding, copy: Judgement | None) -> Finding:
    """One finding, by the judgement of its copy if it has one."""
    verdict, reason = finding.judgement
    if copy is None or verdict is not Verdict.GONE:
        return finding
    fault = reason.partition("; ")[0]
    if copy.verdict in (Verdict.FINE, Verdict.MOVED):
        remedy = f"offer its archived copy in its place, {finding.occurrence.archived}"
        return replace(finding, judgement=Judgement(Verdict.ARCHIVED, f"{fault}; {remedy}"))
    remedy = "give its new address, or that of a copy that answers: the archived one does not"
    return replace(finding, judgement=Judgement(Verdict.GONE, f"{fault}; {remedy}"))
