"""Code and comments in Markdown, found in time that grows with the length of the page.

Each search that fails is remembered: what is closed nowhere behind a place is closed nowhere behind
a later one. A pattern would look through the rest of the page for each of thousands.
"""

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator
from functools import cached_property
from typing import NamedTuple

# What may begin code or a comment; each begins with a sign that a search can skip to.
_OPENING = re.compile(r"<!--|~~~+|``*")
_RUN = re.compile("``*")
_BLANK = re.compile(r"\n[ \t]*\n")

# A fence is closed by one that is at least as long (CommonMark 0.31, section 4.5).
_FENCE = re.compile(r"^(?P<signs>`{3,}|~{3,})[^`\n]*$", re.MULTILINE)
_CLOSING = re.compile(r"^(?P<signs>`{3,}|~{3,})[ \t]*$", re.MULTILINE)
_COMMENT = ("<!--", "-->")


class Code(NamedTuple):
    """Code or a comment of a page, from `start` to `end`."""

    start: int
    end: int


def code_in(text: str) -> Iterator[Code]:
    """The comments, fenced blocks and code spans of a page, in order.

    One that is not closed begins nothing, as in Python-Markdown: its signs stay text. A span ends
    within its paragraph.
    """
    scanner = _Scanner(text)
    position = 0
    while opening := _OPENING.search(text, position):
        end = scanner.end_of(opening)
        if end > 0:
            yield Code(opening.start(), end)
        position = end if end > 0 else opening.end()


class _Scanner:
    """A page, and what is known of the rest of it behind the places that were looked at."""

    def __init__(self, text: str) -> None:
        self.text = text
        # No fence behind the last place has so many signs of a kind.
        self._too_long: dict[str, float] = defaultdict(lambda: float("inf"))
        self._comments_end = True

    @cached_property
    def _closings(self) -> list[re.Match[str]]:
        return list(_CLOSING.finditer(self.text))

    @cached_property
    def _runs(self) -> dict[int, list[int]]:
        """Where the runs of each length begin."""
        found: dict[int, list[int]] = defaultdict(list)
        for run in _RUN.finditer(self.text):
            found[run.end() - run.start()].append(run.start())
        return found

    @cached_property
    def _blanks(self) -> list[int]:
        return [match.start() for match in _BLANK.finditer(self.text)]

    def end_of(self, opening: re.Match[str]) -> int:
        """Where what is opened ends; -1 where nothing closes it."""
        if opening[0] == _COMMENT[0]:
            return self._end_of_comment(opening.end())
        end = -1
        if fence := _FENCE.match(self.text, opening.start()):
            end = self._end_of_fence(fence)
        is_run = opening[0][0] == "`" and not self.text.endswith("\\", 0, opening.start())
        return self._end_of_span(opening) if end < 0 and is_run else end

    def _end_of_comment(self, position: int) -> int:
        end = self.text.find(_COMMENT[1], position) if self._comments_end else -1
        self._comments_end = end >= 0
        return end + len(_COMMENT[1]) if end >= 0 else -1

    def _end_of_fence(self, fence: re.Match[str]) -> int:
        signs = fence["signs"]
        if len(signs) >= self._too_long[signs[0]]:
            return -1
        first = bisect_left(self._closings, fence.end(), key=re.Match.start)
        for at in range(first, len(self._closings)):
            if (closing := self._closings[at])["signs"].startswith(signs):
                return closing.end()
        self._too_long[signs[0]] = len(signs)
        return -1

    def _end_of_span(self, opening: re.Match[str]) -> int:
        runs = self._runs[len(opening[0])]
        following = bisect_left(runs, opening.end())
        if following == len(runs):
            return -1
        blank = bisect_left(self._blanks, opening.end())
        before_blank = blank == len(self._blanks) or runs[following] <= self._blanks[blank]
        return runs[following] + len(opening[0]) if before_blank else -1
