"""The command `undersigned fold`: move all drop-ins into the register."""

import os
import sys
from collections.abc import Iterator, Mapping
from datetime import UTC, date, datetime
from pathlib import Path

import click

from ..format.annotated import AnnotatedRegister, read_annotated
from ..format.atomic_write import replace_text
from ..format.canonical import canonical_text
from ..format.files import register_files
from ..format.fold import DropIn, Remark, folded
from ..git import HistoryError, added_days
from ..paths import DROP_INS, REGISTER
from ..problem import Problem, counted, printable, report, stopping
from ..register.entries import LARGEST_DROP_IN, gather
from ..register.rules.context import read_context
from ..register.signatories import examined
from ..text.source import MEBIBYTE, read_source
from .context import site_root


@click.command(epilog="Example: undersigned fold && git commit --all --message 'Fold drop-ins'")
def fold() -> None:
    """Move all drop-ins into signatories.yml, in canonical order, and delete them.

    Each entry gets the day on which its drop-in came to this branch, by git, or else today's.
    Comments are kept and printed; a line that names the schema is left out, and printed as well.
    Killed at any point, it loses nothing; run again, it finishes. Does nothing but print the
    problems, and exits with 1, if there are any. Warnings are printed and stop nothing.
    """
    root = site_root()
    problems = [*_problems_in(root)]
    if problems:
        click.echo(report(problems), err=not stopping(problems))
    if stopping(problems):
        sys.exit(1)
    drop_ins = register_files(root)[0][1:]
    if not drop_ins:
        click.echo("no drop-ins to fold")
        return
    try:
        _fold(root, drop_ins)
    except OSError as error:
        path = os.path.relpath(error.filename or root / REGISTER, root)
        click.echo(report([Problem(path, 1, 1, f"cannot be written: {error.strerror}")]))
        sys.exit(1)


def _fold(root: Path, drop_ins: list[str]) -> None:
    """Write the register, then delete the drop-ins.

    In this order, so that a fold that is interrupted leaves every entry in at least one file.
    """
    register = _read(root, REGISTER, 64 * MEBIBYTE)
    days, today = _days(root), datetime.now(UTC).date()
    read = [
        DropIn(_read(root, path, LARGEST_DROP_IN), days.get(path, today), path) for path in drop_ins
    ]
    fold = folded(register, read)
    text = canonical_text(fold.register)
    if text.encode() != (root / REGISTER).read_bytes():
        replace_text(root / REGISTER, text)
    for path in drop_ins:
        (root / path).unlink(missing_ok=True)
    for remark in fold.remarks:
        click.echo(_line(remark))
    click.echo(f"folded {counted(fold.new, 'drop-in')} into {REGISTER}")
    if done := len(drop_ins) - fold.new:
        click.echo(f"deleted {counted(done, 'drop-in')} already folded")


def _line(remark: Remark) -> str:
    what = "keeps its comment" if remark.kept else "is folded without its line"
    return f"{printable(remark.path)}: {what} '{printable(remark.comment)}'"


def _days(root: Path) -> Mapping[str, date]:
    """The day on which each drop-in came to this branch; of none where there is no history."""
    try:
        return added_days(root, DROP_INS, "HEAD")
    except HistoryError:
        return {}


def _read(root: Path, path: str, at_most: int) -> AnnotatedRegister:
    """A file of entries, of so many bytes at most; prints its problems and exits with 1 if any."""
    source, problems = read_source(root, path, at_most)
    register, problems = read_annotated(source) if source else (None, problems)
    if register is None:  # changed since it was checked
        click.echo(report(problems))
        sys.exit(1)
    return register


def _problems_in(root: Path) -> Iterator[Problem]:
    """The problems of the entries, except those of their order, which folding restores."""
    context, _, _ = read_context(root)
    entries, problems = gather(root)
    yield from problems
    yield from examined(entries, context).problems
