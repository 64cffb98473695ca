"""Dates as far as they are known, and how British English writes them."""

from dataclasses import dataclass
from typing import NamedTuple

from ...dates import MONTHS

NO_DATE = "no date"
SEASONS = ("spring", "summer", "autumn", "winter")

# The parts of a year by their numbers in ISO 8601-2 (section 4.8), less 20: seasons, the seasons
# of each hemisphere, quarters, thirds and halves.
_NORTH, _SOUTH = " (northern hemisphere)", " (southern hemisphere)"
_PARTS = (
    *("first quarter", "second quarter", "third quarter", "last quarter"),
    *("first third", "second third", "last third", "first half", "second half"),
)
PARTS_OF_YEAR = (
    *(f"{season} {{}}{hemisphere}" for hemisphere in ("", _NORTH, _SOUTH) for season in SEASONS),
    *(f"{part} of {{}}" for part in _PARTS),
)


class Day(NamedTuple):
    """A year, month and day; the month and the day are 0 where they are not known.

    Years before Christ are negative, and none is 0: -45 is 45 BC.
    """

    year: int
    month: int = 0
    day: int = 0

    def __str__(self) -> str:
        """The date in British English: ``27 March 2023``, ``March 2023``, ``2023``, ``45 BC``."""
        year = year_in_words(self.year)
        if not self.month:
            return year
        month = f"{MONTHS[self.month - 1]} {year}"
        return f"{self.day} {month}" if self.day else month


class Moment(NamedTuple):
    """A day, month, season or year, and how far it is known.

    `season` counts from 1 for spring, as `PARTS_OF_YEAR`; `unknown` is how many digits at the end
    of the year are not known; `about` and `probable` are EDTF's approximate and uncertain.
    """

    day: Day
    season: int = 0
    unknown: int = 0
    about: bool = False
    probable: bool = False

    def __str__(self) -> str:
        """The moment in words, such as 'spring 2004', '1990s' or 'probably about 1850'."""
        return f"{self.manner}{self.bare}"

    @property
    def manner(self) -> str:
        """How certain it is, as words before it; empty for a moment that is known."""
        return f"{'probably ' * self.probable}{'about ' * self.about}"

    @property
    def bare(self) -> str:
        """The moment in words as if it were certain."""
        year = self.day.year
        if self.season:
            return PARTS_OF_YEAR[self.season - 1].format(year_in_words(year))
        if self.unknown == 1:
            return f"{year}s"
        return f"between {year} and {year + 99}" if self.unknown else str(self.day)

    @property
    def is_day(self) -> bool:
        """Whether it is a day, month or year by its number."""
        return not (self.season or self.unknown)


@dataclass(frozen=True, slots=True)
class Reading:
    """What a value states: one moment, a range whose end may be open, or words that are no date.

    `written` is the text to show in place of a date, `known` whether it is one that is expected,
    such as 'in press'. `fault` is what is plainly wrong with a date, and `sorted_by` the year by
    which the source is sorted; `supplied` is whether the date stands in brackets, since the source
    itself has none.
    """

    begins: Moment | None = None
    ends: Moment | None = None
    is_range: bool = False
    supplied: bool = False
    written: str = ""
    known: bool = True
    fault: str = ""
    year: int = 0

    @property
    def moments(self) -> tuple[Moment, ...]:
        """The first and the last moment, as far as they are stated."""
        if self.begins is None or self.ends is None:
            found = self.begins or self.ends
            return (found,) if found else ()
        return self.begins, self.ends

    @property
    def days(self) -> list[Day]:
        """The first and the last day; none where they are not known by their numbers."""
        return [each.day for each in self.moments]

    @property
    def sorted_by(self) -> int | None:
        """The year by which a source of this date is sorted, or None where there is no year."""
        return self.days[0].year if self.moments else self.year or None

    @property
    def is_inexact(self) -> bool:
        """Whether it is about or probably that date, which CSL calls 'circa'."""
        return any(each.about or each.probable for each in self.moments)

    @property
    def literal(self) -> str:
        """The words, where years, months and days by number cannot say what they say."""
        half_open = self.is_range and len(self.moments) == 1
        plain = self.moments and all(
            not each.unknown and each.season <= len(SEASONS) for each in self.moments
        )
        if (plain and not half_open) or (words := self.words) == NO_DATE:
            return ""
        return words

    @property
    def words(self) -> str:
        """The date in British English, the text as written where it is none, or 'no date'."""
        if not self.moments:
            return self.written or NO_DATE
        shown = self._range() if self.is_range else str(self.moments[0])
        return f"[{shown}]" if self.supplied else shown

    def _range(self) -> str:
        if self.begins and self.ends:
            return _span(self.begins, self.ends)
        return f"since {self.begins}" if self.begins else f"until {self.ends}"


def year_in_words(year: int) -> str:
    """A year as it is written: ``2023``, ``AD 79``, ``45 BC``."""
    if year < 0:
        return f"{-year} BC"
    return str(year) if year > 99 else f"AD {year}"


def _span(first: Moment, last: Moment) -> str:
    """A range, with the words that both ends share written once."""
    if first == last:
        return str(first)
    if first.manner == last.manner:
        if first.is_day and last.is_day:
            return f"{first.manner}{_span_of_days(first.day, last.day)}"
        seasons = range(1, len(SEASONS) + 1)
        if first.season in seasons and last.season in seasons and first.day == last.day:
            return f"{first.manner}{SEASONS[first.season - 1]}–{last.bare}"
        if first.season == 4 and last == last._replace(day=Day(first.day.year + 1), season=0):
            return f"{first}/{last.bare}"
    return f"{first} – {last}"


def _span_of_days(first: Day, last: Day) -> str:
    """A range of days, with the parts that both share written once: '3–4 April 2025'."""
    alike = [bool(one) == bool(other) for one, other in zip(first, last, strict=True)]
    if not all(alike) or (first.year < 0 < last.year):
        return f"{first} – {last}"
    if not first.month:
        return f"{abs(first.year)}–{last}" if last.year < 0 else f"{first}–{last}"
    if first[:2] == last[:2]:
        return f"{first.day}–{last}"
    begins = str(first).removesuffix(f" {year_in_words(last.year)}")
    return f"{begins} – {last}" if first.day or first.year != last.year else f"{begins}–{last}"
