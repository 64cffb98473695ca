"""Rules about when a source is of.

What can be no date, such as 'in press', is shown as written: a note says so where the words are not
those of publishing. Only what is plainly wrong is a problem.
"""

import re
from collections.abc import Iterator
from datetime import date

from ...problem import Problem, quoted
from ..values.date_reading import reading, stated
from ..values.dates import issue
from ..values.moments import Moment, Reading
from .reference import Reference

_DAYS = ("date", "origdate", "eventdate", "urldate", "archivedate")
_AS_WRITTEN = "is shown as written"
_SHORT_RANGE = re.compile(r"([0-9]{2})([0-9]{2})-([0-9]{2})")


def dates_exist(reference: Reference, today: date) -> Iterator[Problem]:
    """Dates are ones that exist, in EDTF (BibLaTeX, section 2.3.8) or in words, and have come.

    An event may lie ahead, and so may the date of what is forthcoming; what bears the date of the
    next issue, or of next year, is a note. A source may have been accessed before its date.
    """
    for name in _DAYS:
        if not (given := reference.get(name)):
            continue
        found = _read(reference, name)
        if found.fault:
            yield reference.problem(f"{name} {quoted(given)} {_mended(given, found)}", name)
        elif not found.known:
            message = f"{name} {quoted(given)} cannot be read as a date and {_AS_WRITTEN}"
            yield reference.note(f"{message}; write a date as 2004-05-06, or leave it", name)
        elif found.literal and (span := _span_of_years(given)) and span[-4:] <= str(today.year):
            message = f"{name} {quoted(given)} is read as {quoted(found.literal)} (ISO 8601-2)"
            yield reference.note(f"{message}; write years as {span}", name)
        elif name != "eventdate" and _lies_ahead(reference, found, today):
            remedy = "give the day it happened"
            yield _ahead(reference, name, quoted(given), found, today, remedy)


def years_exist(reference: Reference, today: date) -> Iterator[Problem]:
    """A year has begun, or is the next, and has four digits or, before the year 1000, three.

    It may be a range of years, or be in doubt, as a `date` may.
    """
    given, found = reference.get("year"), _read(reference, "year")
    if found.fault:
        yield reference.problem(f"year {quoted(given)} {_mended(given, found)}", "year")
    elif not found.known:
        message = f"year {quoted(given)} cannot be read as a year and {_AS_WRITTEN}"
        yield reference.note(f"{message}; write one as 2004, a range as 2004/2005", "year")
    elif found.moments and _lies_ahead(reference, found, today):
        yield _ahead(reference, "year", quoted(given), found, today, "correct it")


def months_exist(reference: Reference, today: date) -> Iterator[Problem]:
    """A month is one of the twelve, or several, or a season, and has begun.

    It may include a day, since BibTeX has no field for one.
    """
    given = reference.get("month")
    if not given or _has_own_month(reference):
        return
    year = stated(reference.get("year") or reference.get("date"))
    found, by_year = _without_day(reference), reading(year, of_year=True)
    if _is_number_beyond(given, 12):
        message = f"month {quoted(given)} is none; write one such as mar, without braces"
        yield reference.problem(message, "month")
    elif not year:
        message = f"month {quoted(given)} stands without its year; add year"
        yield reference.note(message, "month")
    elif by_year.moments and not found.known:
        message = f"month {quoted(given)} cannot be read as a month or season and {_AS_WRITTEN}"
        yield reference.note(f"{message}; write one such as mar, without braces", "month")
    elif found.fault and not by_year.fault:
        yield reference.problem(f"month {quoted(given)} {found.fault}; correct it", "month")
    elif not reference.get("pubstate") and _is_later_month(found, today):
        named = f"{quoted(given)} of {year}"
        yield _ahead(reference, "month", named, found, today, "correct it")


def days_of_months_exist(reference: Reference, today: date) -> Iterator[Problem]:
    """A `day`, which sources may state besides `month`, exists, and is not in the future."""
    given, month = reference.get("day"), reference.get("month")
    if not given or _has_own_month(reference) or not _without_day(reference).known:
        return
    found = issue(reference.entry.fields)
    if not stated(month):
        message = f"day {quoted(given)} stands without its month; add month, or remove it"
        yield reference.note(message, "day")
    elif _is_number_beyond(month, 12):  # then the day is not shown either
        if not (given.isdecimal() and given.isascii()) or _is_number_beyond(given, 31):
            yield reference.note(_no_day(given), "day")
    elif found.fault and found.moments:
        year = reference.get("year")
        message = f"day {quoted(given)} is not in that month of {year}; correct it"
        yield reference.problem(message, "day")
    elif not found.known:
        yield reference.note(_no_day(given), "day")
    elif found.begins and _is_ahead_this_month(found.begins, today):
        yield _ahead(reference, "day", quoted(given), found, today, "correct it")


