"""The mark of each kind of event: one shape for each, told apart in black and white."""

from collections.abc import Callable, Mapping

from ..figures.model import EventKind
from ..language.catalogue import Catalogue
from .shapes import Ink, Shape, disc, path, polygon, rectangle

_Drawn = Callable[[float, float, float], Shape]


def _square(x: float, y: float, r: float) -> Shape:
    return rectangle(x - r * 0.85, y - r * 0.85, r * 1.7, r * 1.7, Ink.INK)


def _triangle(x: float, y: float, r: float) -> Shape:
    return polygon([(x, y - r * 1.05), (x + r * 1.05, y + r * 0.85), (x - r * 1.05, y + r * 0.85)],
                   Ink.INK)  # fmt: skip


def _diamond(x: float, y: float, r: float) -> Shape:
    corners = [(x, y - r * 1.15), (x + r * 1.15, y), (x, y + r * 1.15), (x - r * 1.15, y)]
    return polygon(corners, Ink.INK)


def _disc(x: float, y: float, r: float) -> Shape:
    return disc(x, y, r * 0.95, Ink.INK)


def _ring(x: float, y: float, r: float) -> Shape:
    return disc(x, y, r * 0.8, Ink.INK, outlined=True)


def _cross(x: float, y: float, r: float) -> Shape:
    a = r * 0.85
    return path(
        f"M{x - a:.1f} {y - a:.1f}L{x + a:.1f} {y + a:.1f}M{x + a:.1f} {y - a:.1f}"
        f"L{x - a:.1f} {y + a:.1f}",
        Ink.ACCENT,
    )


_MARKS: Mapping[EventKind, _Drawn] = {
    EventKind.LAW: _square,
    EventKind.COURT: _triangle,
    EventKind.GOVERNMENT: _diamond,
    EventKind.COMPANY: _disc,
    EventKind.REPORT: _ring,
    EventKind.SETBACK: _cross,
}


def kind_words(catalogue: Catalogue) -> Mapping[EventKind, str]:
    """The word for each kind, in the order in which a legend has them."""
    return {
        EventKind.LAW: catalogue.pgettext("event", "Law"),
        EventKind.COURT: catalogue.pgettext("event", "Court"),
        EventKind.GOVERNMENT: catalogue.pgettext("event", "Government"),
        EventKind.COMPANY: catalogue.pgettext("event", "Company"),
        EventKind.REPORT: catalogue.pgettext("event", "Report"),
        EventKind.SETBACK: catalogue.pgettext("event", "Setback"),
    }


def mark(kind: EventKind, x: float, y: float, radius: float) -> Shape:
    """The mark of a kind with its middle at a place."""
    return _MARKS[kind](x, y, radius)
