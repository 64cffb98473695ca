"""From the answers in an issue to a drop-in, which is as the checker wants it or is not made."""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from ..fields import BETWEEN, SEVERAL
from ..format.canonical import canonical_entry, entry_of
from ..problem import Problem, Severity, quoted
from ..proofs.copies import Copy
from ..proofs.endorsements_txt import Line
from ..register.entries import LARGEST_DROP_IN
from ..register.new_entry import EntryChecker
from ..text.characters import email_addresses
from ..text.source import Source
from ..text.yaml_reader import read_entries
from .advice import worded_for
from .body import answers_in, form_of, misplaced
from .event import LabelledIssue
from .form_checks import DOMAIN, OF_LINE
from .forms import IssueForm
from .own_server import Servers, stated
from .refusals import Refusal
from .unproved import Mistake

# What workflows may do with a path without a second look; slugs are of no other characters.
_HARMLESS = re.compile(
    r"signatories\.d/([a-z0-9]+(?:-[a-z0-9]+)*(?:@[0-9]+(?:\.[0-9]+){1,2})?)\.yml"
)

_WHOLE = "The entry"


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


class _Answers(NamedTuple):
    """The fields that a form's answers give, with those of a line in a server's file."""

    form: IssueForm
    values: dict[str, str]
    line: Line | None = None
    copy: Copy | None = None

    def refusal(self, name: str, wanted: str, found: str = "", on_server: bool = False) -> Refusal:
        """The refusal of a field, under the question that it is about; of none, of the whole."""
        question = self.form.about(name) if name else None
        domain = self.form.about(DOMAIN)
        if self.line and (name in OF_LINE or (name == "name" and self.line.name)):
            wanted, on_server = f"line {self.line.number} of the file: {wanted}", True
            question = domain
        elif domain and name == "website":
            question = domain
        if question:
            return Refusal(question.heading, wanted, found, on_server)
        where = "The day on which the issue was opened" if name == "signed" else _WHOLE
        return Refusal(where, wanted, found)


def drop_in_of(
    issue: LabelledIssue, checker: EntryChecker, forms: Sequence[IssueForm], servers: Servers
) -> DropIn | list[Refusal]:
    """The drop-in that an issue of one of the forms asks for, or everything to mend before."""
    form = form_of(issue.body, forms)
    if isinstance(form, Refusal):
        return [form]
    if wrong := misplaced(issue.body, form):
        return wrong
    values, wrong = answers_in(issue.body, form)
    answers = _Answers(form, values)
    wrong += _addressed(answers)
    if form.about(DOMAIN):
        answers, more = _with_file(answers, wrong, checker, servers)
        wrong += more
    else:
        # The day on which the person wrote it; nobody could know it better.
        values["signed"] = issue.opened
    refused = {each.where for each in wrong}
    # What is said of the whole, such as a field that is missing, has then been said of a question.
    settled = refused | {_WHOLE} if refused else refused
    wrong += [each for each in _judged(answers, checker) if each.where not in settled]
    return _in_order(wrong, form) or _written(issue, answers, checker)


def _in_order(refusals: list[Refusal], form: IssueForm) -> list[Refusal]:
    """As the form asks, so that a person can mend them from top to bottom."""
    places = {heading: number for number, heading in enumerate(form.headings)}
    return sorted(refusals, key=lambda each: places.get(each.where, len(places)))


def _addressed(answers: _Answers) -> Iterator[Refusal]:
    """One refusal for each answer with an e-mail address, and no word of the answer."""
    for name, value in answers.values.items():
        if email_addresses(value):
            message = "holds an e-mail address, which is never published; remove it"
            yield answers.refusal(name, message)


def _with_file(
    answers: _Answers, refused: Sequence[Refusal], checker: EntryChecker, servers: Servers
) -> tuple[_Answers, list[Refusal]]:
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


def _judged(answers: _Answers, checker: EntryChecker) -> Iterator[Refusal]:
    """What the one checker says of the answers, each under the question it is about."""
    for about, problem in dict.fromkeys(checker.problems(answers.values)):
        if problem.severity is Severity.PROBLEM:
            name = about.name if about else ""
            value = answers.values.get(name, "")
            # Most rules quote the value, or one of several; the others speak of it.
            is_quoted = any(quoted(each) in problem.message for each in value.split(BETWEEN))
            found = "" if is_quoted else value
            yield answers.refusal(name, worded_for(answers.form, problem), found)


def _written(
    issue: LabelledIssue, answers: _Answers, checker: EntryChecker
) -> DropIn | list[Refusal]:
    """The file's text, once a reader has given the same values back."""
    values = checker.completed(answers.values)
    path = checker.path_of(values)
    harmless = _HARMLESS.fullmatch(path)
    text = f"{canonical_entry(entry_of(values))}\n"
    if harmless is None or not _reads_back(Source(path, text), values):
        return [Refusal(_WHOLE, "cannot be written so that every reader reads the same")]
    if len(text.encode()) > LARGEST_DROP_IN:
        message = f"would be larger than {LARGEST_DROP_IN // 1024} KiB; shorten the answers"
        return [Refusal(_WHOLE, message)]
    branch = f"endorse/{issue.number}-{harmless[1]}"
    return DropIn(path, text, branch, issue.number, issue.opened_by, answers.copy)


def _reads_back(source: Source, values: Mapping[str, str]) -> bool:
    problems: list[Problem]
    entries, problems = read_entries(source, SEVERAL)
    return not problems and [entry.values for entry in entries] == [values]
