"""Tags as they are written, in the one form that every reader of HTML understands alike.

Browsers make a page of anything; two readers may make two of it. So a tag is read only if it is
whole: quoted or plain values without '<', each attribute once, references closed by ';'. All else
that begins with '<' is refused (HTML standard, 13.1.2, without what it merely tolerates).
"""

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from html import unescape
from typing import NamedTuple

from ..problem import quoted

_NAME = r"[a-zA-Z][a-zA-Z0-9]*+"
_ATTRIBUTE = r"[a-zA-Z_:][-a-zA-Z0-9_:.]*+"
_VALUE = r"""(?:"[^"<]*+"|'[^'<]*+'|[^\s"'=<>`]++)"""
_SPACE = r"[ \n\t]"
_ATTRIBUTES = rf"(?>(?:{_SPACE}++{_ATTRIBUTE}(?>(?:{_SPACE}*+={_SPACE}*+{_VALUE})?))*)"
_COMMENT = r"!--(?!-?>)(?>(?:[^-]|-(?!-))*)-->"

# Anchored at its '<', so that the search is linear.
TAG = re.compile(
    rf"<(?:{_NAME}{_ATTRIBUTES}{_SPACE}*+/?>|/{_NAME}{_SPACE}*+>|{_COMMENT}|!(?i:doctype html)>)"
)
_PARTS = re.compile(rf"<(/?)({_NAME})({_ATTRIBUTES}){_SPACE}*+(/?)>")
_EACH = re.compile(rf"({_ATTRIBUTE})(?:{_SPACE}*+={_SPACE}*+({_VALUE}))?")
_REFERENCE = re.compile(r"&(#[0-9]+|#[xX][0-9a-fA-F]+|[a-zA-Z][a-zA-Z0-9]*)(;?)")

# What no text has: controls but for tab and line feed, and what stands for what could not be read.
CONTROLS = r"\x00-\x08\x0b-\x1f\x7f-\x9f\ufffd\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff"
CONTROL = re.compile(f"[{CONTROLS}]")

# Elements without an end tag (HTML standard, 13.1.2).
VOID = frozenset(
    ("area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track",
     "wbr")
)  # fmt: skip


class Tag(NamedTuple):
    """A tag as it is written, its name in lower case, its attributes with references decoded.

    A comment and the document type have no name. `ends` is that of an end tag; `closed` one that
    ends in '/>'. `fault` is what keeps two readers from reading it alike; empty if nothing does.
    """

    written: str
    name: str = ""
    attributes: Mapping[str, str] = {}
    ends: bool = False
    closed: bool = False
    fault: str = ""
    classes: tuple[str, ...] = ()


class Placed(NamedTuple):
    """A tag, and the position of its '<' in the page."""

    tag: Tag
    start: int


class Fault(NamedTuple):
    """What is refused with its remedy, where in the page, and what is written there."""

    message: str
    start: int
    written: str = ""


@lru_cache(8192)  # several judge each page, and pages are made of the same tags
def tag_of(written: str) -> Tag:
    """The tag of a match of `TAG`."""
    parts = _PARTS.fullmatch(written)
    if parts is None:
        return Tag(written)
    ends, name, rest, closed = parts.groups()
    found: dict[str, str] = {}
    fault = ""
    for each, quotation in _EACH.findall(rest) if rest else ():
        key = each.lower()
        value = quotation[1:-1] if quotation[:1] in ("'", '"') else quotation
        if key in found:
            fault = fault or f"{quoted(key)} is given twice; give it once"
        if "&" in value:
            fault = fault or _unclear(value)
            value = unescape(value)
        found.setdefault(key, value)
    classes = tuple(found["class"].split()) if "class" in found else ()
    return Tag(written, name.lower(), found, bool(ends), bool(closed), fault, classes)


def _unclear(value: str) -> str:
    """What is wrong with a reference without ';', or of no character; empty if nothing is.

    A browser may read the first as a character and may not; of the second readers make what they
    like, such as nothing (`html.unescape`) or the control.
    """
    for each in _REFERENCE.finditer(value):
        if not each[2] and unescape(each[0]) != each[0]:
            return f"{quoted(each[0])} is not closed by ';'; write '&amp;' for '&'"
        if each[1].startswith("#") and not _is_character(each[1]):
            return f"{quoted(each[0])} is the reference of no character; remove it"
    return ""


def _is_character(reference: str) -> bool:
    digits = reference[1:].lstrip("0")
    if len(digits) > 8:
        return False
    number = int(f"0{digits}", 16) if digits[:1] in ("x", "X") else int(digits or "0")
    return number < 0x110000 and number & 0xFFFE != 0xFFFE and not CONTROL.match(chr(number))


def tags_written(html: str) -> Iterator[Placed]:
    """Every tag that is whole, and where it begins."""
    for match in TAG.finditer(html):
        yield Placed(tag_of(match[0]), match.start())


def unread(html: str, whole: int = -1) -> Iterator[Fault]:
    """A fault for each '<' that begins no whole tag, and for a character that no text has.

    `whole` is the number of tags that are, where it is known.
    """
    if control := CONTROL.search(html):
        name = f"U+{ord(control[0]):04X}"
        yield Fault(f"character {name} is none of a text; remove it", control.start(), control[0])
    if html.count("<") == (len(TAG.findall(html)) if whole < 0 else whole):
        return
    position = 0
    while (position := html.find("<", position)) >= 0:
        if match := TAG.match(html, position):
            position = match.end()
            continue
        written = html[position : position + 40].partition("\n")[0]
        yield Fault(f"{quoted(written)} {_remedy(written)}", position, written)
        position += 1


def _remedy(written: str) -> str:
    if written.startswith("<!--"):
        return "is no plain comment; write one without '--' in it, or remove it"
    if written[1:2] in ("!", "?"):
        return "is no HTML of a page; remove it"
    return "is no whole tag; write '&lt;' for a sign, or the tag with each value in quotes"
