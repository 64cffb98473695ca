"""A figure in a page: its Markdown, which cites its sources, and its drawing, put in last.

What a page holds is judged as its author's. So the Markdown has a comment where the drawing will
be, and the drawing, which is the package's own, is put in once the page has been judged.
"""

import re
from collections.abc import Iterator, Mapping
from functools import partial
from html import escape

from ..figures.blocks import with_shown
from ..figures.model import EventKind, Figure, FigureKind
from ..figures.wording import markdown
from ..language.catalogue import Catalogue
from .drawing import WIDTHS, drawing_of
from .marks import mark
from .shapes import Drawing
from .svg import inline
from .taking import Taking
from .words_beneath import (
    MARK,
    beneath,
    counted_events,
    credited,
    events,
    summary,
)

# The class by which a page may hold a figure, and the comment in place of a drawing.
CLASS = "drawn-figure"
_PLACE = "<!-- drawing: {} -->"
_PLACES = re.compile(_PLACE.format("([a-z0-9-]+)"))
_MARKS = re.compile(MARK.format(f"({'|'.join(EventKind)})"))


def with_figures(words: str, figures: Mapping[str, Figure], taking: Taking, path: str) -> str:
    """The Markdown of the page at a path in docs/, with its figures in place of their blocks."""
    up = "../" * path.count("/")

    def block(name: str) -> str:
        figure = figures.get(name)
        return "\n".join(_lines(figure, taking, up)) if figure else ""

    return with_shown(words, block)


def with_drawings(html: str, figures: Mapping[str, Figure], catalogue: Catalogue) -> str:
    """The HTML of a page with each drawing in its place."""
    if "<!-- drawing: " not in html:
        return html
    drawn = _PLACES.sub(partial(_drawn, figures, catalogue), html)
    return _MARKS.sub(_marked, drawn)


def _drawn(figures: Mapping[str, Figure], catalogue: Catalogue, place: re.Match[str]) -> str:
    figure = figures.get(place[1])
    if figure is None:
        return ""
    drawings = ((drawing_of(figure, width, catalogue), form) for form, width in WIDTHS.items())
    forms = "".join(inline(drawing, form) for drawing, form in drawings)
    label = escape(" ".join(filter(None, (figure.alt, counted_events(figure, catalogue)))))
    return f'<div class="undersigned-drawn" role="img" aria-label="{label}">{forms}</div>'


def _marked(place: re.Match[str]) -> str:
    return inline(Drawing(14, 14, (mark(EventKind(place[1]), 7, 7, 6),)), "mark")


def _lines(figure: Figure, taking: Taking, up: str) -> Iterator[str]:
    """The figure as Markdown within HTML, block by block; behind a timeline, its events."""
    yield f'\n<figure class="{CLASS}" id="figure-{figure.name}" markdown>\n'
    catalogue, unit = taking.catalogue.on_pages, ""
    if figure.unit:
        counted = catalogue.gettext("Counted: %(unit)s.", unit=markdown(figure.unit))
        unit = f" {counted}"
    yield f'<figcaption markdown="span">**{markdown(figure.title)}**{unit}</figcaption>\n'
    yield f"{_PLACE.format(figure.name)}\n"
    # A bare key cites only where a word may begin, not behind the mark that sets it apart.
    if about := [*filter(None, (markdown(figure.caveat), credited(figure, taking.catalogue)))]:
        yield f'<p markdown="span">{" ".join(about)}</p>\n'
    yield f"<details markdown>\n<summary>{summary(figure.kind, catalogue)}</summary>\n"
    yield from beneath(figure, taking.named, catalogue)
    yield from taking.lines(figure, up)
    yield "</details>\n\n</figure>\n"
    if figure.kind is FigureKind.TIMELINE:
        yield from events(figure, catalogue)
        yield ""
