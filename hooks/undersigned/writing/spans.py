"""Where the entries and fields of a readable text begin and end, and the comments around them."""

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, NamedTuple

import yaml

from ..reading.source import line_starts
from .comments import Comment

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_COMMENT = re.compile(r"#[^\r\n]*")
_BLOCK_HEADER = re.compile(r"[|>][0-9+-]*[ \t]+(?=#)")


class Span(NamedTuple):
    """A text as read, from where to where it was written, and on which lines."""

    value: str
    start: int
    end: int
    line: int
    last_line: int
    block: bool


@dataclass(frozen=True, slots=True)
class EntrySpan:
    """An entry's keys and values in the order written, and where it begins."""

    start: int
    line: int
    fields: list[tuple[Span, Span]]

    @property
    def last_line(self) -> int:
        """The line on which its last value ends."""
        return self.fields[-1][1].last_line if self.fields else self.line

    def place_of(self, comment: Comment) -> tuple[int, bool] | None:
        """The start of the field a comment belongs to and whether behind it; none if after all."""
        keys = [key.start for key, _ in self.fields]
        number = bisect_right(keys, comment.start) - 1
        if number >= 0:
            value = self.fields[number][1]
            if comment.start < value.end or comment.line <= value.last_line:
                return keys[number], True
        return (keys[number + 1], False) if number + 1 < len(keys) else None


def entry_spans(text: str) -> list[EntrySpan]:
    """The entries of a text that the reader has read."""
    starts = line_starts(text)
    spans: list[EntrySpan] = []
    key: Span | None = None
    for event in yaml.parse(text, Loader=_LOADER):
        if isinstance(event, yaml.MappingStartEvent):
            position, line = _place(event.start_mark)
            spans.append(EntrySpan(position, line, []))
        elif isinstance(event, yaml.ScalarEvent) and spans:
            span = _span(text, event, starts)
            if key is None:
                key = span
            else:
                spans[-1].fields.append((key, span))
                key = None
    return spans


def comments_in(text: str, spans: list[EntrySpan]) -> list[Comment]:
    """Every comment of the text, in order: outside of values, each '#' begins one."""
    starts = line_starts(text)
    found = []
    for start, end in _gaps(text, spans):
        for match in _COMMENT.finditer(text, start, end):
            line = bisect_right(starts, match.start())
            before = text[starts[line - 1] : match.start()]
            words = unicodedata.normalize("NFC", match[0]).rstrip()
            indented = bool(before) and not before.strip()
            found.append(Comment(words, match.start(), line, indented))
    return found


def _gaps(text: str, spans: list[EntrySpan]) -> Iterator[tuple[int, int]]:
    position = 0
    for entry in spans:
        for pair in entry.fields:
            for span in pair:
                yield position, span.start
                position = span.end
                if span.block and (header := _BLOCK_HEADER.match(text, span.start)):
                    comment = _COMMENT.match(text, header.end())
                    yield header.end(), comment.end() if comment else header.end()
    yield position, len(text)


def _span(text: str, event: yaml.ScalarEvent, starts: list[int]) -> Span:
    start, line = _place(event.start_mark)
    # The parser ends some values after the line break and the blank lines that follow them.
    end = start + len(text[start : _place(event.end_mark)[0]].rstrip())
    last_line = bisect_right(starts, max(start, end - 1))
    return Span(event.value, start, end, line, last_line, event.style in ("|", ">"))


def _place(mark: Any) -> tuple[int, int]:
    """The position in the text, and the line from 1; both of PyYAML's parsers always give them."""
    return mark.index, mark.line + 1
