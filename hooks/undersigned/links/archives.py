"""Archived copies of sources and evidence: how one changes a verdict, where to save one."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from ..problem import Problem, Severity, quoted
from .findings import Finding, identity
from .occurrence import COPIES
from .targets import target_of
from .verdict import Judgement, Verdict

# The Internet Archive saves a page when this address followed by the page's is opened.
_SAVE = "https://web.archive.org/save/"
_ARCHIVE = "web.archive.org"


def save_address(address: str) -> str:
    """The address that saves a copy of a page; empty for a copy, or for no web page."""
    target = target_of(address)
    if isinstance(target, str) or target.host == _ARCHIVE:
        return ""
    return f"{_SAVE}{address.partition('#')[0]}"


def with_copies(findings: Sequence[Finding]) -> list[Finding]:
    """The findings, with judgements on lost sources that take their archived copies into account.

    A reader who meets a dead address beside an archived copy can still read the source, and the
    original cannot be brought back. So where the copy answers, the loss is a warning: the remedy
    is to offer the copy, and the check does not fail. Where the copy does not answer, for any
    reason, the loss stays a problem; where it was not asked, a later run tells. A copy that is gone
    is a problem of its own: it is a dead link on the page, and can be replaced while the original
    is there.
    """
    copies = {
        identity(each.occurrence.address): each.judgement
        for each in findings
        if each.occurrence.role in COPIES
    }
    return [_with_copy(each, copies.get(identity(each.occurrence.archived))) for each in findings]


def unsaved(findings: Sequence[Finding]) -> Iterator[Problem]:
    """A note for each source and page of evidence that has no archived copy and is not gone."""
    for finding in findings:
        if save := where_to_save(finding):
            path, line, column, role, address, *_ = finding.occurrence
            message = f"{role} {quoted(address)} has no archived copy; save one at {save}"
            yield Problem(path, line, column, message, Severity.NOTE)


def where_to_save(finding: Finding) -> str:
    """The address that saves a copy; empty where there is a copy or the original is gone."""
    gone = finding.judgement.verdict is Verdict.GONE
    return "" if gone or finding.occurrence.archived else save_address(finding.occurrence.unsaved)


def _with_copy(finding: Finding, copy: Judgement | None) -> Finding:
    """A finding that takes the judgement of its archived copy, if it has one, into account."""
    verdict, reason = finding.judgement
    if copy is None or verdict is not Verdict.GONE:
        return finding
    fault = reason.partition("; ")[0]
    if copy.verdict in (Verdict.FINE, Verdict.MOVED):
        remedy = f"offer its archived copy in its place, {finding.occurrence.archived}"
        return replace(finding, judgement=Judgement(Verdict.ARCHIVED, f"{fault}; {remedy}"))
    if copy.verdict is Verdict.LEFT:
        remedy = "a later run asks for its archived copy, which is not asked in this one"
        return replace(finding, judgement=Judgement(Verdict.ARCHIVED, f"{fault}; {remedy}"))
    remedy = "give its new address, or that of a copy that answers: the archived one does not"
    return replace(finding, judgement=Judgement(Verdict.GONE, f"{fault}; {remedy}"))
