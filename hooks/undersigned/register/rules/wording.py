"""Rules about the wording of values, which are untrusted text."""

import re
import unicodedata
from collections.abc import Iterator

from ...fields import FIELDS, Form
from ...problem import Problem, quoted
from ...text.characters import email_addresses, hidden_in
from ...text.source import Entry
from .context import Context

_LONGEST = {field.name: field.longest for field in FIELDS if field.longest}
_UNLIMITED = 1 << 30
_TEXTS = [field.name for field in FIELDS if field.form is Form.TEXT]

_MARKUP = re.compile(r"<[A-Za-z/!?]|&#?\w+;|\]\(|`")

# Printable ASCII without a space at either end and without the characters that markup,
# percent-encoding and e-mail addresses are made of.
_ORDINARY = re.compile(r"[!#$'-;=?A-Z^_a-z|~]+(?: +[!#$'-;=?A-Z^_a-z|~]+)*")


def is_ordinary(entry: Entry) -> bool:
    """Whether the values of an entry are such that no rule on wording or alphabets refuses one.

    Nearly all entries are ordinary, and applying each rule takes seconds for a long register.
    """
    for name, (value, _, _) in entry.fields.items():
        if len(value) > _LONGEST.get(name, _UNLIMITED) or not _ORDINARY.fullmatch(value):
            return False
    return True


def values_are_not_blank(entry: Entry, _: Context) -> Iterator[Problem]:
    """A field that is given has a value."""
    for name, text in entry.texts():
        if not text.value.strip():
            message = f"'{name}' has no value; fill it in, or remove the line if it may be absent"
            yield entry.problem_at(text, message)


def values_have_no_space_around(entry: Entry, _: Context) -> Iterator[Problem]:
    """A value neither begins nor ends with a space."""
    for name, text in entry.texts():
        if text.value.strip() and text.value != text.value.strip():
            message = f"'{name}' begins or ends with a space; remove it"
            yield entry.problem_at(text, message)


def values_are_composed(entry: Entry, _: Context) -> Iterator[Problem]:
    """Text is in Unicode normalization form C, so that equal names are equal bytes."""
    for name, text in entry.texts():
        if not unicodedata.is_normalized("NFC", text.value):
            composed = unicodedata.normalize("NFC", text.value)
            message = f"'{name}' is not in Unicode form NFC; write {quoted(composed)}"
            yield entry.problem_at(text, message)


def values_hide_nothing(entry: Entry, _: Context) -> Iterator[Problem]:
    """A value is one line without control, bidirectional or invisible characters."""
    for name, text in entry.texts():
        if hidden := hidden_in(text.value):
            what = "a line break" if hidden in "\n\r\x85\u2028\u2029" else f"U+{ord(hidden):04X}"
            message = f"'{name}' holds {what}, which readers cannot see; remove it"
            yield entry.problem_at(text, message)


def values_are_not_too_long(entry: Entry, _: Context) -> Iterator[Problem]:
    """No value is longer than the model allows: names 200 characters, statements 280."""
    for name, longest in _LONGEST.items():
        for text in entry.each(name):
            if len(text.value) > longest:
                message = f"'{name}' has {len(text.value)} characters; shorten it to {longest}"
                yield entry.problem_at(text, message)


def text_has_no_markup(entry: Entry, _: Context) -> Iterator[Problem]:
    """Names, affiliations and statements are plain text, neither HTML nor Markdown."""
    for name in _TEXTS:
        for text in entry.each(name):
            if _MARKUP.search(text.value):
                message = f"{name} {quoted(text.value)} holds markup; write it as plain text"
                yield entry.problem_at(text, message)


def values_have_no_email_address(entry: Entry, _: Context) -> Iterator[Problem]:
    """No e-mail address is anywhere in the register."""
    for name, text in entry.texts():
        if email_addresses(text.value):
            yield entry.problem_at(text, f"'{name}' holds an e-mail address; remove it")
