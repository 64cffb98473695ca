"""The command line, `undersigned`: one module for each command."""

import sys
from typing import Any

import click

from .add import add
from .check import check
from .endorse import endorse
from .fold import fold
from .format import format_
from .from_issue import from_issue
from .import_ import import_
from .links import links
from .proofs import proofs
from .publish import publish
from .review import review
from .schema import schema
from .verify import verify


class Commands(click.Group):
    """The group of all commands, which reports an `OSError` as click reports other errors.

    So a full disk, or a working directory that was removed, gives a message and no traceback.
    """

    def invoke(self, ctx: click.Context) -> Any:
        """Run a command. Raises `click.ClickException` for an `OSError` that the command let pass.

        Errors in reading and writing a file of the site are reported by the command, with its path.
        """
        try:
            return super().invoke(ctx)
        except BrokenPipeError:
            raise  # click exits without a message
        except OSError as error:
            raise click.ClickException(error.strerror or str(error)) from error


@click.group(cls=Commands)
def main() -> None:
    """Keep a statement and the register of those who endorse it."""
    # An untrusted name may hold characters that the terminal's encoding lacks: escape them.
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")


for command in (
    add, check, endorse, fold, format_, from_issue, import_, links, proofs, publish, review, schema,
    verify,
):  # fmt: skip
    main.add_command(command)
