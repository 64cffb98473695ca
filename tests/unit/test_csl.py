"""Sources as CSL-JSON: types, titles, people, numbers, dates, notes, and what the schema allows."""

import json
from pathlib import Path

import pytest
from undersigned.bibliography.csl.fields import why_no_place
from undersigned.bibliography.csl.items import csl_json
from undersigned.bibliography.csl.types import csl_type
from undersigned.bibliography.values.entry_types import STYLES

from tests.support.citeproc import drawn
from tests.support.csl import faults_of
from tests.support.csl_import import bibtex_of
from tests.support.references import entry_of, last_entry_of
from tests.support.sites import REPOSITORY

GOLDEN = sorted((REPOSITORY / "tests/golden/references").glob("*.txt"))


def item_of(bibtex: str) -> dict[str, object]:
    [item] = json.loads(csl_json([entry_of(bibtex)]))
    assert isinstance(item, dict)
    assert not list(faults_of([item]))
    return item


def of(fields: str, type_: str = "article") -> dict[str, object]:
    """The variables of a source with these fields, without its id, type and title."""
    item = item_of(f"@{type_}{{a, title = {{x}}, {fields}}}")
    return {name: value for name, value in item.items() if name not in ("id", "type", "title")}


def test_csl_json_has_names_dates_and_where_a_source_leads() -> None:
    text = """@report{r, author={van der Berg, Ana and {ACME, Inc.}}, title={{NSO} \\& co},
      institution={RAND}, number={RR-1}, date={2023-03-27/2023-04}, urldate={2026-11-23},
      url={https://a.example/}, doi={10.1234/x}, archiveurl={https://b.example/c},
      archivedate={2024-11-22}, publisher={}}"""
    assert item_of(text) == {
        "id": "r",
        "type": "report",
        "title": "NSO & co",
        "author": [
            {"family": "Berg", "given": "Ana", "non-dropping-particle": "van der"},
            {"literal": "ACME, Inc."},
        ],
        "publisher": "RAND",
        "number": "RR-1",
        "issued": {"date-parts": [[2023, 3], [2023, 4]]},
        "accessed": {"date-parts": [[2026, 11, 23]]},
        "DOI": "10.1234/x",
        "URL": "https://a.example/",
        "custom": {"archiveurl": "https://b.example/c", "archivedate": "2024-11-22"},
        "note": "Archived copy of 22 November 2024: https://b.example/c\ndate: 2023-03-27/2023-04",
    }


def test_csl_json_tells_who_translated_and_where_a_book_is_kept() -> None:
    text = """@book{b, holder={{ACME}}, translator={Roe, R.}, title={x}, origdate={1963},
      pubstate={inpress}, eprint={2301.00001}, eprinttype={arXiv}}"""
    assert item_of(text) == {
        "id": "b",
        "type": "book",
        "title": "x",
        "author": [{"literal": "ACME"}],
        "translator": [{"family": "Roe", "given": "R."}],
        "original-date": {"date-parts": [[1963]]},
        "status": "in press",
        "source": "arXiv:2301.00001",
        "URL": "https://arxiv.org/abs/2301.00001",
    }


@pytest.mark.parametrize(
    ("type_", "expected"),
    [
        ("article", "article-journal"), ("suppperiodical", "article-journal"),
        ("incollection", "chapter"), ("suppbook", "chapter"), ("bookinbook", "chapter"),
        ("online", "webpage"), ("inproceedings", "paper-conference"), ("phdthesis", "thesis"),
        ("mvbook", "book"), ("mvcollection", "book"), ("mvproceedings", "book"),
        ("reference", "book"), ("mvreference", "book"), ("commentary", "book"),
        ("inreference", "entry-encyclopedia"), ("manual", "report"), ("techreport", "report"),
        ("booklet", "pamphlet"), ("dataset", "dataset"), ("software", "software"),
        ("standard", "standard"), ("patent", "patent"), ("periodical", "periodical"),
        ("unpublished", "manuscript"), ("review", "review"), ("artwork", "graphic"),
        ("video", "motion_picture"), ("audio", "song"), ("letter", "personal_communication"),
        ("jurisdiction", "legal_case"), ("legislation", "legislation"), ("legal", "treaty"),
        ("misc", "document"), ("nobody", "document"),
    ],
)  # fmt: skip
def test_types_are_those_of_csl(type_: str, expected: str) -> None:
    assert item_of(f"@{type_}{{a, title={{x}}}}")["type"] == expected


def test_every_type_that_references_know_is_one_of_csl() -> None:
    documents = {type_ for type_ in STYLES if csl_type(entry_of(f"@{type_}{{a}}")) == "document"}
    assert documents == {"misc"}


@pytest.mark.parametrize(
    ("bibtex", "expected"),
    [
        ("@misc{a, title={x}, eprint={2301.00001}, eprinttype={arxiv}}", "article"),
        ("@article{a, title={x}, journal={J}, eprint={2301.00001}}", "article-journal"),
        ("@unpublished{a, title={x}, eventtitle={A Conference}}", "speech"),
        ("@article{a, title={x}, journal={J}, entrysubtype={newspaper}}", "article-newspaper"),
    ],
)
def test_some_types_depend_on_what_else_is_said(bibtex: str, expected: str) -> None:
    assert item_of(bibtex)["type"] == expected


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ("journal={Official Journal}, number={L 206}, pages={1--461}", ("L 206", None, "1-461")),
        ("journal={Fed. Reg.}, volume=88, number=61, pages={18957}", ("88", "61", "18957")),
    ],
)
def test_a_law_in_a_journal_is_found_by_its_volume_and_issue(
    fields: str, expected: tuple[object, ...]
) -> None:
    item = of(fields, "legislation")
    assert (item.get("volume"), item.get("issue"), item["page"]) == expected
    assert "number" not in item


