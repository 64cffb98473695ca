"""Whether elements close what they open, and stay where they are written."""

from collections.abc import Iterable, Iterator

from ..problem import quoted
from .document import Element, fragment
from .written_tags import VOID, Fault, Placed, tags_written

# A tree that is deeper is nobody's; parsers take time with the square of depth.
DEEPEST = 64

# Of SVG, elements may be closed by their own '/>'.
_CLOSED = frozenset(("circle", "ellipse", "line", "path", "polygon", "polyline", "rect"))

# What a browser does not find a place for in these, it puts before their table.
_TABLE = frozenset(("table", "thead", "tbody", "tfoot", "tr"))

# A table's rows may stand in it without the body that a browser adds.
_ADDED = "tbody"


def stands_alone(placed: Placed) -> bool:
    """Whether a start tag is a whole element, since it is void or closed by its own '/>'."""
    tag = placed.tag
    return tag.name in VOID or (tag.closed and tag.name in _CLOSED)


def unclosed(tags: Iterable[Placed]) -> Iterator[Fault]:
    """A fault for each element that is not closed, each end that closes nothing, and great depth.

    A browser closes the first somewhere else, and all that follows is in it.
    """
    opened: list[Placed] = []
    for each in tags:
        tag = each.tag
        if not tag.name or (not tag.ends and stands_alone(each)):
            continue
        if not tag.ends:
            opened.append(each)
            if len(opened) == DEEPEST:
                yield Fault(f"lies {DEEPEST} elements deep; take it out of some", each.start)
                return
            continue
        if tag.name in VOID or all(one.tag.name != tag.name for one in opened):
            message = f"{quoted(tag.written)} closes nothing; remove it"
            yield Fault(message, each.start, tag.written)
            continue
        while (last := opened.pop()).tag.name != tag.name:
            yield _open(last)
    yield from map(_open, opened)


def _open(placed: Placed) -> Fault:
    tag = placed.tag
    why = "is not closed by its '/>'" if tag.closed else "is not closed"
    message = f"{quoted(tag.written)} {why}; write '</{tag.name}>' where it ends"
    return Fault(message, placed.start, tag.written)


def parted(html: str, name: str, marked: str = "") -> tuple[str, str]:
    """What stands before the first element of a name and class that is in no other, and the rest.

    Templates put their own parts between the two, and into no element of the page.
    """
    depth = 0
    for each in tags_written(html):
        tag = each.tag
        wanted = tag.name == name and (not marked or marked in tag.classes)
        if wanted and not (depth or tag.ends):
            return html[: each.start], html[each.start :]
        if tag.name and (tag.ends or not stands_alone(each)):
            depth += -1 if tag.ends else 1
    return html, ""


def parted_behind(html: str, name: str, marked: str) -> tuple[str, str]:
    """What stands up to the end of the first element of a name and class that is in no other.

    And what stands behind it; where there is no such element, all of it and nothing.
    """
    before, rest = parted(html, name, marked)
    depth = 0
    for each in tags_written(rest):
        if each.tag.name and (each.tag.ends or not stands_alone(each)):
            depth += -1 if each.tag.ends else 1
            if not depth:
                end = each.start + len(each.tag.written)
                return before + rest[:end], rest[end:]
    return html, ""


def headed(html: str) -> tuple[str, str]:
    """The title with which the words of a page begin, if they do, and what follows it."""
    title, end, rest = html.partition("</h1>")
    return (f"{title}{end}", rest) if end and title.lstrip().startswith("<h1") else ("", html)


def moved(html: str, tags: Iterable[Placed]) -> Iterator[Fault]:
    """A fault for the first element or text that a browser puts elsewhere than it is written.

    The elements of a part of a page are compared with the tree that the standard makes of it;
    `tags` are those of the part, every one closed.
    """
    made = iter(_made(fragment(html)))
    opened: list[str] = []
    end = 0
    for each in tags:
        tag, parent = each.tag, opened[-1] if opened else ""
        if parent in _TABLE and (text := html[end : each.start].strip()):
            yield Fault(f"text {quoted(text)} cannot stand in {quoted(parent)}; move it out", end)
            return
        end = each.start + len(tag.written)
        if tag.ends:
            opened.pop()
        elif tag.name:
            place = len(opened) - opened.count(_ADDED), tag.name
            if tag.name != _ADDED and next(made, None) != place:
                yield _elsewhere(each, parent)
                return
            opened += [] if stands_alone(each) else [tag.name]
    if extra := next(made, None):
        yield Fault(f"a browser makes one {quoted(extra[1])} more of it; close each element", 0)


def _elsewhere(placed: Placed, parent: str) -> Fault:
    inside = f"in {quoted(parent)}" if parent else "here"
    # A paragraph goes on through code and the like in Markdown, where no line is left empty.
    apart = ", with an empty line before and after it" if parent == "p" else ""
    written = placed.tag.written
    message = f"{quoted(written)} cannot stand {inside}; move it out{apart}"
    return Fault(message, placed.start, written)


def _made(nodes: Iterable[Element | str], depth: int = 0) -> list[tuple[int, str]]:
    """The names of all elements in the order of the page, each behind its depth."""
    made: list[tuple[int, str]] = []
    for node in nodes:
        if isinstance(node, Element):
            added = node.name == _ADDED
            if not added:
                made.append((depth, node.name))
            made += _made(node.children, depth if added else depth + 1)
    return made
