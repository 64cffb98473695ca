"""The canonical order of names."""

import re
import unicodedata
from typing import NamedTuple


def by_name(name: str) -> tuple[str, str]:
    """A key that sorts names without regard to case and accents, ties by code point."""
    return without_marks(name).casefold(), name


def without_marks(text: str) -> str:
    """The text with compatibility forms taken apart (Unicode NFKD) and marks dropped."""
    if text.isascii():
        return text  # nothing to take apart, and most names of a long register are such
    apart = unicodedata.normalize("NFKD", text)
    return "".join(sign for sign in apart if unicodedata.category(sign)[0] != "M")


# What a letter's Unicode name says after that of its script.
_AFTER_SCRIPT = re.compile(
    r"[ -](CAPITAL|SMALL|LETTER|SYLLABLE|SYLLABICS|IDEOGRAPH|UNIFIED|CHOSEONG|VOWEL|SIGN)\b.*"
)

# 'Ø' and 'Ł' have no mark to drop, yet people look for them under O and L.
_LATIN = re.compile(r"LATIN (?:CAPITAL|SMALL) LETTER ([A-Z])(?: WITH .*|E)?")


class Heading(NamedTuple):
    """A heading, in the order in which headings follow each other."""

    rank: int
    title: str
    path: str


OTHERS = Heading(2, "Digits and signs", "other")


def heading_of(initial: str) -> Heading:
    """The heading for a name's first character.

    Each of A to Z is one, without regard to case and accents. Every other script is one as a
    whole: a page for each of its letters would mean hundreds of pages of one name (a register
    in Chinese has nearly as many initials as names). Everything else is the last.
    """
    letter = without_marks(initial).casefold()[:1]
    if not unicodedata.category(letter or " ").startswith("L"):
        return OTHERS
    if not letter.isascii():
        named = unicodedata.name(letter, "")
        latin = _LATIN.fullmatch(named)
        if latin is None:
            script = _AFTER_SCRIPT.sub("", named).capitalize() or "Unnamed script"
            script = "Chinese characters" if script == "Cjk" else script
            return Heading(1, script, re.sub("[^a-z]+", "-", script.lower()))
        letter = latin[1]
    return Heading(0, letter.upper(), letter.lower())
