"""The words of an HTML page and the addresses it leads to, in time that grows with its length.

These are untrusted pages, and Python's own parser, whose time grows with the square, would take
hours over two megabytes of unfinished tags.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from .tags import Characters, EndTag, Tag, tokens, unescaped

# What goes on in one line of text: any other tag parts words.
_INLINE = frozenset((
    "a", "abbr", "b", "cite", "code", "em", "i", "mark", "q", "s", "small", "span", "strong",
    "sub", "sup", "u", "wbr",
))  # fmt: skip

# Its content is on no page until a script puts it there.
_INERT = "template"


@dataclass(frozen=True, slots=True)
class Hypertext:
    """What stands on a page for people; where its links lead and its images lie, as written."""

    words: str
    links: tuple[str, ...]


def read_hypertext(html: str) -> Hypertext:
    """Words, links and images of a page, however broken; scripts, styles, comments left out."""
    words: list[str] = []
    links: list[str] = []
    inert = 0
    for token in tokens(html):
        if isinstance(token, Characters):
            words.append("" if inert else token.text)
            continue
        if token.name == _INERT:
            inert = max(0, inert + (-1 if isinstance(token, EndTag) else 1))
        if token.name not in _INLINE:
            words.append(" ")
        if isinstance(token, Tag) and not inert:
            links += _led_to(token)
            words.append(token.text if token.name == "textarea" else "")
    return Hypertext(unescaped("".join(words)), tuple(links))


def web_addresses(html: str) -> Iterator[str]:
    """The web addresses that a page of this site leads to, whole."""
    return filter(None, map(web_address, read_hypertext(html).links))


def web_address(link: str) -> str:
    """The address of a link that leads to the web, empty for any other."""
    if not re.match(r"(https?:)?//", link, re.I):
        return ""
    return f"https:{link}" if link.startswith("//") else link


def _led_to(tag: Tag) -> list[str]:
    found = (value for name, value in tag.attributes.items() if name in ("href", "src"))
    return [unescaped(value) for value in found]
