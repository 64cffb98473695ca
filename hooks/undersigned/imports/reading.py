"""Rows read: the values of an entry from each, what was mended, and what stays in doubt."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from ..data.table import unguarded
from ..fields import BY_NAME, FIELDS, Form
from ..identity import id_of
from ..names.slug import slug
from ..register.terms.days import DayOrder, orders_in
from .columns import Columns
from .table import Row, Table
from .values import read_value


class Mend(NamedTuple):
    """A value that stands otherwise in the list than in the entry."""

    field: str
    before: str
    after: str


class ReadRow(NamedTuple):
    """A row with the values of its entry, several of a field with line feeds between them.

    `doubts` are what keeps a value from being read, by field.
    """

    row: Row
    values: dict[str, str]
    mended: tuple[Mend, ...] = ()
    doubts: Mapping[str, str] = {}


@dataclass(frozen=True, slots=True)
class Settings:
    """How rows are read, besides what the list itself says.

    `defaults` are for rows that do not give these fields. `order` is that of the numbers in dates,
    if it was said, and `statement` the id of the statement, if it has one.
    """

    columns: Columns
    defaults: Mapping[str, str] = field(default_factory=dict)
    order: DayOrder | None = None
    statement: str = ""


def read_rows(table: Table, settings: Settings) -> list[ReadRow]:
    """Every row of a table as an entry, in the order of the table.

    Those of a site's own table are taken as they are, but for an id that the name gives anyway. Of
    any cell of CSV an apostrophe that guards a formula is taken off: spreadsheets keep it where a
    site's own table is edited, and no name begins with one before '=', '+', '-' or '@'.
    """
    value_of = unguarded if table.is_csv else str
    if table.is_own:
        read = [_as_it_is(row, settings, value_of) for row in table.rows]
        return list(_without_needless_ids(read))
    orders = {
        name: settings.order or _order(table, positions)
        for name, positions in settings.columns.taken.items()
        if BY_NAME[name].form in (Form.DAY, Form.DAY_OR_MONTH)
    }
    return [_tidied(row, settings, orders, value_of) for row in table.rows]


def _order(table: Table, positions: Sequence[int]) -> DayOrder | None:
    """The order of the numbers in a column's dates, where those that show it agree."""
    orders = orders_in(cell for at in positions for cell in table.column(at))
    return orders.pop() if len(orders) == 1 else None


def _as_it_is(row: Row, settings: Settings, value_of: Callable[[str], str]) -> ReadRow:
    taken = settings.columns.taken.items()
    cells = {name: value_of(row.cells[at]) for name, (at, *_) in taken}
    return ReadRow(row, {name: cell for name, cell in cells.items() if cell})


def _tidied(
    row: Row,
    settings: Settings,
    orders: Mapping[str, DayOrder | None],
    value_of: Callable[[str], str],
) -> ReadRow:
    values: dict[str, str] = {}
    mended: list[Mend] = []
    doubts: dict[str, str] = {}
    for name, positions in settings.columns.taken.items():
        cell = " ".join(filter(None, (row.cells[at] for at in positions)))
        if not cell:
            continue
        read = read_value(BY_NAME[name], value_of(cell), orders.get(name))
        if read.doubt:
            doubts[name] = read.doubt
        if read.value:
            values[name] = read.value
        if read.value != cell:
            mended.append(Mend(name, cell, read.value))
    without_page = "evidence" in doubts and "evidence" not in values
    _add_defaults(values, settings)
    if without_page and not values.keys().isdisjoint(("evidence", "confirmed_by_email")):
        del doubts["evidence"]  # it is known in another way
    in_order = {each.name: values[each.name] for each in FIELDS if each.name in values}
    return ReadRow(row, in_order, tuple(mended), doubts)


def _add_defaults(values: dict[str, str], settings: Settings) -> None:
    for name, value in settings.defaults.items():
        if name != "evidence" or "confirmed_by_email" not in values:
            values.setdefault(name, value)
    if settings.statement:
        values.setdefault("of", settings.statement)


def _without_needless_ids(rows: Sequence[ReadRow]) -> Iterator[ReadRow]:
    """The rows without the ids that their names give, which published files have all the same.

    Only the first to sign of one id may go without it: by it the others say whom they belong to.
    """
    first: dict[str, tuple[str, bool, int]] = {}
    for position, (_, values, *_) in enumerate(rows):
        who = id_of(values)
        named_otherwise = who != slug(values.get("name", ""))
        place = (values.get("signed", ""), named_otherwise, position)
        first[who] = min(first.get(who, place), place)
    needless = {at for _, named_otherwise, at in first.values() if not named_otherwise}
    for position, read in enumerate(rows):
        if position in needless:
            values = {name: each for name, each in read.values.items() if name != "id"}
            yield read._replace(values=values)
        else:
            yield read
