"""Records as CSV (RFC 4180), guarded against formula injection in spreadsheets."""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, repeat

from .columns import Columns, batches

# What spreadsheets take for the beginning of a formula (OWASP, 'CSV Injection'), also in the forms
# of other widths, whose compatibility form (NFKC) is one of '=+-@'.
_SIGN = "[=+\\-@＝﹦⁼₌＋﹢⁺₊－﹣＠﹫]"

# Behind apostrophes, too, so that removing one always restores the value.
_AT_THE_START = re.compile(f"'*(?:{_SIGN}|[\\t\\r])|'*[\\s\"]+'*{_SIGN}")

# Where a list is opened with another separator, such as the semicolon of much of Europe, or its
# quotes are not understood, cells begin within a value.
_SPACES = '[ \\x0b\\x0c\\xa0\\u2000-\\u200a\\u3000"]*'
_WITHIN = re.compile(f"([;|\\t\\r\\n]{_SPACES})('*{_SIGN})")

# What a cell has that is not written as it is, each cell behind a line feed.
_SPECIAL = (",", '"', ";", "|", "\t", "\r")
_MAYBE_FORMULA = re.compile(f"\\n[\\s\"']*{_SIGN}")


def table(columns: Columns, names: Sequence[str]) -> Iterator[str]:
    """The columns of these names, under a header of them, in pieces; what is not given is empty.

    Several values of a field have line feeds between them. A cell that a spreadsheet would take for
    a formula has an apostrophe before its value. Lines end with CR LF (RFC 4180).
    """
    yield f"{','.join(map(_cell, names))}\r\n"
    for batch in batches(columns):
        parts: list[Iterable[str]] = []
        before = ""
        for name in names:
            if name in batch:
                parts += (repeat(before), _cells(batch[name]))
                before = ","
            else:
                before += ","
        parts.append(repeat(f"{before[1:]}\r\n"))
        yield "".join(chain.from_iterable(zip(*parts, strict=False)))


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


def _cells(values: Sequence[str]) -> Iterable[str]:
    """The cells for values; one test of them all shows that most are these themselves."""
    return values if _are_plain(values) else map(_cell, values)


def _cell(value: str) -> str:
    if _are_plain((value,)):
        return value
    cell = guarded(value)
    quoted = any(each in cell for each in ',"\r\n')
    return '"{}"'.format(cell.replace('"', '""')) if quoted else cell


def _are_plain(values: Sequence[str]) -> bool:
    """Whether each of the values is its own cell, without quotes and without an apostrophe."""
    lines = "\n".join(["", *values])
    if lines.count("\n") > len(values) or any(each in lines for each in _SPECIAL):
        return False
    return not _MAYBE_FORMULA.search(lines)
