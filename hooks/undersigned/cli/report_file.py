"""The file of `--report`, which commands write as JSON."""

import sys
from pathlib import Path

import click

from ..format.atomic_write import replace_text
from ..problem import printable

report_option = click.option(
    "--report", "file", metavar="FILE", type=click.Path(path_type=Path, dir_okay=False),
    help="Write everything that was found as JSON, too; its name ends in .json.",
)  # fmt: skip


def refuse_report(file: Path) -> None:
    """Raise `click.UsageError` for a file that is no report, before minutes go into asking."""
    _refuse_misnamed(file)
    _refuse_unwritable(file)


def write_file(file: Path, text: str) -> None:
    """Write a file; exits with 2 if it cannot be written."""
    try:
        replace_text(file, text)
    except OSError as error:
        click.echo(f"{printable(str(file))} cannot be written: {error.strerror}", err=True)
        sys.exit(2)


def _refuse_misnamed(file: Path) -> None:
    """Raise `click.UsageError` unless the name ends in '.json'.

    So a slip does not overwrite a file that people write by hand, such as the register.
    """
    if file.suffix.lower() != ".json":
        name = printable(str(file))
        message = f"{name} does not end in '.json', as a report does; name another file"
        raise click.UsageError(message)


def _refuse_unwritable(file: Path) -> None:
    """Raise `click.UsageError` if the file cannot be written."""
    if (file.exists() and not file.is_file()) or not file.absolute().parent.is_dir():
        message = f"cannot write {printable(str(file))}; name a file in a folder that is there"
        raise click.UsageError(message)
