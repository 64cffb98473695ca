"""What commands share: the site they run in, and the paths and revisions they are given."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import click

from ..git import HistoryError
from ..paths import CONFIGURATION, root_of
from ..problem import printable, quoted
from ..statement.history import History, history_of


def site_root() -> Path:
    """The root of the site that holds the working directory.

    Raises `click.UsageError` (exit code 2) where there is none.
    """
    try:
        root = root_of(Path.cwd())
    except FileNotFoundError:
        root = None  # the working directory was removed meanwhile
    if root is None:
        raise click.UsageError(f"no {CONFIGURATION} here or above; go into a statement site")
    return root


def path_in(root: Path, file: Path) -> str:
    """The path of a file relative to the root of its site, with forward slashes.

    A symbolic link as its last part is not resolved: such a file is refused where it is read.
    Raises `click.UsageError` where the file lies outside of the site.
    """
    here = Path.cwd() / file
    place = here.parent.resolve() / file.name if file.name not in ("", "..") else here.resolve()
    if not place.is_relative_to(root):
        message = f"{printable(str(file))} lies outside of this site, which is in {root}"
        raise click.UsageError(f"{message}; name a file of the site")
    return place.relative_to(root).as_posix()


def published_history(root: Path) -> History | None:
    """The history of a site; raises `click.UsageError` where its published branch is not there."""
    try:
        return history_of(root, os.environ)
    except HistoryError as error:
        raise click.UsageError(str(error)) from error


def refuse_unless_new(folder: Path) -> None:
    """Raise `click.UsageError` for a folder that has anything in it, which may be written over."""
    if os.path.lexists(folder) and not (folder.is_dir() and not any(folder.iterdir())):
        message = "is there already; name a new or an empty folder, or remove it"
        raise click.UsageError(f"{printable(str(folder))} {message}")


@contextmanager
def history_since(revision: str) -> Iterator[None]:
    """Raise a `HistoryError` over a revision that was given as `click.UsageError` (exit code 2)."""
    try:
        yield
    except HistoryError as error:
        message = f"cannot tell what changed since {quoted(revision)}: {error}"
        raise click.UsageError(message) from error
