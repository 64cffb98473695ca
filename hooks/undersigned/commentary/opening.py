"""What stands between a page's title and its words: key points, and what changed and when."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain
from typing import NamedTuple

from ..dates import StatedDate
from .linked_words import Piece, pieces_of
from .reading import Reading

# More are a second text. An answer to 'what is this, and why should I read it' has fewer.
MOST_POINTS = 5


class Change(NamedTuple):
    """What changed on a page, in a sentence, and the day on which readers got it."""

    day: StatedDate
    words: str

    @property
    def pieces(self) -> tuple[Piece, ...]:
        """The sentence as words and links."""
        return pieces_of(self.words)


@dataclass(frozen=True, slots=True)
class Opening:
    """The key points of a page, its changes, the newest first, and the texts that it recommends.

    `path` is that of the page in docs/, from which its links are read.
    """

    path: str = ""
    key_points: tuple[str, ...] = ()
    history: tuple[Change, ...] = ()
    readings: tuple[Reading, ...] = ()

    @property
    def points(self) -> Iterator[tuple[Piece, ...]]:
        """Each key point as words and links."""
        return map(pieces_of, self.key_points)

    @property
    def updated(self) -> StatedDate | None:
        """The day of the newest change; none where the page states none."""
        return self.history[0].day if self.history else None

    @property
    def anchors(self) -> Iterator[tuple[str, str]]:
        """Each page to which this leads, by its path in docs/, with the id on it."""
        said = (*self.points, *(each.pieces for each in self.history))
        for piece in chain.from_iterable((*said, *(each.pieces for each in self.readings))):
            path, part = piece.page_from(self.path)
            if part:
                yield path, part.removeprefix("#")
