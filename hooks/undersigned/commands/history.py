"""What a command needs of the history of a site."""

from collections.abc import Iterator
from contextlib import contextmanager

import click

from ..reporting.changes import NoHistory
from ..reporting.problems import quoted


@contextmanager
def history_since(revision: str) -> Iterator[None]:
    """Tell of a revision that history cannot be compared with; to name one is misuse (exit 2)."""
    try:
        yield
    except NoHistory as error:
        message = f"cannot tell what changed since {quoted(revision)}: {error}"
        raise click.UsageError(message) from error
