"""Values that no rule on wording or addresses refuses, told by one look at all of an entry.

Nearly all entries have such values alone, and to apply each rule to each takes seconds for a long
register.
"""

import re
from collections.abc import Mapping

from ...evidence.language_paths import path_advice
from ...fields import FIELDS, Form
from ...invisible import hidden_in
from ...normal_forms import after_too_many_marks, nfc
from ...text.characters import email_addresses
from ...urls import ORDINARY
from .lengths import are_within_limits
from .naming import mixed_alphabets

# No space, no control character, and none of what markup is made of.
_SIGN = r"[^\s\x00-\x1f\x7f&<`\]]"
_WORD = f"(?:{_SIGN}++|&(?=[ \n]))"
_LINE = rf"(?:{ORDINARY}(?=\n|\Z)|(?!https:|[\"“”„‟‘’‚‛]){_WORD}(?: +{_WORD})*+)"
_LINES = re.compile(rf"{_LINE}(?:\n{_LINE})*+")

_ADDRESSES = tuple(field.name for field in FIELDS if field.form is Form.ADDRESS)


def are_plain(values: Mapping[str, str]) -> bool:
    """Whether the values of an entry without lists are such that none of these rules refuses one.

    A line feed is in none of them.
    """
    lines = "\n".join(values.values())
    if lines.count("\n") != len(values) - 1 or not _LINES.fullmatch(lines):
        return False
    if not are_within_limits(values) or email_addresses(lines) or "example." in lines:
        return False
    if not lines.isascii() and not all(map(_is_plain_text, values.values())):
        return False
    return all(_is_plain_address(name, values[name]) for name in _ADDRESSES if name in values)


def _is_plain_text(value: str) -> bool:
    if value.isascii():
        return True
    is_one = not after_too_many_marks(value) and nfc(value) == value and not hidden_in(value)
    return is_one and not mixed_alphabets(value)


def _is_plain_address(name: str, value: str) -> bool:
    """Whether what is one of the lines above is an address, and claims a whole site."""
    if not value.startswith("https://"):
        return False
    return not name.startswith("website") or path_advice(value) is None
