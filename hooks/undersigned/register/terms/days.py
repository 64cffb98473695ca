"""Dates as people and spreadsheets write them, as the register has them."""

import re
from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from enum import StrEnum
from functools import cache, lru_cache
from typing import NamedTuple

from babel import Locale

from ...dates import MONTHS, stated_date
from ...names.folding import folded


class DayOrder(StrEnum):
    """Which of the two numbers of '3/4/2023' is the day."""

    DAY_FIRST = "day-first"
    MONTH_FIRST = "month-first"


class Ambiguous(NamedTuple):
    """The dates that a text may state; each is empty where it would not exist.

    The year may come first where it has two digits and hyphens beside it, as in '04-03-24';
    `lacks_century` is whether it has two.
    """

    day_first: str
    month_first: str
    year_first: str = ""
    lacks_century: bool = False

    def __str__(self) -> str:
        """All, in words."""
        *others, last = dict.fromkeys(_in_words(each) for each in self[:3] if each)
        return f"{', '.join(others)} or {last}" if others else last


# What stands around a date that was pasted.
_AROUND = " \t\"'“”‘’„,;"

# What follows a date in a timestamp.
_TIME = re.compile(
    r"(?:[ T]|, ?)[0-9]{1,2}:[0-9]{2}(?::[0-9]{2}(?:\.[0-9]+)?)?"
    r" ?(?:[AaPp]\.?[Mm]\.?)?"
    r" ?(?:Z|(?:UTC|GMT)?(?:[+-][0-9]{1,2}(?::?[0-9]{2})?)?)$"
)
_YEAR_FIRST = re.compile(r"([0-9]{4}) ?[-./] ?([0-9]{1,2})(?: ?[-./] ?([0-9]{1,2}))?\.?")
_YEAR_LAST = re.compile(r"([0-9]{1,2}) ?([-./]) ?([0-9]{1,2}) ?\2 ?([0-9]{4}|[0-9]{2})\.?")
_MONTH_ALONE = re.compile(r"([0-9]{1,2})[-./]([0-9]{4})")
_COMPACT = re.compile(r"(20[0-9]{2})([0-9]{2})([0-9]{2})")
_SERIAL = re.compile(r"([0-9]{5})(?:\.[0-9]+)?")
_EAST_ASIAN = re.compile(r"[年月년월]")

# Day 1 of Excel's usual calendar is 1 January 1900, and it has a 29 February 1900 that never was.
_EXCEL_BEGINS = date(1899, 12, 30)
_SERIALS = range(36526, 55153)  # of the years 2000 to 2050

# A sign of doubt is kept as a word, which no date has.
_WORDS = re.compile(r"\d+|[^\W\d_]+|[?~]")

# Words between the parts of a date, and the endings of ordinals, in the languages below.
_FILLERS = {
    *("a", "de", "del", "den", "der", "di", "do", "e", "el", "er", "la", "le", "nd", "o", "of"),
    *("rd", "st", "th", "the", "г", "року"),
}

# CLDR's languages with the most speakers among those that write dates in these scripts. Croatian
# is here to rule out months that it shares with Czech and Polish, where they are others.
_LANGUAGES = (
    *("en", "de", "fr", "es", "it", "pt", "nl", "sv", "nb", "da", "fi", "pl", "cs", "sk", "hu"),
    *("ro", "tr", "el", "ru", "uk", "hr"),
)


@lru_cache(maxsize=4096)  # many sign on one day
def day_meant(text: str, order: DayOrder | None = None) -> str | Ambiguous | None:
    """The date that a text states as ``YYYY-MM-DD`` or ``YYYY-MM``; None where it states none.

    Years come first or last, months are numbers or names; a time of day is dropped. A number of
    five digits is a day of Excel's usual calendar. With dots between, the day comes first. With
    slashes or hyphens, and two numbers up to 12, the `order` decides; without one it is ambiguous,
    and so is one with hyphens and a year of two digits, which may as well come first.
    """
    text = _TIME.sub("", text.strip(_AROUND)).strip()
    if stated_date(text):
        return text
    text = _EAST_ASIAN.sub("-", text).strip("일日 -")
    for pattern in (_YEAR_FIRST, _COMPACT):
        if match := pattern.fullmatch(text):
            return _made(*match.groups())
    if match := _MONTH_ALONE.fullmatch(text):
        return _made(match[2], match[1])
    if match := _YEAR_LAST.fullmatch(text):
        return _year_last(match, order)
    if match := _SERIAL.fullmatch(text):
        days = int(match[1])
        return (_EXCEL_BEGINS + timedelta(days)).isoformat() if days in _SERIALS else None
    return _in_named_months(text)


