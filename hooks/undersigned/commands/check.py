"""`undersigned check`."""

import sys

import click

from ..problems import report, stopping
from ..site import read_site
from .place import site_root


@click.command(epilog="Example: undersigned check")
def check() -> None:
    """Check the register and its drop-ins, the versions, the references and their citations.

    Prints each problem with its place, and exits with 1 if there are any. Warnings are printed
    too, and change nothing.
    """
    _, problems = read_site(site_root())
    if problems:
        click.echo(report(problems))
    if stopping(problems):
        sys.exit(1)
