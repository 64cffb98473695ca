"""What drawings are made of: shapes and lines of text, in few colours, and their SVG."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from html import escape

from .lettering import BOLD, lines_within


class Ink(StrEnum):
    """In which colour something is drawn; words and shape say the same before it."""

    INK = "ink"
    PALE = "pale"
    ACCENT = "accent"
    LINE = "line"
    PAPER = "paper"


@dataclass(frozen=True, slots=True)
class Shape:
    """An element of SVG: filled with an ink, or drawn as an outline in it."""

    name: str
    attributes: Mapping[str, str]
    ink: Ink
    outlined: bool = False


@dataclass(frozen=True, slots=True)
class Line:
    """A line of text at the left end of its baseline, or anchored elsewhere."""

    x: float
    y: float
    text: str
    size: float
    ink: Ink = Ink.INK
    bold: bool = False
    anchor: str = "start"
    serif: bool = False


@dataclass(frozen=True, slots=True)
class Group:
    """Parts that stand further to the right and down than they were drawn."""

    x: float
    y: float
    parts: "tuple[Part, ...]"


Part = Shape | Line | Group


@dataclass(frozen=True, slots=True)
class Drawing:
    """All that is drawn within a width and a height."""

    width: float
    height: float
    parts: tuple[Part, ...]


# The size of labels, of what explains them, and between the baselines of lines.
LABEL, NOTE, LEADING = 14.0, 12.5, 1.32


def rectangle(
    x: float, y: float, width: float, height: float, ink: Ink, outlined: bool = False
) -> Shape:
    """A rectangle by its upper left corner."""
    size = {"x": shown(x), "y": shown(y), "width": shown(width), "height": shown(height)}
    return Shape("rect", size, ink, outlined)


def disc(x: float, y: float, radius: float, ink: Ink, outlined: bool = False) -> Shape:
    """A disc, or a ring, by its middle."""
    return Shape("circle", {"cx": shown(x), "cy": shown(y), "r": shown(radius)}, ink, outlined)


def stroke(x1: float, y1: float, x2: float, y2: float, ink: Ink) -> Shape:
    """A straight line."""
    ends = {"x1": shown(x1), "y1": shown(y1), "x2": shown(x2), "y2": shown(y2)}
    return Shape("line", ends, ink, outlined=True)


def polygon(points: Iterable[tuple[float, float]], ink: Ink, outlined: bool = False) -> Shape:
    """A closed shape by its corners."""
    corners = " ".join(f"{shown(x)},{shown(y)}" for x, y in points)
    return Shape("polygon", {"points": corners}, ink, outlined)


def path(commands: str, ink: Ink) -> Shape:
    """Strokes by the commands of a path."""
    return Shape("path", {"d": commands}, ink, outlined=True)


def paragraph(
    x: float,
    top: float,
    width: float,
    text: str,
    size: float = LABEL,
    ink: Ink = Ink.INK,
    bold: bool = False,
) -> list[Line]:
    """A text in lines within a width, the first of which begins at the top."""
    return [
        Line(x, top + size * (0.95 + LEADING * number), line, size, ink, bold)
        for number, line in enumerate(lines_within(text, size, width / (BOLD if bold else 1.0)))
    ]


def height_of(lines: Iterable[Line]) -> float:
    """The height that the lines of a paragraph take."""
    return sum(line.size * LEADING for line in lines)


def shown(number: float) -> str:
    """A length in a tenth, without idle noughts."""
    return f"{round(number, 1):g}"


def text_of(line: Line) -> str:
    """The text of a line as it stands in SVG."""
    return escape(line.text, quote=False)
