"""The command `undersigned add`: write a new entry as a drop-in."""

import os
import shlex
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import click

from ..fields import BETWEEN, FIELDS, Field
from ..format.atomic_write import create_text
from ..format.canonical import canonical_entry, entry_of
from ..paths import DROP_INS
from ..problem import Problem, counted, printable, report
from ..register.new_entry import alternative_to, entry_checker, missing
from .context import site_root
from .prompts import as_option, prompted, report_fields, tidied


def field_flags(command: Callable[..., None]) -> Callable[..., None]:
    """Give a command one option for each field of the model, in the order of the fields."""
    for field in reversed(FIELDS):
        if not field.by_tools:
            again = " Give it once for each." if field.several else ""
            meaning = f"{field.meaning[0].upper()}{field.meaning[1:]}.{again}"
            command = click.option(field.flag, help=meaning, multiple=field.several)(command)
    return command


@click.command(
    epilog="Example: undersigned add --name 'Acme Security' --kind company --country NO"
    " --website https://acme.example --signed 2026-11-23 --evidence https://acme.example/news"
)
@field_flags
def add(**given: str | tuple[str, ...] | None) -> None:
    """Add a signatory: write a new file into signatories.d/.

    At a terminal it asks for what is missing. It refuses what the checker would refuse, never
    writes over a file, and ends with the git commands that propose the entry.
    """
    root = site_root()
    values = {name: _joined(value) for name, value in given.items() if value}
    checker, problems = entry_checker(root)
    _report_register(problems)
    if all(stream is not None and stream.isatty() for stream in (sys.stdin, sys.stdout)):
        values = prompted(checker, values)
    elif lacking := missing(values):
        flags = ", ".join(map(_flags, lacking))
        raise click.UsageError(f"missing {flags}; give it, or run this at a terminal to be asked")
    values = checker.completed(values)
    if report_fields(list(checker.problems(values)), as_option):
        sys.exit(1)
    path = checker.path_of(values)
    _write(root, path, canonical_entry(entry_of(values)) + "\n")
    _print_next_steps(root, path, values["name"])


def _report_register(problems: list[Problem]) -> None:
    """Print how many problems the present register has; they do not keep an entry from being added.

    Exits with 1 only if the folder of drop-ins itself has a problem: no file can be written there.
    """
    if blocking := [problem for problem in problems if problem.path == DROP_INS]:
        click.echo(report(blocking), err=True)
        sys.exit(1)
    if problems:
        found = counted(len(problems), "problem")
        click.echo(f"note: the register has {found}; 'undersigned check' reports them", err=True)


def _flags(field: Field) -> str:
    """The flag of a field, and that of its alternative."""
    other = alternative_to(field)
    return f"{field.flag} or {other.flag}" if other else field.flag


def _joined(given: str | tuple[str, ...]) -> str:
    """A value, or several with line feeds between them, as `tidied` gives each."""
    return tidied(given) if isinstance(given, str) else BETWEEN.join(map(tidied, given))


def _write(root: Path, path: str, text: str) -> None:
    """Create the drop-in; exits with 1 if it exists or cannot be written."""
    try:
        create_text(root / path, text)
    except FileExistsError:
        click.echo(f"{path} is already there and is left as it is; mend or remove it", err=True)
        sys.exit(1)
    except OSError as error:
        click.echo(f"{path} cannot be written: {error.strerror}", err=True)
        sys.exit(1)


def _print_next_steps(root: Path, path: str, name: str) -> None:
    """Print the git commands that propose the entry on a branch, quoted for a POSIX shell."""
    branch = f"add-{Path(path).stem}"
    commands: list[list[Any]] = [
        ["git", "switch", "-c", branch],
        ["git", "add", os.path.relpath(root / path)],
        ["git", "commit", "-m", f"Add {name}"],
        ["git", "push", "-u", "origin", branch],
    ]
    click.echo(f"wrote {printable(path)}; these commands propose it:\n")
    for command in commands:
        click.echo(f"    {shlex.join(command)}")
