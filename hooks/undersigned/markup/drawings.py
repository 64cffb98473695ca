"""Drawings in SVG: shapes and text, as a browser reads them where one is opened by itself.

A drawing is a page of its own, whose scripts, links and outer files a browser follows. So it is
judged by a list, like pages, and in the one form that every reader of XML understands alike.
"""

import re
from collections.abc import Iterator

from ..problem import quoted
from .written_tags import CONTROL, TAG, Fault, Placed, Tag, tags_written

_ELEMENTS = frozenset((
    "svg", "g", "path", "rect", "circle", "ellipse", "line", "polyline", "polygon", "text", "tspan",
    "title", "desc", "defs", "stop", "lineargradient", "radialgradient", "clippath",
))  # fmt: skip
_ATTRIBUTES = frozenset((
    "aria-hidden", "aria-label", "aria-labelledby", "class", "clip-path", "clip-rule",
    "clippathunits", "color", "cx", "cy", "d", "dominant-baseline", "dx", "dy", "fill",
    "fill-opacity", "fill-rule", "focusable", "font-family", "font-size", "font-style",
    "font-weight", "fx", "fy", "gradienttransform", "gradientunits", "height", "id", "lang",
    "letter-spacing", "offset", "opacity", "points", "preserveaspectratio", "r", "role", "rx",
    "ry", "spreadmethod", "stop-color", "stop-opacity", "stroke", "stroke-dasharray",
    "stroke-dashoffset", "stroke-linecap", "stroke-linejoin", "stroke-miterlimit",
    "stroke-opacity", "stroke-width", "text-anchor", "textlength", "transform", "vector-effect",
    "version", "viewbox", "width", "x", "x1", "x2", "xml:lang", "xml:space", "xmlns", "y", "y1",
    "y2",
))  # fmt: skip
_WORDS = ("title", "desc")
_NAMESPACE = "http://www.w3.org/2000/svg"
_DECLARATION = re.compile(
    r"\A\ufeff?<\?xml version=[\"']1\.[01][\"'](?: encoding=[\"']utf-8[\"'])?"
    r"(?: standalone=[\"'](?:yes|no)[\"'])?[ ]?\?>",
    re.IGNORECASE,
)
_URL = re.compile(r"url\(\s*(?![\s#])", re.IGNORECASE)
_REMEDY = "remove it, or save the drawing as plain SVG"


def drawing_faults(svg: str) -> list[Fault]:
    """A fault, with its remedy, for all in a drawing that is neither shape nor text."""
    read = _DECLARATION.sub(lambda found: " " * len(found[0]), svg)
    tags = list(tags_written(read))
    faults = [*_unread(read), *_unclosed(read, tags)]
    for each in tags:
        for message in _refused(each.tag):
            faults.append(Fault(message, each.start, each.tag.written))
    return sorted(set(faults), key=lambda fault: fault.start)


def _unread(svg: str) -> Iterator[Fault]:
    position = 0
    while (position := svg.find("<", position)) >= 0:
        whole = TAG.match(svg, position)
        if whole is None or whole[0].lower().startswith("<!doctype"):
            written = svg[position : position + 40].partition("\n")[0]
            yield Fault(f"{quoted(written)} is no tag of a plain drawing; {_REMEDY}", position)
        position = whole.end() if whole else position + 1
    if control := CONTROL.search(svg.replace("\r\n", "\n")):
        yield Fault(f"character U+{ord(control[0]):04X} is none of a text; remove it", 0)


def _unclosed(svg: str, tags: list[Placed]) -> Iterator[Fault]:
    """A fault for what is not closed or outside of the drawing, and for tags among words."""
    opened: list[str] = []
    ended = False
    for start, tag in ((each.start, each.tag) for each in tags if each.tag.name):
        if tag.ends:
            if not opened or opened.pop() != tag.name:
                yield Fault(f"{quoted(tag.written)} closes nothing; {_REMEDY}", start, tag.written)
                return
            ended = not opened
            continue
        if opened and opened[-1] in _WORDS:
            message = f"{quoted(tag.written)} is in a {quoted(opened[-1])}, which has words alone"
            yield Fault(f"{message}; remove it", start, tag.written)
        if ended or (not opened and tag.name != "svg"):
            yield Fault(f"{quoted(tag.written)} is not in the drawing; remove it", start)
        opened += [] if tag.closed else [tag.name]
    if opened or not tags:
        yield Fault(f"is not closed by '</svg>'; {_REMEDY}", len(svg.rstrip()) - 1 if svg else 0)


def _refused(tag: Tag) -> Iterator[str]:
    if not tag.name or tag.ends:
        return
    if tag.fault:
        yield f"{quoted(tag.written)}: {tag.fault}"
    if tag.name not in _ELEMENTS:
        yield f"element {quoted(tag.name)} is not on the list of what drawings hold; {_REMEDY}"
    for name, value in tag.attributes.items():
        if name not in _ATTRIBUTES:
            yield f"attribute {quoted(name)} is not on the list of what drawings hold; {_REMEDY}"
        elif name == "xmlns" and value != _NAMESPACE:
            yield f"xmlns {quoted(value)} is not SVG’s; write {quoted(_NAMESPACE)}"
        elif _URL.search(value) or "\\" in value:
            yield f"{name} {quoted(value)} asks for another file; name what is in the drawing"
