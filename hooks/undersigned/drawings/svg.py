"""Drawings as SVG: in a page, whose style sheet gives colours, and as files that carry theirs.

A file has neither styles nor scripts: served under this site's policy, a browser would apply none.
"""

from collections.abc import Callable
from functools import partial
from html import escape

from ..look.palette import Palette
from .shapes import Drawing, Group, Ink, Line, Part, Shape, shown, text_of

FONT = "system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif"
SERIF = "'Iowan Old Style', 'Palatino Linotype', Palatino, P052, Charter, Georgia, serif"

_Painted = Callable[[Shape | Line], str]


def inline(drawing: Drawing, form: str) -> str:
    """The drawing for a page, of a form such as 'wide', by which the style sheet shows it.

    What it shows is said in words beside it, so that it is not read out.
    """
    size = f'viewBox="0 0 {shown(drawing.width)} {shown(drawing.height)}"'
    parts = "".join(_drawn(part, _by_class) for part in drawing.parts)
    classes = f"undersigned-drawing undersigned-drawing--{form}"
    return f'<svg class="{classes}" {size} aria-hidden="true">{parts}</svg>'


def document(drawing: Drawing, title: str, alt: str, colours: Palette) -> str:
    """The drawing as a file of its own, on paper, readable wherever it is shown."""
    size = f'width="{shown(drawing.width)}" height="{shown(drawing.height)}"'
    box = f'viewBox="0 0 {shown(drawing.width)} {shown(drawing.height)}"'
    words = f"<title>{escape(title, quote=False)}</title><desc>{escape(alt, quote=False)}</desc>"
    paper = f'<rect width="100%" height="100%" fill="{colours.paper}"/>'
    painted = partial(_by_colour, colours)
    parts = "\n".join(_drawn(part, painted) for part in drawing.parts)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" {size} {box} role="img"'
        f' font-family="{escape(FONT)}">\n{words}\n{paper}\n{parts}\n</svg>\n'
    )


def _drawn(part: Part, painted: _Painted) -> str:
    if isinstance(part, Group):
        inner = "".join(_drawn(each, painted) for each in part.parts)
        return f'<g transform="translate({shown(part.x)} {shown(part.y)})">{inner}</g>'
    if isinstance(part, Shape):
        attributes = "".join(f' {name}="{value}"' for name, value in part.attributes.items())
        return f"<{part.name}{attributes}{painted(part)}/>"
    bold = ' font-weight="600"' if part.bold else ""
    anchor = f' text-anchor="{part.anchor}"' if part.anchor != "start" else ""
    anchor += painted(part)
    place = f'x="{shown(part.x)}" y="{shown(part.y)}" font-size="{shown(part.size)}"'
    return f"<text {place}{bold}{anchor}>{text_of(part)}</text>"


def _by_class(part: Shape | Line) -> str:
    if isinstance(part, Shape):
        return f' class="undersigned-{part.ink}{"-line" if part.outlined else ""}"'
    names = [f"undersigned-{part.ink}"] if part.ink is not Ink.INK else []
    names += ["undersigned-serif"] if part.serif else []
    return f' class="{" ".join(names)}"' if names else ""


def _by_colour(colours: Palette, part: Shape | Line) -> str:
    colour = getattr(colours, part.ink)
    if isinstance(part, Shape) and part.outlined:
        return f' fill="none" stroke="{colour}" stroke-width="1.5"'
    serif = f' font-family="{escape(SERIF)}"' if isinstance(part, Line) and part.serif else ""
    return f' fill="{colour}"{serif}'
