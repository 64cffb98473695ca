"""The command `undersigned withdraw`: write the day of a withdrawal into the register."""

import os
import shlex
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NoReturn

import click

from ..entry_list import SIGNATORIES
from ..fields import BY_NAME
from ..format.annotated import read_annotated
from ..format.atomic_write import replace_text
from ..format.canonical import canonical_text
from ..format.withdrawing import FIELD, with_withdrawal
from ..identity import id_of
from ..problem import Problem, counted, printable, quoted, report, stopping
from ..register.entries import LARGEST, gather
from ..register.new_entry import field_at, on_lines
from ..register.rules import judged
from ..register.rules.context import read_context
from ..text.source import Entry, read_source
from .context import site_root
from .prompts import tidied


@click.command(epilog="Example: undersigned withdraw acme-security --date 2026-11-23")
@click.argument("who", metavar="ID|NAME")
@click.option("--date", "day", required=True, help="When it withdrew, YYYY-MM-DD.")
def withdraw(who: str, day: str) -> None:
    """Take a signatory off the count: write the day on which it withdrew into its entries.

    They stay, are listed apart and are not counted. All that it endorses is withdrawn: to withdraw
    from one version alone, add the line to that entry by hand. Make sure first that the request
    comes from the signatory. Files come into canonical form, comments included.
    """
    root = site_root()
    entries = _entries_of(root, tidied(who))
    standing = [entry for entry in entries if FIELD not in entry.values]
    if not standing:
        date = printable(entries[-1].values[FIELD])
        _refuse(f"{quoted(entries[-1].values['name'])} has withdrawn already, on {date}")
    day = tidied(day)
    if faults := dict.fromkeys(_faults(root, standing, day)):
        _refuse(*(f"--date: {fault}" for fault in faults))
    paths = sorted({entry.path for entry in standing})
    for path, text in [(path, _withdrawn(root, path, standing[0], day)) for path in paths]:
        _write(root, path, text)
    _print_next_steps(root, paths, standing)


def _entries_of(root: Path, who: str) -> Sequence[Entry]:
    """The entries of a signatory, by its id or its name; exits with 1 unless there is one."""
    entries, problems = gather(root)
    found = {id_of(each.values) for each in entries if id_of(each.values) == who} or {
        id_of(each.values) for each in entries if tidied(each.values.get("name", "")) == who
    }
    if not found and (unread := stopping(problems)):
        click.echo(report(unread))
        sys.exit(1)
    if not found:
        _refuse(f"nobody in the register is {quoted(who)}; give the id or the name as it has it")
    if len(found) > 1:
        ids = printable(", ".join(sorted(found)))
        _refuse(f"{quoted(who)} is the name of several; give one of {ids}")
    return [each for each in entries if id_of(each.values) in found]


def _faults(root: Path, entries: Sequence[Entry], day: str) -> Iterator[str]:
    """What the rules say of a day, for any of the entries that it would withdraw."""
    context, field = read_context(root)[0], BY_NAME[FIELD]
    for entry in entries:
        _, problems = judged(on_lines({**entry.values, FIELD: day}), context)
        about = [each for each in problems if field_at(each.line) is field]
        yield from (each.message for each in stopping(about))


def _withdrawn(root: Path, path: str, entry: Entry, day: str) -> str:
    """The text of a file in which a signatory's entries are withdrawn; exits with 1 over others."""
    source, problems = read_source(root, path, LARGEST)
    listed, problems = read_annotated(source) if source else (None, problems)
    if listed is None:
        click.echo(report(problems))
        sys.exit(1)
    return canonical_text(with_withdrawal(listed, id_of(entry.values), day), SIGNATORIES)


def _write(root: Path, path: str, text: str) -> None:
    try:
        replace_text(root / path, text)
    except OSError as error:
        message = f"cannot be written: {error.strerror}; mend that, and run this again"
        click.echo(report([Problem(path, 1, 1, message)]))
        sys.exit(1)


def _refuse(*messages: str) -> NoReturn:
    for message in messages:
        click.echo(message, err=True)
    sys.exit(1)


def _print_next_steps(root: Path, paths: Sequence[str], entries: Sequence[Entry]) -> None:
    """Print what was written, and the git commands that propose it."""
    name, own = entries[0].values["name"], id_of(entries[0].values)
    number = counted(len(entries), "entry", "entries")
    click.echo(f"{quoted(name)} is withdrawn in {number}; these commands propose it:\n")
    for command in (
        ["git", "switch", "-c", f"withdraw-{printable(own)}"],
        ["git", "add", *(os.path.relpath(root / path) for path in paths)],
        ["git", "commit", "-m", f"Withdraw {printable(name)}"],
    ):
        click.echo(f"    {shlex.join(command)}")
