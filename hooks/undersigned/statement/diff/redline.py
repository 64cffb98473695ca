"""Redlines: all changes from one text to the next, paragraph by paragraph."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from .paragraphs import Paragraph, matched, moved, split
from .sequences import Pair
from .words import Piece, compared, respaced

_NOTHING = Piece("", "")


class PassageState(StrEnum):
    """What happened to a paragraph; one that moved is `LEFT` at its old position."""

    UNCHANGED = "unchanged"
    RENUMBERED = "renumbered"
    CHANGED = "changed"
    MOVED = "moved"
    LEFT = "left"
    INSERTED = "inserted"
    DELETED = "deleted"


@dataclass(frozen=True, slots=True)
class Passage:
    """A paragraph of a redline: its number in the old and in the new text, from 1, and its pieces.

    `mark` is the marker of a list item or a heading, `gap` the blank space after the paragraph.
    `respaced` is whether spaces or line breaks changed, in the paragraph or between it and a
    next one that followed it before as well. A passage of kind `LEFT` has numbers alone.
    """

    kind: PassageState
    old: int | None
    new: int | None
    mark: tuple[Piece, ...] = ()
    words: tuple[Piece, ...] = ()
    gap: Piece = _NOTHING
    respaced: bool = False

    @property
    def reworded(self) -> bool:
        """Whether its words changed."""
        return any(piece.reworded for piece in self.words)

    @property
    def pieces(self) -> tuple[Piece, ...]:
        """Its mark and its words."""
        return self.mark + self.words


@dataclass(frozen=True, slots=True)
class Redline:
    """Two texts merged, in the order of the new one, with deleted paragraphs at their place.

    It has every character of both; `opening` has the blank lines before the first paragraph.
    """

    opening: Piece
    passages: tuple[Passage, ...]

    @property
    def old(self) -> str:
        """The old text, joined from its pieces."""
        passages = [
            each for each in self.passages if each.old and each.kind is not PassageState.LEFT
        ]
        passages.sort(key=lambda each: each.old or 0)
        pieces = (piece for each in passages for piece in (*each.pieces, each.gap))
        return self.opening.old + "".join(piece.old for piece in pieces)

    @property
    def new(self) -> str:
        """The new text, joined from its pieces."""
        pieces = (piece for each in self.passages for piece in (*each.pieces, each.gap))
        return self.opening.new + "".join(piece.new for piece in pieces)

    @property
    def counts(self) -> dict[str, int]:
        """The number of passages of each kind."""
        kinds = [each.kind for each in self.passages]
        return {kind.value: kinds.count(kind) for kind in PassageState}

    @property
    def rewritten_moves(self) -> int:
        """The number of moved paragraphs whose words changed as well."""
        return sum(each.kind is PassageState.MOVED and each.reworded for each in self.passages)


def redline(old: str, new: str) -> Redline:
    """The redline from an old text to a new one; the lines of both end in line feeds."""
    was, now = split(old), split(new)
    passages = _Passages(was.paragraphs, now.paragraphs)
    return Redline(Piece(was.opening, now.opening), tuple(passages.in_order()))


class _Passages:
    """The paragraphs of two texts and their pairs, from which the passages are made."""

    def __init__(self, old: Sequence[Paragraph], new: Sequence[Paragraph]) -> None:
        self.old, self.new = old, new
        self.pairs = matched(old, new)
        self.moved = moved(self.pairs, old)
        self.place_in_new = dict(self.pairs)
        self.place_in_old = {j: i for i, j in self.pairs}
        # The ends of both texts count as the same next paragraph.
        self.next_in_new = self.place_in_new | {len(old): len(new)}

    def in_order(self) -> Iterator[Passage]:
        """The passages: before each paragraph that stayed, first what went, then what came."""
        a = b = 0
        stayed = [pair for pair in self.pairs if pair not in self.moved]
        for i, j in [*stayed, (len(self.old), len(self.new))]:
            yield from map(self._gone, range(a, i))
            yield from map(self._come, range(b, j))
            if i < len(self.old):
                yield self._kept(i, j)
            a, b = i + 1, j + 1

    def _gone(self, i: int) -> Passage:
        if i in self.place_in_new:
            return Passage(PassageState.LEFT, i + 1, self.place_in_new[i] + 1)
        mark, words, gap = self.old[i]
        piece = Piece(mark + words, "")
        return Passage(PassageState.DELETED, i + 1, None, (), (piece,), Piece(gap, ""))

    def _come(self, j: int) -> Passage:
        if j in self.place_in_old:
            return self._kept(self.place_in_old[j], j)
        mark, words, gap = self.new[j]
        piece = Piece("", mark + words)
        return Passage(PassageState.INSERTED, None, j + 1, (), (piece,), Piece("", gap))

    def _kept(self, i: int, j: int) -> Passage:
        old, new = self.old[i], self.new[j]
        mark, words = compared(old.mark, new.mark), compared(old.words, new.words)
        gap = Piece(old.gap, new.gap)
        followed_as_before = self.next_in_new.get(i + 1) == j + 1
        spaced = respaced((*mark, *words)) or (not gap.same and followed_as_before)
        return Passage(self._kind((i, j), mark, words), i + 1, j + 1, mark, words, gap, spaced)

    def _kind(self, pair: Pair, mark: tuple[Piece, ...], words: tuple[Piece, ...]) -> PassageState:
        if pair in self.moved:
            return PassageState.MOVED
        if any(piece.reworded for piece in words):
            return PassageState.CHANGED
        if any(piece.reworded for piece in mark):
            return PassageState.RENUMBERED
        return PassageState.UNCHANGED
