"""A chain of steps, and the principles by which each link of it can be broken.

On a desk steps stand side by side, on a phone one beneath the other. Where a principle applies, the
line from step to step is cut, and the cut has the principle's numeral.
"""

from collections.abc import Sequence
from itertools import pairwise

from ..figures.model import Break, Figure, Row
from ..figures.wording import plain
from ..language.catalogue import Catalogue
from .shapes import LABEL, NOTE, Drawing, Ink, Line, Part, disc, height_of, paragraph, path, stroke

_ROOMY = 480
_RADIUS = 15.0
_NUMERAL, _INDENT = 25.0, 26.0
_GAP = 24.0


def steps(figure: Figure, width: float, catalogue: Catalogue) -> Drawing:
    """The drawing of a chain of steps within a width."""
    return (_across if width >= _ROOMY else _down)(figure, width, catalogue)


def _across(figure: Figure, width: float, catalogue: Catalogue) -> Drawing:
    """Steps side by side; a line leads on from each, and those that cut it stand beneath it."""
    count = len(figure.rows)
    column = (width - _GAP * (count - 1)) / count
    heads = [_words(row, 0, 0, column) for row in figure.rows]
    # Over the line there is room for the numerals of those that cut it.
    middle = _RADIUS + 9
    under = middle + _RADIUS + 15
    below = under + max(map(height_of, heads)) + 18
    parts, foot = list[Part](), below
    for place, row in enumerate(figure.rows):
        left = place * (column + _GAP)
        end = left + column + (_GAP - 6 if place + 1 < count else -2)
        parts += _numbered(place + 1, left + _RADIUS + 1, middle)
        parts += _arrow_across(row, left + 2 * _RADIUS + 8, end, middle)
        parts += _words(row, left, under, column)
        top = below
        for each in row.breaks:
            drawn, top = _break(each, left, top, column, catalogue)
            parts += drawn
        foot = max(foot, top)
    return Drawing(width, foot - 6, tuple(parts))


def _down(figure: Figure, width: float, catalogue: Catalogue) -> Drawing:
    """Steps one beneath the other along a line, cut where principles stand beside it."""
    parts, top, foot = list[Part](), 0.0, 0.0
    left = 2 * _RADIUS + 14
    for place, row in enumerate(figure.rows):
        begun = top + 2 * _RADIUS + 7
        parts += _numbered(place + 1, _RADIUS + 1, top + _RADIUS + 1)
        words = _words(row, left, top + 4, width - left)
        parts += words
        top += max(height_of(words) + 4, 2 * _RADIUS) + 12
        cuts = list[float]()
        for each in row.breaks:
            cuts.append(top + 14)
            drawn, top = _break(each, left, top, width - left, catalogue)
            parts += drawn
        end = top if place + 1 < len(figure.rows) else max(cuts, default=begun) + 22
        parts += _arrow_down(_RADIUS + 1, begun, end, cuts)
        foot, top = max(top - 6, end + 2), top + 10
    return Drawing(width, foot, tuple(parts))


def _numbered(number: int, x: float, y: float) -> list[Part]:
    """The number of a step in a ring."""
    ring = disc(x, y, _RADIUS, Ink.INK, outlined=True)
    return [ring, Line(x, y + 5.2, str(number), LABEL, bold=True, anchor="middle")]


def _words(row: Row, left: float, top: float, width: float) -> list[Line]:
    label = paragraph(left, top, width, row.label, LABEL + 1, bold=True)
    return [*label, *paragraph(left, top + height_of(label) + 3, width, plain(row.note), NOTE)]


def _break(
    each: Break, left: float, top: float, width: float, catalogue: Catalogue
) -> tuple[list[Part], float]:
    """A principle's numeral, and how it breaks the chain."""
    inner, room = left + _INDENT, width - _INDENT
    numeral = Line(left, top + 20, str(each.principle), _NUMERAL, Ink.ACCENT, True, serif=True)
    called = catalogue.part_gettext("Principle %(number)s", number=str(each.principle))
    title = paragraph(inner, top + 4, room, called, NOTE, Ink.ACCENT, True)
    words = paragraph(inner, top + 4 + height_of(title), room, plain(each.words), NOTE)
    return [numeral, *title, *words], top + 4 + height_of(title) + height_of(words) + 10


def _arrow_across(row: Row, start: float, end: float, y: float) -> list[Part]:
    """The line that leads on, cut once for each principle, whose numeral stands above the cut."""
    places = [
        start + (end - 10 - start) * (number + 1) / (len(row.breaks) + 1)
        for number in range(len(row.breaks))
    ]
    parts: list[Part] = [path(f"M{end - 7:.1f} {y - 5:.1f}l7 5l-7 5", Ink.INK)]
    for begin, finish in pairwise([start - 6, *places, end + 6]):
        parts.append(stroke(begin + 6, y, finish - 6, y, Ink.INK))
    for place, each in zip(places, row.breaks, strict=True):
        parts.append(path(f"M{place - 6:.1f} {y + 6:.1f}l5 -12m2 12l5 -12", Ink.ACCENT))
        number = str(each.principle)
        parts.append(Line(place, y - 10, number, LABEL + 1, Ink.ACCENT, True, "middle", True))
    return parts


def _arrow_down(x: float, start: float, end: float, cuts: Sequence[float]) -> list[Part]:
    parts: list[Part] = [path(f"M{x - 5:.1f} {end - 7:.1f}l5 7l5 -7", Ink.INK)]
    for begin, finish in pairwise([start - 6, *cuts, end + 6]):
        parts.append(stroke(x, begin + 6, x, finish - 6, Ink.INK))
    for cut in cuts:
        parts.append(path(f"M{x - 7:.1f} {cut + 1:.1f}l14 -6m-14 11l14 -6", Ink.ACCENT))
    return parts
