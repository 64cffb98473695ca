"""What an entry of the record says is read as far as it goes, whatever the rules refuse of it."""

import pytest
from undersigned.changes.unchecked_record import unchecked
from undersigned.dates import StatedDate
from undersigned.deeds.model import Bearing, Deed, Search
from undersigned.text.source import Entry, Text


def entry(values: dict[str, str]) -> Entry:
    fields = {name: Text(value, 1, 1) for name, value in values.items()}
    return Entry.placed("deeds.yml", 1, 1, 1, fields, fields)


def test_a_sound_entry_is_read_as_it_is() -> None:
    values = {"who": "acme", "date": "2024-05", "deed": "Acme spoke.", "sources": "a"}
    more = {"bearing": "at-odds", "notified": "2024-06-07", "reply": "No.", "replied": "2024"}
    deed = unchecked(entry(values | more))
    assert isinstance(deed, Deed)
    assert (deed.id, deed.when, deed.bearing) == ("acme-2024-05", StatedDate(2024, 5), "at-odds")
    assert deed.notified == StatedDate(2024, 6, 7)
    assert deed.reply
    assert deed.reply.date == StatedDate(2024)


@pytest.mark.parametrize(
    "values",
    [
        {},
        {"found": "nothing"},
        {"found": "nothing", "looked": "soon", "who": "acme"},
        {"deed": "x", "date": "soon", "seen": "2024-13", "bearing": "dreadful"},
        {"deed": "x", "found": "nothing", "principle": "one", "notified": "2024-02-30"},
        {"deed": "x", "notified": "9999-12-31"},
    ],
)
def test_an_entry_that_lacks_or_garbles_fields_is_read_too(values: dict[str, str]) -> None:
    found = unchecked(entry(values))
    assert found.when.first_day.year == 1
    assert found.notified is None
    assert isinstance(found, Search) is ("found" in values and "deed" not in values)
    assert isinstance(found, Search) or found.bearing is Bearing.IN_LINE
