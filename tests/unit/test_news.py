"""What the feed says of the record: in words that praise nobody, each with a reply beside it."""

import re

import feedparser
from undersigned.data.feed import feeds
from undersigned.data.news import Newsroom
from undersigned.dates import StatedDate
from undersigned.deeds.events import RecordEvent, record_events
from undersigned.deeds.model import Bearing, Recorded, Reply
from undersigned.register.events import Event, events, last_change, newest_first
from undersigned.views.words import Words

from tests.support.shown_deeds import LIBRARY, deed, record, search
from tests.support.signatories import ORIGIN, register, signatory, view
from tests.support.versions import version

ACME, BOLT = signatory("Acme"), signatory("Bolt & Sons", website="https://acme.com/b")
REPLY = Reply("We <did> so.", StatedDate(2025, 6, 7), "https://acme.com/r")


def happened(*entries: Recorded) -> list[Event | RecordEvent]:
    of_register = events((version("1.0"),), (ACME, BOLT))
    of_record = record_events(record(*entries), register([ACME, BOLT]), LIBRARY)
    return sorted([*of_register, *of_record], key=lambda event: newest_first(event.entered))


def parsed(*entries: Recorded) -> feedparser.FeedParserDict:
    seen = view(register([ACME, BOLT]), "en_GB", ["1.0"])
    told = Newsroom(ORIGIN, seen, Words("en_GB")).told
    return feedparser.parse(b"".join(feeds(ORIGIN, happened(*entries), told, "en")["feed.xml"]()))


def test_each_deed_search_and_reply_is_news_that_leads_to_its_sentence() -> None:
    found = parsed(deed(bearing=Bearing.AT_ODDS, reply=REPLY), search())
    assert found.bozo is False
    news = [(each.title, each.updated[:10], each.link, each.summary) for each in found.entries]
    assert news[:3] == [
        (
            "Acme replied to what is recorded of it under principle 1",
            "2025-06-07",
            "https://site.example/signatories/deeds/acme/#acme-1-2025-01-02",
            "It replied, 7 June 2025: “We <did> so.” It is about: “It published a report.”"
            " 2 January 2025. The editors’ reading: at odds.",
        ),
        (
            "Looked for what Acme did under principle 2: nothing found",
            "2025-03-16",
            "https://site.example/signatories/deeds/acme/#acme-2-looked-2025-02-03",
            "Looked on 3 February 2025, and nothing found: its newsroom; Court filings, 2024.",
        ),
        (
            "Acme, under principle 1: It published a report",
            "2025-01-02",
            "https://site.example/signatories/deeds/acme/#acme-1-2025-01-02",
            "2 January 2025. The editors’ reading: at odds. It replied, 7 June 2025: “We <did>"
            " so.”",
        ),
    ]  # fmt: skip


def test_a_deed_of_several_names_all_and_one_under_no_principle_names_none() -> None:
    entry = deed(who=("bolt-sons", "acme"), principle=None, date=None, seen=StatedDate(2025, 5))
    [first, *_] = parsed(entry).entries
    assert first.title == "Bolt & Sons and Acme: It published a report"
    assert first.link == "https://site.example/signatories/deeds/bolt-sons/#acme-1-2025-01-02"
    assert first.summary.startswith("Seen in May 2025. The editors’ reading: in line.")


def test_a_deed_before_an_endorsement_is_marked_so_and_of_several_whose_it_is() -> None:
    early = StatedDate(2023, 1)
    of_one, of_both = deed(date=early), deed("a", date=early, who=("bolt-sons", "acme"))
    found = [each.summary for each in parsed(of_one, of_both).entries[-3:]]
    assert "January 2023, before its endorsement. The editors’ reading: in line." in found
    both = "January 2023, before the endorsement of Bolt & Sons and Acme."
    assert any(each.startswith(both) for each in found)


def test_news_leads_to_an_entry_by_what_its_page_calls_it() -> None:
    [first, *_] = parsed(deed("now-2024")).entries
    assert first.link.endswith("/#now-2024_")


def test_a_reply_by_email_is_said_to_be_one() -> None:
    reply = Reply("We did.", None, None, StatedDate(2025, 6, 8))
    assert (
        parsed(deed(reply=reply))
        .entries[0]
        .summary.startswith("It replied by e-mail, 8 June 2025: “We did.”")
    )


def test_ids_differ_and_stay_when_an_entry_is_dated_listed_or_replied_to() -> None:
    before = [each.id for each in parsed(deed(), search()).entries]
    assert len(set(before)) == len(before)
    changed = deed(date=StatedDate(2025, 2), listed=StatedDate(2025, 5, 6), reply=REPLY)
    assert set(before) < {each.id for each in parsed(changed, search()).entries}


def test_the_last_change_of_the_register_is_no_deed() -> None:
    found = happened(deed(listed=StatedDate(2026, 1, 2)))
    assert isinstance(found[0], RecordEvent)
    of_register = [each for each in found if isinstance(each, Event)]
    assert last_change(of_register) == next(each for each in of_register if each.signatory)


def test_of_one_day_the_register_stands_before_the_record_and_a_month_behind_its_days() -> None:
    signed = deed(date=ACME.latest.signed)
    found = happened(signed, deed("a", date=StatedDate(2024, 5)), deed("b", date=StatedDate(2024)))
    kinds = [re.sub(".*Record.*", "record", type(each).__name__) for each in found]
    assert kinds == ["Event", "Event", "record", "record", "record", "Event"]
    assert [str(each.entered) for each in found[3:5]] == ["2024-05", "2024"]
