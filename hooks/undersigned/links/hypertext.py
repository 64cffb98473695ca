"""The words of an HTML page and the addresses it leads to, in time that grows with its length.

These are pages of strangers, and Python's own parser, whose time grows with the square, would
take hours over two megabytes of unfinished tags.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape

_OPENING = re.compile(r"<(?=[a-zA-Z/!?])")
_UNREAD = re.compile(r"(script|style|template)\b", re.I)
_LINK = re.compile(r"""\s(?:href|src)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))""", re.I)

# What goes on in one line of text: any other tag parts words.
_INLINE = re.compile(
    r"/?(a|abbr|b|cite|code|em|i|mark|q|s|small|span|strong|sub|sup|u|wbr)\b", re.I
)

# A number that names no character; Python refuses to read one of thousands of digits.
_ENDLESS = re.compile(r"&#[xX]?[0-9a-fA-F]{10,};?")


@dataclass(frozen=True, slots=True)
class Hypertext:
    """What stands on a page for people; where its links lead and its images lie, as written."""

    words: str
    links: tuple[str, ...]


def read_hypertext(html: str) -> Hypertext:
    """Words, links and images of a page, however broken; scripts, styles, comments left out."""
    words: list[str] = []
    links: list[str] = []
    position = 0
    while opening := _OPENING.search(html, position):
        words.append(html[position : opening.start()])
        position, tag = _past(html, opening.end())
        if not _INLINE.match(tag):
            words.append(" ")
        links += (
            unescaped(next(filter(None, found.groups()), "")) for found in _LINK.finditer(tag)
        )
    words.append(html[position:])
    return Hypertext(unescaped("".join(words)), tuple(map(unescaped, links)))


def web_addresses(html: str) -> Iterator[str]:
    """The web addresses that a page of this site leads to, whole."""
    return filter(None, map(web_address, read_hypertext(html).links))


def web_address(link: str) -> str:
    """The address of a link that leads to the web, empty for any other."""
    if not re.match(r"(https?:)?//", link, re.I):
        return ""
    return f"https:{link}" if link.startswith("//") else link


def unescaped(text: str) -> str:
    """The text with its character references read; one that names no character is none."""
    return unescape(_ENDLESS.sub("\ufffd", text))


def _past(html: str, start: int) -> tuple[int, str]:
    """The end of a tag that begins here, or of what it keeps from being read; and the tag."""
    if html.startswith("!--", start):
        return _after("-->", html, start + 1), ""
    end = _after(">", html, start)
    tag = html[start:end]
    if unread := _UNREAD.match(tag):
        closing = re.compile(rf"</{unread[1]}\b", re.I).search(html, end)
        return (closing.start() if closing else len(html)), tag
    return end, tag


def _after(sign: str, html: str, start: int) -> int:
    found = html.find(sign, start)
    return found + len(sign) if found >= 0 else len(html)
