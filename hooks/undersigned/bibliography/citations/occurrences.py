"""Where a page cites: in brackets such as ``[@key, p. 5]``, and by bare keys as ``@key [p. 5]``.

A bare key puts its author's name into the sentence, and a pair of brackets behind it is its
locator, as in Pandoc. Everything stands on one line.
"""

import re
from bisect import bisect
from collections.abc import Collection, Iterable, Iterator
from typing import NamedTuple

from ...text.pages import code_shown
from .citation import (
    BARE,
    CITING,
    Citation,
    citation_of,
    citations_in,
    key_in,
    locator_of,
    parts_of,
)

# A sign after a backslash is none.
_SIGN = re.compile(rf"\\.|[\[\]]|{CITING.pattern}")

# The definition of a reference for links: `[label]: address "title"`.
_DEFINITION = re.compile(
    r"^ {0,3}\[(?!\^)([^\[\]\n]+)\]:[ \t]*\S+[ \t]*(?:\"[^\"\n]*\"|'[^'\n]*'|\([^()\n]*\))?[ \t]*$",
    re.MULTILINE,
)


class Occurrence(NamedTuple):
    """Text that cites: from `start` to `end`, with its citations, in order.

    `inside` is where the text in its brackets begins. A `bare` one is a key outside of brackets,
    with its locator; it is a `stray` if its key is unknown, and stays text. One in the `words` of a
    link cannot become a note.
    """

    start: int
    end: int
    inside: int
    citations: tuple[Citation, ...]
    bare: bool = False
    stray: bool = False
    words: bool = False


class _Pair(NamedTuple):
    """A pair of brackets: the position of '[', that behind ']', and whether a key is in it."""

    start: int
    end: int
    citing: bool = False


# A longer label refers to nothing (CommonMark 0.31, section 6.3).
_LONGEST_LABEL = 999
_SPACES = re.compile(r"[ \t\xa0]*")


def occurrences(text: str, known: Collection[str]) -> Iterator[Occurrence]:
    """Whatever cites in a text, in order: brackets with any key, and bare keys.

    Known keys are given in lower case. A link or an image whose words begin with '@' cites nothing.
    """
    labels = {_label(each[1]) for each in _DEFINITION.finditer(text)}
    start = 0
    for line in text.split("\n"):
        if "@" in line:
            yield from sorted(_Line(line, start, labels).cites(known))
        start += len(line) + 1


def cited_keys(found: Iterable[Occurrence]) -> Iterator[tuple[str, int]]:
    """Every key that a page cites, as written, and the position of its '@'."""
    for each in found:
        if not each.stray:
            yield from ((citation.key, citation.position) for citation in each.citations)


class _Line:
    """A line that begins at a position of a text, and the labels to which links can refer."""

    def __init__(self, text: str, start: int, labels: Collection[str]) -> None:
        self.text, self.start, self.labels = text, start, labels
        self.last = text.rfind(")")
        pairs = _pairs(text)
        self.ends = {pair.start: pair.end for pair in pairs}
        self.links = _outermost(pair for pair in pairs if self._is_link(pair))
        self.citing = _outermost(pair for pair in pairs if pair.citing)

    def cites(self, known: Collection[str]) -> Iterator[Occurrence]:
        """What cites in the line: first the bare keys, which may take brackets as locators."""
        taken = set()
        for match in BARE.finditer(self.text):
            if not _around(match.start(), self.citing):
                occurrence = self._bare(match, known)
                taken.add(occurrence.end)
                yield occurrence
        for pair in self.citing:
            if self.start + pair.end not in taken:
                yield from self._bracketed(pair)

    def _bracketed(self, pair: _Pair) -> Iterator[Occurrence]:
        """What a pair of brackets cites; nothing where it is a link that begins with '@'."""
        link, start = _around(pair.start, self.links), self.start + pair.start
        if link and self.text.startswith("@", link.start + 1):
            return
        inside = self.text[pair.start + 1 : pair.end - 1]
        if citations := tuple(citations_in(inside, start + 1)):
            end = self.start + pair.end
            yield Occurrence(start, end, start + 1, citations, words=link is not None)

    def _bare(self, match: re.Match[str], known: Collection[str]) -> Occurrence:
        """A bare key, with the citations of the brackets behind it."""
        start, end = self.start + match.start(), self.start + match.end()
        nameless, key = match[0].startswith("-"), key_in(match)
        citation = Citation(key, "", "", start + nameless, nameless)
        if key.lower() not in known:
            return Occurrence(start, end, end, (citation,), bare=True, stray=True)
        place = self._place_behind(match.end())
        if place is None:
            return Occurrence(start, end, end, (citation,), bare=True)
        inside = self.start + place.start + 1
        (_, first), *others = parts_of(self.text[place.start + 1 : place.end - 1])
        citation = citation._replace(locator=locator_of(f", {first.strip()}"))
        more = filter(None, (citation_of(part, inside + at) for at, part in others))
        return Occurrence(start, self.start + place.end, inside, (citation, *more), bare=True)

    def _place_behind(self, position: int) -> _Pair | None:
        """The brackets behind a key that are its locator: no link, no note, no citation."""
        start = _SPACES.match(self.text, position).end()  # type: ignore[union-attr]
        end = self.ends.get(start)
        if end is None or self.text.startswith("[^", start):
            return None
        pair, inside = _Pair(start, end), self.text[start + 1 : end - 1]
        first = next((part for _, part in parts_of(inside)), "")
        barred = not first.strip() or citation_of(first, 0) or self._is_link(pair)
        return None if barred else pair

    def _is_link(self, pair: _Pair) -> bool:
        """Whether a pair of brackets is the words of a link, or of an image."""
        if self.text.startswith("(", pair.end):
            return self.last > pair.end
        second = self.ends.get(pair.end, pair.end)
        named = pair if second <= pair.end + 2 else _Pair(pair.end, second)
        if not self.labels or named.end - named.start - 2 > _LONGEST_LABEL:
            return False
        return _label(self.text[named.start + 1 : named.end - 1]) in self.labels


def _pairs(line: str) -> list[_Pair]:
    """The pairs of brackets in a line, and whether a key is in each, but not in one within it."""
    found, opened = list[_Pair](), list[list[int]]()
    for sign in _SIGN.finditer(line):
        if sign[0] == "[":
            opened.append([sign.start(), False])
        elif sign[0] == "]" and opened:
            start, citing = opened.pop()
            found.append(_Pair(start, sign.end(), bool(citing)))
        elif sign[0].startswith("@") and opened:
            opened[-1][1] = True
    return found


def _outermost(pairs: Iterable[_Pair]) -> list[_Pair]:
    """The pairs that lie in none of the others, in order; given by their ends."""
    found: list[_Pair] = []
    for pair in pairs:
        while found and found[-1].start > pair.start:
            found.pop()
        found.append(pair)
    return found


def _around(position: int, pairs: list[_Pair]) -> _Pair | None:
    """The pair in which a position lies; the pairs lie apart and are in order."""
    before = bisect(pairs, position, key=lambda pair: pair.start)
    return pairs[before - 1] if before and position < pairs[before - 1].end else None


def _label(written: str) -> str:
    """The label of a reference as it is compared: without case, white space normalised."""
    return " ".join(code_shown(written).lower().split())
