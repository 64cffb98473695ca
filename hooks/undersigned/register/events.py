"""What happened to a statement: a version was published, somebody endorsed it or withdrew."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from heapq import nsmallest

from ..dates import StatedDate
from ..model import Signatory
from ..statement.version import Version


class EventType(StrEnum):
    """What can happen."""

    WITHDRAWN = "withdrawn"
    SIGNED = "signed"
    PUBLISHED = "published"


@dataclass(frozen=True, slots=True)
class Event:
    """One thing that happened on a date, to a signatory or to a version alone."""

    type: EventType
    date: StatedDate
    version: str
    signatory: Signatory | None = None

    @property
    def subject(self) -> str:
        """What stays the same of it, whatever else changes: a slug, or a version's number.

        Who signs another version has done so anew, so to sign is about both.
        """
        if self.signatory is None:
            return self.version
        slug = self.signatory.slug
        return f"{slug} {self.version}" if self.type is EventType.SIGNED else slug


def newest_events(
    versions: Sequence[Version], signatories: Iterable[Signatory], most: int
) -> list[Event]:
    """The newest events, newest first.

    Where only the month is known, its first day counts. Of one date, withdrawals come first, then
    endorsements, then publications; each sort as it stands in the register, versions last first.
    """
    signatories = tuple(signatories)
    happened = [*_withdrawals(signatories), *_endorsements(signatories), *_publications(versions)]
    return [_event(*each) for each in nsmallest(most, happened, key=_newest_first)]


def last_change(signatories: Iterable[Signatory]) -> Event | None:
    """The newest thing that the register tells."""
    return next(iter(newest_events((), signatories, 1)), None)


_Happened = tuple[EventType, StatedDate, Signatory | Version]


def _withdrawals(signatories: Iterable[Signatory]) -> Iterator[_Happened]:
    for each in signatories:
        if each.withdrawn is not None:
            yield EventType.WITHDRAWN, each.withdrawn, each


def _endorsements(signatories: Iterable[Signatory]) -> Iterator[_Happened]:
    for each in signatories:
        yield EventType.SIGNED, each.signed, each


def _publications(versions: Sequence[Version]) -> Iterator[_Happened]:
    for each in reversed(versions):
        yield EventType.PUBLISHED, each.published, each


def _newest_first(happened: _Happened) -> tuple[int, int, int]:
    date = happened[1]
    return -date.year, -date.month, -(date.day or 0)


def _event(happening: EventType, date: StatedDate, to: Signatory | Version) -> Event:
    if isinstance(to, Version):
        return Event(happening, date, to.number)
    return Event(happening, date, to.version, to)
