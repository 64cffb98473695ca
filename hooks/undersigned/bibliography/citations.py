"""Brackets that cite, as mkdocs-bibtex takes them apart, and what it would drop of them."""

import re
from collections.abc import Collection, Iterator
from typing import NamedTuple

from ..problem import quoted

# From a bracket to the first that closes; one that none closes on its line reaches to the end.
_BRACKET = re.compile(r"\[([^\]\n]*)(\]\(?|$)", re.MULTILINE)
_BROKEN = re.compile(r"\[[^\[\]\n]+\n(?:[^\[\]\n]+\n)?[^\[\]\n]*\](?!\()")
_OWN_NOTE = re.compile(r"^ {0,3}\[\^([^\]\n]+)\]:", re.MULTILINE)

# A command of mkdocs-bibtex, for which this site has a page.
_WHOLE = r"\full_bibliography"

# An '@' after a letter is an e-mail address, not a citation.
_KEY = re.compile(r"(?<![\w.+])(?<!\w-)@([\w-]+)")


class Loss(NamedTuple):
    """What would not be on the page as it is meant: where in its text, and what to do."""

    position: int
    message: str


def keys_in(brackets: str) -> list[str]:
    """The keys that the inside of a pair of brackets cites."""
    return _KEY.findall(brackets)


def cited_keys(text: str) -> Iterator[tuple[str, int]]:
    """Every key that a page cites, and where its '@' stands."""
    for bracket in _BRACKET.finditer(text):
        if bracket[2]:
            for key in _KEY.finditer(bracket[1]):
                yield key[1], bracket.start(1) + key.start()


def losses(text: str, known: Collection[str]) -> Iterator[Loss]:
    """What a page would lose of citations of known keys, which are in lower case."""
    for bracket in _BRACKET.finditer(text):
        if bracket[2] and _cites(bracket[1], known):
            start = bracket.start(1)
            for part in re.finditer(r"[^;]+", bracket[1]):
                yield from _of_part(part[0], start + part.start())
            if bracket[2].endswith("("):
                told = "a citation cannot be the words of a link; put a space before the '('"
                yield Loss(bracket.start(), told)
    if (place := text.find(_WHOLE)) >= 0:
        told = f"{quoted(_WHOLE)} would add notes to which nothing leads"
        yield Loss(place, f"{told}; link to bibliography.md in its place")
    for broken in _BROKEN.finditer(text):
        if _cites(broken[0], known):
            told = "nobody takes brackets over several lines for a citation; write them on one"
            yield Loss(broken.start(), told)


def own_notes(text: str) -> Iterator[Loss]:
    """The notes of a page that would be lost, since a source that it cites has their name."""
    cited = {key.lower() for key, _ in cited_keys(text)}
    for note in _OWN_NOTE.finditer(text):
        if note[1].lower() in cited:
            told = f"note {quoted(note[1])} has the name of a source that is cited here"
            yield Loss(note.start(1), f"{told}; give the note another name")


def _cites(brackets: str, known: Collection[str]) -> bool:
    return any(key.lower() in known for key in keys_in(brackets))


def _of_part(part: str, start: int) -> Iterator[Loss]:
    """What is lost of one citation, between semicolons."""
    key = _KEY.search(part)
    if key is None:
        if words := part.strip():
            told = f"{quoted(words)} cites nothing and would be lost"
            mend = "put it behind a citation and a comma, or outside of the brackets"
            yield Loss(start + part.index(words), f"{told}; {mend}")
        return
    opening, behind = part.find("[", 0, key.start()), part[key.end() :]
    if opening >= 0:
        told = f"this '[' would take what follows into the note of {quoted(key[1])}"
        yield Loss(start + opening, f"{told}; take it away")
    if behind.strip() and not behind.startswith(","):
        told = f"{quoted(behind.strip())} behind {quoted(key[1])} would be lost"
        yield Loss(start + key.end(), f"{told}; put a comma before it, or ';' if it cites")
    elif another := _KEY.search(behind):
        told = f"{quoted(another[1])} would be no citation; put ';' before it, or before its words"
        yield Loss(start + key.end() + another.start(), told)
