"""`undersigned check`."""

import os
import sys
from collections.abc import Iterable
from pathlib import Path

import click

from ..reporting.annotations import annotation
from ..reporting.changes import Changes, NoHistory, changes_since
from ..reporting.problems import Problem, report, stopping
from ..site import read_site
from .place import site_root


@click.command(epilog="Example: undersigned check --changed-since origin/main")
@click.argument("files", nargs=-1, type=click.Path(path_type=Path))
@click.option("--changed-since", "revision", metavar="REF", help="Blame only what changed since.")
@click.option(
    "--format", "form", type=click.Choice(["text", "github"]), default="text", show_default=True,
    help="Plain lines, or annotations for a GitHub workflow.",
)  # fmt: skip
def check(files: tuple[Path, ...], revision: str | None, form: str) -> None:
    """Check the register and its drop-ins, the versions, the references and their citations.

    Prints each problem with its place, and exits with 1 if there are any. With FILES, only those
    in these files. With --changed-since, problems on lines that the change does not touch are
    printed as notes. Warnings and notes never change the exit code.
    """
    root = site_root()
    problems = _found(root, revision)
    if files:
        wanted = {_from_root(root, file) for file in files}
        problems = [problem for problem in problems if problem.path in wanted]
    if problems:
        click.echo(_annotated(problems) if form == "github" else report(problems))
    if stopping(problems):
        sys.exit(1)


def _found(root: Path, revision: str | None) -> list[Problem]:
    if revision is None:
        return read_site(root)[1]
    changes = _changes(root, revision)
    return changes.lighten(read_site(root, changes.touch)[1])


def _changes(root: Path, revision: str) -> Changes:
    try:
        return changes_since(root, revision)
    except NoHistory as error:
        message = f"cannot tell what changed since '{revision}': {error}; fetch it, or name another"
        raise click.UsageError(message) from error


def _from_root(root: Path, file: Path) -> str:
    return Path(os.path.relpath(file, root)).as_posix()


def _annotated(problems: Iterable[Problem]) -> str:
    tally = report(problems).rsplit("\n", 1)[-1]
    return "\n".join([*map(annotation, sorted(set(problems))), tally])
