"""Slugs: ASCII identifiers made of names, the same on every system."""

import hashlib
import re

from .folding import folded

LONGEST = 80
_SEPARATORS = re.compile(r"[^a-z0-9]+")
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
    words = _SEPARATORS.sub("-", letters).strip("-")
    lost = not letters.isascii() and any(each.isalnum() and not each.isascii() for each in letters)
    if words and not lost and len(words) <= LONGEST and words not in _RESERVED:
        return words
    digest = hashlib.sha256(name.encode("utf-8", "surrogatepass")).hexdigest()[:_DIGEST]
    shortened = words[: LONGEST - _DIGEST - 1].rstrip("-")
    return f"{shortened}-{digest}" if shortened else digest
