"""`undersigned add`."""

import os
import shlex
import sys
import unicodedata
from collections.abc import Callable
from pathlib import Path
from typing import Any

import click

from ..format.atomic_write import create_text
from ..format.canonical import canonical_entry, entry_of
from ..model import FIELDS, Field
from ..paths import DROP_INS
from ..problem import Problem, Severity, counted, printable, report, stopping
from ..register.new_entry import (
    DISTINGUISHING,
    EntryChecker,
    alternative_to,
    entry_checker,
    may_be_absent,
    missing,
    path_of,
    wanted_at_prompt,
)
from .context import site_root


def field_flags(command: Callable[..., None]) -> Callable[..., None]:
    """One flag for each field of the model."""
    for field in reversed(FIELDS):
        command = click.option(field.flag, help=f"{field.meaning[0].upper()}{field.meaning[1:]}.")(
            command
        )
    return command


@click.command(
    epilog="Example: undersigned add --name 'Acme Security' --kind company --country NO"
    " --website https://acme.example --signed 2026-11-23 --evidence https://acme.example/news"
)
@field_flags
def add(**given: str | None) -> None:
    """Add a signatory: write a new file into signatories.d/.

    At a terminal it asks for what is missing. It refuses what the checker would refuse, never
    writes over a file, and ends with the git commands that propose the entry.
    """
    root = site_root()
    values = {name: _tidied(value) for name, value in given.items() if value is not None}
    judge, problems = entry_checker(root)
    _tell_of_register(problems)
    if all(stream is not None and stream.isatty() for stream in (sys.stdin, sys.stdout)):
        values = _asked(judge, values)
    elif lacking := missing(values):
        flags = ", ".join(map(_flags, lacking))
        raise click.UsageError(f"missing {flags}; give it, or run this at a terminal to be asked")
    if _tell(list(judge.problems(values))):
        sys.exit(1)
    _write(root, path_of(values), canonical_entry(entry_of(values)) + "\n")
    _tell_next(root, path_of(values), values["name"])


def _tell_of_register(problems: list[Problem]) -> None:
    """Say that it has problems, which are somebody else's; stop where no drop-in can be put."""
    if barred := [problem for problem in problems if problem.path == DROP_INS]:
        click.echo(report(barred), err=True)
        sys.exit(1)
    if problems:
        found = counted(len(problems), "problem")
        click.echo(f"note: the register has {found}; 'undersigned check' tells them", err=True)


def _asked(judge: EntryChecker, given: dict[str, str]) -> dict[str, str]:
    """The values given, and those asked for; what the rules refuse is asked for again."""
    values = dict(given)
    for field in FIELDS:
        if field.name in given:
            if not _refused(judge, field, values):
                continue
            del values[field.name]
        elif field not in wanted_at_prompt(values):
            continue
        _ask(judge, field, values)
    return values


def _ask(judge: EntryChecker, field: Field, values: dict[str, str]) -> None:
    """Ask until the rules accept the answer, or there is none where none is needed."""
    other = alternative_to(field)
    dispensable = other is not None or may_be_absent(field, values)
    way_out = f" (Enter for {other.label if other else 'none'})" if dispensable else ""
    question = f"{field.label}, {field.meaning}{way_out}"
    while True:
        answer = _tidied(str(click.prompt(question, default="", show_default=False)))
        if not answer and dispensable:
            return _ask(judge, other, values) if other else None
        values[field.name] = answer
        if not _refused(judge, field, values) or _settled(judge, field, values):
            return None
        del values[field.name]


def _settled(judge: EntryChecker, field: Field, values: dict[str, str]) -> bool:
    """Whether the answer stands after all, because the person says from whom the signatory differs.

    Asked only where it would help: where the rules say so.
    """
    advice = f"'{DISTINGUISHING.name}: "
    problems = stopping(judge.problems_with(field, values))
    if DISTINGUISHING.name in values or not any(advice in problem.message for problem in problems):
        return False
    _ask(judge, DISTINGUISHING, values)
    if DISTINGUISHING.name in values and not _refused(judge, field, values):
        return True
    values.pop(DISTINGUISHING.name, None)
    return False


def _refused(judge: EntryChecker, field: Field, values: dict[str, str]) -> bool:
    """Whether the rules refuse a field; tells why."""
    problems = stopping(judge.problems_with(field, values))
    _tell([(field, problem) for problem in problems])
    return bool(problems)


def _tell(problems: list[tuple[Field | None, Problem]]) -> bool:
    """Tell each problem under the flag it is about; whether any of them stops."""
    for field, problem in dict.fromkeys(problems):
        weight = "" if problem.severity is Severity.PROBLEM else f"{problem.severity}: "
        label = f"{field.flag}: " if field else ""
        click.echo(f"{label}{weight}{problem.message}", err=True)
    return bool(stopping(problem for _, problem in problems))


def _flags(field: Field) -> str:
    other = alternative_to(field)
    return f"{field.flag} or {other.flag}" if other else field.flag


def _tidied(value: str) -> str:
    return unicodedata.normalize("NFC", value).strip()


def _write(root: Path, path: str, text: str) -> None:
    try:
        create_text(root / path, text)
    except FileExistsError:
        click.echo(f"{path} is already there and is left as it is; mend or remove it", err=True)
        sys.exit(1)
    except OSError as error:
        click.echo(f"{path} cannot be written: {error.strerror}", err=True)
        sys.exit(1)


def _tell_next(root: Path, path: str, name: str) -> None:
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
