"""Rules about the wording of values, which are untrusted text."""

import re
from collections.abc import Iterator
from html import unescape

from ...entry_list import EntryList
from ...fields import FIELDS, Form
from ...invisible import hidden_in
from ...normal_forms import MOST_MARKS, after_too_many_marks, nfc
from ...problem import QUOTED_AT_MOST, Problem, Severity, quoted
from ...text.characters import email_addresses
from ...text.source import Entry
from .context import Context

_TEXTS = [field.name for field in FIELDS if field.form is Form.TEXT]

# A nickname may stand between quotes of any sort; elsewhere, backticks make code of words.
_NAMES = frozenset({"name", "formerly", "sort_as"})
_MARKUP = re.compile(r"<[A-Za-z/!?]|\]\(")
_TAG = re.compile(r"</?[a-z][a-z0-9]*(?:\s[^<>]*)?/?>|<!--.*?-->")
_LINK = re.compile(r"!?\[([^\]]*)\]\([^)]*\)")

# Quotes around a whole value, not those of a word in it.
_QUOTED = re.compile('[“”„‟"]([^“”„‟"]+)[“”„‟"]|[‘‚‛]([^‘’‚‛]+)[‘’‛]')


def values_are_not_blank(entry: Entry, _: Context) -> Iterator[Problem]:
    """A field that is given has a value."""
    for name, text in entry.texts():
        if not text.value.strip():
            message = (
                f"{quoted(name)} has no value; fill it in, or remove the line if it may be absent"
            )
            yield entry.problem_at(text, message)


def values_have_no_space_around(entry: Entry, _: Context) -> Iterator[Problem]:
    """A value neither begins nor ends with a space; a fold removes it, with a block's line end."""
    for name, text in entry.texts():
        if text.value.strip() and text.value != text.value.strip():
            is_block = text.value.rstrip("\n") == text.value.strip()
            where = "ends with a line break" if is_block else "begins or ends with a space"
            message = f"{quoted(name)} {where}; {_MENDED}"
            yield entry.problem_at(text, message)._replace(severity=Severity.NOTE)


def values_are_composed(entry: Entry, _: Context) -> Iterator[Problem]:
    """Text is in Unicode form NFC, for equal names to be equal bytes; a fold composes it."""
    for name, text in entry.texts():
        if nfc(text.value) != text.value:
            message = f"{quoted(name)} is not in Unicode form NFC; {_MENDED}"
            yield entry.problem_at(text, message)._replace(severity=Severity.NOTE)


_MENDED = "'undersigned format' mends it"


def values_hide_nothing(entry: Entry, context: Context) -> Iterator[Problem]:
    """A value is one line without control, bidirectional or invisible characters."""
    for name, text in entry.texts():
        if hidden := hidden_in(text.value.strip()):
            yield entry.problem_at(text, f"{quoted(name)} {_hidden(name, hidden, context.kept)}")


def _hidden(name: str, character: str, kept: EntryList) -> str:
    """What is said of a character that hides in the value of a field."""
    if character not in "\n\r\x85\u2028\u2029":
        what = "a tab" if character == "\t" else f"U+{ord(character):04X}"
        instead = "put a space in its place" if character == "\t" else "remove it"
        return f"holds {what}, which readers cannot see; {instead}"
    if name in kept.several:
        return "holds a line break; write each value on a line of its own, after '- '"
    return "holds a line break; write it on one line, or its lines after '>' without blank ones"


def marks_are_few(entry: Entry, _: Context) -> Iterator[Problem]:
    """No letter has more than 8 marks, as the longest of any living script, in Tibetan, has."""
    for name, text in entry.texts():
        if after_too_many_marks(text.value):
            message = f"{quoted(name)} has more than {MOST_MARKS} combining marks in a row"
            yield entry.problem_at(text, f"{message}; leave {MOST_MARKS} at most")


def text_has_no_markup(entry: Entry, context: Context) -> Iterator[Problem]:
    """Names, affiliations, sentences are plain text, neither HTML nor Markdown."""
    for name in context.kept.of_form(Form.TEXT):
        for text in entry.each(name):
            if _holds_markup(name, text.value):
                plain = _without_markup(text.value)
                remedy = f"write {quoted(plain)}" if plain else "write it as plain text"
                message = f"{name} {quoted(text.value)} holds markup; {remedy}"
                yield entry.problem_at(text, message)


def _holds_markup(name: str, value: str) -> bool:
    if "`" in value and name not in _NAMES:
        return True
    return bool(_MARKUP.search(value)) or ("&" in value and unescape(value) != value)


def _without_markup(value: str) -> str:
    """The text that markup shows; empty where that is not certain, or too long for a message."""
    shown = " ".join(unescape(_TAG.sub("", _LINK.sub(r"\1", value))).replace("`", "").split())
    return "" if _MARKUP.search(shown) or len(shown) > QUOTED_AT_MOST else shown


def names_stand_without_quotes(entry: Entry, _: Context) -> Iterator[Problem]:
    """A name, an affiliation is written without quotes around the whole of it."""
    for name in _TEXTS:
        for text in entry.each(name):
            if name != "statement" and (match := _QUOTED.fullmatch(text.value.strip())):
                plain = (match[1] or match[2]).strip()
                message = f"{name} {quoted(text.value)} stands between quotes"
                yield entry.problem_at(text, f"{message}; write {quoted(plain)} without them")


def values_have_no_email_address(entry: Entry, _: Context) -> Iterator[Problem]:
    """No e-mail address is anywhere in the register."""
    for name, text in entry.texts():
        if email_addresses(text.value):
            yield entry.problem_at(text, f"{quoted(name)} holds an e-mail address; remove it")
