"""The command line, `undersigned`: one module for each command."""

import sys

import click

from .check import check


@click.group()
def main() -> None:
    """Keep a statement and the register of those who endorse it."""
    # A hostile name must not break the report on a terminal of few characters.
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")


main.add_command(check)
