"""What the table of the record says, in words: its cells, and what stands beneath a name."""

from collections.abc import Callable, Iterator
from typing import NamedTuple

from ..dates import StatedDate
from .record_tables import Cell, RecordRow

# A date in words behind the word that goes before it: 'on 5 May 2026', 'in May 2026'.
At = Callable[[StatedDate], str]


_CAVEAT = (
    "A blank does not prove that nothing was done: nobody may have looked, and not everything is"
    " written about. Large firms are written about more than others."
)


def judgement(*, numbered: bool) -> str:
    """Who judges what a deed has to do with the text, which may have numbers or not."""
    if numbered:
        belongs, names = "belongs under a principle", "the principle"
    else:
        belongs, names = "has to do with the text", "the text"
    return (
        f"That a deed {belongs} is the editors’ judgement, unless the source itself names {names}."
    )


def caveat(*, numbered: bool) -> str:
    """What a reader of the table has to know: what a blank does not prove, and who judges."""
    return f"{_CAVEAT} {judgement(numbered=numbered)}"


class CellWords(NamedTuple):
    """What a cell says: its state, how many of its deeds are read otherwise, and of replies."""

    state: str
    readings: tuple[str, ...] = ()
    reply: str = ""

    def __str__(self) -> str:
        """All of it, as a reader meets it."""
        return " ".join(filter(None, (self.state, *self.readings, self.reply)))


def cell_words(cell: Cell, at: At) -> CellWords:
    """The words of a cell: how much is documented, or when it was looked, or that nobody has."""
    reply = ("reply" if cell.replied == 1 else f"{cell.replied:,} replies") if cell.replied else ""
    if cell.count:
        return CellWords(f"{cell.count:,} documented", tuple(_readings(cell)), reply)
    if cell.looked:
        return CellWords(f"looked {at(cell.looked)}, nothing found", reply=reply)
    return CellWords("not looked yet", reply=reply)


def _readings(cell: Cell) -> Iterator[str]:
    before = "of which"
    for count, called in ((cell.at_odds, "at odds"), (cell.disputed, "disputed")):
        if count:
            yield called if cell.count == 1 else f"{before} {count:,} {called}"
            before = "and"


def row_notes(row: RecordRow, at: At) -> tuple[str, ...]:
    """What is said beneath the name of a signatory: that it has gone, or endorses other words."""
    latest = row.signatory.latest
    withdrew = f"withdrew {at(latest.withdrawn)}" if latest.withdrawn else ""
    ended = f"ended {at(latest.ended)}" if latest.ended else ""
    others = " and ".join(row.endorses)
    which = "versions" if len(row.endorses) > 1 else "version"
    endorses = f"endorses {which} {others}" if others else ""
    return tuple(filter(None, (withdrew, ended, endorses)))
