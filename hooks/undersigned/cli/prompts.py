"""Prompts for the fields of a new entry, which go on until the rules accept every answer."""

import shlex
import sys
from collections.abc import Callable, Iterable, Sequence

import click

from ..fields import BETWEEN, BY_NAME, FIELDS, Field
from ..normal_forms import nfc
from ..problem import Problem, Severity, Way, advised, quoted, stopping
from ..register.new_entry import EntryChecker, alternative_to, may_be_absent, wanted_at_prompt
from ..register.rules.remedies import REMOVE, phrase

# What is wrong, behind the field that it is about; none for the entry as a whole.
Found = tuple[Field | None, Problem]


def prompted(checker: EntryChecker, given: dict[str, str]) -> dict[str, str]:
    """The values given as options, completed at the prompt, by the names of fields.

    A given value that the rules refuse is asked for again. What they say of the answers together
    is settled at the end; exits with 1 where that is left as it is.
    """
    values = dict(given)
    for field in FIELDS:
        if field.name in given:
            if _is_accepted(checker, field, values):
                continue
            del values[field.name]
        elif field not in wanted_at_prompt(values):
            continue
        _prompt(checker, field, values)
    if not _is_accepted(checker, None, values):
        sys.exit(1)
    return values


def _prompt(checker: EntryChecker, field: Field, values: dict[str, str]) -> None:
    """Prompt for a field until the rules accept the answer, and put it into `values`.

    Of a field that takes several, it is one more. An empty answer skips a field that is optional,
    and goes on to the alternative of one that has an alternative.
    """
    other, before = alternative_to(field), values.get(field.name)
    optional = other is not None or may_be_absent(field, values)
    hint = f" (Enter for {other.label if other else 'none'})" if optional else ""
    question = f"{field.label}, {field.meaning}{hint}"
    while True:
        answer = tidied(str(click.prompt(question, default="", show_default=False)))
        if not answer and optional:
            return _prompt(checker, other, values) if other else None
        values[field.name] = BETWEEN.join([before, answer]) if before else answer
        if _is_accepted(checker, field, values):
            return None
        _restore(values, field, before)


def _is_accepted(checker: EntryChecker, field: Field | None, values: dict[str, str]) -> bool:
    """Whether the rules accept the value of a field, or without one, all values; prints why not.

    Prompts for the fields that a problem advises to give, until no problem is left. Where the
    person gives none of them, `values` is as it was before.
    """
    before = dict(values)
    while problems := _problems(checker, field, values):
        report_fields(problems, as_answer)
        if not any(_is_given(checker, each, values) for each in _advised(problems, field)):
            values.clear()
            values.update(before)
            return False
    return True


def _problems(checker: EntryChecker, field: Field | None, values: dict[str, str]) -> list[Found]:
    if field is None:
        found = list(checker.problems(checker.completed(values)))
    else:
        found = [(field, problem) for problem in checker.problems_with(field, values)]
    return [each for each in found if stopping([each[1]])]


def _advised(problems: Iterable[Found], about: Field | None) -> list[Field]:
    """The fields that problems of one advise to give instead, in the order of the advice."""
    names = dict.fromkeys(way.field for _, problem in problems for way in problem.ways)
    return [BY_NAME[name] for name in names if name and BY_NAME[name] is not about]


def _is_given(checker: EntryChecker, field: Field, values: dict[str, str]) -> bool:
    """Whether the person gives a field that a problem advises to give; prompts for it."""
    before = values.get(field.name)
    if not field.several:
        values.pop(field.name, None)
    _prompt(checker, field, values)
    if values.get(field.name, before) != before:
        return True
    _restore(values, field, before)
    return False


def _restore(values: dict[str, str], field: Field, before: str | None) -> None:
    if before is None:
        values.pop(field.name, None)
    else:
        values[field.name] = before


def report_fields(problems: Sequence[Found], word: Callable[[Way], str]) -> bool:
    """Print each problem behind the flag of its field; whether any is more than a warning."""
    for field, problem in dict.fromkeys(problems):
        severity = "" if problem.severity is Severity.PROBLEM else f"{problem.severity}: "
        label = f"{field.flag}: " if field else ""
        message = advised(problem.found, problem.ways, word) if problem.ways else problem.message
        click.echo(f"{label}{severity}{message}", err=True)
    return bool(stopping(problem for _, problem in problems))


def as_answer(way: Way) -> str:
    """A way to mend in words for who is asked one field after another."""
    field = BY_NAME.get(way.field)
    return _worded(way, f"give {quoted(way.value)} as {field.label}" if field else "")


def as_option(way: Way) -> str:
    """A way to mend in words for who gives options on a command line."""
    field = BY_NAME.get(way.field)
    return _worded(way, f"give '{field.flag} {shlex.quote(way.value)}'" if field else "")


def _worded(way: Way, given: str) -> str:
    if way == REMOVE:
        return "leave it at that if it is the same"
    if way.field and not way.value:
        return phrase(f"give {BY_NAME[way.field].flag}", way)
    return phrase(given or way.action, way)


def tidied(value: str) -> str:
    """A value in Unicode normalisation form C (UAX 15), without white space around it."""
    return nfc(value).strip()
