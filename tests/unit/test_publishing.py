"""When entries of the record are shown: after a notice, at once, or never."""

from datetime import date, timedelta

import pytest
from pybtex.database import Entry
from undersigned.bibliography.library import Library
from undersigned.dates import StatedDate
from undersigned.deeds.model import Bearing, Deed, Record, Search
from undersigned.deeds.publishing import (
    AT_ONCE,
    notice_ends,
    published,
    shown_from,
    within_membership,
)
from undersigned.model import Signatory

from tests.support.signatories import register, signatory

ACME = signatory("Acme", website="https://acme.com")
BOLT = signatory("Bolt", website="https://bolt.example")
LIBRARY = Library(
    sources={
        "own": Entry("online", {"url": "https://acme.com/a"}),
        "also": Entry("online", {"url": "https://blog.acme.com/b"}),
        "bolts": Entry("online", {"url": "https://bolt.example/a"}),
        "paper": Entry("online", {"url": "https://news.example/a"}),
        "court": Entry("online", {"url": "https://www.ca9.uscourts.gov/a"}),
    }
)
BUILT = date(2026, 11, 26)


def stated(day: date) -> StatedDate:
    return StatedDate(day.year, day.month, day.day)


DEED = Deed(
    "acme-1-2025-01-02", ("acme",), "1.0", 1, StatedDate(2025, 1, 2), None, "It spoke.", (),
    Bearing.IN_LINE,
)  # fmt: skip


def deed(*sources: str, who: tuple[str, ...] = ("acme",)) -> Deed:
    return DEED._replace(who=who, sources=sources)


def search() -> Search:
    return Search("acme-1-looked", ("acme",), "1.0", 1, StatedDate(2025, 1, 2), ("its site",))


def shown(entry: Deed | Search, *others: Signatory, day: date = BUILT) -> tuple[str, ...]:
    """The ids about whom an entry is shown; none where it is not."""
    found = published(Record((entry,)), register([*others, ACME, BOLT]), LIBRARY, day)
    return found.entries[0].who if found.entries else ()


def test_a_deed_that_its_signatory_states_itself_is_shown_at_once() -> None:
    assert shown(deed("own", "also")) == ("acme",)
    assert shown_from(deed("own"), register([ACME]).by_id, LIBRARY) == AT_ONCE


def test_a_deed_of_which_anybody_else_is_a_source_waits() -> None:
    assert shown(deed("own", "paper")) == ()
    assert shown(deed("court")) == ()
    assert shown_from(deed("court"), register([ACME]).by_id, LIBRARY) is None


@pytest.mark.parametrize(
    ("field", "words", "at_once"),
    [
        ("note", r"As told at \url{https://news.example/a}", False),
        ("title", r"{What \href{http://news.example/a}{they} did}", False),
        ("howpublished", "https://news.example/a", False),
        ("note", r"Its first form was at \url{https://acme.com/draft}", True),
        ("annote", r"See \url{https://news.example/a}", True),
        ("note", "Read in a copy of 2024", True),
    ],
)
def test_a_source_that_leads_on_to_anybody_elses_page_is_not_its_signatorys_alone(
    field: str, words: str, at_once: bool
) -> None:
    given = Entry("online", {"url": "https://acme.com/a", field: words})
    library = Library(sources={"own": given})
    found = shown_from(deed("own"), register([ACME]).by_id, library)
    assert found == (AT_ONCE if at_once else None)


def test_a_deed_of_two_waits_unless_each_states_it_in_every_source() -> None:
    both = ("acme", "bolt")
    assert shown(deed("own", who=both)) == ()
    assert shown(deed("own", "bolts", who=both)) == ()
    # Who has both names under one website states it for both.
    part = signatory("Acme Labs", website="https://acme.com")
    assert shown(deed("own", who=("acme", "acme-labs")), part) == ("acme", "acme-labs")


def test_a_source_that_is_not_in_the_bibliography_is_nobodys_own() -> None:
    assert shown(deed("own", "unheard-of")) == ()
    assert shown(deed()) == ()


def test_an_entry_is_shown_once_fourteen_whole_days_lie_behind_its_notice() -> None:
    for entry in (deed("paper"), search()):
        for days, is_shown in ((0, False), (13, False), (14, False), (15, True), (400, True)):
            notified = stated(BUILT - timedelta(days))
            assert bool(shown(entry._replace(notified=notified))) is is_shown, days
    assert notice_ends(StatedDate(2026, 11, 1)) == date(2026, 11, 16)


def test_a_notice_that_lies_ahead_shows_nothing() -> None:
    assert shown(deed("paper")._replace(notified=stated(BUILT + timedelta(1)))) == ()


def test_a_search_waits_for_a_notice_whatever_was_searched() -> None:
    assert shown(search()) == ()


def test_a_search_about_a_signatory_is_no_deed_of_its_own_pages() -> None:
    assert shown_from(search(), register([ACME]).by_id, LIBRARY) is None


def test_the_record_of_who_has_withdrawn_ends_on_that_day() -> None:
    for field in ("withdrawn", "ended"):
        gone = signatory("Gone", website="https://acme.com", **{field: StatedDate(2025, 1, 2)})
        about = deed("own", who=("gone",))
        assert shown(about, gone) == ("gone",)
        assert shown(about._replace(date=StatedDate(2025, 1, 3)), gone) == ()
        # A month that holds the day may lie before it.
        assert shown(about._replace(date=StatedDate(2025, 1)), gone) == ("gone",)
        assert shown(about._replace(date=None, seen=StatedDate(2025, 2)), gone) == ()


def test_what_others_did_with_one_that_has_withdrawn_stays_in_their_record() -> None:
    gone = signatory("Gone", website="https://acme.com", withdrawn=StatedDate(2024, 6, 1))
    assert shown(deed("own", who=("gone", "acme")), gone) == ("acme",)
    # Whether it needs a notice does not change by a withdrawal.
    assert shown(deed("bolts", who=("gone", "bolt")), gone) == ()


def test_who_is_not_in_the_register_has_no_record() -> None:
    unknown = deed("own", who=("nobody", "acme"))
    assert within_membership(unknown, register([ACME]).by_id) == unknown._replace(who=("acme",))
    assert shown(deed("paper", who=("nobody",))._replace(notified=StatedDate(2026, 1, 1))) == ()
