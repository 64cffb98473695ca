"""The command `undersigned import`: take over a list that was kept elsewhere."""

import sys
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import NamedTuple

import click

from ..fields import BY_NAME, Kind
from ..gc_control import without_collecting
from ..imports.closing import closing_lines
from ..imports.columns import Columns
from ..imports.destination import beside, drop_ins, holds, list_to_ask, refusal, register_with
from ..imports.file import read_list
from ..imports.reading import Settings, read_rows
from ..imports.report import heading_lines, row_lines, tally
from ..imports.rows import Fate, Judged, judged
from ..imports.table import Table
from ..imports.values import read_value
from ..paths import REGISTER
from ..problem import Problem, counted, printable
from ..progress_line import progress_shown
from ..register.new_entry import EntryChecker, entry_checker
from ..register.terms.days import DayOrder
from .context import site_root
from .import_columns import refuse_unsettled, settled_columns
from .import_writing import Destination, in_words, stop, write_all
from .interrupts import interruptible

_WHERE_NONE = "For every row that gives none"


class Account(NamedTuple):
    """A list, which column of it gives which field, and what becomes of its rows."""

    table: Table
    columns: Columns
    rows: Sequence[Judged]


@click.command(
    "import",
    epilog="Example: undersigned import letter.csv --kind company --dates day-first",
)
@click.argument("file", type=click.Path(path_type=Path))
@click.option(
    "--column", "choices", metavar="FIELD=HEADING", multiple=True,
    help="Which column gives a field, such as 'name=Firma'; '#3' is the third, 'A+B' joins two,"
    " and 'FIELD=' leaves it out. Give it once for each.",
)  # fmt: skip
@click.option(
    "--kind", type=click.Choice([kind.value for kind in Kind]), help=f"{_WHERE_NONE}: the kind."
)
@click.option("--country", help=f"{_WHERE_NONE}: the country.")
@click.option("--signed", help=f"{_WHERE_NONE}: the date.")
@click.option(
    "--evidence", help=f"{_WHERE_NONE}: the page, such as that of a letter with all its names."
)
@click.option("--endorses", help=f"{_WHERE_NONE}: the version of the text.")
@click.option(
    "--dates", "order", type=click.Choice([each.value for each in DayOrder]),
    help="What comes first in '3/4/2023', where the column itself does not show it.",
)  # fmt: skip
@click.option("--encoding", default="", help="The encoding of FILE, such as cp1250.")
@click.option("--write", is_flag=True, help="Write; without it nothing is written.")
@click.option(
    "--into-register", is_flag=True, help=f"Write into {REGISTER} rather than as drop-ins."
)
@click.option(
    "--to-ask", type=click.Path(path_type=Path, dir_okay=False),
    help="Where rows without evidence go, rather than beside FILE.",
)  # fmt: skip
@interruptible("stopped; nothing was written")
def import_(
    file: Path,
    choices: tuple[str, ...],
    order: str | None,
    encoding: str,
    write: bool,
    into_register: bool,
    to_ask: Path | None,
    **given: str | None,
) -> None:
    """Take over a list of signatories: CSV or JSON, or a site's own signatories.csv or .json.

    It says which column it takes for which field, and for each row whether it is taken, what was
    mended, why it is refused, or which entry it probably is. Nothing is written without --write,
    and never over a file. Ctrl-C ends it between two files, and run again it writes what is left.
    Rows without evidence become no entries: they go to FILE.to-ask.csv, which must lie where git
    does not take it up. Exits with 1 if a row is refused or probably another's.
    """
    root = site_root()
    table = _table(file, encoding)
    defaults = {name: _default(name, value) for name, value in given.items() if value}
    columns = settled_columns(table, defaults.get("kind", ""), choices)
    for line in heading_lines(table, columns):
        click.echo(line)
    refuse_unsettled(table, columns, write=write)
    settings = Settings(columns, defaults, DayOrder(order) if order else None)
    checker, problems, rows = _judged(root, table, settings)
    click.echo("\n".join(row_lines(table.path, rows)))
    for line in closing_lines(table, columns, rows):
        click.echo(line)
    click.echo(tally(rows))
    destination = Destination(root, into_register, to_ask or beside(file))
    _finish(Account(table, columns, rows), destination, checker, problems, write=write)
    if any(each.fate in (Fate.ALIKE, Fate.REFUSED) for each in rows):
        sys.exit(1)


def _judged(
    root: Path, table: Table, settings: Settings
) -> tuple[EntryChecker, list[Problem], list[Judged]]:
    """The checker, the problems of the present register, and the judgement of each row."""
    with progress_shown() as progress:
        progress.begin(len(table.rows))
        progress.now("the entries that are there")
        checker, problems = entry_checker(root)
        progress.now("the list")
        read = read_rows(table, replace(settings, statement=checker.context.statement))
        with without_collecting():
            rows = judged(table.path, read, checker.present, checker.context, progress)
    return checker, problems, rows


def _table(file: Path, encoding: str) -> Table:
    """The table in the file; prints its problem and exits with 1 if there is one."""
    table, problems = read_list(file, encoding)
    if table is None:
        stop(problems)
    return table


def _default(name: str, value: str) -> str:
    return read_value(BY_NAME[name], value).value


def _finish(
    account: Account,
    destination: Destination,
    checker: EntryChecker,
    problems: Sequence[Problem],
    write: bool,
) -> None:
    """Write what is taken and what is to be asked, or say what would be written."""
    new, texts, wrong = _texts(account, destination, checker)
    if problems:
        found = counted(len(problems), "problem")
        message = f"the register has {found}; 'undersigned check' reports them, mend them first"
        wrong = [*wrong, f"{REGISTER}:1:1: {message}"]
    planned = in_words(account.rows, destination, texts)
    if wrong and write:
        click.echo("\n".join(wrong), err=True)
    if not write:
        would = f"nothing was written; --write would write {planned}"
        click.echo(would if planned else "there is nothing to write")
        for why in wrong:
            click.echo(f"  before --write: {why}")
    elif not planned:
        click.echo("there is nothing to write")
    elif wrong:
        click.echo("nothing was written")
        sys.exit(1)
    else:
        write_all(destination, new, texts)
        click.echo(f"wrote {planned}; 'undersigned check' checks the whole")


def _texts(
    account: Account, destination: Destination, checker: EntryChecker
) -> tuple[str, Mapping[Path, str], list[str]]:
    """The new text of the register, if it gets one, that of each new file, and what bars them."""
    table, columns, rows = account
    texts: dict[Path, str] = {}
    wrong: list[str] = []
    register = ""
    if destination.into_register:
        today = None if table.is_own else datetime.now(UTC).date()
        register, problems = register_with(destination.root, rows, today)
    else:
        files, problems = drop_ins(table.path, rows, checker.present, checker.context)
        texts |= {destination.root / path: text for path, text in files.items()}
        wrong += [
            f"{printable(path)}:1:1: is already there and is left as it is; mend or remove it"
            for path in files
            if (destination.root / path).exists()
        ]
    if any(each.fate is Fate.TO_ASK for each in rows):
        text, place = list_to_ask(table, columns, rows), destination.to_ask
        if not holds(place, text):
            texts[place] = text
            wrong += [why] if (why := refusal(place)) else []
    return register, texts, [*map(str, problems), *wrong]
