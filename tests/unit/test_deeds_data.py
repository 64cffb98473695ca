"""The record as data: every field as stated, whose page each source is, and a schema that fits."""

import csv
import json
from io import StringIO
from pathlib import Path

import pytest
from undersigned.data.deeds import COLUMNS, content, entries_of, meanings, schema
from undersigned.data.signatories import Values
from undersigned.data.table import unguarded
from undersigned.dates import StatedDate
from undersigned.deeds.model import Bearing, Recorded, Reply

from tests.support.schemas import validated
from tests.support.shown_deeds import LIBRARY, deed, record, search
from tests.support.signatories import ORIGIN, register, signatory
from tests.support.tables import table_of
from tests.unit.test_records import refusals

REPLY = Reply("We did.", StatedDate(2025, 6, 7), "https://acme.com/r")
MAILED = Reply("We did not.", None, None, StatedDate(2025, 6, 8))
FULL = deed(
    "full", sources=("own", "paper", "court"), bearing=Bearing.AT_ODDS, reply=REPLY,
    unarchived=StatedDate(2025, 1, 3), notified=StatedDate(2025, 1, 4),
    listed=StatedDate(2025, 2, 1),
)  # fmt: skip
UNDATED = deed("undated", date=None, seen=StatedDate(2025, 5), principle=None, reply=MAILED)
JOINT = deed("joint", who=("acme", "bolt"), date=StatedDate(2024))


def entries(*given: Recorded) -> list[Values]:
    signatories = [signatory("Acme"), signatory("Bolt", website="https://bolt.example")]
    return list(entries_of(record(*given), register(signatories), LIBRARY, ORIGIN))


def test_an_entry_has_what_is_stated_in_the_order_of_the_fields_and_then_what_is_added() -> None:
    full, looked = entries(FULL, search())
    assert list(full.items()) == [
        ("id", "full"),
        ("who", ["acme"]),
        ("principle", "1"),
        ("version", "1.0"),
        ("date", "2025-01-02"),
        ("deed", "It published a report"),
        ("sources", ["own", "paper", "court"]),
        ("unarchived", "2025-01-03"),
        ("bearing", "at-odds"),
        ("notified", "2025-01-04"),
        ("reply", "We did."),
        ("replied", "2025-06-07"),
        ("reply_source", "https://acme.com/r"),
        ("listed", "2025-02-01"),
        ("grades", ["own", "other", "authority"]),
        ("url", "https://site.example/signatories/deeds/acme/#full"),
    ]
    assert list(looked.items()) == [
        ("id", "acme-2-looked-2025-02-03"),
        ("who", ["acme"]),
        ("principle", "2"),
        ("version", "1.0"),
        ("looked", "2025-02-03"),
        ("found", "nothing"),
        ("where", ["its newsroom", "Court filings, 2024"]),
        ("notified", "2025-03-01"),
        ("url", "https://site.example/signatories/deeds/acme/#acme-2-looked-2025-02-03"),
    ]


def test_whoever_endorsed_the_text_only_after_a_deed_is_named() -> None:
    day = StatedDate(2024, 5, 6)  # on which both endorsed it
    before, on, during = entries(
        deed("a", who=("acme", "bolt"), date=StatedDate(2024, 4)),
        deed("b", date=day),
        deed("c", date=StatedDate(2024)),
    )
    assert before["before"] == ["acme", "bolt"]
    assert {"before"}.isdisjoint(on)
    assert {"before"}.isdisjoint(during)


def test_an_entry_of_several_leads_to_the_record_of_the_first() -> None:
    [joint] = entries(deed("now-2024", who=("bolt", "acme")))
    # Behind an id that pages reserve stands a sign that none has.
    assert joint["url"] == "https://site.example/signatories/deeds/bolt/#now-2024_"


def test_what_is_undated_or_replied_to_by_email_says_so() -> None:
    (undated,) = entries(UNDATED)
    assert (undated["seen"], undated["reply_by_email"]) == ("2025-05", "2025-06-08")
    assert {"date", "principle", "replied", "reply_source"}.isdisjoint(undated)


def test_deeds_and_searches_are_apart_in_json_and_rows_of_one_table() -> None:
    given = entries(FULL, search(), UNDATED, JOINT)
    made = content(given)
    assert [each["id"] for each in made["deeds"]] == ["full", "undated", "joint"]
    assert [each["id"] for each in made["searches"]] == ["acme-2-looked-2025-02-03"]
    rows = list(csv.DictReader(StringIO(table_of(given, COLUMNS), newline=""), strict=True))
    assert tuple(rows[0]) == COLUMNS
    read = [{name: unguarded(cell) for name, cell in row.items() if cell} for row in rows]
    joined = [
        {name: "\n".join(each) if isinstance(each, list) else each for name, each in one.items()}
        for one in given
    ]
    assert read == joined


def test_no_sentence_runs_in_a_spreadsheet() -> None:
    hostile = '=HYPERLINK("http://x"), it said;+1'
    (row,) = csv.DictReader(
        StringIO(table_of(entries(deed("a", deed=hostile)), COLUMNS), newline="")
    )
    assert row["deed"] == "'=HYPERLINK(\"http://x\"), it said;'+1"
    assert unguarded(row["deed"]) == hostile


def test_every_column_is_described_once() -> None:
    names = [name for name, _ in meanings()]
    assert tuple(names) == COLUMNS
    assert len(set(names)) == len(names)
    assert all(meaning for _, meaning in meanings())
    assert dict(meanings())["who"].endswith("; a list")


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    file = tmp_path_factory.mktemp("schema") / "deeds.schema.json"
    file.write_text(json.dumps(schema()), encoding="utf-8")
    return file


def test_the_schema_is_a_schema_and_takes_real_entries(file: Path) -> None:
    assert validated("--check-metaschema", str(file)).exit_code == 0
    assert refusals(file, content(entries(FULL, UNDATED, JOINT, search()))) == 0
    assert refusals(file, content([])) == 0


def test_what_is_text_in_the_data_has_no_bounds_of_a_number_in_the_schema() -> None:
    for kind in schema()["$defs"].values():
        for name, given in kind["properties"].items():
            one = given.get("items", given)
            assert one["type"] == "string", name
            assert not {"minimum", "maximum"} & one.keys(), name


def test_the_schema_refuses_each_thing_that_is_broken(file: Path) -> None:
    (full,), (looked,) = entries(FULL), entries(search())
    always = ("id", "who", "version", "url")
    broken: list[Values] = [
        {kind: [{name: each for name, each in whole.items() if name != lacking}]}
        for kind, whole, names in (
            ("deeds", full, ("date", "deed", "sources", "bearing", "grades")),
            ("searches", looked, ("looked", "found", "where")),
        )
        for lacking in (*always, *names)
    ]
    changes: list[Values] = [
        {"who": "acme"}, {"who": []}, {"principle": 1}, {"principle": "0"}, {"bearing": "good"},
        {"date": "2 May"}, {"seen": "2025"}, {"looked": "2025"}, {"deed": "x" * 201},
        {"grades": ["best"]}, {"score": "9"}, {"reply": "x" * 281},
    ]  # fmt: skip
    broken += [{"deeds": [full | wrong]} for wrong in changes]
    broken += [{"deeds": [looked]}, {"searches": [full]}, {"searches": [looked | {"found": "x"}]}]
    documents: list[object] = [{"format": 1, "deeds": [], "searches": []} | each for each in broken]
    documents += [{"format": 1, "deeds": []}, {"format": 2, "deeds": [], "searches": []}, []]
    assert refusals(file, *documents) == len(documents)
