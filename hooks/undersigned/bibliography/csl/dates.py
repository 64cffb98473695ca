"""The dates of a source as CSL has them: by their parts, or else in words."""

import re

from pybtex.database import Entry

from ..style.dates import issue
from ..style.moments import NO_DATE, Day, Reading
from ..style.readings import reading, stated
from .fields import Fields

Date = dict[str, object]

_OTHERS = {
    "event-date": ("eventdate",),
    "accessed": ("urldate",),
    "original-date": ("origdate", "origyear"),
}
_HOUR = re.compile(r"[0-9][T ][0-9]{1,2}:")


def dates_of(entry: Entry, fields: Fields) -> tuple[dict[str, Date], dict[str, str]]:
    """The dates by their variables, and as written those of which the variables do not say all."""
    found = issue(entry.fields)
    dates, exact = {"issued": _date(found)}, dict[str, str]()
    year, written = fields.take("year"), fields.take("date")
    if written and year not in written:
        exact["year"] = year
    if not _says_all(found, written):
        exact["date"] = written or found.words
    fields.use("month", "day")
    for variable, names in _OTHERS.items():
        name = next((name for name in names if name in fields), "")
        found = reading(stated(fields.raw(name)))
        dates[variable], written = _date(found), fields.take(*names)
        if not _says_all(found, written):
            exact[name] = written
    return {name: date for name, date in dates.items() if date}, exact


def _date(found: Reading) -> Date:
    """A moment, or the first and the last of a range; in words what has no parts in CSL.

    Both ends are as precise as the less precise one, since citeproc-js renders no other range.
    """
    seasons = {moment.season for moment in found.moments}
    if not found.moments or found.literal or (any(seasons) and found.moments[1:]):
        return {"literal": found.words} if found.words != NO_DATE else {}
    length = min(map(_precision, found.days))
    date: Date = {"date-parts": [list(day[:length]) for day in found.days]}
    if any(seasons):
        date["season"] = seasons.pop()
    return date | {"circa": True} if found.is_inexact else date


def _says_all(found: Reading, written: str) -> bool:
    """Whether the parts of a date say what is written: how certain it is, and to the hour."""
    even = len(set(map(_precision, found.days))) < 2
    return even and not (found.is_inexact or found.supplied or _HOUR.search(written))


def _precision(day: Day) -> int:
    """How many parts of a date are known: the year, the month, the day."""
    return 3 if day.day else 2 if day.month else 1
