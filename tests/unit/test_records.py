"""Signatories as data: every field as stated, and what is added."""

import json
from pathlib import Path

import pytest
from undersigned.data.register_text import register_text
from undersigned.data.signatories import COLUMNS, meanings, records_schema
from undersigned.dates import StatedDate
from undersigned.fields import FIELDS, Kind
from undersigned.format.annotated import read_annotated
from undersigned.format.canonical import canonical_text
from undersigned.text.source import Source

from tests.support.proofs import kept
from tests.support.schemas import validated
from tests.support.signatories import copies_of, recorded, signatory
from tests.support.tables import register_of

FULL = signatory(
    "Ada Lovelace",
    kind=Kind.INDIVIDUAL,
    affiliation="Analytical Engines",
    statement="Well said",
    endorses="1.0",
    withdrawn=StatedDate(2025, 2, 3),
    distinct_from=("ada", "lovelace"),
    formerly=("Ada Byron",),
)
MAILED = signatory(
    "Acme", signed=StatedDate(2024, 5), evidence=None, confirmed_by_email=StatedDate(2024, 6, 7)
)


def test_a_record_has_what_is_stated_in_the_order_of_the_register_and_then_what_is_added() -> None:
    acme, ada = recorded(MAILED, FULL)
    assert list(acme.items()) == [
        ("name", "Acme"),
        ("kind", "company"),
        ("country", "NO"),
        ("website", "https://acme.com"),
        ("signed", "2024-05"),
        ("confirmed_by_email", "2024-06-07"),
        ("id", "acme"),
        ("slug", "acme"),
        ("grade", "confirmed"),
        ("version", "1.0"),
        ("url", "https://site.example/signatories/#acme"),
    ]
    given = {
        *("name", "formerly", "kind", "country", "website", "affiliation", "signed", "evidence"),
        *("endorses", "statement", "withdrawn", "distinct_from"),
        *("id", "slug", "grade", "version", "url", "evidence_host"),
    }
    assert set(ada) == given
    assert [name for name in ada if name != "id"] == [
        name for name in COLUMNS if name in given - {"id"}
    ]
    assert (ada["formerly"], ada["distinct_from"]) == ("Ada Byron", ["ada", "lovelace"])
    assert (ada["withdrawn"], ada["endorses"], ada["grade"]) == ("2025-02-03", "1.0", "own-site")


def test_every_column_is_described_once() -> None:
    names = [name for name, _ in meanings()]
    assert tuple(names) == (*COLUMNS, "proved", "proof")
    assert len(set(names)) == len(FIELDS) + 7
    assert all(meaning for _, meaning in meanings())


def test_the_address_of_an_entry_follows_it_to_its_sheet() -> None:
    gone = signatory("Beta", withdrawn=StatedDate(2025, 1, 1))
    addresses = [each["url"] for each in recorded(MAILED, gone, split=1)]
    assert addresses == [
        "https://site.example/signatories/list/a/#acme",
        "https://site.example/signatories/list/withdrawn/#beta",
    ]


def test_without_an_address_of_the_site_that_of_an_entry_is_relative() -> None:
    assert recorded(MAILED, site="")[0]["url"] == "signatories/#acme"


def test_the_register_as_text_is_what_format_leaves_as_it_is() -> None:
    hostile = signatory('=HYPERLINK("http://x")', country="NO")
    text = register_of(recorded(hostile, MAILED, FULL, signatory("yes"), signatory("Örebro, AB")))
    read, _ = read_annotated(Source("signatories.yml", text))
    assert read is not None
    names = [entry.values["name"] for entry in read.entries]
    assert names == ['=HYPERLINK("http://x")', "Acme", "Ada Lovelace", "yes", "Örebro, AB"]
    in_order = sorted(text.rstrip("\n").split("\n\n"))
    assert in_order == sorted(canonical_text(read).rstrip("\n").split("\n\n"))


def test_a_record_says_when_its_own_server_proved_it_and_where_that_is_kept() -> None:
    proved = signatory("Acme", website="https://www.acme.com", proved=StatedDate(2026, 11, 20))
    copies = copies_of(kept(host="www.acme.com"))
    acme, beta = recorded(proved, signatory("Beta"), copies=copies)
    added = {
        "grade": "proved",
        "proved": "2026-11-20",
        "proof": "https://site.example/proofs/acme.com/endorsements.txt",
    }
    assert {name: acme[name] for name in added} == added
    assert {"proved", "proof"}.isdisjoint(beta)


def test_an_empty_register_is_an_empty_list() -> None:
    assert register_text({}) == "[]\n"


def wrong(record: dict[str, str], **changes: str | None) -> dict[str, str]:
    changed = {**record, **changes}
    return {name: value for name, value in changed.items() if value is not None}


@pytest.fixture(scope="module")
def schema(tmp_path_factory: pytest.TempPathFactory) -> Path:
    file = tmp_path_factory.mktemp("schema") / "signatories.schema.json"
    file.write_text(json.dumps(records_schema()), encoding="utf-8")
    return file


def refusals(schema: Path, *documents: object) -> int:
    """How many of the documents an independent validator refuses."""
    files = []
    for number, document in enumerate(documents):
        files.append(schema.parent / f"{number}.json")
        files[-1].write_text(json.dumps(document), encoding="utf-8")
    told = validated("--output-format", "json", "--schemafile", str(schema), *map(str, files))
    return len({each["filename"] for each in json.loads(told.stdout)["errors"]})


def test_the_schema_is_a_schema_and_takes_real_records(schema: Path) -> None:
    assert validated("--check-metaschema", str(schema)).exit_code == 0
    proved = signatory("Proved", proved=StatedDate(2026, 11, 20))
    copies = copies_of(kept(host="acme.com"))
    good = recorded(signatory('=HYPERLINK("http://x")'), MAILED, FULL, proved, copies=copies)
    assert refusals(schema, {"format": 1, "signatories": good}) == 0
    assert refusals(schema, {"format": 1, "signatories": []}) == 0


def test_the_schema_refuses_each_thing_that_is_broken(schema: Path) -> None:
    acme, ada = recorded(MAILED, FULL)
    broken: list[object] = [
        wrong(acme, slug=None),
        wrong(acme, grade="best"),
        wrong(acme, version=None),
        wrong(acme, version="one"),
        wrong(acme, url=None),
        wrong(acme, signed="6 May 2024"),
        wrong(acme, country=None),
        wrong(acme, affiliation="Only individuals have one"),
        wrong(ada, colour="red"),
    ]
    documents: list[object] = [{"format": 1, "signatories": [each]} for each in broken]
    documents += [{"format": 2, "signatories": []}, {"format": 1}, [], {"signatories": []}]
    assert refusals(schema, *documents) == len(documents)


@pytest.mark.parametrize(
    ("evidence", "host"),
    [
        ("https://www.acme.com/news", "acme.com"),
        ("https://blogs.acme.com/news", "blogs.acme.com"),
        ("https://www.münchen.de/x", "xn--mnchen-3ya.de"),
        ("https://xn--mnchen-3ya.de/x", "xn--mnchen-3ya.de"),
    ],
)
def test_a_record_names_the_host_of_its_evidence_as_programs_compare_it(
    evidence: str, host: str
) -> None:
    (record,) = recorded(signatory("Acme", evidence=evidence))
    assert record["evidence_host"] == host
