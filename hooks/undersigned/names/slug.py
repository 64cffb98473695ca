"""Slugs: ASCII identifiers made of names, the same on every system."""

import hashlib
import re
from collections.abc import Iterator, Sequence

from .as_lines import forms_of
from .folding import folded

LONGEST = 80
_SEPARATORS = re.compile(r"[^a-z0-9\n]+")
_ASCII_SEPARATORS = bytes(
    code if chr(code).isalnum() or chr(code) == "\n" else ord(" ") for code in range(128)
).ljust(256)
_DIGEST = 8

# Names that Windows reserves for devices, with any extension (Microsoft, 'Naming Files, Paths').
_RESERVED = {"con", "prn", "aux", "nul"} | {
    f"{device}{number}" for device in ("com", "lpt") for number in range(10)
}


def slug(name: str) -> str:
    """The name in ``a-z``, ``0-9`` and hyphens, at most `LONGEST` characters, never empty.

    The name is folded, and no Latin letter is lost. Where a letter of another script is, where the
    name is shortened or gives one reserved on Windows, a hyphen and 8 hex digits of its SHA-256
    follow, so that two such names still differ.
    """
    letters = folded(name)
    return _slug(name, letters, _words_of(letters))


def slugs(names: Sequence[str], letters: Sequence[str]) -> Iterator[str]:
    """The slug of each name, given as it is folded, too."""
    return map(_slug, names, letters, forms_of(letters, _words_of))


def _words_of(letters: str) -> str:
    """Each line of a folded text with spaces between its words of a-z and 0-9."""
    if letters.isascii():
        return letters.encode().translate(_ASCII_SEPARATORS).decode()
    return _SEPARATORS.sub(" ", letters)


def _slug(name: str, letters: str, words: str) -> str:
    hyphenated = "-".join(words.split())
    lost = not letters.isascii() and any(each.isalnum() and not each.isascii() for each in letters)
    if hyphenated and not lost and len(hyphenated) <= LONGEST and hyphenated not in _RESERVED:
        return hyphenated
    digest = hashlib.sha256(name.encode("utf-8", "surrogatepass")).hexdigest()[:_DIGEST]
    shortened = hyphenated[: LONGEST - _DIGEST - 1].rstrip("-")
    return f"{shortened}-{digest}" if shortened else digest
