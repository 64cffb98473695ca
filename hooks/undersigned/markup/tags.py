"""A tokeniser for HTML that finds tags and text as browsers do, in linear time.

Rules: HTML standard, 13.2.5 (tokenization). `html.parser` takes quadratic time on broken markup.
"""

import re
from collections.abc import Iterator
from html import unescape
from typing import NamedTuple

SPACE = r"[ \t\n\f\r]"
_OPENING = re.compile(r"<(?:(!--)|([a-zA-Z][^ \t\n\f\r/>]*+)|/([a-zA-Z][^ \t\n\f\r/>]*+)|[!?/])")
_NAME = r"([^ \t\n\f\r/>][^ \t\n\f\r/>=]*+)"
_VALUE = r"""(?:"([^"]*+)"|'([^']*+)'|([^ \t\n\f\r>"'][^ \t\n\f\r>]*+)|(?=>))"""
_EQUALS = rf"{SPACE}*+={SPACE}*+"
# A value whose quotes never close takes up the rest of the page: there is no such attribute.
_ATTRIBUTE = re.compile(rf"[ \t\n\f\r/]*+(?:(>)|{_NAME}(?:{_EQUALS}{_VALUE}|(?!{_EQUALS}[\"'])))")

# A number too large for a code point; Python raises for one of thousands of digits.
_OVERLONG_REFERENCE = re.compile(r"&#[xX]?[0-9a-fA-F]{10,};?")
_COMMENT_END = re.compile(r"-?>|.*?--!?>", re.DOTALL)

# Elements whose content is text up to their end tag.
_CLOSING = {
    name: re.compile(rf"</{name}(?=[ \t\n\f\r/>])", re.IGNORECASE)
    for name in ("script", "style", "textarea", "xmp", "iframe", "noembed", "noframes")
}


class Tag(NamedTuple):
    """A start tag: its name, its attributes by name, and the text of an element of text alone.

    Names are in lower case, values as written. `start` is the position of its `<`, `end` the
    position after the tag and its text.
    """

    name: str
    attributes: dict[str, str]
    text: str
    start: int
    end: int


class EndTag(NamedTuple):
    """An end tag: its name in lower case."""

    name: str


class Characters(NamedTuple):
    """The text between tags as written, with its character references."""

    text: str


def tags(html: str, start: int = 0) -> Iterator[Tag]:
    """The start tags of a page from a place on, up to a tag that is not closed."""
    return (token for token in tokens(html, start) if isinstance(token, Tag))


def tokens(html: str, start: int = 0) -> Iterator[Tag | EndTag | Characters]:
    """The tags of a page from a place on and the text between them, without comments.

    A tag that is not closed is left out, with all that follows it.
    """
    position = start
    while opening := _OPENING.search(html, position):
        if opening.start() > position:
            yield Characters(html[position : opening.start()])
        comment, name, closing = opening.groups()
        if name:
            tag = _tag(html, name.lower(), opening)
            if tag is None:
                return
            yield tag
            position = tag.end
        elif closing:
            position = _attributes(html, opening.end())[1]
            if position >= 0:
                yield EndTag(closing.lower())
        else:
            position = _comment_end(html, opening.end(), comment is not None)
        if position < 0:
            return
    if position < len(html):
        yield Characters(html[position:])


def unescaped(text: str) -> str:
    """The text with its character references decoded, U+FFFD for those of no character."""
    return unescape(_OVERLONG_REFERENCE.sub("\ufffd", text))


def _tag(html: str, name: str, opening: re.Match[str]) -> Tag | None:
    attributes, end = _attributes(html, opening.end())
    if end < 0:
        return None
    start = end
    if closing_tag := _CLOSING.get(name):
        closing = closing_tag.search(html, start)
        end = closing.start() if closing else len(html)
    return Tag(name, attributes, html[start:end], opening.start(), end)


def _attributes(html: str, position: int) -> tuple[dict[str, str], int]:
    """The attributes from a position on, the first of each name, and the end of their tag or -1."""
    found: dict[str, str] = {}
    while each := _ATTRIBUTE.match(html, position):
        position = each.end()
        ending, name, *values = each.groups()
        if ending:
            return found, position
        found.setdefault(name.lower(), next(filter(None, values), ""))
    return found, -1


def _comment_end(html: str, position: int, comment: bool) -> int:
    """The end of a comment, or of what browsers take for one; -1 where it is not closed."""
    if comment:
        end = _COMMENT_END.match(html, position)
        return end.end() if end else -1
    return html.find(">", position) + 1 or -1
