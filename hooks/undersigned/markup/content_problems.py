"""What is refused of the content of pages, at its place in their Markdown."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from html import unescape
from typing import Protocol

from ..problem import Problem, counted, quoted
from .content import NOTHING_GIVEN, Given, content_faults
from .written_tags import Fault

_QUOTED = re.compile(r"'([^']+)'")
_HEADING = re.compile(r"<h[1-6][^<>]*>([^<>]+)")
_WORD = re.compile(r"[^<>&;\s]{4,}")


@dataclass(frozen=True, slots=True)
class Content:
    """A page as it is handed to its template.

    `path` is its file from the root of the site and `source` the text of that; `html` is what
    Markdown and every extension made of it; `words` are what templates print of it beside: its
    titles, and the settings at its head. `given` is what of it this project alone writes.
    """

    path: str
    source: str
    html: str
    words: tuple[str, ...] = ()
    given: Given = NOTHING_GIVEN


def content_problems(
    pages: Iterable[Content], classes: frozenset[str] = frozenset()
) -> list[Problem]:
    """What pages hold that is not on the list; `classes` are those of the site's own styles."""
    return [problem for page in pages for problem in _of(page, classes)]


def _of(page: Content, classes: frozenset[str]) -> Iterator[Problem]:
    for words in dict.fromkeys(page.words):
        if "<" in words:
            message = f"title or setting {quoted(words)} holds HTML; write words alone"
            yield Problem(page.path, *_place(page.source, [words]), message)
    faults = content_faults(page.html, classes, page.given)
    number = Counter(fault.message for fault in faults)
    for fault in {fault.message: fault for fault in reversed(faults)}.values():
        others = number[fault.message] - 1
        more = f" (and in {counted(others, 'other place')})" if others else ""
        yield Problem(page.path, *_in_source(page, fault), f"{fault.message}{more}")


class Heading(Protocol):
    """A heading in the list of a page's headings, and those beneath it."""

    title: str

    @property
    def children(self) -> Sequence["Heading"]:
        """The headings beneath it."""


def titles(headings: Iterable[Heading]) -> Iterator[str]:
    """The words of all headings."""
    for heading in headings:
        yield heading.title
        yield from titles(heading.children)


def words_in(settings: object) -> Iterator[str]:
    """Every text in the settings of a page, however deep."""
    if isinstance(settings, str):
        yield settings
    elif isinstance(settings, dict):
        for key, value in settings.items():
            yield from words_in(key)
            yield from words_in(value)
    elif isinstance(settings, list):
        for each in settings:
            yield from words_in(each)


def _in_source(page: Content, fault: Fault) -> tuple[int, int]:
    """Where a page's Markdown has what is refused: as written, the value that it quotes, or near.

    Of what an extension made, such as a block of code, the words before it say where that is.
    """
    start = page.source.find(fault.written) if fault.written else -1
    for _ in range(page.html.count(fault.written, 0, fault.start) if start >= 0 else 0):
        start = max(start, page.source.find(fault.written, start + 1))
    if start >= 0:
        return _at(page.source, start)
    name = re.match(r"</?[a-zA-Z0-9]+", fault.written)
    values = [each for each in _QUOTED.findall(fault.message) if len(each) > 2]
    if not any(each in page.source for each in values) and (line := _of_heading(page, fault)):
        return line
    near = _WORD.findall(page.html[max(0, fault.start - 200) : fault.start])
    return _place(page.source, [*values, *([name[0]] if name else []), *reversed(near)])


def _of_heading(page: Content, fault: Fault) -> tuple[int, int] | None:
    """Where a heading is whose id is made of its words."""
    heading = _HEADING.match(page.html, fault.start)
    words = re.escape(unescape(heading[1].strip())) if heading else ""
    found = words and re.search(rf"^#.*{words}|^{words}\n[=-]", page.source, re.MULTILINE)
    return _at(page.source, found.start()) if found else None


def _place(source: str, wanted: Iterable[str]) -> tuple[int, int]:
    """The place of the first of the texts that a source has; its beginning if it has none."""
    for text in wanted:
        if (start := source.find(text.rstrip("…"))) >= 0:
            return _at(source, start)
    return 1, 1


def _at(source: str, start: int) -> tuple[int, int]:
    return source.count("\n", 0, start) + 1, start - source.rfind("\n", 0, start)
