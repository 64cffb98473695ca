"""A text that a page recommends: the source, how long it takes, for whom it is, and why."""

from dataclasses import dataclass
from enum import StrEnum

from ..text.source import Text
from .linked_words import Piece, pieces_of


class Level(StrEnum):
    """What a text asks of its reader, in the words that pages have for it."""

    EVERYONE = "for everyone"
    PARTLY = "technical in parts"
    TECHNICAL = "technical"
    LAW = "some law helps"


@dataclass(frozen=True, slots=True)
class Reading:
    """A reading, by the key of its source at its place, with what it gives in plain words.

    `minutes` is for reading it without haste.
    """

    source: Text
    minutes: int
    level: Level
    words: str

    @property
    def pieces(self) -> tuple[Piece, ...]:
        """What it gives, as words and links."""
        return pieces_of(self.words)
