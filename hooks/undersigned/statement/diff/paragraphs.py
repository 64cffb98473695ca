"""The paragraphs of a text, put together again to the last line end, and which match or moved."""

import re
from collections import defaultdict, deque
from collections.abc import Iterator, Sequence
from itertools import pairwise, product
from typing import NamedTuple

from .sequences import Pair, aligned, heaviest_increasing, numbered

_LINE = re.compile(r"[^\n]*\n|[^\n]+")

# What precedes a paragraph's words and may change when it moves: indentation, quotation marks '>',
# the marker of a list item or a heading (CommonMark 0.31, 4.2 and 5.2), a number in brackets, the
# name of a note.
_MARK = re.compile(
    r"(?P<margin>[ \t]*(?:>[ \t]*)*)"
    r"(?P<sign>(?:[-*+]|\[\^[\w-]+\]:|[0-9]{1,9}[.)]|\((?:[0-9]{1,9}|[a-z]|[ivxlc]+)\)|#{1,6})"
    r"[ \t]+)?"
)


class Paragraph(NamedTuple):
    """A block of lines, a heading or a list item.

    `mark` is its indentation and its list or heading marker, `gap` the blank space after it.
    """

    mark: str
    words: str
    gap: str

    @property
    def key(self) -> str:
        """The words with single spaces: equal for paragraphs that differ only in spacing."""
        return " ".join(self.words.split())


class Paragraphs(NamedTuple):
    """The paragraphs of a text, and the blank lines before the first."""

    opening: str
    paragraphs: tuple[Paragraph, ...]


def split(text: str) -> Paragraphs:
    """The paragraphs of a text whose lines end in line feeds; joined, they are the text."""
    starts = [*_starts(text), len(text)]
    blocks = (text[start:end] for start, end in pairwise(starts))
    return Paragraphs(text[: starts[0]], tuple(map(_paragraph, blocks)))


def _starts(text: str) -> Iterator[int]:
    """The positions where paragraphs begin: after blank lines, at and after headings, at items."""
    inside = False
    for line in _LINE.finditer(text):
        marker = _marker(line[0])
        if not line[0].strip():
            inside = False
        elif marker or not inside:
            yield line.start()
            inside = not marker.startswith("#")


def _marker(line: str) -> str:
    match = _MARK.match(line)
    return (match["sign"] if match else None) or ""


def _paragraph(block: str) -> Paragraph:
    match = _MARK.match(block)
    rest = block[match.end() if match else 0 :]
    words = rest.rstrip()
    return Paragraph(block[: len(block) - len(rest)], words, rest[len(words) :])


# A paragraph is a rewritten one where at least this share of the words of both is common to them
# in order.
ALIKE = 0.5

# So many pairs of paragraphs are compared: of two texts of 64 KiB in three seconds at most.
LIMIT = 1_000_000

_PUNCTUATION = ".,:;!?()[]{}\"'’‘“”«»*_`—–-"


def matched(old: Sequence[Paragraph], new: Sequence[Paragraph]) -> list[Pair]:
    """The positions of paragraphs that are equal or alike, sorted by position in the new text."""
    pairs = _equal([each.key for each in old], [each.key for each in new])
    rest_old = sorted(set(range(len(old))) - {pair[0] for pair in pairs})
    rest_new = sorted(set(range(len(new))) - {pair[1] for pair in pairs})
    was = {place: _words(old[place]) for place in rest_old}
    now = {place: _words(new[place]) for place in rest_new}
    return sorted([*pairs, *_most_alike(was, now)], key=lambda pair: pair[1])


def moved(pairs: Sequence[Pair], old: Sequence[Paragraph]) -> set[Pair]:
    """The pairs, given sorted by new position, that moved: those with the fewest characters."""
    places = [pair[0] for pair in pairs]
    stay = heaviest_increasing(places, [len(old[place].words) + 1 for place in places])
    return set(pairs) - {pairs[index] for index in stay}


def _equal(old: Sequence[str], new: Sequence[str]) -> list[Pair]:
    """Pairs of equal paragraphs: first those in the same order, then the remaining ones in turn."""
    pairs = aligned(old, new)
    paired_old, paired_new = ({pair[side] for pair in pairs} for side in (0, 1))
    left: dict[str, deque[int]] = defaultdict(deque)
    for place, key in enumerate(old):
        if place not in paired_old:
            left[key].append(place)
    for place, key in enumerate(new):
        if place not in paired_new and left.get(key):
            pairs.append((left[key].popleft(), place))
    return pairs


Words = dict[int, list[str]]


def _most_alike(old: Words, new: Words) -> Iterator[Pair]:
    """Pairs of alike paragraphs, each paragraph once: the most alike first, then the nearest.

    None where there are more than `LIMIT` pairs to compare.
    """
    if len(old) * len(new) > LIMIT:
        return
    taken_old, taken_new = set[int](), set[int]()
    for _, _, i, j in sorted(_ranked(old, new)):
        if i not in taken_old and j not in taken_new:
            taken_old.add(i)
            taken_new.add(j)
            yield i, j


def _ranked(old: Words, new: Words) -> Iterator[tuple[float, int, int, int]]:
    """Each pair of alike paragraphs after its rank; the most alike have the lowest rank."""
    from rapidfuzz.distance import Indel

    numbers = numbered(*old.values(), *new.values())
    was, now = zip(old, numbers, strict=False), zip(new, numbers[len(old) :], strict=True)
    for (i, old_words), (j, new_words) in product(was, now):
        share = Indel.normalized_similarity(old_words, new_words, score_cutoff=ALIKE)
        if share >= ALIKE and old_words:
            yield -share, abs(i - j), i, j


def _words(paragraph: Paragraph) -> list[str]:
    """The words of a paragraph by which it is compared, without case and punctuation."""
    return [word.strip(_PUNCTUATION) or word for word in paragraph.words.casefold().split()]
