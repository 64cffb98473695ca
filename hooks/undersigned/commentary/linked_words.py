"""Sentences of plain words and links, as settings of a page hold them.

Of Markdown only `[words](address)` is read, so that no sentence needs an engine to be drawn.
"""

import posixpath
import re
from typing import NamedTuple

from ..problem import quoted
from ..urls import refusal

_LINK = re.compile(r"\[([^\[\]]+)\]\(([^()\s]+)\)")

# What Markdown would make something of, and what HTML would.
_SIGN = re.compile(r"\*\*?(?=\w)|(?<!\w)_(?=\w)|`|!?\[\^?@?|[<>]")


class Piece(NamedTuple):
    """Words of a sentence, and the address to which they lead; empty where they are no link."""

    words: str
    address: str = ""

    def page_from(self, path: str) -> tuple[str, str]:
        """The page of the site to which this leads from the page at a path, and the part of it.

        Both are empty for an address of another site and for words without one.
        """
        if not self.address or ":" in self.address:
            return "", ""
        page, _, anchor = self.address.partition("#")
        place = posixpath.normpath(posixpath.join(posixpath.dirname(path), page)) if page else path
        return place, f"#{anchor}" if anchor else ""


def pieces_of(sentence: str) -> tuple[Piece, ...]:
    """A sentence as its words and links, in order."""
    found, end = list[Piece](), 0
    for link in _LINK.finditer(sentence):
        found += [Piece(sentence[end : link.start()]), Piece(link[1], link[2])]
        end = link.end()
    return tuple(piece for piece in (*found, Piece(sentence[end:])) if piece.words)


def plain(sentence: str) -> str:
    """The words of a sentence without the addresses of its links."""
    return "".join(piece.words for piece in pieces_of(sentence))


def unread_sign(sentence: str) -> str:
    """The first sign of a sentence that would be shown as it is; empty where there is none."""
    sign = _SIGN.search(_LINK.sub(lambda link: "x" * len(link[1]), sentence))
    return sign[0] if sign else ""


def refused_address(address: str, path: str) -> str:
    """Why an address in a sentence of the page at a path leads nowhere, with the remedy."""
    page, _ = Piece("x", address).page_from(path)
    if not page:
        why = refusal(address) if address else None
        return f"{quoted(address)} {why}" if why else ""
    if page.startswith(("../", "/")) or not page.endswith(".md"):
        return f"{quoted(address)} is no page; write its path from here, such as '../about.md'"
    return ""
