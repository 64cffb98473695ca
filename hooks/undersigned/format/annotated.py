"""A register with its comments, each with the entry or the field to which it belongs."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from ..problem import Problem
from ..text.source import Entry, Source, Text
from ..text.yaml_reader import read_entries
from .comments import Comment, EntrySpan, comments_in, entry_spans, joined, paragraphs, shared_out

# Tells editors which schema holds for a file; it is the file's, wherever it stands.
_MODELINE = re.compile(r"#\s*yaml-language-server:")


@dataclass(frozen=True, slots=True)
class AnnotatedField:
    """A field, the comments on lines of their own before it, and those behind its value."""

    name: str
    value: str
    before: tuple[str, ...] = ()
    behind: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class AnnotatedEntry:
    """An entry in the order it was written, with the comments before and after it."""

    fields: tuple[AnnotatedField, ...]
    lead: tuple[str, ...] = ()
    foot: tuple[str, ...] = ()

    @property
    def values(self) -> dict[str, str]:
        """The fields by name, without comments."""
        return {field.name: field.value for field in self.fields}

    @property
    def comments(self) -> tuple[str, ...]:
        """Every comment of the entry."""
        inside = (each for field in self.fields for each in (*field.before, *field.behind))
        return (*self.lead, *inside, *self.foot)


@dataclass(frozen=True, slots=True)
class AnnotatedRegister:
    """The entries of one file, and the lines of comment at its head and at its end."""

    entries: tuple[AnnotatedEntry, ...]
    modelines: tuple[str, ...] = ()
    head: tuple[str, ...] = ()
    tail: tuple[str, ...] = ()


def read_annotated(source: Source) -> AnnotatedRegister | list[Problem]:
    """The register a text holds, or what keeps it from being read.

    A number or a switch without quotes keeps nothing: the text written is what is meant. Values
    are in Unicode form NFC and without space around them.
    """
    entries, problems = read_entries(source)
    if not all(_quotes_would_mend(problem, entries) for problem in problems):
        return problems
    spans = entry_spans(source.text)
    every = comments_in(source.text, spans)
    modelines = [each for each in every if _MODELINE.match(each.text)]
    return _with_comments(spans, [each for each in every if each not in modelines], modelines)


def _quotes_would_mend(problem: Problem, entries: list[Entry]) -> bool:
    """Whether the bare word alone gives the problem, so that nothing else is wrong with it."""
    for entry in entries:
        if entry.line <= problem.line <= entry.last_line:
            for text in (*entry.fields.values(), *entry.keys.values()):
                if (text.line, text.column) == (problem.line, problem.column):
                    return problem.message in _problems_of_the_bare(text)
    return False


def _problems_of_the_bare(text: Text) -> list[str]:
    _, problems = read_entries(Source("", f"- value: {text.value}\n"))
    return [problem.message for problem in problems]


def _with_comments(
    spans: list[EntrySpan], comments: list[Comment], modelines: list[Comment]
) -> AnnotatedRegister:
    inside, between = _allotted(spans, comments)
    leads: list[tuple[str, ...]] = []
    feet: list[tuple[str, ...]] = []
    loose: list[tuple[Comment, ...]] = []
    for number, region in enumerate(between):
        above = spans[number - 1].last_line if number else None
        below = spans[number].line if number < len(spans) else None
        foot, rest, lead = shared_out(region, above, below)
        feet.append(joined(foot))
        loose.append(rest)
        leads.append(joined(lead))
    entries = tuple(
        AnnotatedEntry(tuple(_fields(span, inside)), leads[number], feet[number + 1])
        for number, span in enumerate(spans)
    )
    tail = paragraphs(loose[-1]) if spans else ()
    return AnnotatedRegister(entries, joined(modelines), paragraphs(loose[0]), tail)


def _allotted(
    spans: list[EntrySpan], comments: list[Comment]
) -> tuple[dict[tuple[int, bool], list[str]], list[list[Comment]]]:
    """Comments by the start of their field, before or behind it, and those between entries."""
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
        # A line has room for one comment; those that would not fit go before it.
        before, behind = before + behind[:-1], behind[-1:]
        composed = unicodedata.normalize("NFC", value.value).strip()
        yield AnnotatedField(key.value, composed, tuple(before), tuple(map(_spaced, behind)))


def _spaced(comment: str) -> str:
    """Behind a value a '#' directly before a word is refused: it could have been the value's."""
    return comment if comment[1:2] in ("", " ", "\t") else f"# {comment[1:]}"
