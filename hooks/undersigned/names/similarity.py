"""Normal forms of names: names with the same form are alike to a reader."""

import re
import unicodedata
from collections.abc import Sequence
from functools import cache

from .confusables import LOOKALIKES
from .folding import with_plain_letters
from .legal_forms import SHORTENED, without_legal_form

# Optional marks of Latin, Cyrillic, Greek, Hebrew and Arabic, and variation selectors. The marks
# of other scripts are kept, since they are letters.
_ACCENTS = re.compile(
    "[\u0300-\u036f\u0483-\u0487\u0591-\u05c7\u064b-\u0652\u1ab0-\u1aff\u1dc0-\u1dff\ufe00-\ufe0f]"
)

# Punctuation within an abbreviation or a word; all other punctuation separates words.
_INSIDE_WORDS = re.compile("[.'’‘ʼ`´״׳\u00ad\u200c\u200d]")
_ASCII_WORDS = re.compile("[a-z0-9]+")


def distinctive_words(name: str, *, person: bool = False) -> Sequence[str]:
    """The words of a name without case, accents, punctuation and legal forms, at least one.

    Two names with the same letters in these words differ in nothing that identifies a signatory.
    A person has no legal form: in 'Maria Ek' and 'Wei Co' the last word is a surname.
    """
    words = words_of(name)
    return (words if person else without_legal_form(words)) or [name.casefold()]


def words_of(name: str) -> list[str]:
    """The words of a name, case-folded, without accents, strokes and punctuation."""
    if name.isascii():
        return _ASCII_WORDS.findall(_INSIDE_WORDS.sub("", name.lower()))
    text = unicodedata.normalize("NFC", with_plain_letters(_plain(name).casefold()))
    for short, form in SHORTENED.items():
        text = text.replace(short, form)
    text = _INSIDE_WORDS.sub("", text)
    return "".join(each if _distinguishes(each) else " " for each in text).split()


def skeleton(name: str) -> str:
    """What a name looks like: two names with the same skeleton are easily confused.

    After Unicode Technical Standard 39, section 4, for characters confusable with Latin,
    Cyrillic and Greek ones; stricter in that compatibility forms, accents, punctuation and
    spacing do not count.
    """
    if name.isascii():
        table, dropped, several = _ascii_lookalikes()
        drawn = name.encode().translate(table, dropped).decode()
        for character, looks in several:
            drawn = drawn.replace(character, looks)
        return drawn
    return "".join(filter(_distinguishes, _plain(name))).translate(_lookalikes())


def _plain(text: str) -> str:
    """The text in compatibility decomposition (Unicode NFKD), without optional marks."""
    return _ACCENTS.sub("", unicodedata.normalize("NFKD", text))


@cache
def _distinguishes(character: str) -> bool:
    """Whether a character distinguishes names: letters, their marks, digits, and emoji.

    Emoji are of the category of other symbols (So), with '©®℗', which distinguish nothing.
    """
    is_symbol_or_mark = unicodedata.category(character) in _MARKS_AND_SYMBOLS
    return character.isalnum() or (is_symbol_or_mark and character not in "©®℗")


_MARKS_AND_SYMBOLS = {"Mn", "Mc", "Me", "So"}


@cache
def _lookalikes() -> dict[int, str]:
    """What each confusable character looks like, by its code point."""
    groups = (group.split(":") for group in LOOKALIKES.split())
    return {ord(each): looks for looks, characters in groups for each in characters}


@cache
def _ascii_lookalikes() -> tuple[bytes, bytes, list[tuple[str, str]]]:
    """What ASCII characters look like: a table of bytes, those dropped, and pairs for the others.

    Translating bytes is fifteen times as fast as translating text.
    """
    looks = {code: look for code, look in _lookalikes().items() if code < 128}
    table = bytes(
        ord(look) if len(look := looks.get(code, "")) == 1 else code for code in range(256)
    )
    dropped = bytes(code for code in range(128) if not _distinguishes(chr(code)))
    return table, dropped, [(chr(code), look) for code, look in looks.items() if len(look) > 1]
