"""The table of the record as the PDF has it, by as many principles as a page is wide."""

from collections.abc import Iterator, Mapping
from typing import Any

from ..language.catalogue import Catalogue
from ..views.entries import ListedSignatory
from ..views.record import RecordView
from ..views.record_tables import Principle, RecordRow, RecordTable
from ..views.words import Words
from .signatories import LONGEST_TABLE

# More columns would have no room for their words.
MOST_COLUMNS = 6


def tables(view: RecordView, words: Words) -> Iterator[Mapping[str, Any]]:
    """The tables of the record; one of very many rows is left to the site."""
    for table in view.tables:
        heading = "" if table.in_force else _by(table, words.catalogue)
        yield from _parted(table, heading, words)
    for table in view.apart:
        yield from _parted(table, _apart(table, words.catalogue), words)


def _by(table: RecordTable, catalogue: Catalogue) -> str:
    _, version = catalogue.gettext, table.version
    if table.numbered:
        return catalogue.part_gettext("By the principles of version %(version)s", version=version)
    return _("By version %(version)s", version=version)


def _apart(table: RecordTable, catalogue: Catalogue) -> str:
    _, version = catalogue.gettext, table.version
    if table.in_force:
        return _("Withdrawn, or no longer there")
    if table.numbered:
        return catalogue.part_gettext(
            "Withdrawn, or no longer there, by the principles of version %(version)s",
            version=version,
        )
    return _("Withdrawn, or no longer there, by version %(version)s", version=version)


def _parted(table: RecordTable, heading: str, words: Words) -> Iterator[Mapping[str, Any]]:
    """A table in parts, each of as many principles as a page is wide; one of nobody has none."""
    if not 0 < len(table.rows) <= LONGEST_TABLE:
        return
    catalogue = words.catalogue
    for first in range(0, len(table.principles), MOST_COLUMNS):
        some = slice(first, first + MOST_COLUMNS)
        principles = table.principles[some]
        yield {
            "heading": heading if not first else "",
            "columns": [
                catalogue.gettext("Signatory"),
                *(_column(each, table.in_force, catalogue) for each in principles),
            ],
            "rows": [_row(each, some, words) for each in table.rows],
        }


def _column(principle: Principle, in_force: bool, catalogue: Catalogue) -> str:
    """The heading of a column: the words of what is in force stand in full before."""
    _ = catalogue.gettext
    if principle.number is None:
        return _("The text")
    number = str(principle.number)
    if in_force:
        return catalogue.part_gettext("Principle %(number)s", number=number)
    return catalogue.part_gettext(
        "Principle %(number)s: %(words)s", number=number, words=principle.words
    )


def _row(row: RecordRow, some: slice, words: Words) -> Mapping[str, Any]:
    cells = row.cells[some]
    said = [words.cell(cell) for cell in cells]
    return {
        **named(row.signatory),
        "more": list(words.notes(row)),
        "cells": [
            {
                "state": str(cell.state),
                "says": [one.state, *one.readings, *filter(None, [one.reply])],
            }
            for cell, one in zip(cells, said, strict=True)
        ],
    }


def named(who: ListedSignatory) -> Mapping[str, str]:
    """A name, with the id that stands for it where no font has its letters, and its country."""
    return {"name": who.name, "id": who.id, "code": who.latest.country or ""}
