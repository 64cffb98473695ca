"""Dates of BibTeX and BibLaTeX, and how British English writes them."""

import re
from collections.abc import Mapping
from datetime import date
from typing import NamedTuple

from ...dates import StatedDate, month_named
from ...locale import shown_date
from .latex import plain

NO_DATE = "no date"
_ISO = re.compile(r"([0-9]{4})(?:-([0-9]{1,2})(?:-([0-9]{1,2}))?)?(?:T.*)?")
# The words for the keys of BibLaTeX’s `pubstate`; any other value is shown as written.
_STATES = {
    "inpreparation": "in preparation",
    "inpress": "in press",
    "prepublished": "published ahead of print",
}
_UNDATED = {"", "n.d.", "nd", "n. d.", "no date", "undated"}


class Day(NamedTuple):
    """A year, month and day; the month and the day are 0 where they are not known."""

    year: int
    month: int = 0
    day: int = 0

    def __str__(self) -> str:
        """The date in British English: ``27 March 2023``, ``March 2023``, ``2023``."""
        if not self.month:
            return str(self.year)
        return shown_date(StatedDate(self.year, self.month, self.day or None), "en_GB")


def issued_days(fields: Mapping[str, str]) -> list[Day]:
    """The date of issue, or the first and the last day of a range; none where there is no date."""
    stated = plain(fields.get("date", ""))
    days = [found for part in stated.split("/") if (found := day_of(part))]
    if days:
        return days[:2]
    month, day = plain(fields.get("month", "")), plain(fields.get("day", ""))
    year = re.fullmatch(r"[0-9]{4}", plain(fields.get("year", "")))
    if not year:
        return []
    # The month may include the day, as in '27 March'.
    within = day or ("" if month.isdecimal() else month)
    return [_real(int(year[0]), month_named(month) or 0, _number(within))]


def shown_issue(fields: Mapping[str, str]) -> str:
    """The date of issue: in British English, as written where it is none, or 'no date'.

    The state of publication is put before the date, or in its place.
    """
    state = plain(fields.get("pubstate", ""))
    state, date_shown = _STATES.get(state.lower(), state), _shown_date(fields)
    if not state:
        return date_shown
    return state if date_shown in (NO_DATE, state) else f"{state}, {date_shown}"


def _shown_date(fields: Mapping[str, str]) -> str:
    if days := issued_days(fields):
        is_open = len(days) == 1 and fields.get("date", "").strip("{} ").endswith("/")
        return f"since {days[0]}" if is_open else _span(days[0], days[-1])
    written = plain(fields.get("date", "")) or plain(fields.get("year", ""))
    return NO_DATE if written.lower() in _UNDATED else written


def _span(first: Day, last: Day) -> str:
    """A range of dates, with the parts that both share written once: '3–4 April 2025'."""
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
    """The date in a text such as ``2023-03-27``, ``2023-03`` or ``2023``, or None.

    A month or a day that does not exist is left out.
    """
    match = _ISO.fullmatch(written.strip().rstrip("~?%"))
    if not match or match[1] == "0000":
        return None
    return _real(int(match[1]), int(match[2] or 0), int(match[3] or 0))


def shown_day(written: str) -> str:
    """A date in British English, or the text as plain text where it is none."""
    return str(day_of(written) or plain(written))


def _real(year: int, month: int, day: int) -> Day:
    """The date without a month or a day that does not exist."""
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
