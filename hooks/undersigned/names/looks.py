"""What names and domains look like in small letters, in capitals and as written."""

import re
from collections.abc import Iterator, Sequence

from .as_lines import ByCharacter, forms_of
from .legal_forms import without_legal_form
from .similarity import (
    ACCENTS,
    DRAWN,
    as_drawn,
    decomposed,
    distinctive_words,
    distinguishes,
    lookalikes,
    skeleton,
)

# Signs that stand for letters: upright bars (UTS 39), and what people put in a letter's place.
_AS_LETTERS = {"|": "l", "¦": "l", "∣": "l", "│": "l", "!": "i", "@": "a", "$": "s", "€": "e"}
_READ = str.maketrans(_AS_LETTERS)
_SIGNS = re.compile(f"[{''.join(_AS_LETTERS)}]")
_ODD = re.compile(f"[{''.join([*DRAWN, *_AS_LETTERS])}]")


def looks_of(name: str, words: Sequence[str], *, person: bool = False) -> tuple[str, ...]:
    """What a name looks like in small letters and, if that differs, in capitals and as written.

    Each has a space between its words, which are those of `distinctive_words`. What looks alike in
    one of these is one letter: '1', 'l' and 'I', '0' and 'O', and pairs such as 'rn' and 'm'.
    """
    return looks_among([name], [words], [person])[0]


def looks_among(
    names: Sequence[str], words: Sequence[Sequence[str]], people: Sequence[bool]
) -> list[tuple[str, ...]]:
    """What each of many names looks like, as `looks_of` has it."""
    joined = [" ".join(each) for each in words]
    found: list[tuple[str, ...]] = [(look,) for look in forms_of(joined, _small)]
    odd = _ODD if _ODD.search("\n".join(names)) else None
    others = [
        at
        for at, text in enumerate(joined)
        if not text.isascii() or (odd and odd.search(names[at]))
    ]
    drawn = _all_looks(
        [names[at] for at in others], [joined[at] for at in others], [people[at] for at in others]
    )
    for at, looks in zip(others, drawn, strict=True):
        has_signs = _SIGNS.search(names[at])
        found[at] = (
            _with_signs(names[at], words[at], people[at])
            if has_signs
            else tuple(dict.fromkeys(looks))
        )
    return found


def _all_looks(
    names: Sequence[str], joined: Sequence[str], people: Sequence[bool]
) -> Iterator[tuple[str, ...]]:
    """What names look like by their joined words in small letters, in capitals, and as written."""
    written = (text.split() for text in forms_of(names, _written))
    bare = (
        each if person else without_legal_form(each)
        for each, person in zip(written, people, strict=True)
    )
    as_written = forms_of([" ".join(each) for each in bare], _look)
    return zip(forms_of(joined, _small), forms_of(joined, _capital), as_written, strict=True)


def _with_signs(name: str, words: Sequence[str], person: bool) -> tuple[str, ...]:
    """What a name looks like with its signs as such, and as the letters in whose place they are."""
    read = name.translate(_READ)
    as_signs = looks_of(_SIGNS.sub(" ", name), words, person=person)
    as_letters = looks_of(read, distinctive_words(read, person=person), person=person)
    return tuple(dict.fromkeys(as_signs + as_letters))


def _small(lines: str) -> str:
    """What words look like in small letters."""
    return _look(lines if lines.isascii() else lines.translate(lookalikes()).casefold())


def _capital(lines: str) -> str:
    """What words look like in capitals, as small letters."""
    return _look(lines.upper().translate(lookalikes()).casefold())


def _written(lines: str) -> str:
    """What names look like as written, as small letters."""
    return decomposed(as_drawn(lines)).translate(_WRITTEN).casefold()


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


def _written_like(character: str) -> str:
    """What a decomposed character of a name looks like; a space where it separates words."""
    looks = "" if ACCENTS.match(character) else lookalikes().get(ord(character), character)
    return "".join(each if distinguishes(each) or each == "\n" else " " for each in looks)


_WRITTEN = ByCharacter(_written_like)
