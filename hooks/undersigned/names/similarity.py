"""Normal forms of names: names with the same form are alike to a reader."""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from functools import cache

from ..invisible import without_ignored
from ..normal_forms import nfc, nfkd
from .as_lines import ByCharacter, forms_of
from .confusables import LOOKALIKES
from .folding import NOTICES, with_one_notice, with_plain_letters
from .legal_forms import SHORTENED, without_legal_form

# Optional marks of Latin, Cyrillic, Greek, Hebrew and Arabic. The marks of other scripts are kept,
# since they are letters.
ACCENTS = re.compile(
    "[\u0300-\u036f\u0483-\u0487\u0591-\u05c7\u064b-\u0652\u1ab0-\u1aff\u1dc0-\u1dff]"
)

# Notices of rights as they are typed between brackets, and made of small or circled letters.
_NOTICE = re.compile(r"\((?:r|c|p|tm|sm)\)", re.IGNORECASE)
_SMALL_NOTICE = re.compile(r"(?<=\w)(?:ᵀᴹ|ᵗᵐ|ˢᴹ|ˢᵐ|ᴹᴰ|ᵐᵈ|ᴹᶜ|ᵐᶜ|ᴿ|[ⓇⓡⒸⓒⓅⓟⓂⓜ])(?!\w)")
_NOTICES = re.compile(f"[{NOTICES}ᴹᵐᶜᴰᵈᴿⓇⓡⒸⓒⓅⓟⓂⓜ)]")

# Punctuation within an abbreviation or a word; all other punctuation separates words.
_INSIDE_WORDS = re.compile("[.'’‘ʼ`´״׳\u00ad\u200c\u200d]")


def distinctive_words(name: str, *, person: bool = False) -> Sequence[str]:
    """The words of a name without case, accents, punctuation and legal forms, at least one.

    Two names with the same letters in these words differ in nothing that identifies a signatory.
    A person has no legal form: in 'Maria Ek' and 'Wei Co' the last word is a surname.
    """
    return _distinctive(name, person, _in_words(name))


def words_among(names: Sequence[str], people: Sequence[bool]) -> Iterator[Sequence[str]]:
    """The distinctive words of each of many names."""
    return map(_distinctive, names, people, forms_of(names, _in_words))


def _distinctive(name: str, person: bool, in_words: str) -> Sequence[str]:
    words = in_words.split()
    return (words if person else without_legal_form(words)) or [name.casefold()]


def words_of(name: str) -> list[str]:
    """The words of a name, case-folded, without accents, strokes and punctuation."""
    return _in_words(name).split()


def _in_words(text: str) -> str:
    """Each line of a text in its words, with a space or more between them."""
    if text.isascii():
        return _without_notices(text).encode().translate(*_ascii_words()).decode()
    bare = nfc(decomposed(text).translate(_LETTERS))
    for short, form in SHORTENED.items():
        bare = bare.replace(short, form)
    return bare.translate(_IN_WORDS)


def _letter(character: str) -> str:
    """A decomposed character in lower case; nothing for an accent."""
    bare = "" if ACCENTS.match(character) else character.casefold()
    return with_plain_letters(bare)


def _in_word(character: str) -> str:
    """A character as it is within a word; a space where it separates words."""
    if _INSIDE_WORDS.match(character):
        return ""
    return character if distinguishes(character) or character == "\n" else " "


_LETTERS, _IN_WORDS = ByCharacter(_letter), ByCharacter(_in_word)


@cache
def _ascii_words() -> tuple[bytes, bytes]:
    """What bytes of ASCII are in words, and those dropped: bytes are translated 15 times faster."""
    return _for_bytes([_in_word(chr(code).lower()) for code in range(128)])


def _for_bytes(each: Sequence[str]) -> tuple[bytes, bytes]:
    """A table of what the bytes of ASCII become, where that is one character, and those dropped."""
    table = bytes(ord(new) if len(new) == 1 else code for code, new in enumerate(each))
    return table.ljust(256), bytes(code for code, new in enumerate(each) if not new)


def skeleton(name: str) -> str:
    """What a name looks like: two names with the same skeleton are easily confused.

    After Unicode Technical Standard 39, section 4, for characters confusable with Latin,
    Cyrillic and Greek ones; stricter in that compatibility forms, accents, punctuation and
    spacing do not count.
    """
    return _skeleton(name).replace("\n", "")


def skeletons(names: Sequence[str]) -> list[str]:
    """The skeleton of each of many names."""
    return [found.replace("\n", "") for found in forms_of(names, _skeleton)]


def _skeleton(text: str) -> str:
    """What each line of a text looks like."""
    if not text.isascii():
        return decomposed(as_drawn(text)).translate(_LOOKS)
    table, several = _ascii_looks()
    drawn = _without_notices(text).encode().translate(*table).decode()
    for character, looks in several:
        drawn = drawn.replace(character, looks)
    return drawn


def _looks_like(character: str) -> str:
    """What a decomposed character looks like; nothing where it does not count."""
    if ACCENTS.match(character) or not (distinguishes(character) or character == "\n"):
        return ""
    return lookalikes().get(ord(character), character)


_LOOKS = ByCharacter(_looks_like)


@cache
def _ascii_looks() -> tuple[tuple[bytes, bytes], list[tuple[str, str]]]:
    """What characters of ASCII look like: of bytes, and those that look like several letters."""
    looks = [_looks_like(chr(code)) for code in range(128)]
    return _for_bytes(looks), [(chr(code), look) for code, look in enumerate(looks) if look[1:]]


# Letters that look otherwise than their compatibility decomposition: lunate sigmas, a long s.
DRAWN = {"Ϲ": "C", "ϲ": "c", "ſ": "f"}
_AS_DRAWN = str.maketrans(DRAWN)


def as_drawn(name: str) -> str:
    """The name with letters that look as those do that their decomposition does not look like."""
    return name if DRAWN.keys().isdisjoint(name) else name.translate(_AS_DRAWN)


def decomposed(text: str) -> str:
    """The text in compatibility decomposition (Unicode NFKD), without notices of rights.

    Nor has it what nobody sees.
    """
    plain = without_ignored(text)
    if _NOTICES.search(plain):
        plain = _without_notices(_SMALL_NOTICE.sub("", with_one_notice(plain)))
    return nfkd(plain)


def _without_notices(text: str) -> str:
    return _NOTICE.sub("", text) if ")" in text else text


@cache
def distinguishes(character: str) -> bool:
    """Whether a character distinguishes names: letters, their marks, digits, and emoji.

    Emoji are of the category of other symbols (So), with '©®℗', which distinguish nothing.
    """
    is_symbol_or_mark = unicodedata.category(character) in _MARKS_AND_SYMBOLS
    return character.isalnum() or (is_symbol_or_mark and character not in "©®℗")


_MARKS_AND_SYMBOLS = {"Mn", "Mc", "Me", "So"}


@cache
def lookalikes() -> dict[int, str]:
    """What each confusable character looks like, by its code point."""
    groups = (group.split(":") for group in LOOKALIKES.split())
    return {ord(each): looks for looks, characters in groups for each in characters}
