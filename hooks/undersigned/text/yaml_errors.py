"""Errors of YAML's parsers in words that people can act on, and their places."""

from typing import Protocol

import yaml

_REMEDIES = {
    "mapping values are not allowed": "indent fields alike, and quote a value that holds ': '",
    "cannot start any token": "put a value that begins with this character between quotes",
    "unexpected end of stream": "close the quotes that open here",
    "expected '-' indicator": "begin each entry with '- ' at the start of a line",
    "expected <block end>": "indent every field of an entry alike",
    "expected key": "indent every field of an entry alike, and close quotes on the line they open",
    "could not find expected ':'": "write each field as 'field: value'",
    "found a tab character": "indent with spaces",
    "escape character": "write two backslashes for one, or put the value between single quotes",
    "found undefined tag": "put the value between quotes",
}

_OTHERWISE = "write each field as 'field: value', and put a value with signs between quotes"


class Mark(Protocol):
    """A place as given by both of PyYAML's parsers, counted from 0."""

    @property
    def line(self) -> int:
        """The line."""

    @property
    def column(self) -> int:
        """The column."""


def mark_place(mark: Mark | None) -> tuple[int, int]:
    """The line and column of a mark, counted from 1."""
    return (mark.line + 1, mark.column + 1) if mark else (1, 1)


def mark_of(error: yaml.MarkedYAMLError) -> Mark | None:
    """The place to correct: the beginning of the token that was being scanned, if it is known."""
    scanning = (error.context or "").startswith("while scanning")
    return (error.context_mark if scanning else None) or error.problem_mark


def syntax_message(error: yaml.MarkedYAMLError) -> str:
    """What the parser found, and how to mend it where that is known."""
    fault = f"{error.problem or 'not readable'} {error.context or ''}"
    remedy = next((remedy for part, remedy in _REMEDIES.items() if part in fault), _OTHERWISE)
    return f"this is not YAML: {error.problem}; {remedy}"
