"""Scripts and styles that are written into a page, which the content security policy refuses.

A policy without 'unsafe-inline' runs what is in files of the site (Content Security Policy
Level 3, 4.2.3); data blocks are none of it.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from ..problem import QUOTED_AT_MOST, quoted
from .written_tags import TAG, Fault, tag_of

# Types of data blocks, which browsers do not execute (HTML standard, 4.12.1).
_DATA = ("application/json", "application/ld+json")

_POLICY = "is refused by the content security policy"
_RULES = f"{_POLICY}; move its rules to a style sheet in extra_css"
_FILE = f"{_POLICY}; move it to a file and name that by src"


class _Code(NamedTuple):
    """A fault, and where the text of its element begins and ends."""

    fault: Fault
    start: int
    end: int


def without_inline_code(html: str) -> tuple[str, list[Fault]]:
    """A page with spaces in place of the code that is written into it, and a fault for each.

    Positions stay the same. What is in an element that is not closed stays, as a browser reads it.
    """
    pieces, end = list[str](), 0
    faults = []
    for code in sorted((*_of("script", html), *_of("style", html)), key=lambda code: code.start):
        if code.start >= end:
            blank = re.sub(r"[^\n]", " ", html[code.start : code.end])
            pieces += [html[end : code.start], blank]
            end = code.end
            faults.append(code.fault)
    return "".join([*pieces, html[end:]]), faults


def _of(name: str, html: str) -> Iterator[_Code]:
    position = end = 0
    while (start := html.find(f"<{name}", position)) >= 0:
        opening = TAG.match(html, start)
        position = opening.end() if opening else start + 1
        if end < position and (end := html.find(f"</{name}", position)) < 0:
            return
        # As much as a message quotes: of many that have one end, all would be quadratic.
        text = " ".join(html[position : min(end, position + 4 * QUOTED_AT_MOST)].split())
        if opening and (message := _message(name, opening[0], text)):
            yield _Code(Fault(message, start, opening[0]), position, end)
            position = end


def _message(name: str, written: str, text: str) -> str:
    tag = tag_of(written)
    if name == "style" == tag.name:
        return f"style element {quoted(text)} {_RULES}"
    kind = tag.attributes.get("type", "").strip().lower()
    if name == "script" == tag.name and "src" not in tag.attributes and kind not in _DATA:
        return f"inline script {quoted(text)} {_FILE}"
    return ""
