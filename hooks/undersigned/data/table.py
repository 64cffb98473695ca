"""Records as a table, in CSV (RFC 4180), that no spreadsheet takes for formulas."""

import csv
import re
from collections.abc import Iterable, Sequence
from io import StringIO

from .signatories import COLUMNS, Record

# What spreadsheets take for the beginning of a formula (OWASP, 'CSV Injection'), also behind
# apostrophes, so that taking one off a guarded cell is exact whatever it held.
_FORMULA = re.compile("'*[=+\\-@\t\r]")
_ANY_FORMULA = re.compile(f",{_FORMULA.pattern}")

_EMPTY = dict.fromkeys(COLUMNS, "")


def table(records: Iterable[Record]) -> str:
    """The records with all of their columns under a header; what is not given is empty.

    A cell that begins as a formula does has one apostrophe more than its value.
    """
    rows = ([*(_EMPTY | record).values()] for record in records)
    return "".join([_written(COLUMNS), *map(_row, rows)])


def guarded(cell: str) -> str:
    """The value as a cell that is not a formula."""
    return f"'{cell}" if _FORMULA.match(cell) else cell


def unguarded(cell: str) -> str:
    """The value that a cell stands for."""
    return cell[1:] if cell.startswith("'") and _FORMULA.match(cell) else cell


def _row(cells: Sequence[str]) -> str:
    """A line of the table. One look at the whole of it tells of most that it is plain."""
    line = ",".join(cells)
    plain = line.count(",") < len(cells) and '"' not in line
    if plain and "\n" not in line and "\r" not in line and not _ANY_FORMULA.search(f",{line}"):
        return f"{line}\r\n"
    return _written([*map(guarded, cells)])


def _written(cells: Sequence[str]) -> str:
    written = StringIO(newline="")
    csv.writer(written).writerow(cells)
    return written.getvalue()
