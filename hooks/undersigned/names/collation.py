"""Collation: the canonical order of names, and the headings of an alphabetical register."""

import re
import unicodedata
from typing import NamedTuple


def by_name(name: str) -> tuple[str, str]:
    """The sort key of a name: without case and accents first, then by code point."""
    return without_marks(name).casefold(), name


def without_marks(text: str) -> str:
    """The text in compatibility decomposition (Unicode NFKD), without combining marks."""
    if text.isascii():
        return text  # nothing to decompose; a shortcut for most names of a long register
    decomposed = unicodedata.normalize("NFKD", text)
    return "".join(each for each in decomposed if unicodedata.category(each)[0] != "M")


# In a letter's Unicode name, everything after the name of its script.
_AFTER_SCRIPT = re.compile(
    r"[ -](CAPITAL|SMALL|LETTER|SYLLABLE|SYLLABICS|IDEOGRAPH|UNIFIED|CHOSEONG|VOWEL|SIGN)\b.*"
)

# 'Ø' and 'Ł' have no combining mark to drop, yet people look for them under O and L.
_LATIN = re.compile(r"LATIN (?:CAPITAL|SMALL) LETTER ([A-Z])(?: WITH .*|E)?")


class Heading(NamedTuple):
    """A heading of an alphabetical register; headings compare in the order of the register.

    `rank` is 0 for a Latin letter, 1 for another script and 2 for everything else; `path` is
    the last part of the address of the heading's page.
    """

    rank: int
    title: str
    path: str


OTHERS = Heading(2, "Digits and signs", "other")


def heading_of(initial: str) -> Heading:
    """The heading for a name's first character.

    Each letter from A to Z has a heading, with any case and accents. Every other script has
    one heading for all of its letters: a page for each letter would mean hundreds of pages with
    one name (a register in Chinese has nearly as many initials as names). Everything else is
    under the last heading, `OTHERS`.
    """
    letter = without_marks(initial).casefold()[:1]
    if not unicodedata.category(letter or " ").startswith("L"):
        return OTHERS
    if not letter.isascii():
        unicode_name = unicodedata.name(letter, "")
        latin = _LATIN.fullmatch(unicode_name)
        if latin is None:
            script = _AFTER_SCRIPT.sub("", unicode_name).capitalize() or "Unnamed script"
            script = "Chinese characters" if script == "Cjk" else script
            return Heading(1, script, re.sub("[^a-z]+", "-", script.lower()))
        letter = latin[1]
    return Heading(0, letter.upper(), letter.lower())