def orders_in(texts: Iterable[str]) -> set[DayOrder]:
    """The orders that dates with slashes or hyphens must have, as one of their numbers shows."""
    return {order for text in texts if (order := _order_of(text))}


def _order_of(text: str) -> DayOrder | None:
    match = _YEAR_LAST.fullmatch(_TIME.sub("", text.strip()))
    if match is None or match[2] == "." or (int(match[1]) > 12) == (int(match[3]) > 12):
        return None
    if match[2] == "-" and len(match[4]) == 2:
        return None  # the first may be the year
    return DayOrder.DAY_FIRST if int(match[1]) > 12 else DayOrder.MONTH_FIRST


def _year_last(match: re.Match[str], order: DayOrder | None) -> str | Ambiguous | None:
    one, separator, other, year = match.groups()
    if len(year) == 2 and separator == "-" and order is None:
        return _of_two_digits(one, other, year)
    year = year if len(year) == 4 else f"20{year}"
    day_first, month_first = _made(year, other, one), _made(year, one, other)
    if separator == ".":
        return day_first
    if day_first is None or month_first is None or day_first == month_first:
        return day_first or month_first
    if order is None:
        return Ambiguous(day_first, month_first, lacks_century=len(match[4]) == 2)
    return day_first if order is DayOrder.DAY_FIRST else month_first


def _of_two_digits(one: str, other: str, last: str) -> str | Ambiguous | None:
    """The dates of three numbers of which the first or the last is a year of this century."""
    day_first, month_first = _made(f"20{last}", other, one), _made(f"20{last}", one, other)
    year_first = _made(f"20{one}", other, last) if len(one) == 2 else None
    different = set(filter(None, (day_first, month_first, year_first)))
    if len(different) > 1:
        return Ambiguous(day_first or "", month_first or "", year_first or "", lacks_century=True)
    return next(iter(different), None)


def _made(year: str, month: str, day: str | None = None) -> str | None:
    text = f"{year}-{int(month):02}" + (f"-{int(day):02}" if day else "")
    return text if stated_date(text) else None


def _in_named_months(text: str) -> str | None:
    """The date of a text with one month's name, a year and perhaps a day, in any order."""
    numbers: list[str] = []
    months: list[int] = []
    for word in _WORDS.findall(text):
        if word.isdigit() and word.isascii():
            numbers.append(word)
        elif month := _months().get(_key(word)):
            months.append(month)
        elif _key(word) not in _FILLERS and _key(word) not in _weekdays():
            return None
    years = [each for each in numbers if len(each) == 4]
    days = [each for each in numbers if len(each) <= 2]
    if not years and len(days) == 2 and _WORDS.findall(text)[0] == days[0]:
        years = [f"20{days.pop()}"]  # as in '18-Apr-23'
    if len(months) != 1 or len(years) != 1 or len(days) > 1 or len(numbers) > 2:
        return None
    return _made(years[0], str(months[0]), days[0] if days else None)


@cache
def _months() -> dict[str, int]:
    """The months by name; a name that is another month in another language is left out."""
    found: dict[str, set[int]] = {}
    for name, month in _named("months"):
        found.setdefault(_key(name), set()).add(month)
    return {name: min(months) for name, months in found.items() if len(months) == 1} | {"sept": 9}


@cache
def _weekdays() -> set[str]:
    return {_key(name) for name, _ in _named("days")}


def _named(what: str) -> Iterator[tuple[str, int]]:
    """The names of months or days of the week in every language, in full and shortened."""
    for language in _LANGUAGES:
        for context in getattr(Locale.parse(language), what).values():
            for width in ("wide", "abbreviated"):
                yield from ((name, number) for number, name in context.get(width, {}).items())


def _key(word: str) -> str:
    return folded(word).strip(".")


def _in_words(text: str) -> str:
    day = stated_date(text)
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}" if day and day.month else text
