"""The command line, `undersigned`: one module for each command."""

import sys
from typing import Any

import click

from .add import add
from .check import check
from .fold import fold
from .format import format_
from .from_issue import from_issue
from .links import links
from .publish import publish
from .review import review
from .schema import schema


class Commands(click.Group):
    """Commands that tell of a full disk or a lost folder as they tell of other trouble."""

    def invoke(self, ctx: click.Context) -> Any:
        """Run a command; what it reads and writes by itself it has told of already."""
        try:
            return super().invoke(ctx)
        except BrokenPipeError:
            raise  # click ends quietly
        except OSError as error:
            raise click.ClickException(error.strerror or str(error)) from error


@click.group(cls=Commands)
def main() -> None:
    """Keep a statement and the register of those who endorse it."""
    # A hostile name must not break the report on a terminal of few characters.
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")


for command in (add, check, fold, format_, from_issue, links, publish, review, schema):
    main.add_command(command)
