"""Rules about the dates of an entry: they are of our time, and no letter is before its deed."""

from collections.abc import Iterator

from ...problem import Problem
from ...text.source import Entry
from ..fields import DATES
from .context import RecordContext, is_search, stated

# What follows an entry's date, with the fields of that and the days by which it may seem to come
# before: a fold dates what it lists in UTC.
_FOLLOWING = (
    ("notified", DATES, 0),
    ("replied", ("date",), 0),
    ("reply_by_email", ("date",), 0),
    ("unarchived", ("date", "seen"), 1),
    ("listed", DATES, 1),
)

# No source of an earlier deed is on the web, or of a signatory of today.
_FIRST_YEAR = 1900


def what_follows_the_deed(entry: Entry, _: RecordContext) -> Iterator[Problem]:
    """No letter about a deed, reply to it, search for a copy or listing is dated before it."""
    for name, dates, ahead in _FOLLOWING:
        after = stated(entry, name)
        of_it = [each for each in dates if (each == "looked") is is_search(entry)]
        for before in of_it:
            date = stated(entry, before)
            if after and date and (date.first_day - after.last_day).days > ahead:
                message = f"{name} '{after}' is before {before} '{date}'; check both dates"
                yield entry.problem(message, name)


def dates_are_of_our_time(entry: Entry, _: RecordContext) -> Iterator[Problem]:
    """No entry is of a year in which nobody did anything that is recorded here."""
    for name in ("date", "seen", "looked"):
        if (date := stated(entry, name)) and date.year < _FIRST_YEAR:
            yield entry.problem(f"{name} '{date}' is too early; check the year", name)
