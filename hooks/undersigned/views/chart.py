"""The drawing of a timeline: bars for those who came, and below the line for those who left."""

from collections.abc import Iterator
from typing import NamedTuple

from .timeline import Period, Timeline

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
    """A bar, and whether it hangs below the line, for those who left."""

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
    """From counts to heights: endorsements stand on the line, those who left hang below it."""

    most: int
    least: int

    def y(self, count: float) -> float:
        """How far down a count stands."""
        return round(TOP + HEIGHT * (self.most - count) / (self.most + self.least), 1)


def chart(timeline: Timeline) -> Chart:
    """The drawing of a timeline that has at least one period."""
    periods = timeline.periods
    step = _step(max(each.endorsed for each in periods) + max(each.left for each in periods))
    scale = Scale(
        _raised(max(each.endorsed for each in periods), step),
        _raised(max(each.left for each in periods), step),
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
    if period.left:
        height = max(scale.y(-period.left) - scale.y(0), _LOWEST)
        yield Bar(x, scale.y(0), round(width, 2), round(height, 1), True)


def _labels(timeline: Timeline, slot: float) -> Iterator[PeriodLabel]:
    """Labels under some of the bars, evenly spread, so that none runs into the next."""
    every = -(-len(timeline.periods) // _MOST_LABELS[timeline.unit])
    for place in range(0, len(timeline.periods), every):
        x = round(LEFT + slot * (place + 0.5), 2)
        anchor = "end" if x > 93 else "middle"
        period = timeline.periods[place]
        yield PeriodLabel(100 if anchor == "end" else x, TOP + HEIGHT + 20, period, anchor)
