"""Whether text in the colours that a site chooses can be read, and the nearest that can."""

from collections.abc import Iterator
from math import floor
from typing import NamedTuple

from .colours import BLACK, WHITE, contrast, luminance, nearest
from .palette import TEXT, Three


class Faint(NamedTuple):
    """A colour in which, or on which, text cannot be read: its name, what is wrong, the remedy."""

    name: str
    message: str


def illegible(three: Three) -> Iterator[Faint]:
    """What is wrong with three colours, each with the nearest that would do.

    The page at night is made of them, and so are shades, so that no more has to be asked. Where
    paper is no ground for any ink, only that is said.
    """
    paper, ink, accent = three
    if luminance(paper) <= luminance(ink):
        message = f"{paper} is no lighter than ink {ink}; give the colours by day: swap the two"
        yield Faint("paper", f"{message}, and those at night are made of them")
    elif contrast(paper, BLACK) < TEXT:
        lighter = nearest(paper, WHITE, lambda each: contrast(each, BLACK) >= TEXT)
        yield Faint("paper", _too_faint(paper, "black", contrast(paper, BLACK), "paper", lighter))
    else:
        for name, colour in (("ink", ink), ("accent", accent)):
            if contrast(colour, paper) < TEXT:
                darker = nearest(colour, BLACK, lambda each: contrast(each, paper) >= TEXT)
                ratio = contrast(colour, paper)
                yield Faint(name, _too_faint(colour, f"paper {paper}", ratio, name, darker))


def _too_faint(colour: str, beside: str, ratio: float, name: str, better: str | None) -> str:
    """The ratio is cut and not rounded: 4.499 is not enough, and must not look as if it were."""
    shown = f"{floor(ratio * 100) / 100:.2f}"
    message = f"{colour} and {beside} have a contrast of {shown} to 1, and text needs {TEXT} to 1"
    return f'{message}; write {name}: "{better}"'
