"""The drawing of a timeline: a line of how many endorse the statement, and where some left."""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from .timeline import Period, Timeline

# Fewer are read sooner than a drawing of them.
LEAST = 10

# From the top to the highest place of the line, and from there to nought.
TOP = 18
HEIGHT = 180

# The line is drawn in so many units from left to right, and stretched to any width.
ACROSS = 1000

_MOST_LINES = 5
# Names of periods stand at such steps; how wide one is on a desk and on a phone, in per cent.
_STEPS = {"month": (1, 2, 3, 4, 6, 12, 24), "year": (1, 2, 5, 10, 20, 50, 100)}
_WIDTHS = {"month": (12, 20), "year": (8, 12)}

_MOST_AMOUNTS = 3
_APART = 12.0  # per cent of the width, between two amounts


class CountLabel(NamedTuple):
    """A count, and how far down its line lies."""

    y: float
    amount: int


class PeriodLabel(NamedTuple):
    """A period whose name is written beneath, its place in per cent, and how it is anchored.

    One that stands `between` others has no room on a phone.
    """

    x: float
    period: Period
    anchor: str
    between: bool = False


class Departure(NamedTuple):
    """A period in which some left, and its place; `amount` is how many, 0 where it is not written.

    `y_amount` is the height of that number, `anchor` its place beside the mark.
    """

    x: float
    y: float
    amount: int
    y_amount: float
    anchor: str


class Chart(NamedTuple):
    """All that is drawn; `line` and `area` are paths, `ACROSS` wide and `HEIGHT` high."""

    line: str
    area: str
    scale: tuple[CountLabel, ...]
    labels: tuple[PeriodLabel, ...]
    departures: tuple[Departure, ...]


def chart(timeline: Timeline) -> Chart | None:
    """The drawing of a timeline; none of few endorsements, or of a single period."""
    periods = timeline.periods
    if timeline.endorsed < LEAST or len(periods) < 2:
        return None
    most = max(each.endorsing for each in periods)
    step = _step(most)
    top = max(-(-most // step) * step, step)
    heights = [round(HEIGHT * (1 - each.endorsing / top), 1) for each in periods]
    line = _path(heights)
    return Chart(
        line,
        f"{line}V{HEIGHT}H0Z",
        tuple(
            CountLabel(round(TOP + HEIGHT * (1 - count / top), 1), count)
            for count in range(0, top + 1, step)
        ),
        _labels(timeline),
        tuple(_departures(periods, heights)),
    )


def _step(most: int) -> int:
    """The smallest of 1, 2, 5, 10, 20 and so on that needs few lines for so many."""
    step, factors = 1, (2, 2.5, 2)
    turn = 0
    while most > step * _MOST_LINES:
        step, turn = int(step * factors[turn % 3]), turn + 1
    return step


def _path(heights: Sequence[float]) -> str:
    """A step for each period at which the height changes, from nought at the left."""
    path, last = [f"M0 {HEIGHT}"], float(HEIGHT)
    for place, height in enumerate(heights):
        if height != last:
            path += [f"H{_across(place, heights)}" if place else "", f"V{height:g}"]
        last = height
    return "".join([*path, f"H{ACROSS}"])


def _across(place: int, periods: Sequence[object]) -> int:
    return round(ACROSS * place / len(periods))


def _middle(place: int, periods: Sequence[object]) -> float:
    """The middle of a period in per cent."""
    return round(100 * (place + 0.5) / len(periods), 2)


def _anchor(x: float) -> str:
    """How words at a place are anchored, so that none of them lies outside."""
    return "start" if x < 8 else "end" if x > 92 else "middle"


def _labels(timeline: Timeline) -> tuple[PeriodLabel, ...]:
    """Labels under some of the periods, evenly spread, so that none runs into the next."""
    desk, phone = _WIDTHS[timeline.unit]
    steps = (*_STEPS[timeline.unit], len(timeline.periods))
    tries = (_labels_every(step, timeline.periods) for step in steps)
    labels = next(each for each in tries if _are_apart(each, desk))
    kept = next(step for step in (1, 2, 3, len(labels)) if _are_apart(labels[::step], phone))
    return tuple(label._replace(between=place % kept > 0) for place, label in enumerate(labels))


def _labels_every(step: int, periods: Sequence[Period]) -> tuple[PeriodLabel, ...]:
    found = []
    for place in range(0, len(periods), step):
        x = _middle(place, periods)
        anchor = _anchor(x)
        x = {"start": 0.0, "end": 100.0}.get(anchor, x)
        found.append(PeriodLabel(x, periods[place], anchor))
    return tuple(found)


def _are_apart(labels: Sequence[PeriodLabel], width: float) -> bool:
    left = {"start": 0.0, "middle": width / 2, "end": width}
    begins = [label.x - left[label.anchor] for label in labels]
    return all(one + width <= other for one, other in pairwise(begins))


def _departures(periods: Sequence[Period], heights: Sequence[float]) -> Iterator[Departure]:
    """A mark for each period in which some left, and the greatest numbers where there is room."""
    places = [place for place, each in enumerate(periods) if each.left]
    told = set[int]()
    for place in sorted(places, key=lambda place: -periods[place].left)[:_MOST_AMOUNTS]:
        x = _middle(place, periods)
        if all(abs(x - _middle(other, periods)) >= _APART for other in told):
            told.add(place)
    for place in places:
        x, y = _middle(place, periods), round(TOP + heights[place], 1)
        amount = periods[place].left if place in told else 0
        # Above the mark where the line of nought is near.
        below = heights[place] < HEIGHT - 24
        yield Departure(x, y, amount, y + 18 if below else y - 9, _anchor(x))
