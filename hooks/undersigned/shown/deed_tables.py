"""Whether the tables of the record say what is documented of whom, and nothing poses as one."""

from collections.abc import Callable, Iterator, Sequence
from itertools import zip_longest
from typing import NamedTuple

from ..language.catalogue import Catalogue
from ..markup.document import Element
from ..problem import counted, quoted
from ..views.record import RecordView
from ..views.record_tables import CellState, RecordRow, RecordTable
from ..views.words import Words
from .frame import IN_SIGHT, Step, astray, steps_to, written

CLASS = "undersigned-record"

# Between the frame of a page and a table, by the template that draws them.
_ROOM = f"{CLASS}-room"
_WAYS = (written(f"div.{_ROOM}"), written(f"div.{_ROOM} {_ROOM}--small"))

# What that template writes in a table: the attributes of each element, and the classes.
_ATTRIBUTES = {
    "a": "href", "bdi": "class", "caption": "", "div": "class", "span": "class id",
    "strong": "id", "tbody": "", "td": "data-called data-number", "th": "scope", "thead": "",
    "tr": "",
}  # fmt: skip
_PARTS = (f"{CLASS}__", "undersigned-reply", "undersigned-state")
# The number of a principle, which a cell has where there is no room for columns.
_NUMBER = "data-number"

# From the path of a page in docs/ to the file in which it is served, and from a link to that file.
FileOf = Callable[[str], str]


class Row(NamedTuple):
    """A row as readers meet it: the words of its cells, and where the links in these lead."""

    words: tuple[str, ...]
    links: tuple[str, ...]


def rows_of(view: RecordView, words: Words, file_of: FileOf) -> Iterator[Row]:
    """The rows of all tables of the record, each with its head, in the order of the page."""
    for table in (*view.tables, *view.apart):
        yield Row(tuple(_heads(table, words.catalogue)), ())
        yield from (_expected(row, words, file_of) for row in table.rows)


def faults_of_tables(
    page: Element, frame: Sequence[Step], wanted: Sequence[Row] | None, led: FileOf
) -> Iterator[str]:
    """What is wrong with the tables on a page; where none are `wanted` there may be none.

    `led` gives the file, and the part of it, to which a link on the page leads.
    """
    tables = page.select(f".{CLASS}")
    if wanted is None:
        if tables:
            yield f"{counted(len(tables), 'element')} here poses as the record of deeds; {_REMOVED}"
        return
    ways = [(*frame, *way) for way in _WAYS]
    for place in dict.fromkeys(filter(None, (astray(steps_to(each), ways) for each in tables))):
        yield f"the record of deeds stands {place}, where readers may not see it; {IN_SIGHT}"
    for added in dict.fromkeys(filter(None, map(_added, tables))):
        yield f"the record of deeds has {quoted(added)} in it; {_DRAWN}"
    rows = [_shown(row, led) for table in tables for row in table.select("tr")]
    if rows != list(wanted):
        pairs = zip_longest(rows, wanted)
        shown, due = next(pair for pair in pairs if pair[0] != pair[1])
        yield f"the record of deeds has {_said(shown)} in place of {_said(due)}; {_DRAWN}"


_REMOVED = "remove the HTML by which this page poses as another"
_DRAWN = "let overrides/undersigned/record-table.html draw it as this project has it"


def _heads(table: RecordTable, catalogue: Catalogue) -> Iterator[str]:
    yield catalogue.gettext("Signatory")
    for principle in table.principles:
        number = "" if principle.number is None else str(principle.number)
        yield _plain(f"{number} {principle.words or catalogue.gettext('The text')}")


def _expected(row: RecordRow, words: Words, file_of: FileOf) -> Row:
    who = " ".join((row.signatory.name, *words.notes(row)))
    numbers = ("" if each.principle.number is None else each.principle.number for each in row.cells)
    said = (f"{number} {words.cell(each)}" for number, each in zip(numbers, row.cells, strict=True))
    known = (each for each in row.cells if each.state is not CellState.NOT_LOOKED)
    page = file_of(row.page) if row.page else ""
    links = (page, *(f"{page}#{each.anchor}" for each in known)) if page else ()
    return Row(tuple(map(_plain, (who, *said))), links)


def _shown(row: Element, led: FileOf) -> Row:
    cells = [each for each in row.children if isinstance(each, Element)]
    is_head = row.parent is not None and row.parent.name == "thead"
    links = () if is_head else row.select("a")
    return Row(
        tuple(map(_words, cells)), tuple(led(each.attributes.get("href", "")) for each in links)
    )


def _words(cell: Element) -> str:
    """The words of a cell, its number before the rest."""
    return _plain(f"{cell.attributes.get(_NUMBER, '')} {cell.text}")


def _added(table: Element) -> str:
    """The first element in a table that its template does not write so; empty if all are its."""
    for each in table.descendants():
        given = each.attributes
        kind = given.get("class", "")
        known = given.keys() <= set(_ATTRIBUTES.get(each.name, "").split())
        if each.name not in _ATTRIBUTES or not known:
            return each.html.partition(">")[0] + ">"
        if kind and not all(part.startswith(_PARTS) for part in kind.split()):
            return each.html.partition(">")[0] + ">"
    return ""


def _said(row: Row | None) -> str:
    return quoted(" | ".join(row.words)) if row else "nothing"


def _plain(text: str) -> str:
    return " ".join(text.split())
