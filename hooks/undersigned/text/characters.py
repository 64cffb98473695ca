"""Checks of characters in untrusted text, some of them before it is parsed as YAML."""

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache
from urllib.parse import unquote

from ..problem import Problem
from .source import Entry, Source, lines_of, place_of

# Characters that YAML 1.2 (section 5.1) excludes, at which the parser would stop, and the other
# line breaks of YAML 1.1 (YAML 1.2, section 5.4), which would shift all line numbers.
_UNREADABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ufffe\uffff]")

_SEPARATORS = {"\u2028", "\u2029"}

# Conflict markers of git, for which YAML's own message would be obscure.
_MARKS = ("<" * 7, "=" * 7, ">" * 7)
_CONFLICT = re.compile(rf"^(?:{'|'.join(_MARKS)})(?= |$)", re.MULTILINE)

# A '#' after a space begins a comment, so 'Team #1' would silently become 'Team'.
_COMMENT_BEFORE_WORD = re.compile(r"#(?<=[ \t]#)(?=\S)")

_COMMENT = re.compile(r"(?:^|(?<=[ \t]))#")

# A part before '@' that itself follows '@' is a fediverse page ('/@name@host'), not an address.
_EMAIL = re.compile(r"(?<![\w@＠.+-])[\w.+-]+[@＠][\w-]+(?:\.[\w-]+)+")


def email_addresses(text: str) -> set[str]:
    """The e-mail addresses in a text, also those that are percent-encoded."""
    if "%" in text:
        text = f"{text} {unquote(text)}"
    return set(_EMAIL.findall(text)) if "@" in text or "＠" in text else set()


def behind_hashes(text: str) -> Iterator[str]:
    """What stands on a line from its first '#' on, be it a comment or part of a value."""
    start = text.find("#")
    while start >= 0:
        end = text.find("\n", start)
        yield text[start : end if end >= 0 else len(text)]
        start = text.find("#", end) if end >= 0 else -1


def addressed_comments(source: Source, entries: Sequence[Entry]) -> Iterator[Problem]:
    """A problem for each comment with an e-mail address, since the register must have none.

    A '#' may also be part of a value; an address in a value is reported with its field.
    """
    if not any(map(email_addresses, behind_hashes(source.text))):
        return
    values = sorted((text.line, text.value) for entry in entries for text in entry.fields.values())
    allowed = cache(lambda at: email_addresses(values[at][1]) if at >= 0 else set[str]())
    for number, line in enumerate(lines_of(source.text), start=1):
        comment = _COMMENT.search(line)
        found = email_addresses(line[comment.start() :]) if comment else set()
        if comment and found - allowed(_value_at(number, values)):
            message = "a comment holds an e-mail address; remove it"
            yield Problem(source.path, number, comment.start() + 1, message)


def _value_at(line: int, values: Sequence[tuple[int, str]]) -> int:
    """The position of the last value that begins on or before a line; -1 where none does."""
    return bisect_right(values, line, key=lambda value: value[0]) - 1


def what_bars(source: Source) -> Problem | None:
    """The first problem that makes a text unreadable as YAML, if there is one."""
    if unreadable := _UNREADABLE.search(source.text):
        return _at(source, unreadable, _unreadable(unreadable[0]))
    return conflict_in(source)


def unreadable_in(source: Source) -> list[Problem]:
    """A problem for each kind of character that no text may hold, at its first place.

    Line and paragraph separators, which come with what is copied, are white space outside of YAML.
    """
    found = []
    counts = Counter(_UNREADABLE.findall(source.text))
    for character in counts.keys() - _SEPARATORS:
        count = counts[character]
        others = f" ({count:,} times in this file)" if count > 1 else ""
        place = place_of(source.text, source.text.index(character))
        found.append(Problem(source.path, *place, _unreadable(character, others)))
    return found


def without_unreadable(source: Source) -> Source:
    """The text with a space for each such character, so that all places stay."""
    return replace(source, text=_UNREADABLE.sub(" ", source.text))


def _unreadable(character: str, others: str = "") -> str:
    return f"character U+{ord(character):04X}{others} cannot stand here; remove it"


def conflict_in(source: Source) -> Problem | None:
    """The problem of a text in which a merge conflict is left."""
    marked = any(mark in source.text for mark in _MARKS)
    if marked and (conflict := _CONFLICT.search(source.text)):
        message = "a merge conflict is left here; keep what is right and remove the marks"
        return _at(source, conflict, message)
    return None


def swallowed_places(text: str) -> set[tuple[int, int]]:
    """The lines, from 1, and columns, from 0, at which a '#' next to a word begins a comment."""
    if not _COMMENT_BEFORE_WORD.search(text):
        return set()
    return {
        (number, match.start())
        for number, line in enumerate(lines_of(text), start=1)
        for match in _COMMENT_BEFORE_WORD.finditer(line)
    }


def _at(source: Source, match: re.Match[str], message: str) -> Problem:
    return Problem(source.path, *place_of(source.text, match.start()), message)
