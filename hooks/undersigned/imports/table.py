"""A list as a table, from CSV: headings, and rows with the lines on which they begin."""

import csv
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from io import StringIO
from typing import Literal, NamedTuple

from ..data.signatories import ADDED
from ..problem import Problem, counted, quoted
from .encodings import Decoded

# More than any list has; each column costs time in every row.
COLUMNS_AT_MOST = 256

# Between the cells, the likeliest first where a heading has as many of two.
_SEPARATORS = ";\t,|"
_NAMES = {"\t": "tabs"}

# A word with more than ASCII in it, and with whatever sign stands beside its letters but quotes.
_BETWEEN = r"\s,;|()\"'’‘‚“”„«»‹›–—…"
_FOREIGN = re.compile(rf"[^{_BETWEEN}]*[^\x00-\x7f{_BETWEEN}][^{_BETWEEN}]*")

# A first line by which Excel is told what stands between cells.
_TOLD = "sep="


class Row(NamedTuple):
    """A row: the place where it begins, a cell for each heading, and why it cannot be read."""

    line: int
    column: int
    cells: tuple[str, ...]
    fault: str = ""


@dataclass(frozen=True, slots=True)
class Table:
    """A list: its path, its headings and rows, and how it was read, for people.

    `empty` counts the rows without any value, which are left out. `is_csv` is whether its cells may
    be guarded against formulas, and `separator` stands between those of a list made from it.
    `guessed` are words that show whether the encoding is right, where it is a guess.
    """

    path: str
    headings: tuple[str, ...]
    rows: tuple[Row, ...]
    how: str
    empty: int = 0
    is_csv: bool = True
    separator: str = ","
    guessed: tuple[str, ...] = ()

    @property
    def is_own(self) -> bool:
        """Whether a site of this generator published it: it has all of the derived keys."""
        return {"name", *(each.name for each in ADDED)} <= set(self.headings)

    def column(self, position: int) -> list[str]:
        """The cells of a column that have a value."""
        return [row.cells[position] for row in self.rows if row.cells[position].strip()]


def read_csv(path: str, decoded: Decoded) -> tuple[Table | None, list[Problem]]:
    """The table in a text of CSV (RFC 4180), or none and the problem.

    Between the cells stand commas, semicolons, tabs or bars, whichever part the headings into most.
    A row that has more cells than there are headings is one with a fault.
    """
    told = decoded.text[: len(_TOLD)].lower() == _TOLD
    separator = decoded.text[len(_TOLD) : len(_TOLD) + 1] if told else _separator(decoded.text)
    if separator in ("", "\r", "\n", '"'):
        return None, [Problem(path, 1, 1, "names no separator behind 'sep='; remove the line")]
    parsed, problem = _parsed(path, decoded.text, separator)
    if separator == "\t" and (problem or any("\t" in cell for _, row in parsed for cell in row)):
        # Tables with tabs are written without quotes as well, which are then part of a value.
        parsed, problem = _parsed(path, decoded.text, separator, csv.QUOTE_NONE)
    if problem:
        return None, [problem]
    records = [each for each in parsed[told:] if any(map(str.strip, each[1]))]
    how = f"{decoded.encoding}, with {_NAMES.get(separator, quoted(separator))} between cells"
    table, problems = _table(path, records, separator, how, len(parsed) - told - len(records))
    if table and decoded.is_guess:
        table = replace(table, guessed=_telling(decoded.text))
    return table, problems


def _telling(text: str) -> tuple[str, ...]:
    """Some words with letters that another encoding has others for, those with signs within first.

    No word has a sign such as '³' beside a letter: it shows that the guess is wrong.
    """
    words = list(dict.fromkeys(_FOREIGN.findall(text)))
    return tuple(sorted(words, key=lambda word: all(map(_is_plain, word)))[:3])


def _is_plain(character: str) -> bool:
    return character.isascii() or character.isalpha()


# A record: the line on which it begins, and its cells.
_Record = tuple[int, list[str]]


def _parsed(
    path: str, text: str, separator: str, quoting: Literal[0, 3] = csv.QUOTE_MINIMAL
) -> tuple[list[_Record], Problem | None]:
    """Every record, or the problem of the first that is none."""
    source = StringIO(text, newline="")
    reader = csv.reader(source, delimiter=separator, quoting=quoting, strict=True)
    records: list[_Record] = []
    line = 1
    try:
        for cells in reader:
            records.append((line, cells))
            line = reader.line_num + 1
    except csv.Error as error:
        return [], Problem(path, line, 1, f"this row is not CSV: {_explained(error, separator)}")
    return records, None


def _explained(error: csv.Error, separator: str) -> str:
    """What is wrong, by the three messages of Python's parser, and the remedy."""
    text = str(error)
    if "limit" in text:
        limit = csv.field_size_limit()
        return f"a value has more than {limit:,} characters; close its quotes, or shorten it"
    if "expected after" in text:
        what = f"behind closing quotes stands something else than {quoted(separator)}"
        return f"{what}; write a quote within a value twice"
    return "its quotes are never closed; close them, or write a quote within a value twice"


def _table(
    path: str, records: list[_Record], separator: str, how: str, empty: int
) -> tuple[Table | None, list[Problem]]:
    if not records:
        return None, [Problem(path, 1, 1, "has no row; write the headings and one row for each")]
    (line, first), *others = records
    width = max((at for at, text in enumerate(first, start=1) if text.strip()), default=0)
    if width > COLUMNS_AT_MOST:
        message = f"has {width:,} columns, more than {COLUMNS_AT_MOST}; leave the needless ones out"
        return None, [Problem(path, line, 1, message)]
    headings = tuple(" ".join(heading.split()) for heading in first[:width])
    rows = tuple(_row(line, cells, width, separator) for line, cells in others)
    shown = separator if separator in _SEPARATORS and width > 1 else ","
    return Table(path, headings, rows, how, empty, separator=shown), []


def _row(line: int, cells: Sequence[str], width: int, separator: str) -> Row:
    beyond = sum(1 for cell in cells[width:] if cell.strip())
    kept = (*cells[:width], *[""] * (width - len(cells)))
    if not beyond:
        return Row(line, 1, kept)
    fault = (
        f"has {counted(width + beyond, 'cell')} under {counted(width, 'heading')}; quote a value"
        f" that holds {quoted(separator)}"
    )
    return Row(line, 1, kept, fault)


def _separator(text: str) -> str:
    """What stands between the cells of the first line that has any."""
    beginning = text[: csv.field_size_limit()]
    line = next((each for each in beginning.splitlines() if each.strip()), "")
    return max(_SEPARATORS, key=lambda each: len(_cells(line, each)))


def _cells(line: str, separator: str) -> list[str]:
    try:
        return next(csv.reader([line], delimiter=separator), [])
    except csv.Error:
        return []
