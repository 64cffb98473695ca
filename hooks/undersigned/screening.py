"""What the bare text of a register tells before it is read as YAML."""

import re

from .problems import Problem
from .source import Source, place_of

# What YAML 1.2 (section 5.1) leaves out of its characters, at which the parser would stop, and
# the line breaks that YAML 1.1 knew besides (section 5.4): they would shift every line number.
_UNREADABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ufffe\uffff]")

# What an unfinished merge leaves behind; worth its own words, since every contributor meets it.
_CONFLICT = re.compile(r"^(<{7}|={7}|>{7})(?= |$)", re.MULTILINE)

# A '#' after a space begins a comment, so 'Team #1' would silently become 'Team'.
_SWALLOWED = re.compile(r"[ \t]#(?=\S)")


def what_bars(source: Source) -> Problem | None:
    """The first thing that keeps a text from being read at all."""
    if unreadable := _UNREADABLE.search(source.text):
        code = f"U+{ord(unreadable[0]):04X}"
        return _at(source, unreadable, f"character {code} cannot stand here; remove it")
    if conflict := _CONFLICT.search(source.text):
        message = "a merge conflict is left here; keep what is right and remove the marks"
        return _at(source, conflict, message)
    return None


def swallowed_places(text: str) -> set[tuple[int, int]]:
    """The lines and columns at which a '#' directly before a word begins a comment."""
    if not _SWALLOWED.search(text):
        return set()
    return {
        (number, match.start() + 1)
        for number, line in enumerate(re.split(r"\r\n?|\n", text), start=1)
        for match in _SWALLOWED.finditer(line)
    }


def _at(source: Source, match: re.Match[str], message: str) -> Problem:
    return Problem(source.path, *place_of(source.text, match.start()), message)
