"""A writer of scalars that all readers of YAML, 1.2 or 1.1, read as the same text."""

import re

import yaml

from ..invisible import hidden_places
from .source import Source
from .yaml_reader import read_entries

# The indicator characters of YAML 1.2 (section 5.3), with which no plain scalar may begin.
_INDICATORS = "-?:,[]{}#&*!|>'\"%@`"

# Booleans of YAML 1.1 (its type repository) that PyYAML's resolver leaves out.
_ONE_LETTER_SWITCHES = {"y", "Y", "n", "N"}

# Values that are text to every reader, but for the words of YAML.
_PLAINLY_TEXT = re.compile(r"[^\W\d_][^:#]*|https?://[^\s:#]+")


def plain_or_quoted(value: str) -> str:
    """The value as a plain scalar where that is safe, otherwise between double quotes."""
    return value if _is_safe(value) else f'"{_escaped(value)}"'


def _is_safe(value: str) -> bool:
    if not value or value != value.strip() or value[0] in _INDICATORS:
        return False
    if _to_escape(value) or _is_yaml_1_1_word(value):
        return False
    if _PLAINLY_TEXT.fullmatch(value):
        # The words of YAML 1.2 that match are words of YAML 1.1 as well, and are ruled out above.
        return True
    entries, problems = read_entries(Source("", f"- value: {value}\n"))
    return not problems and entries[0].fields["value"].value == value


def _is_yaml_1_1_word(value: str) -> bool:
    resolvers = yaml.SafeLoader.yaml_implicit_resolvers.get(value[0], [])
    known = any(pattern.match(value) for _, pattern in resolvers)
    return known or value in _ONE_LETTER_SWITCHES


def _escaped(value: str) -> str:
    places = _to_escape(value)
    return "".join(
        _escape(each) if at in places or each in '"\\' else each for at, each in enumerate(value)
    )


def _escape(character: str) -> str:
    if character in '"\\':
        return f"\\{character}"
    code = ord(character)
    return f"\\u{code:04X}" if code <= 0xFFFF else f"\\U{code:08X}"


def _to_escape(value: str) -> set[int]:
    """The places that are written as escapes, so that reviewers see them in every editor."""
    return set(hidden_places(value))
