"""Changes within a paragraph, word by word."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from .sequences import Pair, aligned

# Chinese and Japanese are written without spaces: each of their characters is a word, with its
# combining marks. Other words include their punctuation.
_HAN = "\u3041-\u3096\u30a1-\u30fa\u3400-\u9fff\uf900-\ufaff\U00020000-\U000323af"
_JOINED = "\u3099\u309a\ufe00-\ufe0f\U000e0100-\U000e01ef"
_UNIT = re.compile(rf"([{_HAN}][{_JOINED}]*|[^\s{_HAN}]+|^)(\s*)")

# An unchanged word of so few letters, alone between two changes, is taken as part of them.
_SHORT = 3


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of characters in the old and in the new text; empty where it is only in the other."""

    old: str
    new: str

    @property
    def same(self) -> bool:
        """Whether the piece is unchanged."""
        return self.old == self.new

    @property
    def spacing(self) -> bool:
        """Whether the piece changed, but only in spaces or line breaks."""
        return not self.same and not self.old.strip() and not self.new.strip()

    @property
    def reworded(self) -> bool:
        """Whether the piece changed in more than spaces or line breaks."""
        return not self.same and not self.spacing


def compared(old: str, new: str) -> tuple[Piece, ...]:
    """The pieces of two texts: their old sides joined are the old text, their new ones the new.

    Whole words are compared as written: a capital or a comma makes another word.
    """
    return tuple(_merged(piece for piece in _pieces(old, new) if piece.old or piece.new))


def respaced(pieces: Sequence[Piece]) -> bool:
    """Whether a space or line break changed that is not next to a changed word."""
    around = (None, *pieces, None)
    return any(
        piece is not None and piece.spacing and not any(each and each.reworded for each in beside)
        for before, piece, after in zip(around, around[1:], around[2:], strict=False)
        for beside in [(before, after)]
    )


def _pieces(old: str, new: str) -> Iterator[Piece]:
    was, now = _units(old), _units(new)
    pairs = aligned([word for word, _ in was], [word for word, _ in now])
    a = b = 0
    for i, j in [*_without_islands(was, pairs, len(now)), (len(was), len(now))]:
        yield from _replaced("".join(map("".join, was[a:i])), "".join(map("".join, now[b:j])))
        if i < len(was):
            yield Piece(was[i][0], now[j][0])
            yield Piece(was[i][1], now[j][1])
        a, b = i + 1, j + 1


def _units(text: str) -> list[tuple[str, str]]:
    """Every word with the space after it; leading space follows an empty word."""
    return [pair for pair in _UNIT.findall(text) if pair != ("", "")]


def _without_islands(
    was: Sequence[tuple[str, str]], pairs: Sequence[Pair], new_length: int
) -> Iterator[Pair]:
    """The pairs without short words that are alone between two changes where words are replaced."""
    around = [(-1, -1), *pairs, (len(was), new_length)]
    for (a, b), (i, j), (c, d) in zip(around, around[1:], around[2:], strict=False):
        between_changes = (i - a > 1 or j - b > 1) and (c - i > 1 or d - j > 1)
        replacing = c - a > 2 and d - b > 2
        if not (between_changes and replacing and len(was[i][0]) <= _SHORT):
            yield i, j


def _replaced(old: str, new: str) -> Iterator[Piece]:
    """A change, and as a piece of its own the space at its end."""
    one, other = old.rstrip(), new.rstrip()
    yield Piece(one, other)
    yield Piece(old[len(one) :], new[len(other) :])


def _merged(pieces: Iterator[Piece]) -> Iterator[Piece]:
    """The pieces, with adjacent unchanged ones merged."""
    held: list[str] = []
    for piece in pieces:
        if piece.same:
            held.append(piece.old)
            continue
        if held:
            yield Piece("".join(held), "".join(held))
            held = []
        yield piece
    if held:
        yield Piece("".join(held), "".join(held))
