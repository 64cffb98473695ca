"""The end of the account: what concerns the whole list, where it does not scroll away."""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from ..fields import BY_NAME, Field, Kind
from ..git import is_kept_out, is_tracked
from ..problem import Problem, Severity, counted, quoted
from ..text.characters import email_addresses
from .columns import Columns
from .headings import is_personal
from .report import guess, remedy, shown
from .rows import Fate, Judged
from .table import Table

# The fields that an entry must give, and whose option gives them to every row, if one does.
_NEEDED = {"kind": True, "country": True, "website": False, "signed": True, "evidence": True}


def closing_lines(table: Table, columns: Columns, rows: Sequence[Judged]) -> Iterator[str]:
    """What to settle about columns and the encoding, and whether the list is safe from git."""
    for message in (*_unsure(table, columns, rows), *_given_by_none(columns, rows)):
        yield _at_the_head(table, message, Severity.WARNING)
    if table.guessed:
        yield _at_the_head(table, guess(table), Severity.NOTE)
    if message := _by_first_names(rows):
        yield _at_the_head(table, message, Severity.NOTE)
    if message := exposed(table):
        yield _at_the_head(table, message, Severity.WARNING)


def _at_the_head(table: Table, message: str, severity: Severity) -> str:
    return str(Problem(table.path, 1, 1, message, severity))


def _unsure(table: Table, columns: Columns, rows: Sequence[Judged]) -> Iterator[str]:
    for name, positions in columns.unsure.items():
        without = sum(1 for row in rows if name not in row.read.values)
        found = f"'{name}' is perhaps {shown(table, positions, ' or ')}"
        lack = f"until that is said, {without:,} of {counted(len(rows), 'row')} have none"
        yield f"{found}; {lack}; {remedy(table, name, positions)}"


def _given_by_none(columns: Columns, rows: Sequence[Judged]) -> Iterator[str]:
    """The needed fields that no column gives, nor an option."""
    for name, has_option in _NEEDED.items():
        if name in columns.taken or name in columns.unsure:
            continue
        lacking = sum(
            1
            for row in rows
            if row.fate is not Fate.THERE and _lacks(BY_NAME[name], row.read.values)
        )
        if lacking:
            found = f"no column gives '{name}', which {lacking:,} of {counted(len(rows), 'row')}"
            option = f", or '--{name}' for all that lack it" if has_option else ""
            yield f"{found} lack; give --column '{name}=HEADING'{option}"


def _lacks(field: Field, values: Mapping[str, str]) -> bool:
    """Whether an entry must give a field and does not; without a kind, few fields are certain."""
    if field.name in values:
        return False
    if field.name == "evidence":
        return "confirmed_by_email" not in values
    if field.name in ("kind", "signed"):
        return True
    return "kind" in values and field.needed_from(values["kind"])


def _by_first_names(rows: Sequence[Judged]) -> str:
    """That people of several names are sorted by the first, which few lists do; empty if none is.

    Which of their names is the family's, nobody can tell from the name alone.
    """
    people = sum(
        1
        for row in rows
        if row.fate is not Fate.THERE
        and row.read.values.get("kind") == Kind.INDIVIDUAL
        and "sort_as" not in row.read.values
        and " " in row.read.values.get("name", "")
    )
    found = counted(people, "individual is", "individuals are")
    remedy = "a column 'sort_as', such as 'Silva, Ana', says by which name"
    return f"{found} sorted by the first name; {remedy}" if people else ""


def exposed(table: Table) -> str:
    """Why the file of a list is at risk of being published; empty where it is not.

    A list has personal data under headings of such, or e-mail addresses anywhere.
    """
    what = _personal_data(table)
    file = Path(table.path)
    if not what or is_kept_out(file):
        return ""
    if is_tracked(file):
        remedy = "move it out of the repository and commit that; its history still holds it"
        return f"holds {what}, and git has taken it up; {remedy}"
    pattern = quoted(file.name)
    remedy = f"move it out of the repository, or add {pattern} to .gitignore"
    return f"holds {what}, and git would take it up; {remedy}"


def _personal_data(table: Table) -> str:
    personal = [
        quoted(heading)
        for at, heading in enumerate(table.headings)
        if is_personal(heading) and table.column(at)
    ]
    if personal:
        return f"personal data under {', '.join(personal[:3])}"
    cells = (cell for row in table.rows for cell in row.cells if "@" in cell)
    return "e-mail addresses" if any(map(email_addresses, cells)) else ""