def _is_number_beyond(given: str, most: int) -> bool:
    """Whether a text is a number, and none from 1 to the greatest."""
    is_number = given.isdecimal() and given.isascii()
    return is_number and not 1 <= int(given.lstrip("0")[:3] or 0) <= most


def _no_day(given: str) -> str:
    return f"day {quoted(given)} is not a day; write its number, beside year and month"


def dates_agree(reference: Reference, _: date) -> Iterator[Problem]:
    """A year and a month beside `date` are those of `date`, which is shown in their place."""
    if not reference.get("date"):
        return
    found, year = _read(reference, "date"), _read(reference, "year")
    if reference.get("year") and year.sorted_by != found.sorted_by:
        message = f"year {quoted(reference.get('year'))} is not that of date"
        yield reference.note(f"{message}, which is shown; keep one of the two", "year")
    for name in ("month", "day") if _has_own_month(reference) else ():
        given = reference.get(name)
        if given and not _states(found, name, given):
            message = f"{name} {quoted(given)} is not that of date, which is shown"
            yield reference.note(f"{message}; keep one of the two", name)


def _ahead(
    reference: Reference, name: str, named: str, found: Reading, today: date, remedy: str
) -> Problem:
    """That a date is in the future: a note for what may bear it, since books are dated ahead."""
    year = found.begins.day.year if found.begins else today.year
    if name in ("urldate", "archivedate") or year > today.year + 1:
        return reference.problem(f"{name} {named} is in the future; {remedy}", name)
    message = f"{name} {named} lies ahead; leave it where the source is to come, or correct it"
    return reference.note(message, name)


def _has_own_month(reference: Reference) -> bool:
    """Whether `date` is shown as it is, and not with the month that stands beside it."""
    given = reference.get("date")
    return bool(given) and issue(reference.entry.fields) == _read(reference, "date")


def _without_day(reference: Reference) -> Reading:
    fields = reference.entry.fields
    return issue({name: fields.get(name, "") for name in ("date", "year", "month")})


def _states(found: Reading, name: str, given: str) -> bool:
    """Whether a date has the month or the day that a field of that name gives."""
    written = given if name == "month" else f"{given} May"
    whole = issue({"year": "2004", "month": written})
    place = 1 if name == "month" else 2
    return any(
        one[place] == other[place] for one in found.days for other in whole.days if other[place]
    )


def _read(reference: Reference, name: str) -> Reading:
    return reading(stated(reference.entry.fields.get(name, "")), of_year=name == "year")


def _mended(given: str, found: Reading) -> str:
    """What is wrong with a date, and its remedy."""
    if ";" in found.fault:
        return found.fault
    span = _span_of_years(given)
    return f"{found.fault}; correct it" + (f", or write a range as {span}" if span else "")


def _span_of_years(given: str) -> str:
    """The range of years that somebody may have meant by '1914-18'; empty where nobody can."""
    short = _SHORT_RANGE.fullmatch(given)
    if not short or short[3] <= short[2]:
        return ""
    return f"{short[1]}{short[2]}/{short[1]}{short[3]}"


def _lies_ahead(reference: Reference, found: Reading, today: date) -> bool:
    """Whether a date begins after today, and the source is not one that is to come."""
    return bool(found.begins and not reference.get("pubstate") and _is_ahead(found.begins, today))


def _is_ahead(moment: Moment, today: date) -> bool:
    year, month, day = moment.day
    return (year, month, day) > (today.year, today.month if month else 0, today.day if day else 0)


def _is_ahead_this_month(moment: Moment, today: date) -> bool:
    day = moment.day
    return day[:2] == (today.year, today.month) and day.day > today.day


def _is_later_month(found: Reading, today: date) -> bool:
    """Whether the month is later than this one, in this year."""
    day = found.days[0] if found.begins else None
    return day is not None and day.year == today.year and day.month > today.month
