"""A share of a whole: one square for each of what is counted, and the parts told by their shape."""

from decimal import Decimal

from ..figures.model import Figure, Row
from ..figures.wording import plain, shown_share
from ..language.catalogue import Catalogue
from .shapes import (
    LABEL,
    NOTE,
    Drawing,
    Ink,
    Part,
    Shape,
    disc,
    height_of,
    paragraph,
    rectangle,
)

_ROOMY = 480
_PITCH, _SMALL_PITCH, _GAP = 18.0, 12.0, 4.0

# More squares than these are drawn small.
_MANY = 200

_COUNT = 22.0


def share(figure: Figure, width: float, catalogue: Catalogue) -> Drawing:
    """The drawing of a share: the squares, and what each shape stands for beside or beneath."""
    counts = [int(row.value) for row in figure.rows]
    pitch = _PITCH if sum(counts) <= _MANY else _SMALL_PITCH
    roomy = width >= _ROOMY
    columns = _columns(sum(counts), int((width / 2 if roomy else width) // pitch))
    squares = list[Part]()
    for place in range(sum(counts)):
        row, column = divmod(place, columns)
        squares.append(_mark(_part(counts, place), column * pitch, row * pitch, pitch - _GAP))
    height = -(-sum(counts) // columns) * pitch - _GAP
    left = columns * pitch + 24 if roomy else 0.0
    legend, foot = _legend(figure, left, 0.0 if roomy else height + 16, width, catalogue)
    return Drawing(width, max(height, foot) + 2, (*squares, *legend))


def _columns(count: int, most: int) -> int:
    """As many columns as leave the fewest places empty in the last row."""
    least = min(10, most)
    return min(range(most, least - 1, -1), key=lambda each: -count % each)


def _part(counts: list[int], place: int) -> int:
    """To which part the square of a place belongs."""
    reached = 0
    for part, count in enumerate(counts):
        reached += count
        if place < reached:
            return part
    return len(counts) - 1


def _mark(part: int, x: float, y: float, size: float) -> Shape:
    """A full square, a hollow one, and a small disc: told apart without their colours."""
    if part == 0:
        return rectangle(x, y, size, size, Ink.ACCENT)
    if part == 1:
        return rectangle(x + 0.75, y + 0.75, size - 1.5, size - 1.5, Ink.PALE, outlined=True)
    return disc(x + size / 2, y + size / 2, size / 5, Ink.PALE)


def _legend(
    figure: Figure, left: float, top: float, width: float, catalogue: Catalogue
) -> tuple[list[Part], float]:
    """The parts one beneath the other: shape, number, words; and where they end."""
    parts = list[Part]()
    whole = sum((row.value for row in figure.rows), Decimal(0))
    for place, row in enumerate(figure.rows):
        number = shown_share(row.value, whole, catalogue.locale)
        drawn, top = _entry(row, place, number, left, top, width)
        parts += drawn
        top += 14
    return parts, top - 14


def _entry(
    row: Row, place: int, number: str, left: float, top: float, width: float
) -> tuple[list[Part], float]:
    size = _PITCH - _GAP
    count = paragraph(left + size + 8, top, width - left, number, _COUNT, Ink.INK, bold=True)
    mark = _mark(place, left, top + _COUNT * 0.95 - size, size)
    top += height_of(count)
    label = paragraph(left, top, width - left, row.label, LABEL)
    top += height_of(label)
    note = paragraph(left, top, width - left, plain(row.note), NOTE, Ink.PALE)
    return [mark, *count, *label, *note], top + height_of(note)
