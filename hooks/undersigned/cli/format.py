"""The command `undersigned format`: bring files into canonical form."""

import sys
from pathlib import Path

import click

from ..bibliography.files import listed_files
from ..changes.diff import Diff, diff_since, parting, text_before
from ..format.atomic_write import replace_text
from ..format.files import (
    Formatted,
    difference,
    files_with_a_form,
    formatted,
    is_canonical,
    not_canonical,
)
from ..lists import LISTS
from ..problem import Problem, Severity, printable, report, stopping
from .context import history_since, path_in, site_root


@click.command(name="format", epilog="Example: undersigned format --check")
@click.option("--check", is_flag=True, help="Change nothing; print what would change.")
@click.option(
    "--changed-since", "revision", metavar="REF",
    help="With --check: blame only files that have lost their form since.",
)  # fmt: skip
@click.argument("files", nargs=-1, type=click.Path(path_type=Path))
def format_(check: bool, revision: str | None, files: tuple[Path, ...]) -> None:
    """Bring the register, the deeds, their drop-ins and the sources into canonical form.

    Or the FILES given alone. Signatories by name, deeds by signatory, principle and date; fields in
    their order, one blank line between entries, quotes only where YAML needs them; every comment is
    kept. Sources by key, their values as they are. A file that cannot be read is left as it is, and
    its problems are printed. Exits with 1 over those, and with --check over a .bib file out of
    form; that of entries fails nothing, since a fold settles it. With --changed-since, files that
    were out of form before, or that the change does not touch, are notes.
    """
    if revision is not None and not check:
        raise click.UsageError("--changed-since goes with --check; give both")
    root = site_root()
    base, changes = _since(root, revision) if revision is not None else (None, None)
    paths = [_path_in(root, file) for file in files]
    problems: list[Problem] = []
    if not files:
        paths, problems = files_with_a_form(root)
    for path in paths:
        problems += _check(root, path, base) if check else _format(root, path)
    problems = changes.lighten(problems) if changes else problems
    if problems:
        click.echo(report(problems))
    if stopping(problems):
        sys.exit(1)


def _check(root: Path, path: str, base: str | None) -> list[Problem]:
    """The problems of a file, and that it is not in canonical form.

    Prints the difference from that form. With a merge base, a file that was out of form there, too,
    has a note instead, and no difference is printed.
    """
    change, problems = formatted(root, path)
    if change is None:
        return problems
    if change.before == change.after:
        return []
    if base is not None and not _lost_its_form(root, base, path):
        return [not_canonical(change)._replace(severity=Severity.NOTE)]
    for line in difference(change):
        click.echo(line)
    return [not_canonical(change)]


def _format(root: Path, path: str) -> list[Problem]:
    """Bring a file into canonical form; the problems that keep it from being read or written."""
    change, problems = formatted(root, path)
    if change is None:
        return problems
    return [] if change.before == change.after else _write(root, change)


def _since(root: Path, revision: str) -> tuple[str, Diff]:
    """The merge base with a revision, and what changed since.

    Raises `click.UsageError` where git cannot say.
    """
    with history_since(revision):
        base = parting(root, revision)
        return base, diff_since(root, base)


def _lost_its_form(root: Path, base: str, path: str) -> bool:
    """Whether a file was in canonical form at a merge base, or did not exist."""
    before = text_before(root, base, path)
    return not before or is_canonical(path, before)


def _write(root: Path, change: Formatted) -> list[Problem]:
    try:
        replace_text(root / change.path, change.after)
    except OSError as error:
        return [Problem(change.path, 1, 1, f"cannot be written: {error.strerror}")]
    click.echo(f"formatted {printable(change.path)}")
    return []


def _path_in(root: Path, file: Path) -> str:
    """The path of a file relative to the root of its site.

    Raises `click.UsageError` for a file that has no canonical form.
    """
    path = path_in(root, file)
    sources = [listed.value for listed in listed_files(root)[0]]
    if path in sources or any(kept.has_form(path) for kept in LISTS):
        return path
    drop_ins = " or ".join(f"{kept.drop_ins}/" for kept in LISTS)
    files = (*(kept.path for kept in LISTS), f"a '.yml' file in {drop_ins}", *sources[:1])
    wanted = f"name {', '.join(files)}"
    raise click.UsageError(f"{printable(str(file))} has no canonical form; {wanted}")
