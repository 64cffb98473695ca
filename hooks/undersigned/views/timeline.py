"""When signatories endorsed the statement and when some left it, month by month or by year."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from ..dates import StatedDate
from ..model import Standing
from .entries import ListedSignatory

# A timeline of more months than these is drawn by year: three years of months fit on a phone.
MOST_MONTHS = 36


class Period(NamedTuple):
    """A month or a year: how many came and left in it, and how many endorse at its end.

    `stated` is the period as ISO 8601 has it, ``YYYY-MM`` or ``YYYY``. Those who left either
    `withdrew` or `ended`.
    """

    stated: str
    endorsed: int
    withdrew: int
    ended: int
    endorsing: int

    @property
    def left(self) -> int:
        """How many no longer count since then."""
        return self.withdrew + self.ended


@dataclass(frozen=True, slots=True)
class Timeline:
    """Every period from the first endorsement to the last event, oldest first, none left out."""

    unit: str = "month"
    periods: tuple[Period, ...] = ()

    @property
    def endorsed(self) -> int:
        """How many ever endorsed the statement."""
        return sum(period.endorsed for period in self.periods)

    @property
    def withdrew(self) -> int:
        """How many of them withdrew."""
        return sum(period.withdrew for period in self.periods)

    @property
    def ended(self) -> int:
        """How many of them no longer exist."""
        return sum(period.ended for period in self.periods)

    @property
    def busiest(self) -> Period:
        """The first of the periods in which most endorsed."""
        return max(self.periods, key=lambda period: period.endorsed)


# A month of a year, or of a year alone the year and 0.
_Time = tuple[int, int]


class _Counts(NamedTuple):
    """How many came, withdrew and ended, by time."""

    endorsed: Counter[_Time]
    withdrew: Counter[_Time]
    ended: Counter[_Time]

    def yearly(self) -> "_Counts":
        """The counts of whole years."""
        return _Counts(*map(_yearly, self))


def timeline(entries: Iterable[ListedSignatory]) -> Timeline:
    """The timeline of a register; without a signatory it has no periods.

    A signatory counts from its first endorsement, whichever version that was of. A date of which
    only the month is known counts in its month.
    """
    entries = tuple(entries)
    apart = [each for each in entries if each.standing is not Standing.ENDORSES]
    gone = [(each.standing, date) for each in apart if (date := each.signatory.gone)]
    counts = _Counts(
        _by_month(Counter(each.signatory.first.signed for each in entries)),
        Counter(_month(date) for standing, date in gone if standing is Standing.WITHDRAWN),
        Counter(_month(date) for standing, date in gone if standing is Standing.ENDED),
    )
    if not counts.endorsed:
        return Timeline()
    last = max(max(count, default=(0, 0)) for count in counts)
    months = list(_months(min(counts.endorsed), last))
    if len(months) <= MOST_MONTHS:
        return Timeline("month", tuple(_periods(months, counts)))
    years = list(dict.fromkeys((year, 0) for year, _ in months))
    return Timeline("year", tuple(_periods(years, counts.yearly())))


def _by_month(dates: Mapping[StatedDate, int]) -> Counter[_Time]:
    """The counts of dates, of which many share a month, by month."""
    months: Counter[_Time] = Counter()
    for date, count in dates.items():
        months[_month(date)] += count
    return months


def _month(date: StatedDate) -> _Time:
    return date.year, date.month or 1


def _months(first: _Time, last: _Time) -> Iterator[_Time]:
    """Every month from one to another."""
    for number in range(first[0] * 12 + first[1] - 1, last[0] * 12 + last[1]):
        yield number // 12, number % 12 + 1


def _yearly(months: Counter[_Time]) -> Counter[_Time]:
    years: Counter[_Time] = Counter()
    for (year, _), count in months.items():
        years[year, 0] += count
    return years


def _periods(times: Sequence[_Time], counts: _Counts) -> Iterator[Period]:
    endorsing = 0
    for each in times:
        came, withdrew, ended = (count[each] for count in counts)
        endorsing += came - withdrew - ended
        stated = f"{each[0]:04}-{each[1]:02}" if each[1] else f"{each[0]:04}"
        yield Period(stated, came, withdrew, ended, endorsing)
