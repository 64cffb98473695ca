"""How alike two names are to a reader: what is left of a name once trifles are dropped."""

import re
import unicodedata
from collections.abc import Sequence
from functools import cache

from .confusables import LOOKALIKES
from .legal_forms import SHORTENED, without_legal_form

# Marks that come and go in Latin, Cyrillic, Greek, Hebrew and Arabic, and those that choose
# between two drawings of one sign. Other scripts' marks are letters: they stay.
_ACCENTS = re.compile(
    "[\u0300-\u036f\u0483-\u0487\u0591-\u05c7\u064b-\u0652\u1ab0-\u1aff\u1dc0-\u1dff\ufe00-\ufe0f]"
)

# What stands inside an abbreviation or a word; other punctuation stands between words.
_INSIDE_WORDS = re.compile("[.'’‘ʼ`´״׳\u00ad\u200c\u200d]")
_ASCII_WORDS = re.compile("[a-z0-9]+")


def telling_words(name: str) -> Sequence[str]:
    """The words of a name without case, accents, punctuation and legal forms, one at least.

    Two names of which these letters are the same differ in nothing that tells signatories apart.
    """
    return without_legal_form(words_of(name)) or [name.casefold()]


def words_of(name: str) -> list[str]:
    """The words of a name in lower case, without accents and punctuation."""
    if name.isascii():
        return _ASCII_WORDS.findall(_INSIDE_WORDS.sub("", name.lower()))
    text = unicodedata.normalize("NFC", _plain(name).casefold())
    for short, form in SHORTENED.items():
        text = text.replace(short, form)
    text = _INSIDE_WORDS.sub("", text)
    return "".join(sign if _tells(sign) else " " for sign in text).split()


def skeleton(name: str) -> str:
    """What the name looks like: two names of one skeleton are easily taken for each other.

    After Unicode Technical Standard 39, section 4, for likenesses to Latin, Cyrillic and Greek;
    stricter in that compatibility forms, accents, punctuation and spacing do not count.
    """
    if name.isascii():
        alike, wide = _looks_in_ascii()
        drawn = name.translate(alike)
        for sign, looks in wide:
            drawn = drawn.replace(sign, looks)
        return drawn
    return "".join(filter(_tells, _plain(name))).translate(_looks())


def _plain(text: str) -> str:
    """The text in compatibility form, without marks that come and go."""
    return _ACCENTS.sub("", unicodedata.normalize("NFKD", text))


def _tells(sign: str) -> bool:
    """Whether a sign tells names apart: letters, their marks, digits, and pictures such as emoji.

    The signs of trade marks are no pictures, though Unicode counts them as such.
    """
    return sign.isalnum() or (unicodedata.category(sign) in _TELLING and sign not in "©®℗")


_TELLING = {"Mn", "Mc", "Me", "So"}


@cache
def _looks() -> dict[int, str]:
    groups = (group.split(":") for group in LOOKALIKES.split())
    return {ord(sign): looks for looks, signs in groups for sign in signs}


@cache
def _looks_in_ascii() -> tuple[dict[int, str], list[tuple[str, str]]]:
    """The same for ASCII alone, those that look like several letters apart: six times as fast."""
    looks = {code: look for code, look in _looks().items() if code < 128}
    silent = {code: "" for code in range(128) if not _tells(chr(code))}
    alike = {code: look for code, look in looks.items() if len(look) == 1}
    wide = [(chr(code), look) for code, look in looks.items() if len(look) > 1]
    return silent | alike, wide
