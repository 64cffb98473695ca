"""The events of a statement: publications, endorsements, withdrawals, and ends of signatories."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from enum import StrEnum
from itertools import accumulate
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
        type_, _, _, version, who, endorsement = self
        if who is None or endorsement is None:
            return version
        id_ = endorsement.signatory
        if type_ is EventType.SIGNED:
            return f"{id_} {version}"
        of_first = type_ is EventType.WITHDRAWN and endorsement is who.first
        return id_ if type_ is EventType.ENDED or of_first else f"{id_} {version}"


def events(versions: Sequence[Version], signatories: Iterable[Signatory]) -> list[Event]:
    """Every event, in the order in which those of one day are told.

    Of one day, what is not folded comes first, then ends, withdrawals, endorsements and
    publications; signatories are in the order of the register, and versions in reverse order.
    """
    found = [*_of_signatories(signatories), *_publications(versions)]
    return sorted(found, key=_is_unfolded, reverse=True)


def newest(news: Iterable[Happened]) -> Happened | None:
    """What comes first of the newest day; none of nothing."""
    events = tuple(news)
    day = min({event.entered for event in events}, key=newest_first, default=None)
    return next((event for event in events if event.entered == day), None)


def last_change(events: Iterable[Event]) -> Event | None:
    """The newest event of a signatory; None where there are no signatories."""
    return newest(event for event in events if event.signatory)


def newest_days(news: Iterable[Happened], least: int) -> list[Happened]:
    """The events of the newest whole days that have so many at least; all where there are fewer.

    No day is cut, so another event on any of these days is among them. They stay in their order.
    """
    events = tuple(news)
    counts = Counter(event.entered for event in events)
    days = sorted(counts, key=newest_first)
    before = accumulate((counts[day] for day in days), initial=0)
    chosen = {day for day, count in zip(days, before, strict=False) if count < least}
    return [event for event in events if event.entered in chosen]


def by_year(news: Iterable[Happened]) -> dict[int, list[Happened]]:
    """The events by the year in which they were entered, the last year first, each in its order."""
    found = defaultdict[int, list[Happened]](list)
    for event in news:
        found[event.entered.year].append(event)
    return {year: found[year] for year in sorted(found, reverse=True)}


def _of_signatories(signatories: Iterable[Signatory]) -> Iterator[Event]:
    withdrawn, signed = list[Event](), list[Event]()
    for who in signatories:
        latest, earlier = who
        if date := latest.ended:
            entered = _not_before(latest, date)
            yield Event(EventType.ENDED, date, entered, latest.version, who, latest)
        for each in (latest, *earlier):
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


def newest_first(date: StatedDate) -> tuple[int, int, int]:
    """The key by which the newest day is the first."""
    return -date.year, -(date.month or 0), -(date.day or 0)
