"""`undersigned add`."""

import os
import shlex
import sys
import unicodedata
from collections.abc import Callable
from pathlib import Path
from typing import Any

import click

from ..model import FIELDS, Field
from ..reading.gathering import gather
from ..reporting.problems import Problem, Weight, printable, stopping
from ..rules.circumstances import Circumstances, latest_today
from ..versions import read_versions
from ..writing.adding import Judge, missing, path_of, wanted_at_prompt
from ..writing.canonical import canonical_entry, entry_of
from ..writing.saving import create_text
from .place import site_root

_BY_NAME = {field.name: field for field in FIELDS}


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
    judge = _judge(root)
    if sys.stdin.isatty() and sys.stdout.isatty():
        values = _asked(judge, values)
    elif lacking := missing(values):
        flags = ", ".join(map(_flags, lacking))
        raise click.UsageError(f"missing {flags}; give it, or run this at a terminal to be asked")
    if _tell(list(judge.problems(values))):
        sys.exit(1)
    _write(root, path_of(values), canonical_entry(entry_of(values)) + "\n")
    _tell_next(root, path_of(values), values["name"])


def _judge(root: Path) -> Judge:
    today = latest_today()
    versions, wrong = read_versions(root, today)
    entries, _ = gather(root)
    return Judge(entries, Circumstances(today, () if wrong else versions))


def _asked(judge: Judge, given: dict[str, str]) -> dict[str, str]:
    """The values given, and those asked for; what the rules refuse is asked for again."""
    values: dict[str, str] = {}
    for field in FIELDS:
        if field.name in given:
            values[field.name] = given[field.name]
            if not _refused(judge, field, values):
                continue
            del values[field.name]
        elif field not in wanted_at_prompt({**given, **values}):
            continue
        _ask(judge, field, values)
    return values


def _ask(judge: Judge, field: Field, values: dict[str, str]) -> None:
    """Ask until the rules accept the answer, or there is none where none is needed."""
    way_out = {"evidence": " (Enter if confirmed by e-mail)", "affiliation": " (Enter for none)"}
    question = f"{field.name.replace('_', ' ')}, {field.meaning}{way_out.get(field.name, '')}"
    while True:
        answer = _tidied(str(click.prompt(question, default="", show_default=False)))
        if not answer and field.name in way_out:
            if field.name == "evidence":
                _ask(judge, _BY_NAME["confirmed_by_email"], values)
            return
        values[field.name] = answer
        if not _refused(judge, field, values):
            return
        del values[field.name]


def _refused(judge: Judge, field: Field, values: dict[str, str]) -> bool:
    """Whether the rules refuse a field; tells why."""
    problems = stopping(judge.problems_with(field, values))
    _tell([(field, problem) for problem in problems])
    return bool(problems)


def _tell(problems: list[tuple[Field | None, Problem]]) -> bool:
    """Tell each problem under the flag it is about; whether any of them stops."""
    for field, problem in dict.fromkeys(problems):
        weight = "" if problem.weight is Weight.PROBLEM else f"{problem.weight}: "
        label = f"{field.flag}: " if field else ""
        click.echo(f"{label}{weight}{problem.message}", err=True)
    return bool(stopping(problem for _, problem in problems))


def _flags(field: Field) -> str:
    return "--evidence or --confirmed-by-email" if field.name == "evidence" else field.flag


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
