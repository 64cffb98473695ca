"""What the table of the record says, in words: its cells, and what stands beneath a name."""

from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from ..dates import StatedDate
from ..language.catalogue import Catalogue
from ..language.enumerated import enumerated
from .record_tables import Cell, RecordRow

# A date in words behind the word that goes before it: 'on 5 May 2026', 'in May 2026'.
At = Callable[[StatedDate], str]


def judgement(catalogue: Catalogue, *, numbered: bool) -> str:
    """Who judges what a deed has to do with the text, which may have numbers or not."""
    if numbered:
        return catalogue.part_gettext(
            "That a deed belongs under a principle is the editors’ judgement, unless the source"
            " itself names the principle."
        )
    return catalogue.gettext(
        "That a deed has to do with the text is the editors’ judgement, unless the source itself"
        " names the text."
    )


def caveat(catalogue: Catalogue, *, numbered: bool) -> str:
    """What a reader of the table has to know: what a blank does not prove, and who judges."""
    blank = catalogue.gettext(
        "A blank does not prove that nothing was done: nobody may have looked, and not everything"
        " is written about. Large firms are written about more than others."
    )
    return f"{blank} {judgement(catalogue, numbered=numbered)}"


class CellWords(NamedTuple):
    """What a cell says: its state, how many of its deeds are read otherwise, and of replies."""

    state: str
    readings: tuple[str, ...] = ()
    reply: str = ""

    def __str__(self) -> str:
        """All of it, as a reader meets it."""
        return " ".join(filter(None, (self.state, *self.readings, self.reply)))


def cell_words(cell: Cell, at: At, catalogue: Catalogue) -> CellWords:
    """The words of a cell: how much is documented, or when it was looked, or that nobody has."""
    reply = _replies(cell.replied, catalogue) if cell.replied else ""
    if cell.count:
        state = catalogue.ngettext("%(count)s documented", "%(count)s documented", cell.count)
        return CellWords(state, tuple(_readings(cell, catalogue)), reply)
    if cell.looked:
        looked = catalogue.gettext("looked %(when)s, nothing found", when=at(cell.looked))
        return CellWords(looked, reply=reply)
    return CellWords(catalogue.gettext("not looked yet"), reply=reply)


def _replies(count: int, catalogue: Catalogue) -> str:
    if count == 1:
        return catalogue.gettext("reply")
    return catalogue.ngettext("%(count)s reply", "%(count)s replies", count)


def _readings(cell: Cell, catalogue: Catalogue) -> Iterator[str]:
    """How many of the deeds are read otherwise than as in line; the one of a cell, how it is."""
    _, ngettext = catalogue.gettext, catalogue.ngettext
    odds, disputed = cell.at_odds, cell.disputed
    if cell.count == 1:
        yield from filter(None, (odds and _("at odds"), disputed and _("disputed")))
        return
    if odds:
        yield ngettext("of which %(count)s at odds", "of which %(count)s at odds", odds)
    if odds and disputed:
        yield ngettext("and %(count)s disputed", "and %(count)s disputed", disputed)
    elif disputed:
        yield ngettext("of which %(count)s disputed", "of which %(count)s disputed", disputed)


def row_notes(row: RecordRow, at: At, catalogue: Catalogue) -> tuple[str, ...]:
    """What is said beneath the name of a signatory: that it has gone, or endorses other words."""
    _, latest, notes = catalogue.gettext, row.signatory.latest, list[str]()
    if latest.withdrawn:
        notes.append(_("withdrew %(when)s", when=at(latest.withdrawn)))
    if latest.ended:
        notes.append(_("ended %(when)s", when=at(latest.ended)))
    if row.endorses:
        notes.append(_endorses(row.endorses, catalogue))
    return tuple(notes)


def _endorses(versions: Sequence[str], catalogue: Catalogue) -> str:
    return catalogue.ngettext(
        "endorses version %(versions)s",
        "endorses versions %(versions)s",
        len(versions),
        versions=enumerated(versions, catalogue),
    )
