"""The events of a statement: publications of versions, endorsements and withdrawals."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from heapq import nsmallest

from ..dates import StatedDate
from ..model import Signatory
from ..statement.version import Version


class EventType(StrEnum):
    """The type of an event."""

    WITHDRAWN = "withdrawn"
    SIGNED = "signed"
    PUBLISHED = "published"


@dataclass(frozen=True, slots=True)
class Event:
    """An event on a date; a publication has a version alone, all others a signatory as well."""

    type: EventType
    date: StatedDate
    version: str
    signatory: Signatory | None = None

    @property
    def subject(self) -> str:
        """The stable identifier of what the event is about.

        Of a publication the version's number, of a withdrawal the signatory's slug, and of an
        endorsement both, since to endorse another version is another event.
        """
        if self.signatory is None:
            return self.version
        slug = self.signatory.slug
        return f"{slug} {self.version}" if self.type is EventType.SIGNED else slug


def newest_events(
    versions: Sequence[Version], signatories: Iterable[Signatory], most: int
) -> list[Event]:
    """At most so many of the newest events, newest first.

    Where only the month is known, its first day counts. Of one date, withdrawals come first, then
    endorsements, then publications; signatories are in the order of the register, and versions
    in reverse order.
    """
    signatories = tuple(signatories)
    facts = [*_withdrawals(signatories), *_endorsements(signatories), *_publications(versions)]
    return [_event(*each) for each in nsmallest(most, facts, key=_newest_first)]


def last_change(signatories: Iterable[Signatory]) -> Event | None:
    """The newest event of the register; None where there are no signatories."""
    return next(iter(newest_events((), signatories, 1)), None)


_Fact = tuple[EventType, StatedDate, Signatory | Version]


def _withdrawals(signatories: Iterable[Signatory]) -> Iterator[_Fact]:
    for each in signatories:
        if each.withdrawn is not None:
            yield EventType.WITHDRAWN, each.withdrawn, each


def _endorsements(signatories: Iterable[Signatory]) -> Iterator[_Fact]:
    for each in signatories:
        yield EventType.SIGNED, each.signed, each


def _publications(versions: Sequence[Version]) -> Iterator[_Fact]:
    for each in reversed(versions):
        yield EventType.PUBLISHED, each.published, each


def _newest_first(fact: _Fact) -> tuple[int, int, int]:
    date = fact[1]
    return -date.year, -date.month, -(date.day or 0)


def _event(kind: EventType, date: StatedDate, subject: Signatory | Version) -> Event:
    if isinstance(subject, Version):
        return Event(kind, date, subject.number)
    return Event(kind, date, subject.version, subject)
