"""The parser of citations such as ``[see @key, p. 80; @other]``, for checks and for rendering.

A pair of brackets on one line holds parts between semicolons. A part is a citation if its first
'@' begins a key: the text before it is the prefix, the text behind the key and a comma the locator.
"""

import re
from collections.abc import Collection, Iterator
from typing import NamedTuple

from ..problem import quoted

# From '[' to the next ']' on the line or, without one, to the end of the line.
_BRACKET = re.compile(r"\[([^\]\n]*)(\]\(?|$)", re.MULTILINE)
_BROKEN = re.compile(r"\[[^\[\]\n]+\n(?:[^\[\]\n]+\n)?[^\[\]\n]*\](?!\()")
_OWN_NOTE = re.compile(r"^ {0,3}\[\^([^\]\n]+)\]:", re.MULTILINE)

# A command for a list of every source, for which this site has a page.
_LISTING = re.compile(r"\\[a-z]+_bibliography\b")

# An '@' after a letter is an e-mail address, not a citation.
_KEY = re.compile(r"(?<![\w.+])(?<!\w-)@([\w-]+)")
_PART = re.compile(r"[^;]+")
_LOCATOR = re.compile(r",\s*([^;]+)")


class Citation(NamedTuple):
    """A citation as it is written, and the position of its '@' in the text, in characters."""

    key: str
    prefix: str
    locator: str
    position: int


class Loss(NamedTuple):
    """Text that the page would lose: its position, and a message that ends with a remedy."""

    position: int
    message: str


def citations_in(inside: str, start: int = 0) -> list[Citation]:
    """The citations in the text inside a pair of brackets, which begins at the position `start`."""
    found = (_citation(part[0], start + part.start()) for part in _PART.finditer(inside))
    return [citation for citation in found if citation]


def brackets_in(text: str) -> list[str]:
    """Every pair of brackets with a citation, as written; duplicates once."""
    brackets = (each for each in _BRACKET.finditer(text) if each[2] and citations_in(each[1]))
    return list(dict.fromkeys(f"[{each[1]}]" for each in brackets))


def cited_keys(text: str) -> Iterator[tuple[str, int]]:
    """Every key that a page cites, as written, and the position of its '@'."""
    for bracket in _BRACKET.finditer(text):
        if bracket[2]:
            for citation in citations_in(bracket[1], bracket.start(1)):
                yield citation.key, citation.position


def losses(text: str, known: Collection[str]) -> Iterator[Loss]:
    """What a page would lose around citations of known keys, which are given in lower case."""
    for bracket in _BRACKET.finditer(text):
        if bracket[2] and _mentions(bracket[1], known):
            start = bracket.start(1)
            for part in _PART.finditer(bracket[1]):
                yield from _lost_of(part[0], start + part.start())
            if bracket[2].endswith("("):
                message = "a citation cannot be the words of a link; put a space before the '('"
                yield Loss(bracket.start(), message)
    if listing := _LISTING.search(text):
        message = f"{quoted(listing[0])} would add notes to which nothing leads"
        yield Loss(listing.start(), f"{message}; link to bibliography.md in its place")
    for broken in _BROKEN.finditer(text):
        if _mentions(broken[0], known):
            message = "nobody takes brackets over several lines for a citation; write them on one"
            yield Loss(broken.start(), message)


def own_notes(text: str) -> Iterator[Loss]:
    """The footnotes of a page that would be lost, since a source that it cites has their label."""
    cited = {key.lower() for key, _ in cited_keys(text)}
    for note in _OWN_NOTE.finditer(text):
        if note[1].lower() in cited:
            message = f"note {quoted(note[1])} has the name of a source that is cited here"
            yield Loss(note.start(1), f"{message}; give the note another name")


def _citation(part: str, start: int) -> Citation | None:
    """The citation of a part, if its first '@' begins one."""
    key = _KEY.match(part, part.find("@")) if "@" in part else None
    if key is None:
        return None
    locator = _LOCATOR.match(part, key.end())
    prefix = part[: key.start()]
    return Citation(key[1], prefix, locator[1] if locator else "", start + key.start())


def _mentions(brackets: str, known: Collection[str]) -> bool:
    """Whether a text holds a citation of a known key."""
    return any(key.lower() in known for key in _KEY.findall(brackets))


def _lost_of(part: str, start: int) -> Iterator[Loss]:
    """What would be lost of a part between semicolons, which begins at the position `start`."""
    citation = _citation(part, start)
    if citation is None:
        yield from _lost_words(part, start)
        return
    end = citation.position - start + len(citation.key) + 1
    opening, behind = part.find("[", 0, citation.position - start), part[end:]
    if opening >= 0:
        message = f"this '[' would take what follows into the note of {quoted(citation.key)}"
        yield Loss(start + opening, f"{message}; take it away")
    if behind.strip() and not behind.startswith(","):
        message = f"{quoted(behind.strip())} behind {quoted(citation.key)} would be lost"
        yield Loss(start + end, f"{message}; put a comma before it, or ';' if it cites")
    elif another := _KEY.search(behind):
        yield _no_citation(another[1], start + end + another.start())


def _lost_words(part: str, start: int) -> Iterator[Loss]:
    """What would be lost of a part without a citation, which begins at the position `start`."""
    if key := _KEY.search(part):
        yield _no_citation(key[1], start + key.start())
    elif words := part.strip():
        message = f"{quoted(words)} cites nothing and would be lost"
        remedy = "put it behind a citation and a comma, or outside of the brackets"
        yield Loss(start + part.index(words), f"{message}; {remedy}")


def _no_citation(key: str, position: int) -> Loss:
    """A key whose '@' is not the first of its part."""
    message = f"{quoted(key)} would be no citation; put ';' before it, or before its words"
    return Loss(position, message)
