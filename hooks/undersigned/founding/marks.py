"""The line by which a file says that it is the generator's, until somebody edits it.

It holds a digest of all other lines: a file that is still as it was written may be written anew,
and any other is its owner's.
"""

import re
from enum import Enum
from hashlib import sha256

# As git shortens digests: this is to find edits, and nobody gains by hiding one.
_DIGITS = 12

_MARK = re.compile(rf"^# Written by undersigned \(([0-9a-f]{{{_DIGITS}}})\).*\n", re.MULTILINE)
_WORDS = "'undersigned upgrade' writes it anew, unless you have edited it."

# What all of the package's own files begin comments with.
_SHEBANG = "#!"

# Of the files of a new site, by the beginnings of their paths: what runs it, and none of its words.
_OWNED = (".github/workflows/", ".github/scripts/", ".github/dependabot.yml", "tools/")
_OWNED_FILES = ("Makefile", "netlify.toml", "requirements.txt")


class Ownership(Enum):
    """Whose a file is."""

    GENERATOR = "as it was written"
    EDITED = "edited since it was written"
    OWNER = "without the line that marks it"


def is_owned(path: str) -> bool:
    """Whether a file of a new site, by its path, is one that carries the mark."""
    return path in _OWNED_FILES or (path.startswith(_OWNED) and ".." not in path.split("/"))


def marked(text: str) -> str:
    """A text with its mark, in the first line or behind the one that names an interpreter."""
    text = _MARK.sub("", text, count=1)
    first, _, rest = text.partition("\n") if text.startswith(_SHEBANG) else ("", "", text)
    head = f"{first}\n" if first else ""
    return f"{head}# Written by undersigned ({_digest(text)}): {_WORDS}\n{rest}"


def ownership(text: str) -> Ownership:
    """Whose a file with this text is; line ends are no edit."""
    text = text.replace("\r\n", "\n")
    found = _MARK.search(text)
    if not found or text[: found.start()].count("\n") > 1:
        return Ownership.OWNER
    others = text[: found.start()] + text[found.end() :]
    return Ownership.GENERATOR if found[1] == _digest(others) else Ownership.EDITED


def _digest(text: str) -> str:
    return sha256(text.encode()).hexdigest()[:_DIGITS]
