"""Rules about names and addresses that belong to no signatory: mixed scripts and placeholders."""

import re
import unicodedata
from collections.abc import Iterator
from urllib.parse import urlsplit

from ...model import FIELDS, Form
from ...names.similarity import words_of
from ...problem import Problem, quoted
from ...text.source import Entry
from .context import Context

_TEXTS = [field.name for field in FIELDS if field.form is Form.TEXT]
_ADDRESSES = [field.name for field in FIELDS if field.form is Form.ADDRESS]

_ALPHABETS = {"LATIN": "Latin", "CYRILLIC": "Cyrillic", "GREEK": "Greek"}

# Accents and joiners are part of a word; a hyphen, an apostrophe or a dot ends it.
_WORD = re.compile(r"(?:[^\W_]|[\u0300-\u036f\u200c\u200d])+")

# Placeholders of templates and forms, without legal form, punctuation and capitals.
_PLACEHOLDERS = {
    *("example", "example company", "example organisation", "example organization"),
    *("example corp", "example inc", "example ltd", "test", "test company", "test entry"),
    *("name", "name here", "full name", "first name last name", "firstname lastname", "my name"),
    *("name of company", "name of organisation", "name of organization", "organisation"),
    *("organisation name", "organization name", "organization", "company", "company name"),
    *("placeholder", "todo", "tbd", "tba", "fixme", "lorem ipsum", "foo", "foo bar", "foobar"),
    *("insert name", "insert name here"),
}
_FOR_EXAMPLES = re.compile(r"(?:.+\.)?example\.(?:com|org|net)\.?")


def words_keep_to_one_alphabet(entry: Entry, _: Context) -> Iterator[Problem]:
    """No word of a name mixes Latin, Cyrillic or Greek letters; a name of several words may."""
    name = entry.get("name")
    if name is None or name.value.isascii():
        return
    for word in _WORD.findall(name.value):
        letters = {alphabet: letter for letter in word[::-1] if (alphabet := _alphabet(letter))}
        if len(letters) > 1:
            found = " and ".join(
                _described(alphabet, letters[alphabet]) for alphabet in sorted(letters)
            )
            message = f"name {quoted(name.value)} mixes {found} in one word; write it in one script"
            yield entry.problem(message, "name")
            return


def placeholders_are_filled(entry: Entry, _: Context) -> Iterator[Problem]:
    """No value is a placeholder of a template or an example."""
    for field in _TEXTS:
        text = entry.get(field)
        if text and len(text.value) < 50 and _is_placeholder(text.value):
            yield entry.problem(
                f"{field} {quoted(text.value)} is a placeholder; give the signatory's own", field
            )


def addresses_are_not_for_examples(entry: Entry, _: Context) -> Iterator[Problem]:
    """No address is on example.com, .org or .net, which are reserved (RFC 2606, section 3)."""
    for field in _ADDRESSES:
        text = entry.get(field)
        if text and "example." in text.value.lower() and _FOR_EXAMPLES.fullmatch(_host(text.value)):
            message = f"{field} {quoted(text.value)} is a placeholder; give the signatory's own"
            yield entry.problem(message, field)


def _is_placeholder(value: str) -> bool:
    words = words_of(value)
    if words[:1] == ["your"]:
        return len(words) <= 3 and not set(words).isdisjoint(_YOURS)
    return " ".join(words) in _PLACEHOLDERS


_YOURS = {"name", "company", "organisation", "organization", "affiliation", "statement", "here"}


def _host(address: str) -> str:
    try:
        return urlsplit(address).hostname or ""
    except ValueError:
        return ""


def _alphabet(letter: str) -> str | None:
    """The alphabet of a letter, which is the first word of the letter's Unicode name."""
    name = unicodedata.name(letter, "").removeprefix("FULLWIDTH ")
    return _ALPHABETS.get(name.partition(" ")[0])


def _described(alphabet: str, letter: str) -> str:
    return f"{alphabet} '{letter}' (U+{ord(letter):04X})"
