"""Comments on lines of their own, and whether the entry above or the one below is meant."""

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, takewhile
from typing import Any, NamedTuple

import yaml

from ..text.source import line_starts


class Comment(NamedTuple):
    """A comment from its '#', where it stands, and whether it is indented on its own line."""

    text: str
    start: int
    line: int
    indented: bool


Comments = tuple[Comment, ...]


def shared_out(
    comments: Sequence[Comment], above: int | None, below: int | None
) -> tuple[Comments, Comments, Comments]:
    """Comments between two entries: those of the one above, of neither, of the one below.

    `above` is the last line of the entry above, `below` the first of the one below, where there
    is one. Indented lines belong above, other lines to the entry they touch; to the one below if
    they touch both or, between two entries, neither, so that each has a place.
    """
    if above is None:
        groups = _groups(comments)
        touching = bool(groups) and below is not None and groups[-1][-1].line >= below - 1
        lead = groups.pop() if touching else ()
        return (), _flat(groups), lead
    foot = tuple(takewhile(lambda comment: comment.indented, comments))
    groups = _groups(comments[len(foot) :])
    last = foot[-1].line if foot else above
    touches_both = len(groups) == 1 and below is not None and groups[0][-1].line >= below - 1
    if groups and groups[0][0].line <= last + 1 and not touches_both:
        foot += groups.pop(0)
    return (foot, _flat(groups), ()) if below is None else (foot, (), _flat(groups))


def joined(comments: Iterable[Comment]) -> tuple[str, ...]:
    """The lines of comments without blank lines between them."""
    return tuple(comment.text for comment in comments)


def paragraphs(comments: Sequence[Comment]) -> tuple[str, ...]:
    """The lines of comments, with an empty one where there were blank lines."""
    lines: list[str] = []
    for group in _groups(comments):
        lines += ["", *joined(group)] if lines else joined(group)
    return tuple(lines)


def _groups(comments: Sequence[Comment]) -> list[Comments]:
    groups: list[Comments] = []
    for comment in comments:
        if groups and comment.line <= groups[-1][-1].line + 1:
            groups[-1] += (comment,)
        else:
            groups.append((comment,))
    return groups


def _flat(groups: Iterable[Comments]) -> Comments:
    return tuple(chain.from_iterable(groups))


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
