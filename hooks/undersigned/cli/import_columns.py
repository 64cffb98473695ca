"""Which column gives which field, settled with a person for `undersigned import`."""

import sys
from collections.abc import Sequence

import click

from ..fields import BY_NAME
from ..imports.columns import Columns, guessed, with_choices
from ..imports.report import name_remedy, remedy
from ..imports.table import Table
from ..problem import quoted


def settled_columns(table: Table, kind: str, choices: Sequence[str]) -> Columns:
    """The columns as said, as guessed, and at a terminal as answered, where the guess is unsure."""
    columns, wrong = with_choices(guessed(table, kind), table, choices)
    if wrong:
        raise click.UsageError("; ".join(wrong))
    if not all(stream is not None and stream.isatty() for stream in (sys.stdin, sys.stdout)):
        return columns
    while columns.unsure:
        name, positions = next(iter(columns.unsure.items()))
        columns = _asked(table, columns, name, positions)
    if "name" not in columns.taken:
        columns = _asked(table, columns, "name", ())
    return columns


def _asked(table: Table, columns: Columns, name: str, positions: tuple[int, ...]) -> Columns:
    """The columns with the answer to which one gives a field; an empty answer is none."""
    offered = positions or range(len(table.headings))
    shown = ", ".join(f"#{at + 1} {quoted(table.headings[at])}" for at in offered)
    question = f"which column is '{name}', {BY_NAME[name].meaning}? {shown} (Enter for none)"
    while True:
        answer = str(click.prompt(question, default="", show_default=False))
        chosen, wrong = with_choices(columns, table, [f"{name}={answer}"])
        if not wrong:
            return chosen
        click.echo(wrong[0], err=True)


def refuse_unsettled(table: Table, columns: Columns, write: bool) -> None:
    """Raise `click.UsageError` where no column gives the name, or where one to write is unsure."""
    if "name" not in columns.taken:
        message = "no column is certain to give the name"
        raise click.UsageError(f"{message}; {name_remedy(table, columns)}")
    if write and columns.unsure:
        options = "; ".join(remedy(table, *each) for each in columns.unsure.items())
        raise click.UsageError(f"some columns are unsure; {options}")
