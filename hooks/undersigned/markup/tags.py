"""The tags and words of an HTML page, as browsers find them, in time that grows with its length.

Rules: HTML standard, 13.2.5 (tokenization). Python's own parser takes time that grows with the
square of what is broken.
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
# A value whose quotes never close swallows the rest of the page: there is no such attribute.
_ATTRIBUTE = re.compile(rf"[ \t\n\f\r/]*+(?:(>)|{_NAME}(?:{_EQUALS}{_VALUE}|(?!{_EQUALS}[\"'])))")

# A number that names no character; Python refuses to read one of thousands of digits.
_ENDLESS = re.compile(r"&#[xX]?[0-9a-fA-F]{10,};?")
_COMMENT_END = re.compile(r"-?>|.*?--!?>", re.DOTALL)

# What stands between their tags is text, whatever it looks like.
_CLOSING = {
    name: re.compile(rf"</{name}(?=[ \t\n\f\r/>])", re.IGNORECASE)
    for name in ("script", "style", "textarea", "xmp", "iframe", "noembed", "noframes")
}


class Tag(NamedTuple):
    """A start tag: its name and attributes in lower case, the text that it keeps from being read.

    Values are as written. `start` is where its `<` stands; `end` is where reading goes on.
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
    """What stands between tags, as written: its character references are unread."""

    text: str


def tags(html: str) -> Iterator[Tag]:
    """The start tags of a page; one that never ends is none, and nothing follows it."""
    return (token for token in tokens(html) if isinstance(token, Tag))


def tokens(html: str) -> Iterator[Tag | EndTag | Characters]:
    """The tags of a page and the words between them; comments are left out.

    A tag that never ends is none, and nothing follows it.
    """
    position = 0
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
            position = _past(html, opening.end(), comment is not None)
        if position < 0:
            return
    if position < len(html):
        yield Characters(html[position:])


def unescaped(text: str) -> str:
    """The text with its character references read; one that names no character is none."""
    return unescape(_ENDLESS.sub("\ufffd", text))


def _tag(html: str, name: str, opening: re.Match[str]) -> Tag | None:
    attributes, end = _attributes(html, opening.end())
    if end < 0:
        return None
    start = end
    if unread := _CLOSING.get(name):
        closing = unread.search(html, start)
        end = closing.start() if closing else len(html)
    return Tag(name, attributes, html[start:end], opening.start(), end)


def _attributes(html: str, position: int) -> tuple[dict[str, str], int]:
    """The attributes from here on, the first of each name, and where their tag ends; else -1."""
    found: dict[str, str] = {}
    while each := _ATTRIBUTE.match(html, position):
        position = each.end()
        ending, name, *values = each.groups()
        if ending:
            return found, position
        found.setdefault(name.lower(), next(filter(None, values), ""))
    return found, -1


def _past(html: str, position: int, comment: bool) -> int:
    """Where a comment ends, or what browsers take for one; -1 where it never does."""
    if comment:
        end = _COMMENT_END.match(html, position)
        return end.end() if end else -1
    return html.find(">", position) + 1 or -1
