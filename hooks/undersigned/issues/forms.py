"""The issue forms: their questions, in their order, and the field that each answer goes into.

The files in .github/ISSUE_TEMPLATE/ ask these questions; a test holds them to this table.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

from ..model import Kind

# What maintainers put on an issue once they have looked at its evidence; no form puts it there.
CHECKED = "endorsement-checked"

_UNANSWERED = "has no answer; give one"


@dataclass(frozen=True, slots=True)
class Question:
    """What a form asks under one heading, and what is said where there is no answer.

    `field` is the only one that the answer may go into. An answer that is one of several has
    `choices`; `declarations` are boxes that must all be ticked. `dispensable` where a browser
    sends the form without an answer, since a maintainer may know another way.
    """

    heading: str
    field: str = ""
    unanswered: str = _UNANSWERED
    choices: tuple[str, ...] = ()
    declarations: tuple[str, ...] = ()
    dispensable: bool = False

    @property
    def required(self) -> bool:
        """Whether a browser refuses to send the form without an answer."""
        return bool(self.unanswered) and not self.dispensable


@dataclass(frozen=True, slots=True)
class IssueForm:
    """A form: the file that asks its questions, and what its entries have without being asked."""

    file: str
    purpose: str
    questions: tuple[Question, ...]
    given: Mapping[str, str] = field(default_factory=dict)

    @property
    def headings(self) -> list[str]:
        """Its headings in their order."""
        return [question.heading for question in self.questions]

    def about(self, name: str) -> Question | None:
        """The question whose answer goes into a field."""
        return next((each for each in self.questions if each.field == name), None)


_STATEMENT = Question("In your own words", "statement", unanswered="")

ORGANISATION = IssueForm(
    "endorse-organisation.yml",
    "endorsement by an organisation",
    (
        Question("Name of the organisation", "name"),
        Question(
            "Kind of organisation",
            "kind",
            choices=tuple(kind.value for kind in Kind if kind is not Kind.INDIVIDUAL),
        ),
        Question("Country", "country"),
        Question("Website", "website"),
        Question("Page that states the endorsement", "evidence"),
        _STATEMENT,
        Question(
            "On behalf of the organisation",
            declarations=(
                "I may speak for this organisation, and it endorses the principles.",
                "What is given here may be published in the register.",
            ),
        ),
    ),
)

_BY_EMAIL = (
    "names no page. Give one of your own, or write to the contact at the foot of the site: a "
    "maintainer who has your reply adds the entry. Put no e-mail address into this issue"
)

INDIVIDUAL = IssueForm(
    "endorse-individual.yml",
    "endorsement by an individual",
    (
        Question("Your name", "name"),
        Question("Affiliation", "affiliation", unanswered=""),
        Question("Your own website", "website", unanswered=""),
        Question(
            "Page of your own that states the endorsement",
            "evidence",
            unanswered=_BY_EMAIL,
            dispensable=True,
        ),
        _STATEMENT,
        Question(
            "In your own name",
            declarations=(
                "I endorse the principles, in my own name.",
                "I have read what publishing my name may bring, and want it published.",
            ),
        ),
    ),
    {"kind": Kind.INDIVIDUAL.value},
)

CORRECTION = IssueForm(
    "correct-or-withdraw.yml",
    "correction or withdrawal, which maintainers make by hand",
    (
        Question("Whose entry"),
        Question("What is asked", choices=("correct it", "mark it as withdrawn", "erase it")),
        Question("What it should say", unanswered=""),
        Question("How a maintainer can confirm it"),
    ),
)

# Those that become an entry, and all.
ENTERED = (ORGANISATION, INDIVIDUAL)
FORMS = (*ENTERED, CORRECTION)
