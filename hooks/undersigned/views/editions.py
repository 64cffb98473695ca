"""The versions of the text as pages tell of them."""

from collections.abc import Sequence
from typing import NamedTuple

from ..language import shown_date
from ..versions.version import Version


class Edition(NamedTuple):
    """One version: its date in words and as machines read it, and the numbers beside its own.

    `before` and `after` are empty where there is none.
    """

    number: str
    published: str
    published_on: str
    sha256: str
    before: str
    after: str

    @property
    def in_force(self) -> bool:
        """Whether no later version has superseded it."""
        return not self.after


def editions(versions: Sequence[Version], locale: str) -> tuple[Edition, ...]:
    """The versions, which come oldest first, with the one in force first."""
    numbers = ["", *(version.number for version in versions), ""]
    shown = [
        Edition(
            version.number,
            shown_date(version.published, locale),
            str(version.published),
            version.sha256,
            numbers[place],
            numbers[place + 2],
        )
        for place, version in enumerate(versions)
    ]
    return tuple(reversed(shown))
