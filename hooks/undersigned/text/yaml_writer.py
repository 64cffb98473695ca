"""A value as YAML that every reader, of version 1.2 or 1.1, takes for the same text."""

import re

import yaml

from .characters import hides
from .source import Source
from .yaml_reader import read_entries

# What YAML 1.2 (section 5.3) keeps for itself at the beginning of a value.
_INDICATORS = "-?:,[]{}#&*!|>'\"%@`"

# Words of YAML 1.1 (its type repository) for yes and no that PyYAML's resolver leaves out.
_ONE_LETTER_SWITCHES = {"y", "Y", "n", "N"}

# Nothing in these can be taken for anything but text: they need not be tried.
_PLAINLY_TEXT = re.compile(r"[^\W\d_][^:#]*|https?://[^\s:#]+")

# What YAML 1.2 (section 5.1) cannot hold as it is.
_NO_CHARACTERS = "\ufffe\uffff"


def plain_or_quoted(value: str) -> str:
    """The value without quotes where that is safe, otherwise between double quotes."""
    return value if _is_safe(value) else f'"{"".join(map(_escaped, value))}"'


def _is_safe(value: str) -> bool:
    if not value or value != value.strip() or value[0] in _INDICATORS:
        return False
    if any(map(_needs_escape, value)) or _is_a_word_of_yaml_1_1(value):
        return False
    if _PLAINLY_TEXT.fullmatch(value):
        # Only the words of YAML 1.2 are left to fear, and those with letters are 1.1's as well.
        return True
    entries, problems = read_entries(Source("", f"- value: {value}\n"))
    return not problems and entries[0].fields["value"].value == value


def _is_a_word_of_yaml_1_1(value: str) -> bool:
    resolvers = yaml.SafeLoader.yaml_implicit_resolvers.get(value[0], [])
    known = any(pattern.match(value) for _, pattern in resolvers)
    return known or value in _ONE_LETTER_SWITCHES


def _escaped(sign: str) -> str:
    if sign in '"\\':
        return f"\\{sign}"
    if not _needs_escape(sign):
        return sign
    return f"\\u{ord(sign):04X}" if ord(sign) <= 0xFFFF else f"\\U{ord(sign):08X}"


def _needs_escape(sign: str) -> bool:
    if " " <= sign <= "~":
        return False
    # Written as an escape, a reviewer sees what an editor does not show.
    return hides(sign) or sign in _NO_CHARACTERS
