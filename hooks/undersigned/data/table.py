"""Records as CSV (RFC 4180), guarded against formula injection in spreadsheets."""

import csv
import re
from collections.abc import Iterable, Sequence
from io import StringIO
from typing import Any

from ..fields import BETWEEN
from .signatories import COLUMNS, Record

# What spreadsheets take for the beginning of a formula (OWASP, 'CSV Injection'), also behind
# apostrophes: a value that begins with those is guarded, too, so that removing one apostrophe
# always restores the value.
_FORMULA = re.compile("'*[=+\\-@\t\r]")
_ANY_FORMULA = re.compile(f",{_FORMULA.pattern}")

_EMPTY = dict.fromkeys(COLUMNS, "")


def table(records: Iterable[Record]) -> str:
    """The records as rows under a header of all columns; a value that is not given is empty.

    Several values of a field have line feeds between them. A cell that a spreadsheet would take
    for a formula has an apostrophe before its value. Lines end with CR LF.
    """
    rows = ([*(_EMPTY | record).values()] for record in records)
    return "".join([_encoded(COLUMNS), *map(_row, rows)])


def guarded(cell: str) -> str:
    """The cell for a value: with an apostrophe before what would be a formula."""
    return f"'{cell}" if _FORMULA.match(cell) else cell


def unguarded(cell: str) -> str:
    """The value of a cell; the inverse of `guarded`."""
    return cell[1:] if cell.startswith("'") and _FORMULA.match(cell) else cell


def _row(cells: Sequence[Any]) -> str:
    """A line of the table. One test of the whole line shows that most need no quotes or guards."""
    try:
        line = ",".join(cells)
    except TypeError:  # a list is among them, as in few rows
        return _row([BETWEEN.join(each) if isinstance(each, list) else each for each in cells])
    plain = line.count(",") < len(cells) and '"' not in line
    if plain and "\n" not in line and "\r" not in line and not _ANY_FORMULA.search(f",{line}"):
        return f"{line}\r\n"
    return _encoded([*map(guarded, cells)])


def _encoded(cells: Sequence[str]) -> str:
    line = StringIO(newline="")
    csv.writer(line).writerow(cells)
    return line.getvalue()
