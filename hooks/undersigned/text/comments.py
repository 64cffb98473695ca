"""Comments in a register: where they are, and which entry or field each belongs to."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, takewhile
from typing import Any, NamedTuple

import yaml

from ..normal_forms import nfc
from .source import line_starts


class Comment(NamedTuple):
    """A comment from its '#' on, its position and line, and whether it is alone and indented."""

    text: str
    start: int
    line: int
    indented: bool


Comments = tuple[Comment, ...]


def distributed(
    comments: Sequence[Comment], above: int | None, below: int | None
) -> tuple[Comments, Comments, Comments]:
    """The comments between two entries: those of the one above, of neither, of the one below.

    `above` is the last line of the entry above, `below` the first of the one below, or None.
    Indented comments belong to the entry above, others to the entry that they touch; those that
    touch both or, between two entries, neither, belong to the one below.
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
    """The texts of comments, without the blank lines between them."""
    return tuple(comment.text for comment in comments)


def paragraphs(comments: Sequence[Comment]) -> tuple[str, ...]:
    """The texts of comments, with an empty one wherever there were blank lines."""
    lines: list[str] = []
    for group in _groups(comments):
        lines += ["", *joined(group)] if lines else joined(group)
    return tuple(lines)


def _groups(comments: Sequence[Comment]) -> list[Comments]:
    """The comments in groups on successive lines."""
    groups: list[list[Comment]] = []
    for comment in comments:
        if groups and comment.line <= groups[-1][-1].line + 1:
            groups[-1].append(comment)
        else:
            groups.append([comment])
    return list(map(tuple, groups))


def _flat(groups: Iterable[Comments]) -> Comments:
    return tuple(chain.from_iterable(groups))


_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_COMMENT = re.compile(r"#[^\r\n]*")
_PERHAPS = re.compile(r"(?:(?<=[ \t\r\n])|\A)#[^\r\n]*")
_BLOCK_HEADER = re.compile(r"[|>][0-9+-]*[ \t]+(?=#)")


class Span(NamedTuple):
    """A scalar: its value, the positions where it starts and ends, and its lines.

    `block` is whether it is a block scalar.
    """

    value: str
    start: int
    end: int
    line: int
    last_line: int
    block: bool


@dataclass(frozen=True, slots=True)
class EntrySpan:
    """An entry's keys and values in the order written, and the position and line of its start.

    Of a list, each value but the first stands beside a key of the same name at its own place.
    """

    start: int
    line: int
    fields: list[tuple[Span, Span]]

    @property
    def last_line(self) -> int:
        """The line on which the last value ends."""
        return self.fields[-1][1].last_line if self.fields else self.line

    def place_of(self, comment: Comment) -> tuple[int, bool] | None:
        """The start of a comment's field, and whether the comment follows the field's value.

        None for a comment after the last field.
        """
        number = bisect_right(self.fields, comment.start, key=_start) - 1
        if number >= 0:
            key, value = self.fields[number]
            if comment.start < value.start and comment.line > key.line:
                return key.start, False
            if comment.start < value.end or comment.line <= value.last_line:
                return key.start, True
        following = self.fields[number + 1 : number + 2]
        return (_start(following[0]), False) if following else None


def _start(field: tuple[Span, Span]) -> int:
    return field[0].start


def entry_spans(text: str) -> list[EntrySpan]:
    """The entries of a text that `read_entries` accepts."""
    starts = line_starts(text)
    spans: list[EntrySpan] = []
    key: Span | None = None
    in_list = False
    for event in yaml.parse(text, Loader=_LOADER):
        if isinstance(event, yaml.DocumentEndEvent) and spans:
            break  # an empty document may follow
        if isinstance(event, yaml.MappingStartEvent):
            position, line = _position_and_line(event.start_mark)
            spans.append(EntrySpan(position, line, []))
        elif isinstance(event, yaml.SequenceStartEvent) and spans:
            in_list = True
        elif isinstance(event, yaml.SequenceEndEvent):
            in_list, key = False, None
        elif isinstance(event, yaml.ScalarEvent) and spans:
            span = _span(text, event, starts)
            if key is None:
                key = span
                continue
            if in_list and spans[-1].fields and spans[-1].fields[-1][0].value is key.value:
                key = key._replace(start=span.start, end=span.start)
            spans[-1].fields.append((key, span))
            key = key if in_list else None
    return spans


def comments_in(text: str, spans: list[EntrySpan]) -> list[Comment]:
    """Every comment of a text, in order: outside of scalars, each '#' begins one."""
    starts = line_starts(text)
    found = []
    for start, end in _gaps(text, spans):
        for match in _COMMENT.finditer(text, start, end):
            line = bisect_right(starts, match.start())
            before = text[starts[line - 1] : match.start()]
            words = nfc(match[0]).rstrip()
            indented = bool(before) and not before.strip()
            found.append(Comment(words, match.start(), line, indented))
    return found


def perhaps_comments(text: str) -> list[Comment]:
    """What may be comments in a text that no reader takes: from each '#' that begins a word on."""
    starts = line_starts(text)
    return [
        Comment(each[0].rstrip(), each.start(), bisect_right(starts, each.start()), False)
        for each in _PERHAPS.finditer(text)
    ]


def _gaps(text: str, spans: list[EntrySpan]) -> Iterator[tuple[int, int]]:
    """The start and end of every stretch of text between scalars."""
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
    start, line = _position_and_line(event.start_mark)
    # The parser ends some scalars after the line break and the blank lines that follow.
    end = start + len(text[start : _position_and_line(event.end_mark)[0]].rstrip())
    last_line = bisect_right(starts, max(start, end - 1))
    return Span(event.value, start, end, line, last_line, event.style in ("|", ">"))


def _position_and_line(mark: Any) -> tuple[int, int]:
    """The position of a mark, and its line from 1; both of PyYAML's parsers give them."""
    return mark.index, mark.line + 1
