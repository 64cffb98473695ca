"""The HTML of a text or a reference as the tree that the layout of the PDF reads."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any

from ..language.marked import pieces
from ..markup.document import Element, fragment
from ..problem import quoted
from ..urls import LONGEST

# Words, or what is made of them: a mapping with `is`, what it is, and mostly `in`, what is in it.
Part = str | Mapping[str, Any]

_SPACE = re.compile(r"[ \t\n\r\f]+")

_SPANS = {
    "strong": "strong", "b": "strong", "em": "emphasis", "i": "emphasis", "cite": "emphasis",
    "dfn": "emphasis", "var": "emphasis", "sup": "raised", "sub": "lowered", "del": "struck",
    "s": "struck", "ins": "underlined", "u": "underlined", "p": "paragraph",
    "blockquote": "quotation", "dt": "strong",
}  # fmt: skip
_HEADINGS = {"h1": 1, "h2": 2, "h3": 3, "h4": 4, "h5": 5, "h6": 6}
_CODE = ("code", "kbd", "samp")
_NOT_SHOWN = ("script", "style", "template")

# Typst counts in 64 bits.
_DIGITS = 18


class UnsetError(Exception):
    """What the layout cannot show of a text, as a message for whoever publishes it."""


def content(html: str) -> list[Part]:
    """The parts of HTML, in order; links that lead to no address of the web are their words.

    Headings keep their order and lose gaps between their levels, which PDF/UA-1 forbids.
    """
    return _levelled(_parts(fragment(html)))[0]


def link(address: str, *words: Part) -> Part:
    """Words that lead to an address, or the address itself; without an address, the words."""
    shown: list[Part] = list(words) or [address]
    if followed(address):
        return {"is": "link", "to": address, "in": shown}
    return {"is": "group", "in": shown}


def with_pictures(said: Any, read: Callable[[str], bytes]) -> Any:
    """What is said with the bytes of each picture, which is read by its address on the page."""
    if isinstance(said, Mapping):
        inner = {name: with_pictures(value, read) for name, value in said.items()}
        return {**inner, "bytes": list(read(said["at"]))} if said.get("is") == "picture" else inner
    return [with_pictures(each, read) for each in said] if isinstance(said, list) else said


def followed(address: str) -> str:
    """The address, if a reader of a document can follow it; else nothing."""
    whole = address.startswith(("https://", "http://", "mailto:")) and len(address) <= LONGEST
    return address if whole else ""


def first_address(parts: Iterable[Part]) -> str:
    """The address to which the first link in the parts leads; empty without links."""
    for each in parts:
        if not isinstance(each, str):
            found = each["to"] if each["is"] == "link" else first_address(each.get("in", ()))
            if found:
                return str(found)
    return ""


def paragraph(*words: Part) -> Part:
    """A paragraph of words."""
    return {"is": "paragraph", "in": list(words)}


def filled(said: str, **parts: Part | Sequence[Part]) -> Iterator[Part]:
    """The parts of a message with others at its marked places: what others wrote is by itself."""
    for each in pieces(said, parts):
        if isinstance(each, str | Mapping):
            yield each
        else:
            yield from each


def code(words: str) -> Part:
    """Words whose every letter counts, such as a digest."""
    return {"is": "code", "words": words, "block": False}


def _parts(children: Iterable[Element | str]) -> Iterator[Part]:
    for each in children:
        if isinstance(each, str):
            if words := _SPACE.sub(" ", each):
                yield words
        elif each.name not in _NOT_SHOWN:
            yield from _part(each)


def _part(element: Element) -> Iterator[Part]:
    name = element.name
    if name in _HEADINGS:
        if element.text.strip():
            yield {"is": "heading", "level": _HEADINGS[name], "in": _within(element)}
    elif name in ("ol", "ul"):
        yield _list(element)
    elif name == "table":
        yield from _table(element)
    elif name == "pre":
        yield {"is": "code", "words": element.text.rstrip("\n"), "block": True}
    elif name in _CODE:
        yield code(element.text)
    elif name == "a":
        # Python-Markdown's own mark beside a heading is no word of it.
        if "headerlink" not in element.attributes.get("class", ""):
            yield link(element.attributes.get("href", ""), *_within(element))
    elif name == "img":
        given = (element.attributes.get(each, "") for each in ("src", "alt"))
        yield dict(zip(("is", "at", "shows"), ("picture", *given), strict=True))
    elif name in ("br", "hr"):
        yield {"is": "break" if name == "br" else "rule"}
    else:
        yield {"is": _SPANS.get(name, "group"), "in": _within(element)}


def _levelled(
    parts: Iterable[Part], above: tuple[int, ...] = ()
) -> tuple[list[Part], tuple[int, ...]]:
    """The parts with headings as deep as they are nested; `above` are the levels that are open."""
    found: list[Part] = []
    for each in parts:
        if not isinstance(each, str) and each["is"] == "heading":
            own = each["level"]
            above = (*(level for level in above if level < own), own)
            found.append({**each, "level": len(above)})
        elif not isinstance(each, str) and "in" in each:
            inner, above = _levelled(each["in"], above)
            found.append({**each, "in": inner})
        else:
            found.append(each)
    return found, above


def _within(element: Element) -> list[Part]:
    return list(_parts(element.children))


def _list(element: Element) -> Part:
    """A list; the number at which it starts is part of what people sign."""
    items = [_within(each) for each in element.children if isinstance(each, Element)]
    if element.name == "ul":
        return {"is": "list", "items": items}
    start = element.attributes.get("start", "1")
    if len(start) > _DIGITS or not start.isdecimal():
        raise UnsetError(f"a list of the text starts at {quoted(start)}, which no PDF counts to")
    return {"is": "numbered", "start": int(start), "items": items}


def _table(element: Element) -> Iterator[Part]:
    """A table by its cells, row by row; a row with too few is filled up, as in browsers."""
    rows = [
        [_within(cell) for cell in row.children if isinstance(cell, Element)]
        for row in element.select("tr")
    ]
    columns = max(map(len, rows), default=0)
    if columns:
        head, *others = [row + [[""]] * (columns - len(row)) for row in rows]
        cells = [cell for row in others for cell in row]
        yield {"is": "table", "columns": columns, "head": head, "cells": cells}
