"""Dates of a day, a month or a year (ISO 8601), and month names."""

import re
from calendar import monthrange
from datetime import date
from functools import lru_cache
from typing import NamedTuple

_YEAR = re.compile(r"[1-9][0-9]{3}")
_ISO = re.compile(r"([0-9]{4})-([0-9]{2})(?:-([0-9]{2}))?")

# The English months; BibTeX's macro for each is its first three letters.
MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
)  # fmt: skip
MONTH_MACROS = tuple(name[:3].lower() for name in MONTHS)

_NAMED = {
    written: number
    for number, name in enumerate(MONTHS, start=1)
    for written in (name.lower(), MONTH_MACROS[number - 1])
} | {"sept": 9}


class StatedDate(NamedTuple):
    """A day, or a month where only the month is known, or a year where no more is known."""

    year: int
    month: int | None = None
    day: int | None = None

    @property
    def first_day(self) -> date:
        """The day itself, or the first day of the month or the year."""
        return date(self.year, self.month or 1, self.day or 1)

    @property
    def last_day(self) -> date:
        """The day itself, or the last day of the month or the year."""
        month = self.month or 12
        return date(self.year, month, self.day or monthrange(self.year, month)[1])

    def __str__(self) -> str:
        """The date as people write it: ``YYYY-MM-DD``, ``YYYY-MM`` or ``YYYY``."""
        return self.first_day.isoformat()[: 10 if self.day else 7 if self.month else 4]


@lru_cache(maxsize=4096)  # several rules read each date, and many sign on one day
def stated_date(text: str) -> StatedDate | None:
    """The day or month that a text states, or None where it states none that exists."""
    match = _ISO.fullmatch(text)
    if match is None:
        return None
    year, month, day = (int(part) if part else None for part in match.groups())
    try:
        date(year or 0, month or 0, 1 if day is None else day)
    except ValueError:
        return None
    return StatedDate(year or 0, month or 0, day)


def year_or_date(text: str) -> StatedDate | None:
    """The date that a text states, which may be a year alone, such as ``2024``."""
    if _YEAR.fullmatch(text):
        return StatedDate(int(text))
    return stated_date(text)


def month_named(text: str) -> int | None:
    """The month, from 1, that a text names: by its number alone, or by its English name.

    The first word that is a month's name counts, in full or as its first three letters (or
    'sept'), so that the text may include a day. None where no month is named.
    """
    if re.fullmatch(r"[0-9]{1,2}", text):
        return int(text) if 1 <= int(text) <= 12 else None
    words = re.findall(r"[^\W\d_]+", text.lower())
    return next((_NAMED[word] for word in words if word in _NAMED), None)
