"""Entries of the record before and after a change are paired by id, or by what they alone share."""

from undersigned.changes.record_pairs import RecordComparison, records_compared
from undersigned.text.source import Entry, Text

DEED = {
    "who": "acme",
    "principle": "1",
    "date": "2024-05-06",
    "deed": "Acme took a vendor to court.",
    "sources": "a",
}
SEARCH = {"who": "acme", "principle": "1", "looked": "2024", "found": "nothing", "where": "x"}


def entry(values: dict[str, str], path: str = "deeds.yml", line: int = 1) -> Entry:
    fields = {name: Text(value, line, 1) for name, value in values.items()}
    return Entry.placed(path, line, 1, line, fields, fields)


def compared(old: list[dict[str, str]], new: list[dict[str, str]]) -> RecordComparison:
    return records_compared(map(entry, old), map(entry, new))


def shared(old: list[dict[str, str]], new: list[dict[str, str]]) -> list[str]:
    """What says that each pair is one entry, where all entries are in pairs."""
    found = compared(old, new)
    assert (found.added, found.removed) == ((), ())
    return [pair.shared for pair in found.kept]


def test_entries_of_one_id_are_one() -> None:
    assert shared([DEED], [DEED | {"deed": "Acme lost.", "sources": "b"}]) == [""]
    given = DEED | {"id": "x", "date": "2023"}
    assert shared([DEED | {"id": "x"}], [given]) == [""]


def test_two_of_one_id_are_paired_as_they_were_before_their_order_counts() -> None:
    other = DEED | {"deed": "Acme lost."}
    found = compared([DEED, other], [other, DEED])
    assert all(not pair.differences for pair in found.kept)
    assert len(found.kept) == 2


def test_without_an_id_an_entry_is_known_by_its_sentence_then_by_its_sources() -> None:
    later = DEED | {"date": "2024-06"}
    assert shared([DEED], [later]) == ["its sentence"]
    assert shared([DEED], [DEED | {"who": "beta"}]) == ["its sentence"]
    assert shared([DEED], [later | {"deed": "Acme lost."}]) == ["its sources"]
    assert shared([SEARCH], [SEARCH | {"looked": "2025"}]) == ["what was looked for"]


def test_what_several_share_pairs_none_of_them() -> None:
    two = [DEED | {"principle": "2"}, DEED | {"principle": "3"}]
    found = compared([DEED], two)
    assert (len(found.removed), len(found.added), found.kept) == (1, 2, ())


def test_nothing_in_common_pairs_nothing() -> None:
    other = {"who": "beta", "date": "2020", "deed": "Beta spoke.", "sources": "z"}
    found = compared([DEED, SEARCH], [other])
    assert (len(found.removed), len(found.added), found.kept) == (2, 1, ())
    assert compared([{}], [{"who": "acme"}]).kept == ()


def test_a_fold_may_add_the_day_of_listing_and_nothing_else() -> None:
    drop_in = entry(DEED, "deeds.d/acme-1-2024-05-06.yml")
    for more, is_fold in (
        ({}, True),
        ({"listed": "2024-06-01"}, True),
        ({"listed": "2024-06-01", "bearing": "at-odds"}, False),
    ):
        (pair,) = records_compared([drop_in], [entry(DEED | more)]).kept
        assert pair.is_fold is is_fold
        assert not pair.is_moved
    (back,) = records_compared([entry(DEED)], [drop_in]).kept
    assert back.is_moved
    assert not back.is_fold
