"""From the answers in an issue to a drop-in, which is as the checker wants it or is not made."""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from ..fields import BETWEEN, SEVERAL
from ..format.canonical import canonical_entry, entry_of
from ..problem import Problem, Severity, quoted
from ..register.entries import LARGEST_DROP_IN
from ..register.new_entry import EntryChecker
from ..text.characters import email_addresses
from ..text.source import Source
from ..text.yaml_reader import read_entries
from .advice import worded_for
from .body import answers_in, form_of, misplaced
from .event import LabelledIssue
from .forms import IssueForm
from .refusals import Refusal

# What workflows may do with a path without a second look; slugs are of no other characters.
_HARMLESS = re.compile(
    r"signatories\.d/([a-z0-9]+(?:-[a-z0-9]+)*(?:@[0-9]+(?:\.[0-9]+){1,2})?)\.yml"
)

_WHOLE = "The entry"


class DropIn(NamedTuple):
    """A file to propose, the branch on which to propose it, and the issue that asks for it."""

    path: str
    text: str
    branch: str
    issue: int
    opened_by: str


def drop_in_of(
    issue: LabelledIssue, checker: EntryChecker, forms: Sequence[IssueForm]
) -> DropIn | list[Refusal]:
    """The drop-in that an issue of one of the forms asks for, or everything to mend before."""
    form = form_of(issue.body, forms)
    if isinstance(form, Refusal):
        return [form]
    if wrong := misplaced(issue.body, form):
        return wrong
    values, wrong = answers_in(issue.body, form)
    # The day on which the person wrote it; nobody could know it better.
    values["signed"] = issue.opened
    wrong += _addressed(values, form)
    refused = {each.where for each in wrong}
    # What is said of the whole, such as a field that is missing, has then been said of a question.
    settled = refused | {_WHOLE} if refused else refused
    wrong += [each for each in _judged(values, form, checker) if each.where not in settled]
    return _in_order(wrong, form) or _written(issue, checker.completed(values), checker)


def _in_order(refusals: list[Refusal], form: IssueForm) -> list[Refusal]:
    """As the form asks, so that a person can mend them from top to bottom."""
    places = {heading: number for number, heading in enumerate(form.headings)}
    return sorted(refusals, key=lambda each: places.get(each.where, len(places)))


def _addressed(values: Mapping[str, str], form: IssueForm) -> Iterator[Refusal]:
    """One refusal for each answer with an e-mail address, and no word of the answer."""
    for name, value in values.items():
        if email_addresses(value):
            message = "holds an e-mail address, which is never published; remove it"
            yield Refusal(_where(name, form), message)


def _judged(values: Mapping[str, str], form: IssueForm, checker: EntryChecker) -> Iterator[Refusal]:
    """What the one checker says of the answers, each under the question it is about."""
    for about, problem in dict.fromkeys(checker.problems(values)):
        if problem.severity is Severity.PROBLEM:
            name = about.name if about else ""
            value = values.get(name, "")
            # Most rules quote the value, or one of several; the others speak of it.
            is_quoted = any(quoted(each) in problem.message for each in value.split(BETWEEN))
            found = "" if is_quoted else value
            yield Refusal(_where(name, form), worded_for(form, problem), found)


def _where(name: str, form: IssueForm) -> str:
    question = form.about(name) if name else None
    if question:
        return question.heading
    return "The day on which the issue was opened" if name == "signed" else _WHOLE


def _written(
    issue: LabelledIssue, values: dict[str, str], checker: EntryChecker
) -> DropIn | list[Refusal]:
    """The file's text, once a reader has given the same values back."""
    path = checker.path_of(values)
    harmless = _HARMLESS.fullmatch(path)
    text = f"{canonical_entry(entry_of(values))}\n"
    if harmless is None or not _reads_back(Source(path, text), values):
        return [Refusal(_WHOLE, "cannot be written so that every reader reads the same")]
    if len(text.encode()) > LARGEST_DROP_IN:
        message = f"would be larger than {LARGEST_DROP_IN // 1024} KiB; shorten the answers"
        return [Refusal(_WHOLE, message)]
    branch = f"endorse/{issue.number}-{harmless[1]}"
    return DropIn(path, text, branch, issue.number, issue.opened_by)


def _reads_back(source: Source, values: Mapping[str, str]) -> bool:
    problems: list[Problem]
    entries, problems = read_entries(source, SEVERAL)
    return not problems and [entry.values for entry in entries] == [values]
