"""The issue forms of a site: their questions, in their order, and the field of each answer.

They are read from the files that GitHub draws them from. Of a form that becomes an entry, the id of
an element is the field that its answer goes into, and ``declarations`` are boxes that must all be
ticked. A form of the register that asks for no kind is that of individuals.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import permutations
from pathlib import Path

from ..fields import Kind
from ..paths import WORKFLOWS
from ..problem import Problem
from ..text.source import Source, names_in, read_source
from .asked import DECLARATIONS, DOMAIN, ENDORSEMENT, LINES, PASSAGE, Asked, asked_by, given
from .form_checks import faults
from .form_elements import Element, read_elements

FOLDER = f"{WORKFLOWS}/ISSUE_TEMPLATE"

# How names of forms end.
_ENDINGS = (".yml", ".yaml")

# The other forms that are known here, by name, and what is said of one that is given a label.
_PURPOSES = {
    "correct-or-withdraw.yml": "correction or withdrawal, which maintainers make by hand",
    "reply-or-correct.yml": "a reply or a correction, which maintainers take over by hand",
}

_UNANSWERED = "has no answer; give one"

_BY_EMAIL = (
    "names no page. Give one of your own, or write to the contact at the foot of the site: a "
    "maintainer who has your reply adds the entry. Put no e-mail address into this issue"
)

# By the kind that a form is for, and the field: what is said where there is no answer, although a
# browser may send the form without, since a maintainer may know another way.
_WANTED = {(Kind.INDIVIDUAL.value, "evidence"): _BY_EMAIL}

# Several times as long as any form that people would fill in.
_LARGEST = 64 * 1024


@dataclass(frozen=True, slots=True)
class Question:
    """What a form asks under one heading, and what is said where there is no answer.

    `field` is the only one that the answer may go into; without one it goes nowhere. It may take
    `several` values, told apart by the regular expression `between`. An answer that is one of
    several has `choices`; `declarations` are boxes that must all be ticked. `unanswered` is empty
    where no answer is needed.
    """

    heading: str
    field: str = ""
    unanswered: str = _UNANSWERED
    choices: tuple[str, ...] = ()
    declarations: tuple[str, ...] = ()
    several: bool = False
    between: str = LINES


@dataclass(frozen=True, slots=True)
class IssueForm:
    """A form: the file that asks its questions, and what its entries have without being asked.

    `asked` says of which list its entries are. `purpose` is what it is for, where it becomes none.
    """

    file: str
    questions: tuple[Question, ...]
    given: Mapping[str, str] = field(default_factory=dict)
    purpose: str = ""
    asked: Asked = ENDORSEMENT

    @property
    def headings(self) -> list[str]:
        """Its headings in their order."""
        return [question.heading for question in self.questions]

    def about(self, name: str) -> Question | None:
        """The question whose answer goes into a field."""
        return next((each for each in self.questions if each.field == name), None)


def read_forms(root: Path) -> tuple[tuple[IssueForm, ...], list[Problem]]:
    """The forms of a site that issues are made with, and what keeps them from being used.

    First come those of organisations, then those of individuals, then those of deeds, last those
    that become no entry.
    """
    names, problems = names_in(root, FOLDER)
    if problems:
        return (), problems
    forms = list[IssueForm]()
    if not any(_asked_in(name) is ENDORSEMENT for name in names):
        message = f"there is no form whose name begins with '{ENDORSEMENT.beginning}'; add one"
        problems.append(Problem(FOLDER, 1, 1, message))
    for name in names:
        if _asked_in(name) or name in _PURPOSES:
            source, wrong = read_source(root, f"{FOLDER}/{name}", _LARGEST)
            form, more = read_form(source) if source else (None, [])
            forms += [form] if form else []
            problems += [*wrong, *more]
    forms.sort(key=_place)
    return tuple(forms), problems or list(_indistinct(forms))


def read_form(source: Source) -> tuple[IssueForm | None, list[Problem]]:
    """The form of a file, if it can be used, and what is wrong with the file.

    First of how it is written; where that is as it should be, of what it asks.
    """
    name = source.path.rpartition("/")[2]
    elements, problems = read_elements(source)
    problems = problems or list(faults(source.path, elements, _asked_in(name)))
    return (None, problems) if problems else (_form(name, elements), [])


def _place(form: IssueForm) -> tuple[bool, bool, bool, str]:
    """Where a form stands among others."""
    return bool(form.purpose), form.asked is not ENDORSEMENT, bool(form.given), form.file


def _asked_in(name: str) -> Asked | None:
    """What a file may ask for; None where it is no form, or becomes no entry."""
    return asked_by(name) if name.endswith(_ENDINGS) else None


def _indistinct(forms: Iterable[IssueForm]) -> Iterator[Problem]:
    """A problem for each form whose issues could be those of another, by their headings."""
    for form, other in permutations(forms, 2):
        if form.headings and set(form.headings) <= set(other.headings):
            message = f"{other.file} has all of its labels, by which issues are told apart"
            yield Problem(f"{FOLDER}/{form.file}", 1, 1, f"{message}; reword one of them here")


def _form(name: str, elements: Sequence[Element]) -> IssueForm:
    asked = _asked_in(name)
    if asked is None:
        questions = tuple(Question(each.label.value) for each in elements)
        return IssueForm(name, questions, purpose=_PURPOSES.get(name, ""))
    fixed = given({each.id.value for each in elements}) if asked is ENDORSEMENT else {}
    questions = tuple(_question(each, fixed.get("kind", ""), asked) for each in elements)
    return IssueForm(name, questions, fixed, asked=asked)


def _question(element: Element, kind: str, asked: Asked) -> Question:
    heading, name = element.label.value, element.id.value
    words = tuple(option.words.value for option in element.options)
    if name == DECLARATIONS:
        return Question(heading, declarations=words)
    is_needed = element.required or name == DOMAIN
    unanswered = _WANTED.get((kind, name), _UNANSWERED if is_needed else "")
    return Question(
        heading,
        "" if name == PASSAGE else name,
        unanswered,
        choices=words,
        several=name in asked.kept.several,
        between=asked.between(name),
    )
