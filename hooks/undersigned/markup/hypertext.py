"""The words and links of an untrusted HTML page, in time linear in its length.

`html.parser` takes quadratic time: hours for two megabytes of unfinished tags.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from .tags import Characters, EndTag, Tag, tokens, unescaped

# Inline elements; the tags of all others separate words.
INLINE = frozenset((
    "a", "abbr", "b", "cite", "code", "em", "i", "mark", "q", "s", "small", "span", "strong",
    "sub", "sup", "u", "wbr",
))  # fmt: skip

# Its content is not rendered until a script inserts it.
_INERT = "template"


@dataclass(frozen=True, slots=True)
class Hypertext:
    """The words that a page shows, and the addresses of its links and images as written."""

    words: str
    links: tuple[str, ...]


def read_hypertext(html: str) -> Hypertext:
    """The words, links and images of a page, even a broken one.

    Scripts, styles and comments are left out.
    """
    words: list[str] = []
    links: list[str] = []
    inert = 0
    for token in tokens(html):
        if isinstance(token, Characters):
            words.append("" if inert else token.text)
            continue
        if token.name == _INERT:
            inert = max(0, inert + (-1 if isinstance(token, EndTag) else 1))
        if token.name not in INLINE:
            words.append(" ")
        if isinstance(token, Tag) and not inert:
            links += _addresses(token)
            words.append(token.text if token.name == "textarea" else "")
    return Hypertext(unescaped("".join(words)), tuple(links))


def web_addresses(html: str) -> Iterator[str]:
    """The absolute web addresses of the links and images of a page of this site."""
    return filter(None, map(web_address, read_hypertext(html).links))


def web_address(link: str) -> str:
    """The absolute address of a link to the web; empty for any other link."""
    if not re.match(r"(https?:)?//", link, re.I):
        return ""
    return f"https:{link}" if link.startswith("//") else link


def _addresses(tag: Tag) -> list[str]:
    found = (value for name, value in tag.attributes.items() if name in ("href", "src"))
    return [unescaped(value) for value in found]
