"""Lists with their comments, each attached to the entry or the field that it belongs to."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from ..entry_list import SIGNATORIES, EntryList
from ..fields import BETWEEN
from ..normal_forms import nfc
from ..problem import Problem, Severity, stopping
from ..text.comments import (
    Comment,
    EntrySpan,
    comments_in,
    distributed,
    entry_spans,
    joined,
    paragraphs,
)
from ..text.source import Source
from ..text.yaml_reader import read_entries

# Names the schema of a file for editors; it belongs to the file, wherever it is.
_MODELINE = re.compile(r"#\s*yaml-language-server:")


@dataclass(frozen=True, slots=True)
class AnnotatedField:
    """A field with the comments on lines of their own before it, and those after its value.

    Of a field that holds a list, each value is one, in the order written.
    """

    name: str
    value: str
    before: tuple[str, ...] = ()
    behind: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class AnnotatedEntry:
    """An entry with its fields in the order written, and the comments before and after it."""

    fields: tuple[AnnotatedField, ...]
    lead: tuple[str, ...] = ()
    foot: tuple[str, ...] = ()

    @property
    def values(self) -> dict[str, str]:
        """The values of the fields by name, without comments; those of a list by line feeds."""
        values: dict[str, str] = {}
        for field in self.fields:
            before = f"{values[field.name]}{BETWEEN}" if field.name in values else ""
            values[field.name] = f"{before}{field.value}"
        return values

    @property
    def comments(self) -> tuple[str, ...]:
        """Every comment of the entry."""
        inside = (each for field in self.fields for each in (*field.before, *field.behind))
        return (*self.lead, *inside, *self.foot)


@dataclass(frozen=True, slots=True)
class AnnotatedList:
    """The entries of a file, and the comment lines at its beginning and its end."""

    entries: tuple[AnnotatedEntry, ...]
    modelines: tuple[str, ...] = ()
    head: tuple[str, ...] = ()
    tail: tuple[str, ...] = ()


def read_annotated(
    source: Source, kept: EntryList = SIGNATORIES
) -> tuple[AnnotatedList | None, list[Problem]]:
    """The entries of a list in a text, or none and the problems that make it unreadable.

    A number or a boolean without quotes is none of these: it is read as the text written. Values
    are in Unicode form NFC and without space at either end.
    """
    _, problems = read_entries(source, kept.several, Severity.NOTE)
    if stopping(problems):
        return None, problems
    spans = entry_spans(source.text)
    every = comments_in(source.text, spans)
    modelines = [each for each in every if _MODELINE.match(each.text)]
    others = [each for each in every if not _MODELINE.match(each.text)]
    return _with_comments(spans, others, modelines), []


def _with_comments(
    spans: list[EntrySpan], comments: list[Comment], modelines: list[Comment]
) -> AnnotatedList:
    inside, between = _assigned(spans, comments)
    leads: list[tuple[str, ...]] = []
    feet: list[tuple[str, ...]] = []
    loose: list[tuple[Comment, ...]] = []
    for number, region in enumerate(between):
        above = spans[number - 1].last_line if number else None
        below = spans[number].line if number < len(spans) else None
        foot, rest, lead = distributed(region, above, below)
        feet.append(joined(foot))
        loose.append(rest)
        leads.append(joined(lead))
    entries = tuple(
        AnnotatedEntry(tuple(_fields(span, inside)), leads[number], feet[number + 1])
        for number, span in enumerate(spans)
    )
    tail = paragraphs(loose[-1]) if spans else ()
    return AnnotatedList(entries, joined(modelines), paragraphs(loose[0]), tail)


def _assigned(
    spans: list[EntrySpan], comments: list[Comment]
) -> tuple[dict[tuple[int, bool], list[str]], list[list[Comment]]]:
    """The comments by the start of their field and whether after it, and those between entries."""
    inside: dict[tuple[int, bool], list[str]] = {}
    between: list[list[Comment]] = [[] for _ in range(len(spans) + 1)]
    number = 0
    for comment in comments:
        while number < len(spans) and spans[number].start <= comment.start:
            number += 1
        place = spans[number - 1].place_of(comment) if number else None
        if place is None:
            between[number].append(comment)
        else:
            inside.setdefault(place, []).append(comment.text)
    return inside, between


def _fields(span: EntrySpan, inside: dict[tuple[int, bool], list[str]]) -> Iterator[AnnotatedField]:
    for key, value in span.fields:
        before, behind = (inside.get((key.start, side), []) for side in (False, True))
        # A line has room for one comment; all others go before it.
        before, behind = before + behind[:-1], behind[-1:]
        text = nfc(value.value).strip()
        yield AnnotatedField(key.value, text, tuple(before), tuple(map(_spaced, behind)))


def _spaced(comment: str) -> str:
    """The comment with a space after '#': after a value, '#' directly before a word is refused."""
    return comment if comment[1:2] in ("", " ", "\t") else f"# {comment[1:]}"
