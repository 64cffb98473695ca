"""Bars from nought, one beneath the other, each with its number at its end.

Behind a bar that is a least number stands a point: it may go on. What a value is a part of is an
outline.
"""

from decimal import Decimal

from ..figures.model import Figure, Row
from ..figures.wording import plain, shown_value
from ..language.catalogue import Catalogue
from .lettering import width_of
from .shapes import (
    LABEL,
    NOTE,
    Drawing,
    Ink,
    Line,
    Part,
    height_of,
    paragraph,
    polygon,
    rectangle,
    stroke,
)

# From this width on labels stand beside their bars.
_ROOMY = 480
_BESIDE = 0.42
_MOST_OF_ROOM = 0.55
_THICK, _GAP, _BETWEEN, _POINT = 16.0, 6.0, 20.0, 10.0


def bars(figure: Figure, width: float, catalogue: Catalogue) -> Drawing:
    """The drawing of a figure of bars within a width."""
    left = width * _BESIDE if width >= _ROOMY else 0.0
    scale = _Scale(figure, left, width, catalogue)
    parts, top = list[Part](), 0.0
    for row in figure.rows:
        drawn, height = _beside(row, top, left, scale) if left else _above(row, top, width, scale)
        parts += drawn
        top += height + _BETWEEN
    return Drawing(width, top - _BETWEEN + 2, tuple(parts))


class _Scale:
    """From numbers to lengths: the longest bar leaves room for every number at its end.

    Where numbers are so long that bars would be stumps, they stand above the bars (`apart`).
    """

    def __init__(self, figure: Figure, left: float, width: float, catalogue: Catalogue) -> None:
        self.left, self.catalogue = left, catalogue
        self.room = width - left
        self.apart = max(map(self.number_width, figure.rows)) > self.room * _MOST_OF_ROOM
        # Each bar and the number behind it fit: the tightest of all rows sets the scale.
        self.unit = min(
            (self.room - _point(row) - (0 if self.apart else _GAP + self.number_width(row)))
            / float(_reach(row))
            for row in figure.rows
            if _reach(row)
        )

    def number_width(self, row: Row) -> float:
        return width_of(shown_value(row, self.catalogue.locale), LABEL, bold=True)

    def length(self, value: Decimal) -> float:
        return float(value) * self.unit


def _reach(row: Row) -> Decimal:
    return row.whole if row.whole is not None else row.value


def _point(row: Row) -> float:
    return _POINT if row.bound and row.bound.is_open else 0.0


def _beside(row: Row, top: float, left: float, scale: _Scale) -> tuple[list[Part], float]:
    """A row with its label and note in a column on the left."""
    words = _words(row, top, left - 16)
    bar, height = _bar(row, top + 2, scale)
    axis = stroke(left, top - 2, left, top + height + 6, Ink.LINE)
    return [*words, axis, *bar], max(height_of(words), height)


def _above(row: Row, top: float, width: float, scale: _Scale) -> tuple[list[Part], float]:
    """A row with its label above the bar and its note beneath."""
    label = paragraph(0, top, width, row.label)
    begin = top + height_of(label) + 3
    bar, height = _bar(row, begin, scale)
    end = begin + height
    note = paragraph(0, end + 4, width, plain(row.note), NOTE, Ink.PALE)
    axis = stroke(0.75, begin - 3, 0.75, end + 3, Ink.LINE)
    return [*label, axis, *bar, *note], end + (4 + height_of(note) if note else 0) - top


def _words(row: Row, top: float, width: float) -> list[Line]:
    label = paragraph(0, top, width, row.label)
    note = paragraph(0, top + height_of(label), width, plain(row.note), NOTE, Ink.PALE)
    return [*label, *note]


def _bar(row: Row, top: float, scale: _Scale) -> tuple[list[Part], float]:
    """The bar, the outline of what it is a part of, and the number; and how high they are."""
    left, length = scale.left, scale.length(row.value)
    number = shown_value(row, scale.catalogue.locale)
    above = paragraph(left + 4, top, scale.room - 4, number, bold=True) if scale.apart else []
    begin = top + height_of(above)
    foot = begin + _THICK
    parts: list[Part] = [*above]
    if row.whole is not None:
        outline = scale.length(row.whole)
        parts.append(rectangle(left, begin + 0.75, outline, _THICK - 1.5, Ink.LINE, outlined=True))
    if row.value:
        parts.append(rectangle(left, begin, max(length, 1.0), _THICK, Ink.ACCENT))
    if row.bound and row.bound.is_open:
        back = left + length + 2
        tip = (back + _POINT - 3, begin + _THICK / 2)
        parts.append(polygon([(back, begin), tip, (back, foot)], Ink.ACCENT))
    if not scale.apart:
        end = left + max(scale.length(_reach(row)), length + _point(row)) + _GAP
        parts.append(Line(end, foot - 3.2, number, LABEL, bold=True))
    return parts, foot - top
