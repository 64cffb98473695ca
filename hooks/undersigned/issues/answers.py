"""The answers to a form as the fields of an entry, and what a checker says of them as refusals."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple, Protocol

from ..fields import BETWEEN, Field
from ..problem import Problem, Severity, quoted
from ..proofs.copies import Copy
from ..proofs.endorsements_txt import Line
from ..text.characters import email_addresses
from .advice import worded_for
from .asked import DOMAIN, OF_LINE
from .forms import IssueForm
from .refusals import Refusal

WHOLE = "The entry"


class Checker(Protocol):
    """What judges the values of a new entry, completes them and names its drop-in."""

    def problems(self, values: Mapping[str, str]) -> Iterator[tuple[Field | None, Problem]]:
        """Every problem, with the field that it belongs to, if any."""

    def completed(self, values: Mapping[str, str]) -> dict[str, str]:
        """The values with what tools write."""

    def path_of(self, values: Mapping[str, str]) -> str:
        """The path of the drop-in."""


class Answers(NamedTuple):
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
        where = "The day on which the issue was opened" if name == "signed" else WHOLE
        return Refusal(where, wanted, found)


def addressed(answers: Answers) -> Iterator[Refusal]:
    """One refusal for each answer with an e-mail address, and no word of the answer."""
    for name, value in answers.values.items():
        if email_addresses(value):
            message = "holds an e-mail address, which is never published; remove it"
            yield answers.refusal(name, message)


def judged(answers: Answers, checker: Checker, refused: list[Refusal]) -> Iterator[Refusal]:
    """What the one checker says of answers, each under the question it is about.

    Of a question that is refused already nothing more is said. Nor is anything of the whole, such
    as that a field is missing: that has then been said of a question.
    """
    settled = {each.where for each in refused} | ({WHOLE} if refused else set())
    for about, problem in dict.fromkeys(checker.problems(answers.values)):
        if problem.severity is Severity.PROBLEM:
            name = about.name if about else ""
            value = answers.values.get(name, "")
            # Most rules quote the value, or one of several; the others speak of it.
            is_quoted = any(quoted(each) in problem.message for each in value.split(BETWEEN))
            found = "" if is_quoted else value
            refusal = answers.refusal(name, worded_for(answers.form, problem), found)
            if refusal.where not in settled:
                yield refusal


def in_order(refusals: list[Refusal], form: IssueForm) -> list[Refusal]:
    """As the form asks, so that a person can mend them from top to bottom."""
    places = {heading: number for number, heading in enumerate(form.headings)}
    return sorted(refusals, key=lambda each: places.get(each.where, len(places)))
