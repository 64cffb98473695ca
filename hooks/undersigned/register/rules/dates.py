"""Rules about the dates of entries."""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from ...dates import StatedDate, stated_date, year_or_date
from ...entry_list import SIGNATORIES, EntryList
from ...fields import Form
from ...problem import Problem, quoted
from ...statement.first_signatories import may_found, signed_before
from ...text.source import Entry
from .context import Context

if TYPE_CHECKING:
    from ..terms.days import Ambiguous

_YEAR = re.compile("[0-9]{4}")
_WRITTEN = re.compile(r"[0-9]{4}-[0-9]{2}(-[0-9]{2})?")

# How a date of each form is written.
_SHAPES = {
    Form.DAY: "YYYY-MM-DD",
    Form.DAY_OR_MONTH: "YYYY-MM-DD or YYYY-MM",
    Form.DATE: "YYYY-MM-DD, YYYY-MM or YYYY",
}


def dates_in(kept: EntryList) -> Iterator[tuple[str, Form]]:
    """The fields of a list that hold dates, each with its form."""
    return ((name, form) for form in _SHAPES for name in kept.of_form(form))


def dates_exist(entry: Entry, context: Context) -> Iterator[Problem]:
    """A date is written YYYY-MM-DD, or YYYY-MM or YYYY where the field allows that."""
    for name, form in dates_in(context.kept):
        value = entry.values.get(name, "")
        if not value.strip():
            continue
        date = date_of(value, form)
        if date is None:
            yield entry.problem(f"{name} {quoted(value)} {_wanted(form, value)}", name)
        elif date.day is None and form is Form.DAY:
            message = f"{name} {quoted(value)} lacks the day; write YYYY-MM-DD"
            yield entry.problem(message, name)


def date_of(text: str, form: Form) -> StatedDate | None:
    """The date that a value states, in a field of a form."""
    return year_or_date(text) if form is Form.DATE else stated_date(text)


def _wanted(form: Form, value: str) -> str:
    """What is wrong with a value that is no date, and what to write."""
    # Imported late: dates that are right need no names of months in other languages.
    from ..terms.days import Ambiguous, day_meant

    shape = _SHAPES[form]
    meant = day_meant(value)
    if isinstance(meant, Ambiguous):
        return f"is {meant}; write the one that is meant, as {shape}{_four_digits(meant)}"
    if meant and (meant.count("-") == 2 or form is not Form.DAY):
        return f"is not written as a date is here; write {meant}"
    if _YEAR.fullmatch(value) and form is not Form.DATE:
        return f"is a year alone; give the month too, as {shape}"
    if _WRITTEN.fullmatch(value) or _YEAR.fullmatch(value):
        return f"is a date that does not exist; correct it, as {shape}"
    return f"is not a date; write it as {shape}"


def _four_digits(meant: "Ambiguous") -> str:
    return ", with four digits of the year" if meant.lacks_century else ""


def dates_are_past(entry: Entry, context: Context) -> Iterator[Problem]:
    """No date is in the future; a day begins at UTC+14, where it begins first."""
    for name, form in dates_in(context.kept):
        value = entry.values.get(name)
        date = date_of(value, form) if value else None
        if date and date.first_day > context.today:
            yield entry.problem(f"{name} '{date}' is in the future; give the day it happened", name)


def signing_follows_publication(entry: Entry, context: Context) -> Iterator[Problem]:
    """No endorsement is dated before the first publication, or before that of its version.

    But for those of first signatories, of which mkdocs.yml says since when there are any.
    """
    signed, wanted = _date(entry, "signed"), entry.values.get("endorses")
    if not signed or not context.versions:
        return
    named = [each for each in context.versions if each.number == wanted]
    version = named[0] if named else context.versions[0]
    first, since = context.versions[0], context.founding
    if signed_before(version, signed) and not may_found(first, version, signed, since):
        reason = f"version '{version.number}' dates from {version.published}"
        remedy = "check the date" if version is not first or since else f"check the date, {_FIRST}"
        yield entry.problem(f"signed '{signed}' is too early: {reason}; {remedy}", "signed")


# A letter has often been signed before it is published.
_FIRST = "or say since when first signatories signed, as extra.register.founding"


def what_follows_signing(entry: Entry, _: Context) -> Iterator[Problem]:
    """Nobody withdraws, is confirmed by e-mail, ends or is listed before the endorsement.

    Where it is signed may be a day ahead of where it is listed.
    """
    signed = _date(entry, "signed")
    for name, ahead in _FOLLOWING.items():
        date = _date(entry, name)
        if signed and date and (signed.first_day - date.last_day).days > ahead:
            message = f"{name} '{date}' is before signed '{signed}'; check both dates"
            yield entry.problem(message, name)


# What follows signing, with the days by which it may seem to come before.
_FOLLOWING = {"withdrawn": 0, "confirmed_by_email": 0, "ended": 0, "listed": 1}


def _date(entry: Entry, name: str) -> StatedDate | None:
    value = entry.values.get(name)
    return stated_date(value) if value else None


# The fields that these rules read.
JUDGED = (*(name for name, _ in dates_in(SIGNATORIES)), "endorses")
