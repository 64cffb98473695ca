"""When signatories endorsed the statement and when some withdrew, month by month or by year."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import NamedTuple

from ..dates import StatedDate, stated_date
from ..locale import shown_month
from .rows import Row

# A timeline of more months than these is told by year: three years of months fit on a phone.
MOST_MONTHS = 36


class Period(NamedTuple):
    """A month or a year: who endorsed and who withdrew in it, and how many stood at its end."""

    label: str
    short: str
    stated: str
    endorsed: int
    withdrew: int
    standing: int


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


def timeline(active: Iterable[Row], withdrawn: Sequence[Row], locale: str) -> Timeline:
    """The timeline of a register; without a signatory it has no periods.

    A date of which only the month is known counts in its month.
    """
    endorsed = Counter(row.signed_on[:7] for row in active)
    endorsed.update(row.signed_on[:7] for row in withdrawn)
    withdrew = Counter(row.withdrawn_on[:7] for row in withdrawn)
    if not endorsed:
        return Timeline()
    stated = list(_months(min(endorsed), max(*endorsed, *withdrew, "")))
    if len(stated) <= MOST_MONTHS:
        return Timeline("month", tuple(_periods(stated, endorsed, withdrew, locale)))
    stated = list(dict.fromkeys(month[:4] for month in stated))
    return Timeline("year", tuple(_periods(stated, _yearly(endorsed), _yearly(withdrew), locale)))


def _months(first: str, last: str) -> Iterator[str]:
    """Every month from one to another, as ``YYYY-MM``."""
    start, end = (int(month[:4]) * 12 + int(month[5:]) - 1 for month in (first, last))
    for number in range(start, end + 1):
        yield f"{number // 12:04}-{number % 12 + 1:02}"


def _yearly(months: Counter[str]) -> Counter[str]:
    years: Counter[str] = Counter()
    for month, count in months.items():
        years[month[:4]] += count
    return years


def _periods(
    stated: Sequence[str], endorsed: Counter[str], withdrew: Counter[str], locale: str
) -> Iterator[Period]:
    standing = accumulate(endorsed[each] - withdrew[each] for each in stated)
    for each, then in zip(stated, standing, strict=True):
        label, short = _period_names(stated_date(each), each, locale)
        yield Period(label, short, each, endorsed[each], withdrew[each], then)


def _period_names(month: StatedDate | None, year: str, locale: str) -> tuple[str, str]:
    """A period's name in full, and as short as an axis wants it; a year is its own name."""
    if month is None:
        return year, year
    return shown_month(month, locale), shown_month(month, locale, short=True)


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


class Label(NamedTuple):
    """A text on an axis, where it stands, and how it is anchored there."""

    x: float
    y: float
    text: str
    anchor: str


class Chart(NamedTuple):
    """All that is drawn; `line` is the height of nought, and `foot` that of the labels."""

    bars: tuple[Bar, ...]
    scale: tuple[Label, ...]
    labels: tuple[Label, ...]
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
            Label(LEFT - 1.5, scale.y(count), f"{abs(count):,}", "end")
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


def _labels(timeline: Timeline, slot: float) -> Iterator[Label]:
    """Labels under some of the bars, evenly spread, so that none runs into the next."""
    every = -(-len(timeline.periods) // _MOST_LABELS[timeline.unit])
    for place in range(0, len(timeline.periods), every):
        x = round(LEFT + slot * (place + 0.5), 2)
        anchor = "end" if x > 93 else "middle"
        short = timeline.periods[place].short
        yield Label(100 if anchor == "end" else x, TOP + HEIGHT + 20, short, anchor)
