"""The command `undersigned fold`: move all drop-ins into the lists that they belong to."""

import os
import sys
from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, date, datetime
from pathlib import Path

import click

from ..entry_list import SIGNATORIES, EntryList
from ..format.annotated import AnnotatedList, read_annotated
from ..format.atomic_write import replace_text
from ..format.canonical import canonical_text
from ..format.files import drop_ins_of
from ..format.fold import DropIn, Remark, folded
from ..git import HistoryError, added_days
from ..lists import LISTS
from ..problem import Problem, Severity, counted, printable, report, stopping
from ..register.entries import LARGEST, LARGEST_DROP_IN, gather
from ..register.examining import examined
from ..register.rules.context import read_context
from ..site import read_site
from ..text.source import read_source
from .context import site_root


@click.command(epilog="Example: undersigned fold && git add --all && git commit -m 'Fold drop-ins'")
def fold() -> None:
    """Move all drop-ins into signatories.yml or deeds.yml, in canonical order, and delete them.

    Each entry gets the day on which its drop-in came to this branch, by git, or else today's.
    Comments are kept and printed; a line that names the schema is left out, and printed as well.
    Where there is no deeds.yml it is written. Killed at any point, it loses nothing; run again, it
    finishes. Does nothing but print the problems, and exits with 1, if there are any. Warnings are
    printed and stop nothing.
    """
    root = site_root()
    waiting, barred = dict[EntryList, list[str]](), list[Problem]()
    for kept in LISTS:
        waiting[kept], wrong = drop_ins_of(root, kept)
        barred += wrong
    concerned = [kept for kept in LISTS if waiting[kept]]
    problems = list(dict.fromkeys([*_problems_in(root, concerned), *barred]))
    if problems:
        click.echo(report(problems), err=not stopping(problems))
    if stopping(problems):
        sys.exit(1)
    if not any(waiting.values()):
        click.echo("no drop-ins to fold")
        return
    for kept, drop_ins in waiting.items():
        if drop_ins:
            _fold_or_say_why_not(root, kept, drop_ins)


def _fold_or_say_why_not(root: Path, kept: EntryList, drop_ins: Sequence[str]) -> None:
    """Fold the drop-ins of one list; prints the problem and exits with 1 where that is barred."""
    try:
        _fold(root, kept, drop_ins)
    except OSError as error:
        path = os.path.relpath(error.filename or root / kept.path, root)
        click.echo(report([Problem(path, 1, 1, f"cannot be written: {error.strerror}")]))
        sys.exit(1)


def _fold(root: Path, kept: EntryList, drop_ins: Sequence[str]) -> None:
    """Write the list, then delete the drop-ins.

    In this order, so that a fold that is interrupted leaves every entry in at least one file.
    """
    place = root / kept.path
    is_new = not kept.is_expected(root)
    entries = AnnotatedList(()) if is_new else _read(root, kept.path, kept, LARGEST)
    days, today = _days(root, kept), datetime.now(UTC).date()
    read = [
        DropIn(_read(root, path, kept, LARGEST_DROP_IN), days.get(path, today), path)
        for path in drop_ins
    ]
    fold = folded(entries, read)
    text = canonical_text(fold.merged, kept)
    if is_new or text.encode() != place.read_bytes():
        replace_text(place, text)
    for path in drop_ins:
        (root / path).unlink(missing_ok=True)
    for remark in fold.remarks:
        click.echo(_line(remark))
    click.echo(f"folded {counted(fold.new, 'drop-in')} into {kept.path}")
    if is_new:
        click.echo(f"{kept.path} is a new file; add it to the commit")
    if done := len(drop_ins) - fold.new:
        click.echo(f"deleted {counted(done, 'drop-in')} already folded")


def _line(remark: Remark) -> str:
    what = "keeps its comment" if remark.kept else "is folded without its line"
    return f"{printable(remark.path)}: {what} '{printable(remark.comment)}'"


def _days(root: Path, kept: EntryList) -> Mapping[str, date]:
    """The day on which each drop-in came to this branch; of none where there is no history."""
    try:
        return added_days(root, kept.drop_ins, "HEAD")
    except HistoryError:
        return {}


def _read(root: Path, path: str, kept: EntryList, at_most: int) -> AnnotatedList:
    """A file of entries, of so many bytes at most; prints its problems and exits with 1 if any."""
    source, problems = read_source(root, path, at_most)
    entries, problems = read_annotated(source, kept) if source else (None, problems)
    if entries is None:  # changed since it was checked
        click.echo(report(problems))
        sys.exit(1)
    return entries


def _problems_in(root: Path, concerned: Sequence[EntryList]) -> Iterator[Problem]:
    """The problems of the entries, except those of their order, which folding restores.

    Of the lists beside the register, only the `concerned` are asked, for what holds of them hangs
    on the whole site.
    """
    context, _, _ = read_context(root)
    entries, problems = gather(root)
    yield from problems
    yield from examined(entries, context).problems
    others = [kept for kept in concerned if kept is not SIGNATORIES]
    for problem in read_site(root)[1] if others else ():
        if problem.severity is not Severity.NOTE and any(
            each.holds(problem.path) for each in others
        ):
            yield problem
