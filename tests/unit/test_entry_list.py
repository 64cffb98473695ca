"""Lists that people keep: which files are theirs, and which list an entry belongs to."""

from itertools import pairwise
from pathlib import Path

import pytest
from undersigned.deeds.entry_list import RECORD
from undersigned.entry_list import SIGNATORIES, EntryList, folder_for
from undersigned.lists import LISTS, list_of
from undersigned.paths import schema_of


@pytest.mark.parametrize(
    ("path", "kept", "has_form"),
    [
        ("signatories.yml", SIGNATORIES, True),
        ("signatories.d/acme.yml", SIGNATORIES, True),
        ("signatories.d/README.md", SIGNATORIES, False),
        ("deeds.yml", RECORD, True),
        ("deeds.d/acme-2-2024.yml", RECORD, True),
        ("deeds.d/.acme.yml", RECORD, False),
        ("deeds.d/more/acme.yml", RECORD, False),
        ("deeds.yml.bak", None, False),
        ("docs/deeds.yml", None, False),
        ("versions.yml", None, False),
    ],
)
def test_a_path_is_of_one_list_and_may_have_a_canonical_form(
    path: str, kept: EntryList | None, has_form: bool
) -> None:
    assert list_of(path) is kept
    assert any(each.has_form(path) for each in LISTS) is has_form
    assert schema_of(path) == (schema_of(kept.path) if kept else "")


def test_only_the_record_may_be_missing(tmp_path: Path) -> None:
    assert SIGNATORIES.is_expected(tmp_path)
    assert not RECORD.is_expected(tmp_path)
    (tmp_path / "deeds.yml").symlink_to("nowhere")
    assert RECORD.is_expected(tmp_path)


def test_entries_of_the_record_stand_by_signatory_then_principle_then_day() -> None:
    ordered = [
        {"who": "acme", "date": "2026"},
        {"who": "acme", "principle": "2", "seen": "2024-05-06"},
        {"who": "acme", "principle": "2", "date": "2024-05-07"},
        {"who": "acme", "principle": "10", "looked": "2023-01-02"},
        {"who": "acme-2", "principle": "1", "date": "2020"},
    ]
    assert all(RECORD.key(one) < RECORD.key(next_one) for one, next_one in pairwise(ordered))


def test_fields_tell_the_list_of_an_entry_and_those_of_no_list_do_not() -> None:
    assert folder_for(["name", "kind", "signed"]) == SIGNATORIES.drop_ins
    assert folder_for(["who", "deed", "date"]) == RECORD.drop_ins
    # What has the most fields decides: one may be a slip.
    assert folder_for(["who", "kind", "country", "signed"]) == SIGNATORIES.drop_ins
    assert folder_for(["name", "deed"]) == ""
    assert folder_for(["id", "listed", "colour"]) == ""


def test_whatever_tells_a_list_is_a_field_of_it_alone() -> None:
    for kept in LISTS:
        telling = [name for name in kept.by_name if folder_for([name])]
        assert {folder_for([name]) for name in telling} == {kept.drop_ins}
        assert kept.named_by in telling
        shared = set[str]().union(*(each.by_name for each in LISTS if each is not kept))
        assert shared.isdisjoint(telling)
