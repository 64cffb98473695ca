"""The command line: `undersigned`."""

import sys
from pathlib import Path

import click

from .problems import report
from .site import CONFIGURATION, read_site, root_of


@click.group()
def main() -> None:
    """Keep a statement and the register of those who endorse it."""
    # A hostile name must not break the report on a terminal of few characters.
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")


@main.command(epilog="Example: undersigned check")
def check() -> None:
    """Check the register and its drop-ins, the versions, the references and their citations.

    Prints each problem with its place, and exits with 1 if there are any.
    """
    root = root_of(Path.cwd())
    if root is None:
        raise click.UsageError(f"no {CONFIGURATION} here or above; go into a statement site")
    _, problems = read_site(root)
    if problems:
        click.echo(report(problems))
        sys.exit(1)
