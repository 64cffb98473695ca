"""The command `undersigned review`: summarise what a branch changes."""

from contextlib import suppress
from pathlib import Path

import click

from ..changes.review import Review, review_since
from ..changes.summary import summary_text
from ..git import HistoryError
from .context import history_since, published_history, site_root

_DEFAULT_BASES = ("origin/main", "main")


@click.command(epilog="Example: undersigned review origin/main")
@click.argument("base", required=False)
@click.option("--asked-by", default="", metavar="LOGIN", help="Who opened the pull request.")
def review(base: str | None, asked_by: str) -> None:
    """Report in Markdown what a branch changes in the register and the text, since BASE.

    Without BASE, since origin/main, or main where there is no such branch. It says at its top what
    to look at closely: a published text, somebody else's entry, what somebody is said to have done,
    code. It is a summary and no judge: it exits with 0 whatever it reports, and 'undersigned check
    --changed-since' judges.
    """
    found = _reviewed(site_root(), (base,) if base is not None else _DEFAULT_BASES)
    click.echo(summary_text(found, asked_by), nl=False)


def _reviewed(root: Path, bases: tuple[str, ...]) -> Review:
    """The review since the first of these revisions that git knows.

    Raises `click.UsageError` where it knows none.
    """
    *others, last = bases
    history = published_history(root)
    for base in others:
        with suppress(HistoryError):
            return review_since(root, base, history)
    with history_since(last):
        return review_since(root, last, history)
