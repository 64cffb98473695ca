"""When a source was issued: dates of BibTeX and BibLaTeX in the words of a British reader."""

import re
from collections.abc import Mapping
from datetime import date
from typing import NamedTuple

from ...dates import StatedDate, month_named
from ...locale import shown_date
from .latex import plain

NO_DATE = "no date"
_ISO = re.compile(r"([0-9]{4})(?:-([0-9]{1,2})(?:-([0-9]{1,2}))?)?(?:T.*)?")
# What BibLaTeX’s `pubstate` says by these keys; anything else as it is written.
_STATES = {
    "inpreparation": "in preparation",
    "inpress": "in press",
    "prepublished": "published ahead of print",
}
_UNDATED = {"", "n.d.", "nd", "n. d.", "no date", "undated"}


class Day(NamedTuple):
    """A year, perhaps with its month, perhaps with the day; what is not known is 0."""

    year: int
    month: int = 0
    day: int = 0

    def __str__(self) -> str:
        """In words: ``27 March 2023``, ``March 2023``, ``2023``."""
        if not self.month:
            return str(self.year)
        return shown_date(StatedDate(self.year, self.month, self.day or None), "en_GB")


def issued_days(fields: Mapping[str, str]) -> list[Day]:
    """The day of issue; the first and the last of a range; none where no date is understood."""
    stated = plain(fields.get("date", ""))
    days = [found for part in stated.split("/") if (found := day_of(part))]
    if days:
        return days[:2]
    month, day = plain(fields.get("month", "")), plain(fields.get("day", ""))
    year = re.fullmatch(r"[0-9]{4}", plain(fields.get("year", "")))
    if not year:
        return []
    # Some write '27 March' as the month.
    within = day or ("" if month.isdecimal() else month)
    return [_real(int(year[0]), month_named(month) or 0, _number(within))]


def shown_issue(fields: Mapping[str, str]) -> str:
    """The date in words; what is not a date as it is written; 'no date' where nothing is.

    How far the publication has come stands before the date, or instead of it.
    """
    state = plain(fields.get("pubstate", ""))
    state, told = _STATES.get(state.lower(), state), _told(fields)
    if not state:
        return told
    return state if told in (NO_DATE, state) else f"{state}, {told}"


def _told(fields: Mapping[str, str]) -> str:
    if days := issued_days(fields):
        lasting = len(days) == 1 and fields.get("date", "").strip("{} ").endswith("/")
        return f"since {days[0]}" if lasting else _span(days[0], days[-1])
    written = plain(fields.get("date", "")) or plain(fields.get("year", ""))
    return NO_DATE if written.lower() in _UNDATED else written


def _span(first: Day, last: Day) -> str:
    """From one day to another; what they share is said once, as in '3–4 April 2025'."""
    alike = [bool(one) == bool(other) for one, other in zip(first, last, strict=True)]
    if first == last or not all(alike):
        return " – ".join(dict.fromkeys(map(str, (first, last))))
    if not first.month:
        return f"{first}–{last}"
    if first[:2] == last[:2]:
        return f"{first.day}–{last}"
    begins = str(first).removesuffix(f" {last.year}")
    return f"{begins} – {last}" if first.day or first.year != last.year else f"{begins}–{last}"


def day_of(written: str) -> Day | None:
    """A date such as ``2023-03-27``, ``2023-03`` or ``2023``; without what does not exist."""
    match = _ISO.fullmatch(written.strip().rstrip("~?%"))
    if not match or match[1] == "0000":
        return None
    return _real(int(match[1]), int(match[2] or 0), int(match[3] or 0))


def shown_day(written: str) -> str:
    """A date in words, or as it is written where it is none."""
    return str(day_of(written) or plain(written))


def _real(year: int, month: int, day: int) -> Day:
    """As much of a date as there can be."""
    if not 1 <= month <= 12 or not year:
        return Day(year)
    try:
        date(year, month, day)
    except ValueError:
        return Day(year, month)
    return Day(year, month, day)


def _number(written: str) -> int:
    match = re.search(r"(?<![0-9])[0-9]{1,2}(?![0-9])", written)
    return int(match[0]) if match and match[0].isascii() else 0