def test_a_law_by_itself_keeps_its_number() -> None:
    assert of("number={2021/821}", "legislation") == {"number": "2021/821"}


def test_a_book_has_its_number_in_its_series() -> None:
    item = of("series={Studies}, number={12}", "book")
    assert item == {"collection-title": "Studies", "collection-number": "12"}


@pytest.mark.parametrize(
    ("kind", "expected"),
    [("director", "director"), ("translator", "translator"), ("compiler", "compiler")],
)
def test_an_editor_of_a_kind_has_the_role_of_that_kind(kind: str, expected: str) -> None:
    item = of(f"editor={{Roe, R.}}, editortype={{{kind}}}", "video")
    assert item == {expected: [{"family": "Roe", "given": "R."}]}


def test_others_is_nobody_and_is_named_in_the_note() -> None:
    item = of("author={Roe, R. and others}")
    assert item == {"author": [{"family": "Roe", "given": "R."}], "note": "and-others: author"}


def test_a_suffix_is_apart_from_the_family_name() -> None:
    assert of("author={King, Jr., Martin Luther}")["author"] == [
        {"family": "King", "given": "Martin Luther", "suffix": "Jr."}
    ]


@pytest.mark.parametrize(
    ("date", "expected"),
    [
        ("2023-03-27/2023-04", {"date-parts": [[2023, 3], [2023, 4]]}),
        ("2019/2020-05", {"date-parts": [[2019], [2020]]}),
        ("1850~", {"date-parts": [[1850]], "circa": True}),
        ("2004-21", {"date-parts": [[2004]], "season": 1}),
        ("2000/..", {"literal": "since 2000"}),
        ("199X", {"literal": "1990s"}),
        ("-0044", {"date-parts": [[-45]]}),
    ],
)
def test_a_date_has_the_parts_that_every_program_reads(
    date: str, expected: dict[str, object]
) -> None:
    assert of(f"date={{{date}}}")["issued"] == expected


def test_what_is_no_date_is_given_in_its_words() -> None:
    assert of("year={in press}")["issued"] == {"literal": "in press"}


def test_titles_have_what_is_added_to_them() -> None:
    item = item_of(
        "@inbook{a, title={Part}, titleaddon={a draft}, booktitle={Whole}, booksubtitle={Sub},"
        " maintitle={Work}, series={Series}}"
    )
    assert item["title"] == "Part. A draft"
    assert item["container-title"] == "Whole: Sub"
    assert item["collection-title"] == "Work; Series"


@pytest.mark.parametrize(
    ("language", "expected"),
    [("ngerman", "de"), ("english", "en"), ("french", "fr"), ("en-GB", "en-GB"), ("deu", "de")],
)
def test_a_language_is_a_code(language: str, expected: str) -> None:
    assert of(f"langid={{{language}}}")["language"] == expected


def test_an_address_in_a_text_is_given_as_a_whole() -> None:
    item = of(r"note={See \url{https://b.example/c} and \href{https://c.example/}{a list}}")
    assert item["note"] == "See https://b.example/c and a list (https://c.example/)"


def test_an_uncertain_date_keeps_its_sign_in_the_note() -> None:
    assert of("date={1984?}")["note"] == "date: 1984?"
    assert "note" not in of("date={1984~}")


def test_proceedings_in_a_journal_have_its_issue() -> None:
    item = of("booktitle={A}, journal={J}, volume=3, number=2", "inproceedings")
    assert (item["volume"], item["issue"], item["collection-title"]) == ("3", "2", "J")


def test_a_language_that_is_given_twice_is_given_once() -> None:
    assert of("language={en-GB}, langid={english}") == {"language": "en-GB"}


def test_a_field_of_no_variable_is_a_line_of_the_note() -> None:
    item = of("note={Reprinted}, shelf={B 2}, howpublished={Blog}", "online")
    assert item["note"] == "Reprinted\nshelf: B 2"


@pytest.mark.parametrize("name", ["crossref", "options", "file", "bdsk-url-1", "timestamp"])
def test_a_field_that_csl_has_no_place_for_is_left_out_for_a_reason(name: str) -> None:
    assert why_no_place(name)
    assert of(f"{name}={{words}}") == {}


@pytest.mark.parametrize("case", GOLDEN, ids=lambda case: case.stem)
def test_every_golden_reference_is_valid_csl_and_drawn_by_another_program(case: Path) -> None:
    bibtex = case.read_text(encoding="utf-8").partition("\n--- ")[0]
    [item] = json.loads(csl_json([last_entry_of(bibtex)]))
    assert not list(faults_of([item]))
    assert drawn(item)


@pytest.mark.parametrize("case", GOLDEN, ids=lambda case: case.stem)
def test_what_another_program_imports_and_writes_again_is_the_same_item(case: Path) -> None:
    bibtex = case.read_text(encoding="utf-8").partition("\n--- ")[0]
    [item] = json.loads(csl_json([last_entry_of(bibtex)]))
    # CSL does not say what a contributor did; the note has that in words.
    assert item_of(bibtex_of(item)) == item or "contributor" in item
