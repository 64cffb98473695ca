"""Parts of a page that Python-Markdown shows as they are written, or does not show at all.

Found line by line in linear time; its own reader of HTML takes quadratic time on broken markup.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from enum import StrEnum
from itertools import accumulate, dropwhile, takewhile
from typing import NamedTuple

from .pages import FRONT_MATTER, blanked, code_masked


class Unread(StrEnum):
    """Why a part of a page is not read as Markdown."""

    FRONT_MATTER = "front matter"
    HTML = "raw HTML"
    INDENTED = "indented code"
    TAG = "a tag"
    TARGET = "the address or title of a link"
    ATTRIBUTES = "a list of attributes"
    FORMULA = "a formula"


class Region(NamedTuple):
    """A part of a page, from `start` to `end`, that is not read as Markdown."""

    start: int
    end: int
    why: Unread


# Elements that are blocks to Python-Markdown (`markdown.util.BLOCK_LEVEL_ELEMENTS`), whose import
# takes as long as all pages of a small site.
BLOCKS = frozenset((
    "address", "article", "aside", "blockquote", "body", "canvas", "center", "colgroup", "dd",
    "details", "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "group",
    "h1", "h2", "h3", "h4", "h5", "h6", "header", "hgroup", "hr", "html", "iframe", "legend", "li",
    "main", "map", "math", "menu", "nav", "noscript", "object", "ol", "option", "output", "p",
    "pre", "progress", "script", "section", "style", "summary", "table", "tbody", "td", "textarea",
    "tfoot", "th", "thead", "tr", "ul", "video",
))  # fmt: skip
_TAG = re.compile(r"(?P<line>^ {0,3})?<(?P<end>/?)(?P<name>[a-zA-Z][\w-]*+)(?P<rest>[^<>]*)>", re.M)
_READ = re.compile(r"\smarkdown(?![\w-])")

# What makes text beneath it, indented by four spaces, a part of it: items of lists, notes,
# definitions, and the boxes of extensions.
_OPENING = re.compile(
    r" *(?:[-*+][ \t]|\d+[.)][ \t]|\[\^[^\]\n]+\]:|!!!|\?\?\?|===[!+]*[ \t]+\"|:[ \t])"
)
_TAB = 4
_LINE = re.compile(r"[^\n]*\n|[^\n]+")
_WORDS = re.compile(r"[ \t]*\S")

# What ends a paragraph without an empty line: headings and rules.
_ALONE = re.compile(r" {0,3}(?:#{1,6}.*|(?>(?:[*_-][ \t]*){3,})|[=-]+[ \t]*)$")
_QUOTE = re.compile(r" {0,3}>[ ]?")
# Nobody reads quotations in more quotations than these.
_DEEPEST = 20


class _Line(NamedTuple):
    """A line, or what of it is behind the signs of a quotation, and where it begins."""

    start: int
    text: str

    @property
    def level(self) -> int:
        """By how many times four spaces it is indented."""
        text = self.text.expandtabs(_TAB)
        return (len(text) - len(text.lstrip(" "))) // _TAB


# A line that may be indented code or in a quotation, and one that may begin raw HTML.
_SUSPECT = re.compile(r"^(?: {4}| {0,3}\t| {0,3}>| {0,3}<[a-zA-Z])", re.M)


def unread(text: str) -> list[Region]:
    """The front matter, raw HTML and indented code of a page, in order."""
    front = FRONT_MATTER.match(text)
    found = [Region(0, front.end(), Unread.FRONT_MATTER)] if front else []
    if not _SUSPECT.search(text, front.end() if front else 0):
        return found
    bare = _blanked(code_masked(text), found)
    tags = list[Region]()
    found += _html(bare, tags)
    words = _blanked(bare, sorted([*found, *tags]))
    return sorted([*found, *_indented(_lines(_marked(words, tags)))])


def _blanked(text: str, parts: Iterable[Region]) -> str:
    """A page with spaces in place of these parts; positions stay the same."""
    pieces, end = [], 0
    for start, stop, _ in parts:
        pieces += [text[end:start], blanked(text[start:stop])]
        end = stop
    return "".join([*pieces, text[end:]])


def _marked(text: str, tags: Iterable[Region]) -> str:
    """A page with a sign in place of each tag that has words behind it, which are not indented."""
    signs = list(text)
    for tag in tags:
        if _WORDS.match(text, tag.end):
            signs[tag.start] = "x"
    return "".join(signs)


def _html(text: str, tags: list[Region]) -> Iterator[Region]:
    """Blocks of HTML, without what their attribute `markdown` has Python-Markdown read.

    The places of their tags are added to `tags`.
    """
    opened: list[tuple[str, bool]] = []
    names, start = Counter[str](), 0
    for tag in _TAG.finditer(text):
        name, raw = tag["name"].lower(), bool(opened) and not opened[-1][1]
        if name not in BLOCKS or (not raw and not tag["end"] and tag["line"] is None):
            continue
        if raw and tag.start() > start:
            yield Region(start, tag.start(), Unread.HTML)
        if names[name] or not tag["end"]:
            tags.append(Region(*tag.span(), Unread.HTML))
        start = tag.end()
        if not tag["end"] and name != "hr":
            opened.append((name, not raw and bool(_READ.search(tag["rest"]))))
            names[name] += 1
        while tag["end"] and names[name]:
            closed, _ = opened.pop()
            names[closed] -= 1
            if closed == name:
                break
    if opened and not opened[-1][1]:
        yield Region(start, len(text), Unread.HTML)


def _lines(text: str) -> list[_Line]:
    lines = _LINE.findall(text)
    starts = accumulate((len(line) for line in lines), initial=0)
    return [_Line(start, line) for start, line in zip(starts, lines, strict=False)]


def _indented(lines: list[_Line], quoted: int = 0) -> Iterator[Region]:
    """Lines that are indented further than what they stand beneath, in so many quotations."""
    depth, place = 0, 0
    while place < len(lines):
        end = _end_of_block(lines, place)
        block, place = lines[place:end], end
        if not block[0].text.strip():
            continue
        code = list(takewhile(lambda line: line.level > depth, block))  # noqa: B023
        for line in code:
            yield Region(line.start, line.start + len(line.text), Unread.INDENTED)
        if rest := block[len(code) :]:
            depth = _depth_below(rest)
            yield from _in_quotation(rest, quoted + 1) if quoted < _DEEPEST else ()


def _end_of_block(lines: list[_Line], place: int) -> int:
    """Where a block ends that begins at a place: after an empty line or one that stands alone."""
    for end in range(place, len(lines)):
        if not (text := lines[end].text).strip() or _ALONE.match(text):
            return end + (end == place)
    return len(lines)


def _in_quotation(block: list[_Line], depth: int) -> Iterator[Region]:
    """The indented code in a quotation, whose lines begin with '>'."""
    quoted = list(dropwhile(lambda line: not _QUOTE.match(line.text), block))
    ends = [sign.end() if (sign := _QUOTE.match(line.text)) else 0 for line in quoted]
    pairs = zip(quoted, ends, strict=True)
    yield from _indented([_Line(start + end, text[end:]) for (start, text), end in pairs], depth)


def _depth_below(block: list[_Line]) -> int:
    """How deep text may stand beneath a block."""
    opening = [line for line in block if _OPENING.match(line.text.expandtabs(_TAB))]
    return opening[-1].level + 1 if opening else block[0].level
