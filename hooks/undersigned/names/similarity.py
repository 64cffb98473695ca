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
_ACCENTS = re.compile(
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
    bare = nfc(_decomposed(text).translate(_LETTERS))
    for short, form in SHORTENED.items():
        bare = bare.replace(short, form)
    return bare.translate(_IN_WORDS)


def _letter(character: str) -> str:
    """A decomposed character in lower case; nothing for an accent."""
    bare = "" if _ACCENTS.match(character) else character.casefold()
    return with_plain_letters(bare)


def _in_word(character: str) -> str:
    """A character as it is within a word; a space where it separates words."""
    if _INSIDE_WORDS.match(character):
        return ""
    return character if _distinguishes(character) or character == "\n" else " "


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
        return _decomposed(_as_drawn(text)).translate(_LOOKS)
    table, several = _ascii_looks()
    drawn = _without_notices(text).encode().translate(*table).decode()
    for character, looks in several:
        drawn = drawn.replace(character, looks)
    return drawn


def _looks_like(character: str) -> str:
    """What a decomposed character looks like; nothing where it does not count."""
    if _ACCENTS.match(character) or not (_distinguishes(character) or character == "\n"):
        return ""
    return _lookalikes().get(ord(character), character)


_LOOKS = ByCharacter(_looks_like)


@cache
def _ascii_looks() -> tuple[tuple[bytes, bytes], list[tuple[str, str]]]:
    """What characters of ASCII look like: of bytes, and those that look like several letters."""
    looks = [_looks_like(chr(code)) for code in range(128)]
    return _for_bytes(looks), [(chr(code), look) for code, look in enumerate(looks) if look[1:]]


def looks_among(
    names: Sequence[str], words: Sequence[Sequence[str]], people: Sequence[bool]
) -> list[tuple[str, ...]]:
    """What many names look like, as `looks_of` has it: nearly all are drawn at once."""
    joined = [" ".join(each) for each in words]
    drawn = forms_of([each if each.isascii() else "" for each in joined], _look)
    is_odd = _ODD.search("\n".join(names))
    return [
        (found,)
        if found and not (is_odd and _ODD.search(name))
        else looks_of(name, each, person=person)
        for found, name, each, person in zip(drawn, names, words, people, strict=True)
    ]


def looks_of(name: str, words: Sequence[str], *, person: bool = False) -> tuple[str, ...]:
    """What a name looks like in small letters and, if that differs, in capitals and as written.

    Each has a space between its words, which are those of `distinctive_words`. What looks alike in
    one of these is one letter: '1', 'l' and 'I', '0' and 'O', and pairs such as 'rn' and 'm'.
    """
    if not _AS_LETTERS.keys().isdisjoint(name):
        read = name.translate(_READ)
        as_signs = looks_of(_SIGNS.sub(" ", name), words, person=person)
        as_letters = looks_of(read, distinctive_words(read, person=person), person=person)
        return tuple(dict.fromkeys(as_signs + as_letters))
    joined = " ".join(words)
    if joined.isascii() and _DRAWN.keys().isdisjoint(name):
        return (_look(joined),)
    plain = _ACCENTS.sub("", _decomposed(_as_drawn(name))).translate(_lookalikes())
    drawn = "".join(each if _distinguishes(each) else " " for each in plain).casefold().split()
    written = drawn if person else without_legal_form(drawn)
    small, capitals = (
        each.translate(_lookalikes()).casefold() for each in (joined, joined.upper())
    )
    forms = (small, capitals, " ".join(written))
    return tuple(dict.fromkeys(map(_look, forms)))


def domain_looks(domains: Sequence[str]) -> list[str]:
    """What domain names in small letters look like; plain ones are drawn at once."""
    drawn = forms_of([each if each.isascii() else "" for each in domains], _look)
    return [found or _domain_look(each) for found, each in zip(drawn, domains, strict=True)]


def _domain_look(domain: str) -> str:
    return ".".join(_look(skeleton(label).casefold()) for label in domain.split("."))


def _look(text: str) -> str:
    """What a text in small letters looks like."""
    ascii_only = text.isascii()
    text = text.encode().translate(_ALIKE).decode() if ascii_only else text.translate(_ALIKE)
    return text.replace("m", "rn").replace("w", "vv").replace("d", "cl")


_ALIKE = bytes.maketrans(b"1i0", b"llo")


# Letters that look otherwise than their compatibility decomposition: a lunate sigma, a long s.
_DRAWN = {"Ϲ": "C", "ϲ": "c", "ſ": "f"}
_AS_DRAWN = str.maketrans(_DRAWN)

# Signs that stand for letters: upright bars (UTS 39), and what people put in a letter's place.
_AS_LETTERS = {"|": "l", "¦": "l", "∣": "l", "│": "l", "!": "i", "@": "a", "$": "s", "€": "e"}
_READ = str.maketrans(_AS_LETTERS)
_SIGNS = re.compile(f"[{''.join(_AS_LETTERS)}]")
_ODD = re.compile(f"[{''.join([*_DRAWN, *_AS_LETTERS])}]")


def _as_drawn(name: str) -> str:
    return name if _DRAWN.keys().isdisjoint(name) else name.translate(_AS_DRAWN)


def _decomposed(text: str) -> str:
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
