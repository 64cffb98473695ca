"""Rules about when a source is of."""

import re
from collections.abc import Iterator
from datetime import date

from ...dates import month_named, stated_date
from ...problem import Problem, quoted
from .reference import Reference

_YEAR = re.compile(r"[0-9]{4}")
_DAYS = ("date", "urldate", "archivedate")


def years_exist(reference: Reference, today: date) -> Iterator[Problem]:
    """A year has four digits and has begun."""
    year = reference.get("year")
    if year and not (_YEAR.fullmatch(year) and int(year)):
        message = f"year {quoted(year)} is not a year; write four digits, or leave it out"
        yield reference.problem(message, "year")
    elif year and int(year) > today.year:
        yield reference.problem(f"year {quoted(year)} is in the future; correct it", "year")


def months_exist(reference: Reference, today: date) -> Iterator[Problem]:
    """A month is one of the twelve, as 'mar', 'March' or 3, and has begun.

    It may include a day, since BibTeX has no field for one.
    """
    given, year = reference.get("month"), reference.get("year")
    if not given:
        return
    month = month_named(given)
    if month is None:
        message = f"month {quoted(given)} is none; write one such as mar, without braces"
        yield reference.problem(message, "month")
    elif year == str(today.year) and month > today.month:
        message = f"month {quoted(given)} of {year} is in the future; correct it"
        yield reference.problem(message, "month")


def days_exist(reference: Reference, today: date) -> Iterator[Problem]:
    """Dates are written as in ISO 8601, exist, and are not in the future.

    `date` may be a year alone, or a range (BibLaTeX, section 2.3.8). A source may have been
    accessed before the date that it bears.
    """
    for name in _DAYS:
        given = reference.get(name)
        for part in given.split("/", 1) if name == "date" else [given]:
            if part:
                yield from _day(reference, name, part, today)


def days_of_months_exist(reference: Reference, today: date) -> Iterator[Problem]:
    """A `day`, which sources may state besides `month`, exists, and is not in the future."""
    given, year = reference.get("day"), reference.get("year")
    if not given:
        return
    month = month_named(named := reference.get("month"))
    if month is None and named:
        return  # reported by `months_exist`
    if month is None:
        message = f"day {quoted(given)} stands without its month; add month, or remove it"
        yield reference.problem(message, "day")
    elif not (given.isdecimal() and len(given) <= 2 and _YEAR.fullmatch(year)):
        message = f"day {quoted(given)} is not a day; write its number, beside year and month"
        yield reference.problem(message, "day")
    elif not (stated := stated_date(f"{year}-{month:02}-{int(given):02}")):
        message = f"day {quoted(given)} is not in that month of {year}; correct it"
        yield reference.problem(message, "day")
    elif stated.first_day > today and (stated.year, stated.month) == (today.year, today.month):
        yield reference.problem(f"day {quoted(given)} is in the future; correct it", "day")


def _day(reference: Reference, name: str, given: str, today: date) -> Iterator[Problem]:
    if name == "date" and _YEAR.fullmatch(given) and int(given):
        future = int(given) > today.year
    elif stated := stated_date(given):
        future = stated.first_day > today
    else:
        message = f"{name} {quoted(given)} is not a date; write an existing one as YYYY-MM-DD"
        yield reference.problem(message, name)
        return
    if future:
        message = f"{name} {quoted(given)} is in the future; give the day it happened"
        yield reference.problem(message, name)
