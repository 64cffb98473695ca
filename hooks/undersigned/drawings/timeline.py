"""Events on calendars, a row for each year with the newest on top, told apart by their marks.

Across, a row is the year from January to December; of a month alone, the mark is in its middle.
Marks that would cover one another stand one above the other.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from ..dates import MONTHS, StatedDate
from ..figures.model import EventKind, Figure
from ..language.catalogue import Catalogue
from .lettering import width_of
from .marks import kind_words, mark
from .shapes import LABEL, NOTE, Drawing, Ink, Line, Part, stroke

_ROOMY = 480
_RADIUS = {True: 6.0, False: 5.0}
_LEFT = 46.0
_LEAST_ROW = 26.0
_DAYS = 366.0


class _Placed(NamedTuple):
    """An event of a year: its kind, how far across it stands, and how many marks above the line."""

    kind: EventKind
    x: float
    level: int


def timeline(figure: Figure, width: float, catalogue: Catalogue) -> Drawing:
    """The drawing of a timeline within a width."""
    radius = _RADIUS[width >= _ROOMY]
    events = [(row.when.first, row.event) for row in figure.rows if row.when and row.event]
    parts, top = _legend(events, width, catalogue)
    months, top = _months(width, top + 10)
    parts += months
    years = [date.year for date, _ in events]
    for year in range(max(years), min(years) - 1, -1):
        row = _placed([each for each in events if each[0].year == year], width, radius)
        height = max(_LEAST_ROW, 10 + (max((each.level for each in row), default=0) + 1)
                     * (2 * radius + 3))  # fmt: skip
        foot = top + height
        parts.append(Line(0, foot - 4, str(year), LABEL, bold=True))
        parts.append(stroke(_LEFT, foot, width, foot, Ink.LINE))
        parts += [_mark(each, foot, radius) for each in row]
        top = foot + 8
    return Drawing(width, top - 4, tuple(parts))


def _mark(placed: _Placed, foot: float, radius: float) -> Part:
    y = foot - radius - 4 - placed.level * (2 * radius + 3)
    return mark(placed.kind, placed.x, y, radius)


def _legend(
    events: Iterable[tuple[StatedDate, EventKind]], width: float, catalogue: Catalogue
) -> tuple[list[Part], float]:
    """Which mark is which kind, with the number of its events, in lines."""
    found = Counter(kind for _, kind in events)
    parts, x, y = list[Part](), 0.0, 12.0
    for kind, word in kind_words(catalogue).items():
        if kind in found:
            words = f"{word} {catalogue.number(found[kind])}"
            room = 16 + width_of(words, LABEL) + 16
            if x and x + room - 16 > width:
                x, y = 0.0, y + 24
            parts += [mark(kind, x + 6, y - 4.5, 6), Line(x + 18, y, words, LABEL)]
            x += room
    return parts, y + 8


def _months(width: float, top: float) -> tuple[list[Part], float]:
    """The names of months over the calendars: each where there is room, else the first letters."""
    slot = (width - _LEFT) / 12
    names = [name[:3] if slot > 30 else name[0] for name in MONTHS]
    parts: list[Part] = [
        Line(_LEFT + slot * (place + 0.5), top + NOTE, name, NOTE, Ink.PALE, anchor="middle")
        for place, name in enumerate(names)
    ]
    return parts, top + NOTE + 6


def _placed(
    events: Sequence[tuple[StatedDate, EventKind]], width: float, radius: float
) -> list[_Placed]:
    """The events of a year from left to right, each on the lowest level that is free there."""
    free: defaultdict[int, float] = defaultdict(lambda: float("-inf"))
    found = list[_Placed]()
    for date, kind in sorted(events, key=lambda each: (each[0].last_day, each[0].first_day)):
        x = _across(date, width, radius)
        level = next(each for each in range(len(events)) if free[each] <= x - radius)
        free[level] = x + radius + 2
        found.append(_Placed(kind, x, level))
    return found


def _across(date: StatedDate, width: float, radius: float) -> float:
    """How far across a date stands; marks stay within the calendar."""
    day = (date.first_day.timetuple().tm_yday + date.last_day.timetuple().tm_yday) / 2
    room = width - _LEFT - 2 * radius - 2
    return _LEFT + radius + 1 + room * (day - 1) / _DAYS
