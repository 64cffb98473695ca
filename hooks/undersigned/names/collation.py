"""Collation: the canonical order of names, and the headings of an alphabetical register."""

import re
import unicodedata
from typing import NamedTuple

from .folding import folded


def by_name(name: str) -> tuple[str, str]:
    """The sort key of a name: as it is folded first, then by code point."""
    return folded(name), name


# In a letter's Unicode name, everything after the name of its script.
_AFTER_SCRIPT = re.compile(
    r"[ -](CAPITAL|SMALL|LETTER|SYLLABLE|SYLLABICS|IDEOGRAPH|UNIFIED|CHOSEONG|VOWEL|SIGN)\b.*"
)


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

    Each letter from A to Z has a heading, with all that are folded to it. Every other script has
    one heading for all of its letters: a page for each letter would mean hundreds of pages with
    one name (a register in Chinese has nearly as many initials as names). Everything else is
    under the last heading, `OTHERS`.
    """
    letter = folded(initial)[:1]
    if not unicodedata.category(letter or " ").startswith("L"):
        return OTHERS
    if letter.isascii():
        return Heading(0, letter.upper(), letter)
    script = _AFTER_SCRIPT.sub("", unicodedata.name(letter, "")).capitalize() or "Unnamed script"
    script = "Chinese characters" if script == "Cjk" else script
    return Heading(1, script, re.sub("[^a-z]+", "-", script.lower()))
