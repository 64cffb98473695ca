"""When signatories endorsed the statement and when some withdrew, month by month or by year."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import NamedTuple

from ..dates import StatedDate
from .entries import ListedEntry

# A timeline of more months than these is drawn by year: three years of months fit on a phone.
MOST_MONTHS = 36


class Period(NamedTuple):
    """A month or a year: how many endorsed and withdrew in it, and how many endorse at its end.

    `stated` is the period as ISO 8601 has it, ``YYYY-MM`` or ``YYYY``.
    """

    stated: str
    endorsed: int
    withdrew: int
    endorsing: int


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
    def busiest(self) -> Period:
        """The first of the periods in which most endorsed."""
        return max(self.periods, key=lambda period: period.endorsed)


# A month of a year, or of a year alone the year and 0.
_Time = tuple[int, int]


def timeline(active: Iterable[ListedEntry], withdrawn: Sequence[ListedEntry]) -> Timeline:
    """The timeline of a register; without a signatory it has no periods.

    A date of which only the month is known counts in its month.
    """
    gone = [entry.signatory.withdrawn for entry in withdrawn]
    endorsed = Counter(_month(entry.signatory.signed) for entry in active)
    endorsed.update(_month(entry.signatory.signed) for entry in withdrawn)
    withdrew = Counter(_month(date) for date in gone if date)
    if not endorsed:
        return Timeline()
    months = list(_months(min(endorsed), max(*endorsed, *withdrew, (0, 0))))
    if len(months) <= MOST_MONTHS:
        return Timeline("month", tuple(_periods(months, endorsed, withdrew)))
    years = list(dict.fromkeys((year, 0) for year, _ in months))
    return Timeline("year", tuple(_periods(years, _yearly(endorsed), _yearly(withdrew))))


def _month(date: StatedDate) -> _Time:
    return date.year, date.month


def _months(first: _Time, last: _Time) -> Iterator[_Time]:
    """Every month from one to another."""
    for number in range(first[0] * 12 + first[1] - 1, last[0] * 12 + last[1]):
        yield number // 12, number % 12 + 1


def _yearly(months: Counter[_Time]) -> Counter[_Time]:
    years: Counter[_Time] = Counter()
    for (year, _), count in months.items():
        years[year, 0] += count
    return years


def _periods(
    times: Sequence[_Time], endorsed: Counter[_Time], withdrew: Counter[_Time]
) -> Iterator[Period]:
    counts = accumulate(endorsed[each] - withdrew[each] for each in times)
    for each, count in zip(times, counts, strict=True):
        stated = f"{each[0]:04}-{each[1]:02}" if each[1] else f"{each[0]:04}"
        yield Period(stated, endorsed[each], withdrew[each], count)


# What is left for the numbers of the axis, and the rest of the width.
LEFT = 11.0
WIDTH = 100 - LEFT

# From the top to the highest bar, and the height that bars share.
TOP = 12
HEIGHT = 180

_WIDEST = 10.0
_LOWEST = 1.5
_MOST_LINES = 5

# Labels of months are wider than those of years.
_MOST_LABELS = {"month": 5, "year": 8}


class Bar(NamedTuple):
    """A bar, and whether it hangs below the line, for those who withdrew."""

    x: float
    y: float
    width: float
    height: float
    hangs: bool


class CountLabel(NamedTuple):
    """A count beside the axis on the left, and the place of its right end."""

    x: float
    y: float
    amount: int


class PeriodLabel(NamedTuple):
    """A period whose name is written beneath its bar, the place, and how it is anchored there."""

    x: float
    y: float
    period: Period
    anchor: str


class Chart(NamedTuple):
    """All that is drawn; `line` is the height of nought, and `foot` that of the labels."""

    bars: tuple[Bar, ...]
    scale: tuple[CountLabel, ...]
    labels: tuple[PeriodLabel, ...]
    line: float
    foot: float


class Scale(NamedTuple):
    """From counts to heights: endorsements stand on the line, withdrawals hang below it."""

    most: int
    least: int

    def y(self, count: float) -> float:
        """How far down a count stands."""
        return round(TOP + HEIGHT * (self.most - count) / (self.most + self.least), 1)


def chart(timeline: Timeline) -> Chart:
    """The drawing of a timeline that has at least one period."""
    periods = timeline.periods
    step = _step(max(each.endorsed for each in periods) + max(each.withdrew for each in periods))
    scale = Scale(
        _raised(max(each.endorsed for each in periods), step),
        _raised(max(each.withdrew for each in periods), step),
    )
    slot = WIDTH / len(periods)
    return Chart(
        tuple(bar for place, each in enumerate(periods) for bar in _bars(each, place, slot, scale)),
        tuple(
            CountLabel(LEFT - 1.5, scale.y(count), abs(count))
            for count in range(-scale.least, scale.most + 1, step)
        ),
        tuple(_labels(timeline, slot)),
        scale.y(0),
        TOP + HEIGHT + 20,
    )


def _step(span: int) -> int:
    """The smallest of 1, 2, 5, 10, 20 and so on that needs few lines for so many."""
    step, factors = 1, (2, 2.5, 2)
    turn = 0
    while span > step * _MOST_LINES:
        step, turn = int(step * factors[turn % 3]), turn + 1
    return step


def _raised(count: int, step: int) -> int:
    return -(-count // step) * step


def _bars(period: Period, place: int, slot: float, scale: Scale) -> Iterator[Bar]:
    """The bars of a period; even one in ten thousand can be seen."""
    width = min(slot * 0.8, _WIDEST)
    x = round(LEFT + slot * (place + 0.5) - width / 2, 2)
    if period.endorsed:
        height = max(scale.y(0) - scale.y(period.endorsed), _LOWEST)
        yield Bar(x, round(scale.y(0) - height, 1), round(width, 2), round(height, 1), False)
    if period.withdrew:
        height = max(scale.y(-period.withdrew) - scale.y(0), _LOWEST)
        yield Bar(x, scale.y(0), round(width, 2), round(height, 1), True)


def _labels(timeline: Timeline, slot: float) -> Iterator[PeriodLabel]:
    """Labels under some of the bars, evenly spread, so that none runs into the next."""
    every = -(-len(timeline.periods) // _MOST_LABELS[timeline.unit])
    for place in range(0, len(timeline.periods), every):
        x = round(LEFT + slot * (place + 0.5), 2)
        anchor = "end" if x > 93 else "middle"
        period = timeline.periods[place]
        yield PeriodLabel(100 if anchor == "end" else x, TOP + HEIGHT + 20, period, anchor)
