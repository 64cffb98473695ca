"""From the answers in an issue to a drop-in, which is as the checker wants it or is not made."""

import re
from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

from ..deeds.entry_list import RECORD
from ..deeds.reading.new_entry import RecordChecker
from ..entry_list import SIGNATORIES, EntryList
from ..format.canonical import canonical_entry, entry_of
from ..problem import Problem, Severity, stopping
from ..proofs.copies import Copy
from ..register.entries import LARGEST_DROP_IN
from ..register.new_entry import EntryChecker
from ..text.source import Source
from ..text.yaml_reader import read_entries
from .answers import WHOLE, Answers, Checker, addressed, in_order, judged
from .asked import DEED, DOMAIN, LABELS
from .body import answers_in, form_of, misplaced
from .deed_answers import undated, with_keys
from .event import LabelledIssue
from .forms import IssueForm
from .own_server import Servers, stated
from .refusals import Refusal
from .unproved import Mistake

# What workflows may do with a path without a second look; slugs are of no other characters.
_SLUG = "[a-z0-9]+(?:-[a-z0-9]+)*"
_HARMLESS = {
    SIGNATORIES: re.compile(rf"signatories\.d/({_SLUG}(?:@[0-9]+(?:\.[0-9]+){{1,2}})?)\.yml"),
    RECORD: re.compile(rf"deeds\.d/({_SLUG})\.yml"),
}


class DropIn(NamedTuple):
    """A file to propose, the branch on which to propose it, and the issue that asks for it.

    `copy` is to be kept with it, where the signatory's own server states the endorsement.
    """

    path: str
    text: str
    branch: str
    issue: int
    opened_by: str
    copy: Copy | None = None


def drop_in_of(
    issue: LabelledIssue,
    checker: EntryChecker,
    forms: Sequence[IssueForm],
    servers: Servers,
    record: Callable[[], RecordChecker],
) -> DropIn | list[Refusal]:
    """The drop-in that an issue of one of the forms asks for, or everything to mend before.

    The `record` is read for a deed alone.
    """
    form = form_of(issue.body, forms)
    if isinstance(form, Refusal):
        return [form]
    if issue.label in LABELS and issue.label != form.asked.label:
        message = f"is '{issue.label}', and that of issues of this form is '{form.asked.label}'"
        return [Refusal("The label", f"{message}; ask for it")]
    if wrong := misplaced(issue.body, form):
        return wrong
    values, wrong = answers_in(issue.body, form)
    answers = Answers(form, values)
    wrong += addressed(answers)
    if form.asked is DEED:
        return _deed(issue, answers, wrong, record())
    return _endorsement(issue, answers, wrong, checker, servers)


def label_for(issue: LabelledIssue, forms: Sequence[IssueForm]) -> str:
    """The label by which an issue can become an entry once it is mended."""
    form = form_of(issue.body, forms)
    if isinstance(form, Refusal) or issue.label not in LABELS:
        return issue.label
    return form.asked.label


def _endorsement(
    issue: LabelledIssue,
    answers: Answers,
    wrong: list[Refusal],
    checker: EntryChecker,
    servers: Servers,
) -> DropIn | list[Refusal]:
    """The drop-in of an endorsement; what is wrong with the answers by themselves is known."""
    if answers.form.about(DOMAIN):
        answers, more = _with_file(answers, wrong, checker, servers)
        wrong = [*wrong, *more]
    else:
        # The day on which the person wrote it; nobody could know it better.
        answers.values["signed"] = issue.opened
    return _made(issue, answers, wrong, checker)


def _deed(
    issue: LabelledIssue, answers: Answers, wrong: list[Refusal], checker: RecordChecker
) -> DropIn | list[Refusal]:
    """The drop-in of a deed, in which each source has its key."""
    answers, more = with_keys(answers, checker.library)
    return _made(issue, answers, [*wrong, *more, *undated(answers, wrong)], checker)


def _made(
    issue: LabelledIssue, answers: Answers, wrong: list[Refusal], checker: Checker
) -> DropIn | list[Refusal]:
    """The drop-in, or what is wrong with the answers and what the checker says of them."""
    found = [*wrong, *judged(answers, checker, wrong)]
    return in_order(found, answers.form) or _written(issue, answers, checker)


def _with_file(
    answers: Answers, refused: Sequence[Refusal], checker: EntryChecker, servers: Servers
) -> tuple[Answers, list[Refusal]]:
    """The answers with what the file at their domain states.

    No server is asked about a domain or a name that is refused already.
    """
    own = answers._replace(values={k: v for k, v in answers.values.items() if k != DOMAIN})
    about = {answers.refusal(name, "").where for name in (DOMAIN, "name")}
    if any(each.where in about for each in refused):
        return own, []
    found = stated(answers.values, checker, servers)
    if isinstance(found, Mistake):
        return own, [own.refusal(*found)]
    return own._replace(values=dict(found.values), line=found.line, copy=found.copy), []


def _written(issue: LabelledIssue, answers: Answers, checker: Checker) -> DropIn | list[Refusal]:
    """The file's text, once a reader has given the same values back."""
    kept = answers.form.asked.kept
    values = checker.completed(answers.values)
    path = checker.path_of(values)
    harmless = _HARMLESS[kept].fullmatch(path)
    text = f"{canonical_entry(entry_of(values, kept), kept)}\n"
    if harmless is None or not _reads_back(Source(path, text), values, kept):
        return [Refusal(WHOLE, "cannot be written so that every reader reads the same")]
    if len(text.encode()) > LARGEST_DROP_IN:
        message = f"would be larger than {LARGEST_DROP_IN // 1024} KiB; shorten the answers"
        return [Refusal(WHOLE, message)]
    branch = f"{answers.form.asked.branch}/{issue.number}-{harmless[1]}"
    return DropIn(path, text, branch, issue.number, issue.opened_by, answers.copy)


def _reads_back(source: Source, values: Mapping[str, str], kept: EntryList) -> bool:
    problems: list[Problem]
    # The number of a principle stands without quotes.
    entries, problems = read_entries(source, kept.several, Severity.NOTE)
    return not stopping(problems) and [entry.values for entry in entries] == [values]
