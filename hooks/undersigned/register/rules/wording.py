"""Rules about the wording of values, which are untrusted text."""

import re
import unicodedata
from collections.abc import Iterator

from ...model import FIELDS, Form
from ...problem import Problem, quoted
from ...text.characters import email_addresses, hides
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
    for name in entry.keys:
        text = entry.get(name)
        if text is not None and not text.value.strip():
            yield entry.problem(
                f"'{name}' has no value; fill it in, or remove the line if it may be absent", name
            )


def values_have_no_space_around(entry: Entry, _: Context) -> Iterator[Problem]:
    """A value neither begins nor ends with a space."""
    for name, text in entry.fields.items():
        if text.value.strip() and text.value != text.value.strip():
            yield entry.problem(f"'{name}' begins or ends with a space; remove it", name)


def values_are_composed(entry: Entry, _: Context) -> Iterator[Problem]:
    """Text is in Unicode normalization form C, so that equal names are equal bytes."""
    for name, text in entry.fields.items():
        if not unicodedata.is_normalized("NFC", text.value):
            composed = unicodedata.normalize("NFC", text.value)
            message = f"'{name}' is not in Unicode form NFC; write {quoted(composed)}"
            yield entry.problem(message, name)


def values_hide_nothing(entry: Entry, _: Context) -> Iterator[Problem]:
    """A value is one line without control, bidirectional or invisible characters."""
    for name, text in entry.fields.items():
        if hidden := next((each for each in text.value if hides(each)), None):
            what = "a line break" if hidden in "\n\r\x85\u2028\u2029" else f"U+{ord(hidden):04X}"
            yield entry.problem(f"'{name}' holds {what}, which readers cannot see; remove it", name)


def values_are_not_too_long(entry: Entry, _: Context) -> Iterator[Problem]:
    """No value is longer than the model allows: names 200 characters, statements 280."""
    for name, longest in _LONGEST.items():
        text = entry.get(name)
        if text and len(text.value) > longest:
            message = f"'{name}' has {len(text.value)} characters; shorten it to {longest}"
            yield entry.problem(message, name)


def text_has_no_markup(entry: Entry, _: Context) -> Iterator[Problem]:
    """Names, affiliations and statements are plain text, neither HTML nor Markdown."""
    for name in _TEXTS:
        text = entry.get(name)
        if text and _MARKUP.search(text.value):
            message = f"{name} {quoted(text.value)} holds markup; write it as plain text"
            yield entry.problem(message, name)


def values_have_no_email_address(entry: Entry, _: Context) -> Iterator[Problem]:
    """No e-mail address is anywhere in the register."""
    for name, text in entry.fields.items():
        if email_addresses(text.value):
            yield entry.problem(f"'{name}' holds an e-mail address; remove it", name)
