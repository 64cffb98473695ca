"""The command line, `undersigned`: one module for each command."""

import sys
from collections import UserDict
from contextlib import suppress
from importlib import import_module
from typing import Any

import click

from ..gc_control import freeze_at_exit, without_collecting
from .interrupts import INTERRUPTED, ending_quietly

# 128 + SIGPIPE, as shells report a program whose reader went away.
_UNREAD = 141


class _Failure(click.ClickException):
    """What kept a command from its end, so that nothing is known: 1 would say that it found."""

    exit_code = 2


class Loading(UserDict[str, Any]):
    """Commands by name, from where each is defined; that module is imported once it is asked for.

    A command needs a part of the package, and to import all of it takes longer than most work.
    """

    def __getitem__(self, name: str) -> click.Command:
        """The command of a name; raises `KeyError` where there is none."""
        module, _, command = super().__getitem__(name).partition(".")
        with ending_quietly(), without_collecting():
            found: click.Command = getattr(import_module(f".{module}", __package__), command)
        return found


COMMANDS = Loading({
    "add": "add.add",
    "check": "check.check",
    "endorse": "endorse.endorse",
    "fold": "fold.fold",
    "format": "format.format_",
    "frame": "frame.frame",
    "from-issue": "from_issue.from_issue",
    "hosting": "hosting.hosting",
    "import": "import_.import_",
    "links": "links.links",
    "new": "new.new",
    "proofs": "proofs.proofs",
    "publish": "publish.publish",
    "review": "review.review",
    "schema": "schema.schema",
    "stage": "stage.stage",
    "upgrade": "upgrade.upgrade",
    "verify": "verify.verify",
    "withdraw": "withdraw.withdraw",
})  # fmt: skip


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


@click.group(cls=Commands, commands=COMMANDS)
def main() -> None:
    """Keep a statement and the register of those who endorse it."""
    freeze_at_exit()
    # An untrusted name may hold characters that the terminal's encoding lacks: escape them.
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")
