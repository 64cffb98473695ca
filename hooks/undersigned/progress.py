"""How far long work is: what the work says of it, whoever shows it or nobody.

The work says it in one thread, and knows nothing of terminals.
"""

from collections.abc import Iterable, Iterator
from typing import Protocol, TypeVar

_Item = TypeVar("_Item")


class Progress(Protocol):
    """Takes what long work says of itself: how much there is, what is being done, what is done."""

    def begin(self, total: int) -> None:
        """Begin a stretch of work of so many steps; the stretch before it, if any, has ended."""

    def now(self, what: str) -> None:
        """Say what is being done or waited for now, such as a host; untrusted text may be given."""

    def done(self, count: int = 1) -> None:
        """Count steps that are done."""

    def end(self) -> None:
        """End the stretch, whether all of it was done or not. To end it again does nothing."""


class _Silent:
    """Shows nothing."""

    def begin(self, total: int) -> None:
        """Do nothing with the number of steps."""

    def now(self, what: str) -> None:
        """Do nothing with what is being done."""

    def done(self, count: int = 1) -> None:
        """Do nothing with the steps that are done."""

    def end(self) -> None:
        """Do nothing at the end."""


SILENT: Progress = _Silent()


def shown_each(
    doing: str, items: Iterable[tuple[str, _Item]], progress: Progress
) -> Iterator[tuple[str, _Item]]:
    """The items, each a step of the progress: what is done with it, and its name."""
    for name, item in items:
        progress.now(f"{doing} {name}")
        yield name, item
        progress.done()
