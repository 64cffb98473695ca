"""Errors of YAML's parsers in words that people can act on, and their places."""

from typing import Protocol

import yaml

# The faults that people make in a line have remedies of their own, in `yaml_faults`.
_REMEDY = (
    "write each field on its line as 'field: value', indented like the others, and put a value"
    " with signs in it between quotes"
)


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
    """What the parser found, with what is right in general."""
    if "nesting depth" in (error.problem or ""):  # libyaml from 0.2.6 on, at 1,000 levels
        return f"this is nested too deeply; {_REMEDY}"
    return f"this is not YAML: {error.problem or 'not readable'}; {_REMEDY}"
