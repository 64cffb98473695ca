"""The ways to mend a problem, in words for who answered the questions of a form."""

from ..problem import Problem, Way, advised
from ..register.rules.remedies import REMOVE, in_a_file, phrase
from .forms import IssueForm

_BY_MAINTAINERS = "ask a maintainer in a comment to"


def worded_for(form: IssueForm, problem: Problem) -> str:
    """What is wrong, and each way to mend it by the question of the form that it is about."""
    if not problem.ways:
        return problem.message
    return advised(problem.found, problem.ways, lambda way: _in_form(form, way))


def _in_form(form: IssueForm, way: Way) -> str:
    if way == REMOVE:
        return "close this issue if it is the same"
    question = form.about(way.field) if way.field else None
    if question and not way.value:
        return phrase(f"answer '{question.heading}'", way)
    if question:
        verb = "add the line" if question.several else "write"
        return phrase(f"under '{question.heading}' {verb} '{way.value}'", way)
    if way.field or way.elsewhere:
        return f"{_BY_MAINTAINERS} {in_a_file(way)}"
    return in_a_file(way)
