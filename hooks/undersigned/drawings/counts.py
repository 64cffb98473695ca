"""Counts at their dates: each a disc whose area is as large as its number, on one scale."""

from math import sqrt

from ..figures.model import Figure, Row
from ..figures.wording import plain, shown_value, shown_when
from ..language.catalogue import Catalogue
from .shapes import LABEL, NOTE, Drawing, Ink, Line, Part, disc, height_of, paragraph, stroke

_ROOMY = 480
_COUNT, _GAP, _BETWEEN = 20.0, 14.0, 18.0


def counts(figure: Figure, width: float, catalogue: Catalogue) -> Drawing:
    """The drawing of counts, a row for each, in the order of the file."""
    largest = 56.0 if width >= _ROOMY else 36.0
    left = 2 * largest + _GAP
    most = float(max(row.value for row in figure.rows))
    parts, top = list[Part](), 0.0
    for row in figure.rows:
        radius = largest * sqrt(float(row.value) / most)
        words = _words(row, left, top, width - left, catalogue)
        height = max(2 * radius, height_of(words))
        middle = top + min(height, height_of(words)) / 2 if radius < 12 else top + height / 2
        parts += [disc(largest, middle, radius, Ink.ACCENT)] if radius else []
        # A line leads from a small disc to its words.
        if radius < largest * 0.6:
            parts.append(stroke(largest + radius + 4, middle, left - 6, middle, Ink.LINE))
        parts += words
        top += height + _BETWEEN
    return Drawing(width, top - _BETWEEN + 2, tuple(parts))


def _words(row: Row, left: float, top: float, width: float, catalogue: Catalogue) -> list[Line]:
    """The date, the number, what it counts, and what is to be known of it."""
    when = shown_when(row.when, catalogue.locale) if row.when else ""
    found = paragraph(left, top, width, when, NOTE, Ink.PALE)
    value = shown_value(row, catalogue.locale)
    found += paragraph(left, top + height_of(found), width, value, _COUNT, bold=True)
    found += paragraph(left, top + height_of(found), width, row.label, LABEL)
    found += paragraph(left, top + height_of(found), width, plain(row.note), NOTE, Ink.PALE)
    return found
