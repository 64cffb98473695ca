"""The table: what a strict reader of CSV gets back is what was written."""

import csv
import json
from io import StringIO

import pytest
from hypothesis import given
from hypothesis import strategies as st
from undersigned.data.files import open_data
from undersigned.data.register_file import RegisterFile
from undersigned.data.signatories import COLUMNS
from undersigned.data.table import guarded, unguarded
from undersigned.dates import StatedDate
from undersigned.settings import Configuration, Settings
from undersigned.site import Site
from undersigned.statement.edition import Edition
from undersigned.statement.identity import Statement
from undersigned.views.site import site_view

from tests.support.proofs import kept
from tests.support.signatories import ORIGIN, copies_of, recorded, signatory
from tests.support.signatories import register as register_of
from tests.support.tables import table_of
from tests.support.versions import version

SIGNS = {*"=+-@＝"}
FORMULA = '=HYPERLINK("http://x")'
SEPARATED = 'He said "no", then\nleft; \u2028a line,\r\nand \u2029another'
ARABIC = "منظمة الحقوق الرقمية"


def read(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(StringIO(text, newline=""), strict=True))


def test_what_a_server_proves_adds_no_column() -> None:
    (proved,) = recorded(
        signatory("Acme", proved=StatedDate(2026, 11, 20)), copies=copies_of(kept(host="acme.com"))
    )
    (row,) = read(table_of([proved], COLUMNS))
    assert tuple(row) == COLUMNS
    assert (row["grade"], row["evidence_host"]) == ("proved", "acme.com")


@pytest.mark.parametrize("name", [FORMULA, SEPARATED, ARABIC, "'=1", "''", "-", "\t", "+1,\"'"])
def test_a_name_comes_back_exactly_from_json_and_from_csv_without_its_apostrophe(name: str) -> None:
    register = register_of((signatory(name),))
    site = Site((version("1.0"),), register)
    settings = Settings(Configuration("Small"), "", Statement("T", "P", ORIGIN.address), Edition())
    files = open_data(ORIGIN, site, site_view(site, settings), None, RegisterFile(register)).files
    (entry,) = json.loads(b"".join(files["signatories.json"]()))["signatories"]
    (row,) = read(b"".join(files["signatories.csv"]()).decode("utf-8-sig"))
    assert entry["name"] == name == unguarded(row["name"])
    assert row["name"][0] not in "=+-@\t\r"


def test_only_a_cell_that_could_run_has_an_apostrophe_and_it_is_one_more() -> None:
    cells = [
        "=1",
        "+1",
        "-1",
        "@a",
        "\ta",
        "\ra",
        "'=1",
        "''-1",
        " =1",
        "\u3000+1",
        '"=1',
        "＝1",
        "－1",
    ]
    assert [guarded(cell) for cell in cells] == [f"'{cell}" for cell in cells]
    for plain in ("", "a=1", "'", "'a", "1-2", "a; b", "a, -b", "https://m.example/@1.5,-2.5"):
        assert guarded(plain) == plain == unguarded(plain)


@pytest.mark.parametrize(
    ("value", "cell"),
    [
        ("Acme;=1+1", "Acme;'=1+1"),
        ("Acme; @SUM(1)", "Acme; '@SUM(1)"),
        ('Acme;"=1"', 'Acme;"\'=1"'),
        ("Acme\n=1", "Acme\n'=1"),
        ("Acme\t-1", "Acme\t'-1"),
        ("Acme|+1", "Acme|'+1"),
        ("Acme;＝1", "Acme;'＝1"),
        ("Acme;'=1", "Acme;''=1"),
        ("=1;=2", "'=1;'=2"),
    ],
)
def test_no_formula_begins_behind_what_separates_cells_elsewhere(value: str, cell: str) -> None:
    assert guarded(value) == cell
    assert unguarded(cell) == value


@given(st.text("='+-@＝;|,\t\r\n \"a\u3000", max_size=12))
def test_a_guarded_cell_begins_no_formula_by_any_separator_and_comes_back(value: str) -> None:
    cell = guarded(value)
    assert unguarded(cell) == value
    for separator in (";", "\t", "|", "\n", "\r"):
        assert not [part for part in cell.split(separator) if part.strip(' "\u3000')[:1] in SIGNS]


def test_a_row_is_guarded_as_each_of_its_cells_is() -> None:
    for name in ("a;=1", "a|-1", "a\n=1", " =1", "\u3000＝1", "＠a"):
        (row,) = read(table_of(recorded(signatory(name)), COLUMNS))
        assert row["name"] == guarded(name) != name


def test_the_table_has_every_column_in_order_and_lines_that_end_as_the_standard_says() -> None:
    text = table_of(recorded(signatory("Acme"), signatory("Beta, Inc.")), COLUMNS)
    header, first, second, end = text.split("\r\n")
    assert header == ",".join(COLUMNS)
    assert first.startswith("Acme,acme,,,company,NO,")
    assert second.startswith('"Beta, Inc.",beta-inc,,,company,NO,')
    assert first.count(",") == len(COLUMNS) - 1
    assert end == ""


def test_a_table_of_nobody_is_its_header() -> None:
    assert table_of([], COLUMNS) == ",".join(COLUMNS) + "\r\n"
