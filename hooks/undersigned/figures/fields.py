"""The fields of a figure's file: those of its head, and those of a row, by the kind of figure."""

from collections.abc import Mapping
from typing import NamedTuple

from .model import FigureKind

# The first entry of a file says what the figure is; every further one is a row.
HEAD = ("title", "kind", "alt", "unit", "caveat", "sources")
HEAD_NEEDED = ("title", "kind", "alt")

# Fields that may hold a list.
SEVERAL = frozenset(("sources", "breaks"))

# The most characters of each field, so that a drawing has room for it.
LONGEST: Mapping[str, int] = {
    "title": 120, "alt": 800, "unit": 60, "caveat": 600, "label": 120, "note": 300, "what": 500,
    "breaks": 240,
}  # fmt: skip

# Fields whose words may have links as Markdown writes them; all others are plain.
LINKED = frozenset(("caveat", "note", "what", "breaks"))


class RowFields(NamedTuple):
    """The fields of a row, those that every row needs, and how many rows a figure may have."""

    known: tuple[str, ...]
    needed: tuple[str, ...]
    most: int


ROWS: Mapping[FigureKind, RowFields] = {
    FigureKind.BARS: RowFields(
        ("label", "value", "bound", "of", "note", "sources"), ("label", "value"), 20
    ),
    FigureKind.SHARE: RowFields(("label", "value", "note", "sources"), ("label", "value"), 3),
    FigureKind.COUNTS: RowFields(
        ("date", "until", "or", "label", "value", "bound", "note", "sources"),
        ("date", "label", "value"),
        12,
    ),
    FigureKind.TIMELINE: RowFields(
        ("date", "until", "or", "kind", "what", "sources"), ("date", "kind", "what", "sources"), 300
    ),
    FigureKind.STEPS: RowFields(("label", "note", "breaks", "sources"), ("label", "note"), 5),
}
