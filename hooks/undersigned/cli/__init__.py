"""The command line, `undersigned`: one module for each command."""

import sys
from contextlib import suppress
from typing import Any

import click

from .interrupts import INTERRUPTED, ending_quietly

with ending_quietly():
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

# 128 + SIGPIPE, as shells report a program whose reader went away.
_UNREAD = 141


class _Failure(click.ClickException):
    """What kept a command from its end, so that nothing is known: 1 would say that it found."""

    exit_code = 2


class Commands(click.Group):
    """The group of all commands, which reports what ends one early as click reports other errors.

    So a full disk, or a working directory that was removed, gives a message and no traceback; and
    the exit code 1, by which commands report problems, is theirs alone.
    """

    def invoke(self, ctx: click.Context) -> Any:
        """Run a command. Raises `click.ClickException` for an `OSError` that the command let pass.

        Errors in reading and writing a file of the site are reported by the command, with its path.
        Interrupts that a command let pass, and output that nobody reads any more, exit as shells
        report them.
        """
        try:
            return super().invoke(ctx)
        except KeyboardInterrupt:
            click.echo("stopped before the end; run it again", err=True)
            sys.exit(INTERRUPTED)
        except BrokenPipeError:
            # Or else what is still in their buffers is tried again at the end of the process.
            for stream in filter(None, (sys.stdout, sys.stderr)):
                with suppress(OSError):
                    stream.close()
            sys.exit(_UNREAD)
        except OSError as error:
            raise _Failure(error.strerror or str(error)) from error


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
