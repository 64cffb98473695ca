"""The record as data: whatever its entries say comes back, and no feed of it breaks."""

import csv
import json
from io import StringIO

import feedparser
from hypothesis import given
from hypothesis import strategies as st
from undersigned.data.deeds import COLUMNS, content, entries_of
from undersigned.data.feed import feeds
from undersigned.data.news import Newsroom
from undersigned.data.table import unguarded
from undersigned.dates import StatedDate
from undersigned.deeds.events import record_events
from undersigned.deeds.model import Bearing, Deed, Recorded, Reply
from undersigned.register.events import by_year, newest_first
from undersigned.views.words import Words

from tests.support.shown_deeds import LIBRARY, deed, record, search
from tests.support.signatories import ORIGIN, register, signatory, view
from tests.support.tables import table_of

SIGNATORIES = register([signatory("Acme"), signatory("Bolt", website="https://bolt.example")])
PIECES = [*"=+-@;|,'\"<&>]\t\r\n é\u2028\u202e\x00\ufffe", "]]>", "''=", "\r\n", "Sued", "[@ours]"]
TEXTS = st.lists(st.sampled_from(PIECES), min_size=1, max_size=6).map("".join)
DATES = st.one_of(
    st.tuples(st.integers(1990, 2026)),
    st.tuples(st.integers(1990, 2026), st.integers(1, 12)),
    st.tuples(st.integers(1990, 2026), st.integers(1, 12), st.integers(1, 28)),
).map(lambda parts: StatedDate(*parts))
MAYBE = st.none() | DATES
REPLIES = st.none() | st.builds(Reply, TEXTS, MAYBE, st.just("https://acme.com/r"), MAYBE)
COMMON = {
    "who": st.sampled_from([("acme",), ("bolt",), ("acme", "bolt")]),
    "principle": st.none() | st.integers(1, 999),
    "notified": DATES,
    "reply": REPLIES,
    "listed": MAYBE,
}
DEEDS = st.fixed_dictionaries(
    COMMON
    | {
        "date": MAYBE,
        "seen": DATES,
        "deed": TEXTS,
        "sources": st.lists(st.sampled_from([*LIBRARY.sources]), min_size=1, unique=True).map(
            tuple
        ),
        "bearing": st.sampled_from(Bearing),
    }
)
SEARCHES = st.fixed_dictionaries(
    COMMON | {"looked": DATES, "where": st.lists(TEXTS, min_size=1, max_size=3).map(tuple)}
)
ENTRIES = st.lists(
    DEEDS.map(lambda given: deed("x", **given)) | SEARCHES.map(lambda given: search("x", **given)),
    max_size=5,
).map(lambda found: [each._replace(id=f"n{number}") for number, each in enumerate(found)])


@given(ENTRIES)
def test_any_entry_comes_back_from_json_and_from_the_table(entries: list[Recorded]) -> None:
    made = list(entries_of(record(*entries), SIGNATORIES, LIBRARY, ORIGIN))
    read = json.loads(json.dumps(content(made)))
    assert {each["id"] for each in read["deeds"] + read["searches"]} == {e.id for e in entries}
    assert [each["deed"] for each in read["deeds"]] == [
        each.deed for each in entries if isinstance(each, Deed)
    ]
    rows = list(csv.DictReader(StringIO(table_of(made, COLUMNS), newline=""), strict=True))
    for row, values in zip(rows, made, strict=True):
        cells = {name: unguarded(cell) for name, cell in row.items()}
        assert cells == {
            name: "\n".join(each) if isinstance(each := values.get(name, ""), list) else each
            for name in COLUMNS
        }


@given(ENTRIES)
def test_no_entry_breaks_the_feed_and_each_is_news_once(entries: list[Recorded]) -> None:
    found = record_events(record(*entries), SIGNATORIES, LIBRARY)
    happened = sorted(found, key=lambda event: newest_first(event.entered))
    days = [event.entered.first_day for event in happened]
    assert sum(len(found) for found in by_year(happened).values()) == len(happened)
    assert [day.year for day in days] == sorted((day.year for day in days), reverse=True)
    replies = sum(entry.reply is not None for entry in entries)
    assert len(happened) == len(entries) + replies
    if not happened:
        return
    seen = view(SIGNATORIES, "en_GB", ["1.0"])
    told = Newsroom(ORIGIN, seen, Words("en_GB")).told
    parsed = feedparser.parse(b"".join(feeds(ORIGIN, happened, told, "en")["feed.xml"]()))
    assert parsed.bozo is False
    assert len({each.id for each in parsed.entries}) == len(happened)
