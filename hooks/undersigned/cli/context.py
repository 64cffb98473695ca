"""Where a command is run, and the files it is given."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import click

from ..git import HistoryError
from ..paths import CONFIGURATION, root_of
from ..problem import printable, quoted


def site_root() -> Path:
    """The root of the site one stands in; misuse (exit 2) where there is none."""
    try:
        root = root_of(Path.cwd())
    except FileNotFoundError:
        root = None  # the working directory has been removed meanwhile
    if root is None:
        raise click.UsageError(f"no {CONFIGURATION} here or above; go into a statement site")
    return root


def path_in(root: Path, file: Path) -> str:
    """The path of a file from the root of its site; misuse where it lies outside.

    The last part is not followed: a link is refused where the file is read.
    """
    here = Path.cwd() / file
    place = here.parent.resolve() / file.name if file.name not in ("", "..") else here.resolve()
    if not place.is_relative_to(root):
        message = f"{printable(str(file))} lies outside of this site, which is in {root}"
        raise click.UsageError(f"{message}; name a file of the site")
    return place.relative_to(root).as_posix()


@contextmanager
def history_since(revision: str) -> Iterator[None]:
    """Tell of a revision that history cannot be compared with; to name one is misuse (exit 2)."""
    try:
        yield
    except HistoryError as error:
        message = f"cannot tell what changed since {quoted(revision)}: {error}"
        raise click.UsageError(message) from error
