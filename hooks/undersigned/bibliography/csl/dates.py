"""The dates of a source as CSL has them: by their parts, or else in words."""

import re

from pybtex.database import Entry

from ..values.date_reading import reading, stated
from ..values.dates import issue
from ..values.moments import NO_DATE, Day, Reading
from .fields import Fields

Date = dict[str, object]

_OTHERS = {
    "event-date": ("eventdate",),
    "accessed": ("urldate",),
    "original-date": ("origdate", "origyear"),
}
# How many parts a date has that says what these fields do.
_DEEPER = {"month": 2, "day": 3}
_HOUR = re.compile(r"[0-9][T ][0-9]{1,2}:")


def dates_of(entry: Entry, fields: Fields) -> tuple[dict[str, Date], dict[str, str]]:
    """The dates by their variables, and as written those of which the variables do not say all."""
    found = issue(entry.fields)
    dates, exact = {"issued": _date(found)}, dict[str, str]()
    is_year = "date" not in fields
    for name in fields.among("date", "year", "month", "day"):
        written = _take(fields, name)
        if not _says_all(found, written, name):
            exact["date" if is_year and name == "year" else name] = written
    for variable, names in _OTHERS.items():
        for name in fields.among(*names)[:1]:
            written = _take(fields, name)
            found = reading(written)
            dates[variable] = _date(found)
            if not _says_all(found, written):
                exact[name] = written
    return {name: date for name, date in dates.items() if date}, exact


def _take(fields: Fields, name: str) -> str:
    """The text of a date, with the signs that say how certain it is."""
    written = stated(fields.raw(name))
    fields.use(name)
    return written


def _date(found: Reading) -> Date:
    """A moment, or the first and the last of a range; in words what has no parts in CSL.

    Both ends are as precise as the less precise one, since citeproc-js renders no other range.
    """
    moments = found.moments
    seasons = {moment.season for moment in moments} - {0}
    if not moments or found.literal or (seasons and moments[1:]):
        return {"literal": found.words} if found.words != NO_DATE else {}
    length = min(_precision(moment.day) for moment in moments)
    date: Date = {"date-parts": [list(moment.day[:length]) for moment in moments]}
    if seasons:
        date["season"] = seasons.pop()
    return date | {"circa": True} if found.is_inexact else date


def _says_all(found: Reading, written: str, field: str = "date") -> bool:
    """Whether the variable says what a field has: how certain it is, and to the hour."""
    moments = found.moments
    if not moments or not written:
        return all(word in found.words.split() for word in written.split())
    if any(moment.probable for moment in moments):
        return False
    if field == "year":
        return not found.supplied and any(str(each.day.year) in written for each in moments)
    precise = {_precision(moment.day) for moment in moments}
    if field in _DEEPER:
        return min(precise) >= _DEEPER[field] or any(moment.season for moment in moments)
    alike = len(precise) < 2 and len({moment.about for moment in moments}) < 2
    return alike and not (found.supplied or _HOUR.search(written))


def _precision(day: Day) -> int:
    """How many parts of a date are known: the year, the month, the day."""
    return 3 if day.day else 2 if day.month else 1
