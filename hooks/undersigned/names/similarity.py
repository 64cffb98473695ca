"""Normal forms of names: names with the same form are alike to a reader."""

import re
import unicodedata
from collections.abc import Sequence
from functools import cache

from ..invisible import without_ignored
from ..normal_forms import nfc, nfkd
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
_NOTICES = frozenset(f"{NOTICES}ᴹᵐᶜᴰᵈᴿⓇⓡⒸⓒⓅⓟⓂⓜ)")

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
        plain = _NOTICE.sub("", name) if ")" in name else name
        return _ASCII_WORDS.findall(_INSIDE_WORDS.sub("", plain.lower()))
    text = nfc(with_plain_letters(_plain(name).casefold()))
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
        return _ascii_skeleton(_NOTICE.sub("", name) if ")" in name else name)
    drawn = _plain(_as_drawn(name))
    return "".join(filter(_distinguishes, drawn)).translate(_lookalikes())


def skeletons(names: Sequence[str]) -> list[str]:
    """The skeletons of many names: nearly all are drawn at once, which is five times as fast."""
    plain = [name if name.isascii() and not _LINES.search(name) else "" for name in names]
    drawn = _ascii_skeleton("\n".join(plain), "\n").split("\n")
    # Of no names, one line is drawn, too.
    return [found or skeleton(name) for found, name in zip(drawn, names, strict=False)]


def _ascii_skeleton(text: str, kept: str = "") -> str:
    table, dropped, several = _ascii_lookalikes()
    drawn = text.encode().translate(table, dropped.replace(kept.encode(), b"")).decode()
    for character, looks in several:
        drawn = drawn.replace(character, looks)
    return drawn


# What cannot be drawn beside other names: a line feed, and the end of a notice of rights.
_LINES = re.compile(r"[\n)]")


def looks_among(
    names: Sequence[str], words: Sequence[Sequence[str]], people: Sequence[bool]
) -> list[tuple[str, ...]]:
    """What many names look like, as `looks_of` has it: nearly all are drawn at once."""
    joined = [" ".join(each) for each in words]
    plain = [text if text.isascii() and "\n" not in text else "" for text in joined]
    drawn = _look("\n".join(plain)).split("\n")
    return [
        (found,) if found and _ODD.isdisjoint(name) else looks_of(name, each, person=person)
        for found, name, each, person in zip(drawn, names, words, people, strict=False)
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
    plain = _plain(_as_drawn(name)).translate(_lookalikes())
    drawn = "".join(each if _distinguishes(each) else " " for each in plain).casefold().split()
    written = drawn if person else without_legal_form(drawn)
    small, capitals = (
        each.translate(_lookalikes()).casefold() for each in (joined, joined.upper())
    )
    forms = (small, capitals, " ".join(written))
    return tuple(dict.fromkeys(map(_look, forms)))


def domain_looks(domains: Sequence[str]) -> list[str]:
    """What domain names in small letters look like; plain ones are drawn at once."""
    plain = [each if each.isascii() else "" for each in domains]
    drawn = _look("\n".join(plain)).split("\n")
    return [found or _domain_look(each) for found, each in zip(drawn, domains, strict=False)]


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
_ODD = frozenset(_DRAWN.keys() | _AS_LETTERS.keys())


def _as_drawn(name: str) -> str:
    return name if _DRAWN.keys().isdisjoint(name) else name.translate(_AS_DRAWN)


def _plain(text: str) -> str:
    """The text in compatibility decomposition (Unicode NFKD), without optional marks and notices.

    Nor has it what nobody sees.
    """
    plain = without_ignored(text)
    if not _NOTICES.isdisjoint(plain):
        plain = _NOTICE.sub("", _SMALL_NOTICE.sub("", with_one_notice(plain)))
    return _ACCENTS.sub("", nfkd(plain))


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
