"""Where the rows of a list go: drop-ins, the register, and the list of those to be asked."""

import csv
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date
from io import StringIO
from pathlib import Path

from ..data.table import guarded, unguarded
from ..fields import BY_NAME, Form
from ..format.annotated import AnnotatedList, read_annotated
from ..format.canonical import canonical_entry, canonical_text, entry_of
from ..format.fold import DropIn, folded
from ..git import is_kept_out
from ..identity import id_of
from ..paths import REGISTER
from ..problem import Problem, printable, quoted
from ..register.entries import LARGEST_DROP_IN, drop_in_paths
from ..register.rules.context import Context
from ..text.source import Entry, read_source
from .columns import Columns
from .reading import ReadRow
from .rows import Fate, Judged
from .table import Table

# Behind the name of a list without its ending: that of the list of those to be asked.
TO_ASK = ".to-ask.csv"

# The heading of the column that says why; it means no field.
_WHY = "why it is not in the register"

_DATES = (Form.DAY, Form.DAY_OR_MONTH)


def taken(rows: Iterable[Judged]) -> list[dict[str, str]]:
    """The values of the entries that are taken."""
    return [row.read.values for row in rows if row.fate is Fate.TAKEN]


def drop_ins(
    path: str, rows: Sequence[Judged], present: Sequence[Entry], context: Context
) -> tuple[dict[str, str], list[Problem]]:
    """The text of a drop-in for each row that is taken, by its path, and problems with its size."""
    ids = {id_of(entry.values) for entry in present}
    texts: dict[str, str] = {}
    problems: list[Problem] = []
    for row in rows:
        if row.fate is not Fate.TAKEN:
            continue
        values = row.read.values
        who = id_of(values)
        version = _version(values, context) if who in ids else ""
        ids.add(who)
        text = f"{canonical_entry(entry_of(values))}\n"
        texts[drop_in_paths(values, version)[-1]] = text
        if len(text.encode()) > LARGEST_DROP_IN:
            message = f"would be a drop-in of more than {LARGEST_DROP_IN // 1024} KiB; shorten it"
            problems.append(Problem(path, row.read.row.line, row.read.row.column, message))
    return texts, problems


def _version(values: dict[str, str], context: Context) -> str:
    return context.version_of(Entry("", 1, 1, 1, values))


def register_with(
    root: Path, rows: Iterable[Judged], listed: date | None
) -> tuple[str, list[Problem]]:
    """The text of signatories.yml with the rows that are taken, and the problems of reading it.

    It is in canonical form, with every comment. Entries that do not say when they were listed get
    that day, if there is one.
    """
    source, problems = read_source(root, REGISTER)
    register, problems = read_annotated(source) if source else (None, problems)
    if register is None:
        return "", problems
    entries = [entry_of(values) for values in taken(rows)]
    if listed is None:
        return canonical_text(replace(register, entries=(*register.entries, *entries))), []
    new = [DropIn(AnnotatedList((entry,)), listed) for entry in entries]
    return canonical_text(folded(register, new).merged), []


def list_to_ask(table: Table, columns: Columns, rows: Iterable[Judged]) -> str:
    """The rows to ask as CSV with every column of the list, and why each is not in the register.

    It begins with a byte order mark, without which Excel reads another encoding, and its cells are
    guarded against formulas. Between them stands what does in the list, since Excel expects another
    sign in another country. Dates that were read are written as they were: these few rows need not
    show which number is the day, as the whole list does.
    """
    text = StringIO(newline="")
    write = csv.writer(text, delimiter=table.separator).writerow
    # A list that was written here has the column of reasons already.
    kept = [at for at, heading in enumerate(table.headings) if heading != _WHY]
    value_of = unguarded if table.is_csv else str
    write([*(guarded(value_of(table.headings[at])) for at in kept), _WHY])
    for row in rows:
        if row.fate is Fate.TO_ASK:
            cells = [*map(value_of, _with_dates(row.read, columns))]
            why = "; ".join(problem.message for problem in row.reasons)
            write([*(guarded(cells[at]) for at in kept), guarded(why)])
    return f"\ufeff{text.getvalue()}"


def _with_dates(read: ReadRow, columns: Columns) -> list[str]:
    """The cells of a row, those of dates that were read in the form of the register."""
    cells = [*read.row.cells]
    for mend in read.mended:
        positions = columns.taken[mend.field]
        if BY_NAME[mend.field].form in _DATES and len(positions) == 1 and mend.after:
            cells[positions[0]] = mend.after
    return cells


def beside(file: Path) -> Path:
    """The place of the list of those to be asked: beside the list that was given."""
    return file.with_name(f"{file.stem}{TO_ASK}")


def holds(place: Path, text: str) -> bool:
    """Whether a file holds this text already, as where an import is run again."""
    content = text.encode()
    try:
        return place.stat().st_size == len(content) and place.read_bytes() == content
    except OSError:
        return False


def refusal(place: Path) -> str:
    """Why a list of those to be asked cannot be written to a place; empty where it can."""
    shown = printable(str(place))
    if place.exists() or place.is_symlink():
        return f"{shown} is already there and is left as it is; move it away"
    if is_kept_out(place):
        return ""
    pattern = f"*{TO_ASK}" if place.name.endswith(TO_ASK) else place.name
    return (
        f"{shown} would hold personal data, and git would take it up; add {quoted(pattern)} to"
        f" .gitignore, or give '--to-ask' with a path outside of the repository"
    )
