"""The parts of a page, each beneath a heading that can be led to, with the words in it."""

from collections.abc import Iterator
from typing import NamedTuple

from .hypertext import INLINE
from .nesting import parted
from .tags import Characters, EndTag, Tag, tokens, unescaped

_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")

# Of the elements that templates and Markdown write: the tags of all others separate words.
_INLINE = INLINE | {"bdi", "data", "dfn", "time"}

# What is no word of a part: marks of notes, drawings, and what no reader sees.
_PASSED_OVER = ("sup", "svg", "script", "style", "template")
_OWN_LINK = "headerlink"


class Part(NamedTuple):
    """A part of a page: its id, its heading and its words; both empty before the first heading."""

    anchor: str
    heading: str
    words: str


class _Reading:
    """A pass over a page, which collects the words of one part after the other."""

    def __init__(self) -> None:
        self.anchor, self.heading, self.words = "", list[str](), list[str]()
        self._in_heading, self._passing, self._depth = "", "", 0

    def part(self) -> Part:
        """What was collected of the part that ends here."""
        heading, words = (" ".join("".join(each).split()) for each in (self.heading, self.words))
        return Part(self.anchor, heading, words)

    def begin(self, tag: Tag) -> None:
        """Begin the part of a heading."""
        self.anchor, self.heading, self.words = unescaped(tag.attributes["id"]), [], []
        self._in_heading = tag.name

    def read(self, token: Tag | EndTag | Characters) -> None:
        """Collect what a token adds to the part."""
        if self._is_passed_over(token):
            return
        into = self.heading if self._in_heading else self.words
        if isinstance(token, Characters):
            into.append(unescaped(token.text))
            return
        if isinstance(token, EndTag) and token.name == self._in_heading:
            self._in_heading = ""
        into.append("" if token.name in _INLINE else " ")

    def _is_passed_over(self, token: Tag | EndTag | Characters) -> bool:
        if isinstance(token, Characters):
            return bool(self._passing)
        if isinstance(token, Tag) and not self._passing:
            own = _OWN_LINK in token.attributes.get("class", "").split()
            self._passing = token.name if own or token.name in _PASSED_OVER else ""
        if token.name == self._passing:
            self._depth += -1 if isinstance(token, EndTag) else 1
            self._passing = self._passing if self._depth else ""
            return True
        return bool(self._passing)


def parts_of(html: str) -> Iterator[Part]:
    """The parts of a page in order, without its notes; first the words before any heading."""
    reading = _Reading()
    for token in tokens(parted(html, "div", "footnote")[0]):
        if isinstance(token, Tag) and token.name in _HEADINGS and token.attributes.get("id"):
            yield reading.part()
            reading.begin(token)
        else:
            reading.read(token)
    yield reading.part()
