"""The events of a statement: publications, endorsements, withdrawals, and ends of signatories."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from enum import StrEnum
from itertools import groupby
from typing import NamedTuple, Protocol, TypeVar

from ..dates import StatedDate
from ..model import Endorsement, Signatory
from ..statement.version import Version


class Entered(Protocol):
    """What came to a site on a day."""

    @property
    def entered(self) -> StatedDate:
        """The day by which it is sorted."""


Happened = TypeVar("Happened", bound=Entered)


class EventType(StrEnum):
    """The type of an event."""

    ENDED = "ended"
    WITHDRAWN = "withdrawn"
    SIGNED = "signed"
    PUBLISHED = "published"


class Event(NamedTuple):
    """An event on a date; a publication has a version alone, all others a signatory as well.

    `entered` is the day by which events are sorted: of an endorsement the one on which it came to
    the register, as far as that is known, and of all others the date itself; but nothing is told of
    an endorsement before that one came.
    """

    type: EventType
    date: StatedDate
    entered: StatedDate
    version: str
    signatory: Signatory | None = None
    endorsement: Endorsement | None = None

    @property
    def subject(self) -> str:
        """The stable identifier of what the event is about.

        Of a publication the version's number; of an endorsement the signatory's id and the version,
        since to endorse another version is another event. Of what ends a signatory's first
        endorsement, or the signatory, the id alone.
        """
        who = self.signatory
        if who is None:
            return self.version
        of_all = self.type is EventType.ENDED
        of_first = self.type is EventType.WITHDRAWN and self.endorsement is who.first
        return who.id if of_all or of_first else f"{who.id} {self.version}"


def events(versions: Sequence[Version], signatories: Iterable[Signatory]) -> list[Event]:
    """Every event, the one entered last first.

    Where only a month is known, its first day counts. Of one day, what is not folded comes first,
    then ends, withdrawals, endorsements and publications; signatories are in the order of the
    register, and versions in reverse order.
    """
    found = [*_of_signatories(signatories), *_publications(versions)]
    return by_day(sorted(found, key=_is_unfolded, reverse=True))


def by_day(news: Iterable[Happened]) -> list[Happened]:
    """The newest day first; what came on one day stays in its order."""
    days = defaultdict[StatedDate, list[Happened]](list)
    for each in news:
        days[each.entered].append(each)
    return [each for day in sorted(days, key=_newest_first) for each in days[day]]


def last_change(events: Iterable[Event]) -> Event | None:
    """The first event of a signatory, which is the newest; None where there are no signatories."""
    return next((event for event in events if event.signatory), None)


def newest_days(events: Sequence[Happened], least: int) -> list[Happened]:
    """The events of the newest whole days that have so many at least; all where there are fewer.

    No day is cut, so another event on any of these days is among them.
    """
    newest: list[Happened] = []
    for _, of_day in groupby(events, key=lambda event: event.entered):
        if len(newest) >= least:
            break
        newest += of_day
    return newest


def by_year(events: Sequence[Happened]) -> dict[int, list[Happened]]:
    """The events by the year in which they were entered, the last year first."""
    return {
        year: list(found) for year, found in groupby(events, key=lambda event: event.entered.year)
    }


def _of_signatories(signatories: Iterable[Signatory]) -> Iterator[Event]:
    withdrawn, signed = list[Event](), list[Event]()
    for who in signatories:
        if date := who.latest.ended:
            entered = _not_before(who.latest, date)
            yield Event(EventType.ENDED, date, entered, who.latest.version, who, who.latest)
        for each in who.endorsements:
            if date := each.withdrawn:
                entered = _not_before(each, date)
                withdrawn.append(Event(EventType.WITHDRAWN, date, entered, each.version, who, each))
            signed.append(Event(EventType.SIGNED, each.signed, each.news, each.version, who, each))
    yield from withdrawn
    yield from signed


def _not_before(endorsement: Endorsement, date: StatedDate) -> StatedDate:
    """The date, or the day on which the endorsement came to the register if that is later."""
    news = endorsement.news
    return news if news.first_day > date.last_day else date


def _publications(versions: Sequence[Version]) -> Iterator[Event]:
    for each in reversed(versions):
        yield Event(EventType.PUBLISHED, each.published, each.published, each.number)


def _is_unfolded(event: Event) -> bool:
    """Whether it is an endorsement that came after all others, on nobody knows which day."""
    return event.endorsement is not None and event.endorsement.entered is not None


def _newest_first(date: StatedDate) -> tuple[int, int, int]:
    return -date.year, -(date.month or 0), -(date.day or 0)
