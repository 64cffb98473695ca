"""Rules about names and addresses that belong to no signatory: none at all, or placeholders."""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from functools import cache
from urllib.parse import urlsplit

from ...fields import FIELDS, Form, Kind
from ...names.no_names import first_words, is_no_name, is_nothing
from ...names.similarity import skeleton, words_of
from ...names.slug import slug
from ...problem import Problem, quoted
from ...text.source import Entry
from .context import Context

_OTHER_TEXTS = [field.name for field in FIELDS if field.form is Form.TEXT and field.name != "name"]
OF_FEW = frozenset(_OTHER_TEXTS)

_ALPHABETS = {"LATIN": "Latin", "CYRILLIC": "Cyrillic", "GREEK": "Greek"}

# Accents and joiners are part of a word; a hyphen, an apostrophe or a dot ends it.
_WORD = re.compile(r"(?:[^\W_]|[\u0300-\u036f\u200c\u200d])+")

_SIGN = re.compile(r"[^\w\s.]")

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
    """No word of a name mixes Latin, Cyrillic or Greek letters; a name of several words may.

    Beside Latin letters only those count that look like some: 'Cueβs' deceives nobody. Of other
    scripts, such as Armenian and Cherokee, only such letters and digits count anywhere.
    """
    for field in ("name", "formerly", "sort_as"):
        for text in entry.each(field):
            if not text.value.isascii() and (found := mixed_alphabets(text.value)):
                message = f"{field} {quoted(text.value)} mixes {found} in one word"
                yield entry.problem_at(text, f"{message}; write it in one script")


def mixed_alphabets(name: str) -> str:
    """The alphabets that the first word of several has; empty where none mixes any."""
    if len({*map(_alphabet, name)} - {None}) < 2:
        return ""
    for word in _WORD.findall(name):
        letters = {alphabet: letter for letter in word[::-1] if (alphabet := _alphabet(letter))}
        if "Latin" in letters:
            letters = {
                alphabet: letter
                for letter in word[::-1]
                if (alphabet := _alphabet(letter)) == "Latin"
                or (alphabet and skeleton(letter).isascii())
            }
        if len(letters) > 1:
            return " and ".join(_described(each, letters[each]) for each in sorted(letters))
    return ""


def names_are_names(entry: Entry, _: Context) -> Iterator[Problem]:
    """A name has two letters or digits or one ideograph, and names somebody: 'N/A' is none.

    An organisation that is called by one letter, or by a word that names nobody, gives an `id`.
    """
    values = entry.values
    name = values.get("name", "")
    if not name.strip() or is_surely_a_name(name):
        return
    words = words_of(name)
    if _is_placeholder(words):
        yield _placeholder(entry, "name", name)
    elif not (count := _count_of_letters(words)):
        message = f"name {quoted(name)} has no letter or digit; give the signatory's own name"
        yield entry.problem(message, "name")
    elif (count == 1 or is_no_name(words)) and not (_is_organisation(entry) and "id" in values):
        fault = "is one letter or digit alone" if count == 1 else "names nobody"
        remedy = "give the signatory's own name"
        if _is_organisation(entry):
            # Of a name with signs, such as 'C++', the slug is another's as well, and may be taken.
            plain = not _SIGN.search(name)
            example = f"an id, such as 'id: {slug(name)}'," if plain else "an id of its own"
            remedy += f", or {example} if it is called so"
        yield entry.problem(f"name {quoted(name)} {fault}; {remedy}", "name")


def is_surely_a_name(name: str) -> bool:
    """Whether the first word alone shows that a name is none of those that are refused."""
    first = name.partition(" ")[0].rstrip(",").lower()
    return len(first) > 1 and first.isascii() and first.isalpha() and first not in _first_words()


@cache
def _first_words() -> frozenset[str]:
    placeholders = {value.partition(" ")[0] for value in _PLACEHOLDERS}
    return frozenset(placeholders | first_words() | {"your"})


def other_names_name_somebody(entry: Entry, _: Context) -> Iterator[Problem]:
    """An affiliation and other names have a letter or digit, and none of them is 'none'."""
    for field, whom in _NAMED.items():
        for text in entry.each(field):
            if is_surely_a_name(text.value):
                continue
            words = words_of(text.value)
            if text.value.strip() and (not _count_of_letters(words) or is_nothing(words)):
                message = f"{field} {quoted(text.value)} names {whom}; leave the field out"
                yield entry.problem_at(text, message)


_NAMED = {"affiliation": "no organisation", "formerly": "nobody", "sort_as": "nobody"}


def placeholders_are_filled(entry: Entry, _: Context) -> Iterator[Problem]:
    """No text beside the name is a placeholder of a template or an example."""
    for field in _OTHER_TEXTS:
        value = entry.values.get(field, "")
        if is_placeholder(value):
            yield _placeholder(entry, field, value)


def addresses_are_not_for_examples(entry: Entry, context: Context) -> Iterator[Problem]:
    """No address is on example.com, .org or .net, which are reserved (RFC 2606, section 3)."""
    for field in context.kept.of_form(Form.ADDRESS):
        value = entry.values.get(field, "")
        if "example." in value.lower() and _FOR_EXAMPLES.fullmatch(_host(value)):
            yield _placeholder(entry, field, value)


def _placeholder(entry: Entry, field: str, value: str) -> Problem:
    message = f"{field} {quoted(value)} is a placeholder; give the signatory's own"
    return entry.problem(message, field)


def is_placeholder(value: str) -> bool:
    """Whether a value is what a template or an example has in its place, such as 'TODO'."""
    if len(value) >= _LONG or is_surely_a_name(value):
        return False
    return _is_placeholder(words_of(value))


def _is_placeholder(words: Sequence[str]) -> bool:
    if words[:1] == ["your"]:
        return len(words) <= 3 and not _YOURS.isdisjoint(words)
    return " ".join(words) in _PLACEHOLDERS


_YOURS = {"name", "company", "organisation", "organization", "affiliation", "statement", "here"}
_LONG = 50  # longer than any placeholder


def _is_organisation(entry: Entry) -> bool:
    return entry.values.get("kind") != Kind.INDIVIDUAL


def _count_of_letters(words: Sequence[str]) -> int:
    """The letters and digits of a name; vowel signs count, ideographs and Hangul count twice.

    Marks alone are no name, nor is what lengthens a letter without being one, such as a tatweel.
    """
    text = "".join(words)
    count = sum(each.isalnum() and unicodedata.category(each) != "Lm" for each in text)
    return count if count != 1 else sum(map(_weight, text))


def _weight(character: str) -> int:
    if "IDEOGRAPH" in (name := unicodedata.name(character, "")) or name.startswith("HANGUL SYL"):
        return 2
    return int(character.isalnum() or unicodedata.category(character)[0] == "M")


def _host(address: str) -> str:
    try:
        return urlsplit(address).hostname or ""
    except ValueError:
        return ""


@cache
def _alphabet(letter: str) -> str | None:
    """The alphabet of a letter, by the first word of its Unicode name; None of most scripts."""
    name = unicodedata.name(letter, "").removeprefix("FULLWIDTH ")
    script = name.partition(" ")[0]
    if script in _ALPHABETS or letter.isascii() or not letter.isalnum():
        return _ALPHABETS.get(script)
    # What compatibility makes a Latin letter, such as a bold one, is of no other script.
    alike = unicodedata.is_normalized("NFKD", letter) and skeleton(letter).isascii()
    return script.capitalize() if alike and script != "IDEOGRAPHIC" else None


def _described(alphabet: str, letter: str) -> str:
    return f"{alphabet} '{letter}' (U+{ord(letter):04X})"
