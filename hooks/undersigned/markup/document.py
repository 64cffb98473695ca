"""The tree that a browser builds of a page, by a parser that follows the HTML standard.

The parser takes time with the cube of some hostile input (formatting elements that are never
closed, lexbor issue 340), and with the square of depth: it is for pages whose tags were judged.
"""

from collections.abc import Iterator

from selectolax.lexbor import LexborHTMLParser, LexborNode

_TEXT = "-text"


class Element:
    """An element of a page. Two are equal where they are the same one of the same tree.

    Names are as the parser has them: in lower case, but for SVG's own, such as `foreignObject`.
    """

    __slots__ = ("_node",)

    def __init__(self, node: LexborNode) -> None:
        self._node = node

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Element) and self._node.mem_id == other._node.mem_id

    def __hash__(self) -> int:
        return hash(self._node.mem_id)

    def __repr__(self) -> str:
        return f"<{self.name} {self.attributes}>"

    @property
    def name(self) -> str:
        """The name of the element."""
        return self._node.tag or ""

    @property
    def attributes(self) -> dict[str, str]:
        """The attributes, their references decoded; of those given twice the first."""
        return {name: value or "" for name, value in self._node.attributes.items()}

    @property
    def text(self) -> str:
        """All text in the element, in the order of the page: also what is not shown."""
        return self._node.text()

    @property
    def html(self) -> str:
        """The element as the standard writes it: every tag that was left out or dropped is seen."""
        return self._node.html or ""

    @property
    def children(self) -> Iterator["Element | str"]:
        """The elements and texts directly in the element; comments are left out."""
        return _below(self._node)

    @property
    def parent(self) -> "Element | None":
        """The element that this one is in; none for `html`, and at the top of a fragment."""
        node = self._node.parent
        return Element(node) if node is not None and _is_element(node) else None

    def ancestors(self) -> Iterator["Element"]:
        """The elements that this one is in, from the nearest to the outermost."""
        above = self.parent
        while above is not None:
            yield above
            above = above.parent

    def descendants(self) -> Iterator["Element"]:
        """All elements in this one, in the order of the page; not the content of a `template`."""
        nodes = self._node.traverse()
        next(nodes)
        return (Element(node) for node in nodes if _is_element(node))

    def select(self, selector: str) -> list["Element"]:
        """The elements in this one that match a CSS selector, in the order of the page."""
        own = self._node.mem_id  # the parser holds nodes to be equal by all of their HTML
        return [Element(node) for node in self._node.css(selector) if node.mem_id != own]


def page(html: str | bytes, scripting: bool = False) -> Element:
    """The element `html` of a page, as read by a browser with scripting on or off.

    Off, the content of `noscript` is elements; on, it is text. Bytes are read as UTF-8.
    """
    root = LexborHTMLParser(html, scripting=scripting).root
    if root is None:  # the standard gives every document its element
        raise ValueError("the parser gave no tree")
    return Element(root)


def fragment(html: str, scripting: bool = False) -> list[Element | str]:
    """The elements and texts of a part of a page that stands in a `div` or the like."""
    root = LexborHTMLParser(html, is_fragment=True, scripting=scripting).root
    return list(_below(root)) if root else []


def _below(node: LexborNode) -> Iterator[Element | str]:
    for each in node.iter(include_text=True):
        if each.tag == _TEXT:
            yield each.text_content or ""
        elif _is_element(each):
            yield Element(each)


def _is_element(node: LexborNode) -> bool:
    return not (node.tag or "-").startswith("-")
