"""What an import writes, in words before and after, and the writing of it."""

import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NamedTuple, NoReturn

import click

from ..format.atomic_write import create_texts, replace_text
from ..imports.rows import Fate, Judged
from ..paths import DROP_INS, REGISTER
from ..problem import Problem, counted, printable, report
from ..progress_line import progress_shown
from .interrupts import INTERRUPTED, interrupts_noted


class Destination(NamedTuple):
    """Where entries go: into the register or into drop-ins, and the rows to ask to a file."""

    root: Path
    into_register: bool
    to_ask: Path


def in_words(rows: Sequence[Judged], destination: Destination, texts: Mapping[Path, str]) -> str:
    """What is to be written, in words; empty where that is nothing."""
    taken = sum(each.fate is Fate.TAKEN for each in rows)
    asked = sum(each.fate is Fate.TO_ASK for each in rows)
    parts = []
    if taken and destination.into_register:
        parts.append(f"{counted(taken, 'entry', 'entries')} into {REGISTER}")
    elif taken:
        parts.append(f"{counted(taken, 'drop-in')} into {DROP_INS}/")
    if destination.to_ask in texts:
        parts.append(f"{counted(asked, 'row')} to ask into {printable(str(destination.to_ask))}")
    return " and ".join(parts)


def write_all(destination: Destination, register: str, texts: Mapping[Path, str]) -> None:
    """Write the new files, then the register; prints what failed, and exits with 1 over it.

    An interrupt ends it between two files, with what is written and what is not.
    """
    root = destination.root
    with interrupts_noted() as interrupts:
        try:
            with progress_shown() as progress:
                progress.begin(len(texts) + bool(register))
                progress.now("writing")
                made = create_texts(texts, progress, lambda: interrupts.noted)
                if register and not interrupts.noted:
                    replace_text(root / REGISTER, register)
                    register = ""
        except OSError as error:
            path = error.filename or root / REGISTER
            stop([Problem(str(path), 1, 1, f"cannot be written: {error.strerror}; mend that")])
        if register or len(made) < len(texts):
            click.echo(_so_far(destination, made, len(texts), register), err=True)
            sys.exit(INTERRUPTED)


def _so_far(destination: Destination, made: Sequence[Path], total: int, register: str) -> str:
    """What was written before an interrupt, in the order of the list, and how to go on."""
    written = f"{len(made):,} of {counted(total, 'file')}"
    if made:
        first, last = (_shown(destination.root, path) for path in (made[0], made[-1]))
        written += f", {first}" if len(made) == 1 else f", from {first} to {last}"
    left = f", and {REGISTER} is as it was" if register else ""
    return f"stopped: wrote {written}{left}; run it again, and it writes what is left"


def _shown(root: Path, path: Path) -> str:
    return printable(str(path.relative_to(root) if path.is_relative_to(root) else path))


def stop(problems: Sequence[Problem]) -> NoReturn:
    """Print the problems that keep a list from being taken over, and exit with 1."""
    click.echo(report(problems))
    sys.exit(1)
