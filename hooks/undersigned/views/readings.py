"""The readings of a page as cards: each source in the style of references, with its description."""

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from pybtex.database import Entry

from ..bibliography.citations.citation import anchor_of
from ..bibliography.style.reference import byline_html, title_html
from ..commentary.linked_words import Piece
from ..commentary.reading import Level, Reading


class ReadingCard(NamedTuple):
    """A reading: its id on the page, its title and what is known of it as HTML, for whom it is."""

    key: str
    anchor: str
    title: str
    byline: str
    minutes: int
    level: Level
    pieces: tuple[Piece, ...]


def cards(readings: Iterable[Reading], sources: Mapping[str, Entry]) -> Iterator[ReadingCard]:
    """A card for each reading whose source is among these, in the order of the page."""
    for reading in readings:
        key = reading.source.value
        if (entry := sources.get(key)) is not None:
            title, byline = title_html(entry), byline_html(entry)
            anchor = f"_reading_{anchor_of(key)}"
            yield ReadingCard(
                key, anchor, title, byline, reading.minutes, reading.level, reading.pieces
            )
