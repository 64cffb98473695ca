"""The drawing of a figure, of whatever kind, in the two widths that a page has and as a file."""

from collections.abc import Callable, Mapping

from ..figures.model import Figure, FigureKind
from ..language.catalogue import Catalogue
from .bars import bars
from .counts import counts
from .shapes import Drawing
from .share import share
from .steps import steps
from .timeline import timeline

# The column of a page on a phone of 320 pixels, and on a desk.
WIDTHS: Mapping[str, float] = {"narrow": 288.0, "wide": 640.0}

_KINDS: Mapping[FigureKind, Callable[[Figure, float, Catalogue], Drawing]] = {
    FigureKind.BARS: bars,
    FigureKind.SHARE: share,
    FigureKind.COUNTS: counts,
    FigureKind.TIMELINE: timeline,
    FigureKind.STEPS: steps,
}


def drawing_of(figure: Figure, width: float, catalogue: Catalogue) -> Drawing:
    """The drawing of a figure within a width, in the words of a catalogue."""
    return _KINDS[figure.kind](figure, width, catalogue)
