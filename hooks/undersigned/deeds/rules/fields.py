"""Rules about which fields an entry has: those of a deed, or those of a search."""

from collections.abc import Iterator

from ...fields import Field, Form
from ...problem import Problem, quoted
from ...register.rules.fields import fields_given
from ...register.rules.naming import is_placeholder
from ...text.source import Entry
from ..entry_list import RECORD
from ..fields import MOST_VALUES, OF_DEEDS, OF_SEARCHES
from .context import RecordContext, is_search


def one_thing_is_recorded(entry: Entry, context: RecordContext) -> Iterator[Problem]:
    """An entry is a deed, which says what was done, or a search, which found nothing."""
    given = fields_given(entry, context.kept)
    if given.isdisjoint(("deed", "found")):
        found = "no 'deed'; write what was done in one sentence"
        if is_search(entry):
            found = "no 'found'; write 'found: nothing', or 'deed' and its sources instead"
        yield entry.problem(found)
    if "deed" in entry.given and "found" in entry.given:
        message = "'deed' and 'found' are both given; keep one of them"
        yield entry.problem(message, "found")


def needed_fields_are_given(entry: Entry, context: RecordContext) -> Iterator[Problem]:
    """A deed has a date, sources and a bearing; a search has a date and where it was looked."""
    given = fields_given(entry, context.kept)
    needed = ("who", "looked", "where") if is_search(entry) else ("who", "sources", "bearing")
    for name in needed:
        if name not in given:
            meaning = RECORD.by_name[name].meaning
            yield entry.problem(f"field '{name}' is missing; add it: {meaning}")


def deeds_have_one_date(entry: Entry, context: RecordContext) -> Iterator[Problem]:
    """A deed says when it was done, or, where its pages have no date, when they were seen."""
    if is_search(entry):
        return
    if fields_given(entry, context.kept).isdisjoint(("date", "seen")):
        message = "no date; give 'date', when it was done, or 'seen', the day on which a page"
        yield entry.problem(f"{message} without a date said so")
    if "date" in entry.given and "seen" in entry.given:
        message = "'date' and 'seen' are both given; remove 'seen', which is for pages without one"
        yield entry.problem(message, "seen")


def fields_fit_together(entry: Entry, _: RecordContext) -> Iterator[Problem]:
    """A deed has no field of searches, and a search none of deeds."""
    if "deed" in entry.given and "found" in entry.given:
        return  # whoever keeps one of them makes it one or the other
    others, it = (OF_DEEDS, "a search") if is_search(entry) else (OF_SEARCHES, "a deed")
    for name in others:
        if name in entry.given and name not in ("deed", "found"):
            yield entry.problem(f"'{name}' is not of {it}; remove it", name)


def values_are_few(entry: Entry, context: RecordContext) -> Iterator[Problem]:
    """A field that takes several values has no more of them than pages can show of every entry."""
    for field in context.kept.fields:
        if field.several and (count := len(entry.each(field.name))) > MOST_VALUES:
            rest = ", and the others in an entry of their own" if field.name == "who" else ""
            message = f"{field.name} has {count:,} values; give at most {MOST_VALUES}{rest}"
            yield entry.problem(message, field.name)


def choices_are_known(entry: Entry, context: RecordContext) -> Iterator[Problem]:
    """A bearing is one of three, and a search found 'nothing'."""
    for name in context.kept.of_form(Form.CHOICE):
        text, field = entry.get(name), context.kept.by_name[name]
        if text and text.value.strip() and text.value not in field.choices:
            message = f"{name} {quoted(text.value)} is not known; {_choice(text.value, field)}"
            yield entry.problem(message, name)


def _choice(value: str, field: Field) -> str:
    """What to write instead of a value."""
    letters = "".join(filter(str.isalpha, value.lower()))
    meant = [each for each in field.choices if each.replace("-", "") == letters]
    if meant:
        return f"did you mean '{meant[0]}'?"
    if len(field.choices) == 1:
        return f"write '{field.choices[0]}', or what was found as a deed of its own"
    return f"write one of {', '.join(field.choices)}"


def placeholders_are_filled(entry: Entry, context: RecordContext) -> Iterator[Problem]:
    """No text is that of a template."""
    for name in context.kept.of_form(Form.TEXT):
        for text in entry.each(name):
            if is_placeholder(text.value):
                message = f"{name} {quoted(text.value)} is a placeholder; write what it stands for"
                yield entry.problem_at(text, message)
