"""What happened to the record, and on which day it is news."""

from datetime import timedelta

import pytest
from undersigned.dates import StatedDate
from undersigned.deeds.events import RecordEvent, record_events
from undersigned.deeds.model import Recorded, Reply
from undersigned.deeds.publishing import notice_ends

from tests.support.shown_deeds import LIBRARY, deed, record, search
from tests.support.signatories import register, signatory

ACME = signatory("Acme")
BOLT = signatory("Bolt", website="https://bolt.example")
TOLD = StatedDate(2025, 3, 1)


def happened(*entries: Recorded) -> list[RecordEvent]:
    return list(record_events(record(*entries), register([ACME, BOLT]), LIBRARY))


def days(*entries: Recorded) -> list[tuple[str, str]]:
    return [(event.type, str(event.entered)) for event in happened(*entries)]


def test_an_entry_is_news_of_the_day_on_which_it_could_first_be_shown() -> None:
    shown = notice_ends(TOLD)
    assert shown - TOLD.first_day > timedelta(days=14)
    assert days(deed(sources=("paper",), notified=TOLD)) == [("documented", str(shown))]
    assert days(search()) == [("looked", str(shown))]


@pytest.mark.parametrize(
    ("listed", "entered"), [((2025, 2, 1), "2025-03-16"), ((2026, 1, 2), "2026-01-02")]
)
def test_the_later_of_the_notice_and_the_listing_counts(
    listed: tuple[int, int, int], entered: str
) -> None:
    entry = deed(sources=("paper",), notified=TOLD, listed=StatedDate(*listed))
    assert days(entry) == [("documented", entered)]


def test_of_own_pages_no_notice_counts() -> None:
    assert days(deed(notified=TOLD)) == [("documented", "2025-01-02")]
    assert days(deed(notified=TOLD, listed=StatedDate(2025, 1, 9))) == [
        ("documented", "2025-01-09")
    ]


@pytest.mark.parametrize(
    ("given", "entered"),
    [
        ({"date": StatedDate(2024)}, "2024"),
        ({"date": StatedDate(2024, 5)}, "2024-05"),
        ({"date": None, "seen": StatedDate(2024, 5, 6)}, "2024-05-06"),
    ],
)
def test_where_neither_is_known_the_date_of_the_entry_counts(
    given: dict[str, object], entered: str
) -> None:
    assert days(deed("a", **given)) == [("documented", entered)]


@pytest.mark.parametrize(
    ("reply", "entered"),
    [
        (Reply("We did.", StatedDate(2025, 6, 7), "https://acme.com/r"), "2025-06-07"),
        (Reply("We did.", None, None, StatedDate(2025, 6, 8)), "2025-06-08"),
        (Reply("We did.", StatedDate(2025, 3, 2), "https://acme.com/r"), "2025-03-16"),
        (Reply("We did.", None, "https://acme.com/r"), "2025-03-16"),
    ],
)
def test_a_reply_is_news_of_its_own_day_but_not_before_what_it_replies_to(
    reply: Reply, entered: str
) -> None:
    entry = deed(sources=("paper",), notified=TOLD, reply=reply)
    assert days(entry) == [("replied", entered), ("documented", "2025-03-16")]


def test_a_deed_of_two_is_one_event() -> None:
    entry = deed(who=("acme", "bolt"), notified=TOLD)
    assert [event.entry.id for event in happened(entry)] == [entry.id]
