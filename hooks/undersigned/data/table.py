"""Records as CSV (RFC 4180), guarded against formula injection in spreadsheets."""

import csv
import re
from collections.abc import Iterable, Mapping, Sequence
from io import StringIO
from typing import Any

from ..fields import BETWEEN

# What spreadsheets take for the beginning of a formula (OWASP, 'CSV Injection'), also in the forms
# of other widths, whose compatibility form (NFKC) is one of '=+-@'.
_SIGN = "[=+\\-@＝﹦⁼₌＋﹢⁺₊－﹣＠﹫]"

# Behind apostrophes, too, so that removing one always restores the value.
_AT_THE_START = re.compile(f"'*(?:{_SIGN}|[\\t\\r])|'*[\\s\"]+'*{_SIGN}")

# Where a list is opened with another separator, such as the semicolon of much of Europe, or its
# quotes are not understood, cells begin within a value.
_SPACES = '[ \\x0b\\x0c\\xa0\\u2000-\\u200a\\u3000"]*'
_WITHIN = re.compile(f"([;|\\t\\r\\n]{_SPACES})('*{_SIGN})")
_BEHIND_COMMA = re.compile(f",{_SPACES}'*{_SIGN}")


def table(records: Iterable[Mapping[str, Any]], columns: Sequence[str]) -> str:
    """The records as rows under a header of the columns; a value that is not given is empty.

    What a record has besides is left out. Several values of a field have line feeds between them. A
    cell that a spreadsheet would take for a formula has an apostrophe before its value. Lines end
    with CR LF.
    """
    empty = dict.fromkeys(columns, "")
    rows = ([*{**empty, **record}.values()][: len(columns)] for record in records)
    return "".join([_encoded(columns), *map(_row, rows)])


def guarded(cell: str) -> str:
    """The cell for a value: with an apostrophe before whatever would be a formula."""
    cell = _WITHIN.sub(r"\1'\2", cell)
    return f"'{cell}" if _AT_THE_START.match(cell) else cell


def unguarded(cell: str) -> str:
    """The value of a cell; the inverse of `guarded`."""
    if "'" not in cell:
        return cell
    if cell.startswith("'") and _AT_THE_START.match(cell, 1):
        cell = cell[1:]
    return _WITHIN.sub(lambda match: match[1] + match[2].removeprefix("'"), cell)


def _row(cells: Sequence[Any]) -> str:
    """A line of the table. One test of the whole line shows that most need no quotes or guards."""
    try:
        line = ",".join(cells)
    except TypeError:  # a list is among them, as in few rows
        return _row([BETWEEN.join(each) if isinstance(each, list) else each for each in cells])
    plain = line.count(",") < len(cells) and not ('"' in line or ";" in line or "|" in line)
    if plain and line.isprintable() and not _BEHIND_COMMA.search(f",{line}"):
        return f"{line}\r\n"
    return _encoded([*map(guarded, cells)])


def _encoded(cells: Sequence[str]) -> str:
    line = StringIO(newline="")
    csv.writer(line).writerow(cells)
    return line.getvalue()
