"""The model of the record: deeds of signatories, searches that found nothing, and replies."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from ..dates import StatedDate


class Bearing(StrEnum):
    """How the editors read a deed beside the principle that it is documented under."""

    IN_LINE = "in-line"
    AT_ODDS = "at-odds"
    DISPUTED = "disputed"


class Reply(NamedTuple):
    """What a signatory said of an entry, and when, as far as the entry states that.

    It is known by a `source` on its own site, or else by an e-mail that came on the day `by_email`.
    """

    words: str
    replied: StatedDate | None = None
    source: str | None = None
    by_email: StatedDate | None = None

    @property
    def date(self) -> StatedDate | None:
        """The day of the reply; of one by e-mail, where nothing else is stated, that of it."""
        return self.replied or self.by_email


class Deed(NamedTuple):
    """What signatories did, in one sentence, with the keys of the sources that document it.

    `who` has their ids. It belongs to a `principle` of a `version` of the text, of none where the
    text has no numbers. It was done on the `date`; of pages without one, it is known when they were
    `seen`. On the day `unarchived` no archived copy of any source was to be had.
    """

    id: str
    who: tuple[str, ...]
    version: str
    principle: int | None
    date: StatedDate | None
    seen: StatedDate | None
    deed: str
    sources: tuple[str, ...]
    bearing: Bearing
    unarchived: StatedDate | None = None
    notified: StatedDate | None = None
    reply: Reply | None = None
    listed: StatedDate | None = None

    @property
    def when(self) -> StatedDate:
        """The date, or else when it was seen; an entry that complies with every rule has either."""
        stated = self.date or self.seen
        if stated is None:
            raise ValueError(f"{self.id} has passed no date rule")
        return stated


class Search(NamedTuple):
    """That a deed of a signatory under a principle was looked for on a day, and none was found."""

    id: str
    who: tuple[str, ...]
    version: str
    principle: int | None
    looked: StatedDate
    where: tuple[str, ...]
    notified: StatedDate | None = None
    reply: Reply | None = None
    listed: StatedDate | None = None

    @property
    def when(self) -> StatedDate:
        """When it was looked for."""
        return self.looked


Recorded = Deed | Search


@dataclass(frozen=True, slots=True)
class Record:
    """Every entry that complies with the rules, published or not, in canonical order."""

    entries: tuple[Recorded, ...] = ()

    @property
    def deeds(self) -> Iterator[Deed]:
        """What signatories did."""
        return (each for each in self.entries if isinstance(each, Deed))

    @property
    def searches(self) -> Iterator[Search]:
        """Where nothing was found."""
        return (each for each in self.entries if isinstance(each, Search))
