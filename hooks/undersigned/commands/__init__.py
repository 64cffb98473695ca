"""The command line, `undersigned`: one module for each command."""

import sys

import click

from .add import add
from .check import check
from .fold import fold
from .format import format_
from .schema import schema


@click.group()
def main() -> None:
    """Keep a statement and the register of those who endorse it."""
    # A hostile name must not break the report on a terminal of few characters.
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")


for command in (add, check, fold, format_, schema):
    main.add_command(command)
