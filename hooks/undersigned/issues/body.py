"""An issue's body taken apart, as GitHub's issue forms write it.

Each question is a heading of the third level, a blank line and the answer. An answer that was not
given is ``_No response_``; boxes are a list, ``- [X]`` where ticked.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from ..fields import BETWEEN
from ..names.no_names import is_no_value
from ..normal_forms import nfc
from ..text.source import lines_of
from .forms import IssueForm, Question
from .refusals import Refusal

_HEADING = "### "
_NO_ANSWER = ("", "_No response_")
_BOX = re.compile(r"- \[([ xX])\] (.*)")
_BULLET = re.compile(r"\A\s*[-*](\s+|\Z)")

_BODY = "The first message"


class Section(NamedTuple):
    """A heading and what is written below it, up to the next."""

    heading: str
    answer: str


def form_of(body: str, forms: Sequence[IssueForm]) -> IssueForm | Refusal:
    """The form of which a body has the most headings, if that is one that becomes an entry.

    Of several that have as many, it is the first.
    """
    found = {section.heading for section in _sections(body)[1]}
    likeliest = max(forms, key=lambda form: len(found.intersection(form.headings)))
    if not found.intersection(likeliest.headings):
        return Refusal(_BODY, "is not one of the forms; open a new issue with one of them")
    if likeliest.purpose:
        return Refusal(_BODY, f"is another form: {likeliest.purpose}")
    return likeliest


def misplaced(body: str, form: IssueForm) -> list[Refusal]:
    """What keeps a body from being this form's questions, once each, in order, and nothing else."""
    before, sections = _sections(body)
    headings = [section.heading for section in sections]
    wrong = list(_wrong_headings(headings, form))
    if before:
        message = "begins with something else than the form's first heading; remove it"
        wrong.insert(0, Refusal(_BODY, message, before))
    if not wrong and headings != form.headings:
        order = ", ".join(form.headings)
        wrong.append(Refusal(_BODY, f"has the headings in another order than the form: {order}"))
    return wrong


def answers_in(body: str, form: IssueForm) -> tuple[dict[str, str], list[Refusal]]:
    """The answers by field, as they were given, and what is wrong with them by the form.

    The body has this form's headings, or `misplaced` would have reported it.
    """
    values, wrong = dict(form.given), []
    for question, section in zip(form.questions, _sections(body)[1], strict=True):
        refused = list(_refused(question, section.answer))
        if refused:
            wrong += refused
        elif question.field and (value := _value(question, section.answer)):
            values[question.field] = value
    return values, wrong


def _value(question: Question, answer: str) -> str:
    """The value of an answer; of a field that takes several, those of its lines.

    The bullets of a list are no part of them, nor are commas where no value can hold one. Where
    nothing need be given, 'N/A' and a dash are no answer.
    """
    if answer in _NO_ANSWER or (not question.unanswered and is_no_value(answer)):
        return ""
    if not question.several:
        return answer
    separated = re.split(question.between, answer)
    items = (_BULLET.sub("", item).strip() for item in separated)
    return BETWEEN.join(filter(None, items))


def _sections(body: str) -> tuple[str, list[Section]]:
    """What is written before the first heading, and each heading with its answer."""
    parts: list[tuple[str, list[str]]] = [("", [])]
    for line in lines_of(body):
        if line.startswith(_HEADING):
            heading = nfc(line.removeprefix(_HEADING))
            parts.append((heading.rstrip(" "), []))
        else:
            parts[-1][1].append(line)
    [(_, before), *others] = parts
    return _tidied(before), [Section(heading, _tidied(lines)) for heading, lines in others]


def _tidied(lines: list[str]) -> str:
    """The answer in Unicode form NFC without space around it, as `undersigned add` takes it."""
    return nfc("\n".join(lines)).strip()


def _wrong_headings(headings: list[str], form: IssueForm) -> Iterator[Refusal]:
    counts = Counter(headings)
    for heading in form.headings:
        if not counts[heading]:
            yield Refusal(heading, "the heading is missing; put it back, with its answer below")
        elif counts[heading] > 1:
            yield Refusal(heading, f"the heading stands {counts[heading]} times; keep one")
    for heading in counts:
        if heading not in form.headings:
            message = "has a heading that is not one of the form's; remove the '###'"
            yield Refusal(_BODY, message, heading or "###")


def _refused(question: Question, answer: str) -> Iterator[Refusal]:
    if answer in _NO_ANSWER:
        if question.unanswered:
            yield Refusal(question.heading, question.unanswered)
    elif question.declarations:
        yield from _unticked(question, answer)
    elif question.choices and answer not in question.choices:
        message = f"is not one of the form's answers: {', '.join(question.choices)}"
        yield Refusal(question.heading, message, answer)


def _unticked(question: Question, answer: str) -> Iterator[Refusal]:
    """Every declaration is there once, in its own words, and ticked."""
    boxes = [_BOX.fullmatch(line.rstrip()) for line in answer.split("\n")]
    if tuple(box[2] if box else None for box in boxes) != question.declarations:
        words = " / ".join(f"- [X] {each}" for each in question.declarations)
        yield Refusal(question.heading, f"is not as the form has it: {words}", answer)
        return
    for box in boxes:
        if box and box[1] == " ":
            yield Refusal(question.heading, "is not ticked; without it there is no entry", box[2])
