"""Paragraphs of a text in Markdown, which joined are the text again to the last line end."""

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

_LINE = re.compile(r"[^\n]*\n|[^\n]+")

# What precedes a paragraph's words and may change when it moves: indentation, quotation marks '>',
# the marker of a list item or a heading (CommonMark 0.31, 4.2 and 5.2), or a number in brackets.
_MARK = re.compile(
    r"(?P<margin>[ \t]*(?:>[ \t]*)*)"
    r"(?P<sign>(?:[-*+]|[0-9]{1,9}[.)]|\((?:[0-9]{1,9}|[a-z]|[ivxlc]+)\)|#{1,6})[ \t]+)?"
)


class Paragraph(NamedTuple):
    """A block of lines, a heading or a list item.

    `mark` is its indentation and its list or heading marker, `gap` the blank space after it.
    """

    mark: str
    words: str
    gap: str

    @property
    def key(self) -> str:
        """The words with single spaces: equal for paragraphs that differ only in spacing."""
        return " ".join(self.words.split())


class Paragraphs(NamedTuple):
    """The paragraphs of a text, and the blank lines before the first."""

    opening: str
    paragraphs: tuple[Paragraph, ...]


def split(text: str) -> Paragraphs:
    """The paragraphs of a text whose lines end in line feeds; joined, they are the text."""
    starts = [*_starts(text), len(text)]
    blocks = (text[start:end] for start, end in pairwise(starts))
    return Paragraphs(text[: starts[0]], tuple(map(_paragraph, blocks)))


def _starts(text: str) -> Iterator[int]:
    """The positions where paragraphs begin: after blank lines, at and after headings, at items."""
    inside = False
    for line in _LINE.finditer(text):
        marker = _marker(line[0])
        if not line[0].strip():
            inside = False
        elif marker or not inside:
            yield line.start()
            inside = not marker.startswith("#")


def _marker(line: str) -> str:
    match = _MARK.match(line)
    return (match["sign"] if match else None) or ""


def _paragraph(block: str) -> Paragraph:
    match = _MARK.match(block)
    rest = block[match.end() if match else 0 :]
    words = rest.rstrip()
    return Paragraph(block[: len(block) - len(rest)], words, rest[len(words) :])
