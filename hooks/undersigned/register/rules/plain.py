"""Values of which one look tells that no rule on wording, alphabets or addresses refuses them.

Nearly all values of a register are such, and to apply each rule to each takes seconds for a long
one.
"""

import re
from collections.abc import Collection, Iterable, Iterator, Sequence

from ...evidence.language_paths import path_advice
from ...fields import Field, Form
from ...invisible import hidden_in
from ...normal_forms import after_too_many_marks, nfc
from ...text.characters import email_addresses
from ...urls import ORDINARY
from .naming import mixed_alphabets


def _others(plain: str) -> re.Pattern[str]:
    """An expression that finds the lines which are not plain, and an empty end of a text."""
    return re.compile(rf"^(?!(?:{plain})$)[^\n]*", re.M)


# No space, no control character, and none of what markup is made of.
_SIGN = r"[^\s\x00-\x1f\x7f&<`\]]"
_WORD = f"(?:{_SIGN}++|&(?= ))"
_OTHER_TEXTS = _others(rf"(?![\"“”„‟‘’‚‛]){_WORD}(?: ++{_WORD})*")
_OTHER_ADDRESSES = _others(ORDINARY)


def not_plain(field: Field, values: Collection[str]) -> set[str]:
    """The values of a field that rules on wording, alphabets or addresses may refuse."""
    is_address = field.form is Form.ADDRESS
    if field.form not in (Form.TEXT, Form.ADDRESS):
        values = set(values)  # a few that repeat
    others = _OTHER_ADDRESSES if is_address else _OTHER_TEXTS
    # One match of all values takes half as long as one of each.
    found = {*others.findall("\n".join((*values, ""))), *_suspicious(field.most, values)}
    if not is_address:
        beyond = [each for each in values if not each.isascii() and each not in found]
        found.update(_deceptive(beyond))
    elif field.name.startswith("website"):
        found.update(each for each in values if each not in found and path_advice(each))
    if all(values):
        found.discard("")
    return found


def _suspicious(most: int, values: Iterable[str]) -> Iterator[str]:
    for each in values:
        if len(each) > most or "\n" in each or "example." in each or email_addresses(each):
            yield each


def _deceptive(values: Sequence[str]) -> Iterator[str]:
    """The texts, all beyond ASCII, that hide something or mix alphabets."""
    if not _is_shown_as_is(" ".join(values)):
        yield from (each for each in values if not _is_shown_as_is(each))
    yield from filter(mixed_alphabets, values)


def _is_shown_as_is(text: str) -> bool:
    return not after_too_many_marks(text) and nfc(text) == text and not hidden_in(text)
