"""A list’s file becomes a table, whatever it is saved as, or one line says what to do."""

import json
from pathlib import Path

import pytest
from undersigned.imports.file import read_list
from undersigned.imports.table import Table

ACCENTS = "Name;Land\r\nMüller;DE\r\nO’Brien “é”;IE\r\n"


def table(tmp_path: Path, content: bytes, name: str = "list.csv", encoding: str = "") -> Table:
    (tmp_path / name).write_bytes(content)
    read, problems = read_list(tmp_path / name, encoding)
    assert read is not None, problems
    return read


def problem(tmp_path: Path, content: bytes, name: str = "list.csv", encoding: str = "") -> str:
    """The one problem of a file, without the folder that it is in."""
    (tmp_path / name).write_bytes(content)
    read, problems = read_list(tmp_path / name, encoding)
    assert read is None
    (found,) = problems
    return str(found).removeprefix(f"{tmp_path}/")


def cells(read: Table) -> list[tuple[str, ...]]:
    return [row.cells for row in read.rows]


@pytest.mark.parametrize(
    "codec", ["utf-8", "utf-8-sig", "cp1252", "utf-16", "utf-16-le", "utf-16-be"]
)
def test_a_list_is_read_in_the_encodings_that_spreadsheets_write(
    tmp_path: Path, codec: str
) -> None:
    read = table(tmp_path, ACCENTS.encode(codec))
    assert read.headings == ("Name", "Land")
    assert cells(read) == [("Müller", "DE"), ("O’Brien “é”", "IE")]


def test_another_encoding_is_read_where_it_is_named(tmp_path: Path) -> None:
    text = "Name,Land\nŁódź,PL\n"
    assert cells(table(tmp_path, text.encode("cp1250"), encoding="cp1250")) == [("Łódź", "PL")]
    assert "encoding 'rot13' is not known" in problem(tmp_path, b"a", encoding="rot13")
    half = problem(tmp_path, b"Name\n\\ud800\n", encoding="unicode_escape")
    assert half.startswith("list.csv:1:1: is not unicode_escape; give '--encoding'")
    assert "byte 0x81 is not UTF-8 or Windows-1252" in problem(tmp_path, b"a,b\n\x81,c\n")


@pytest.mark.parametrize("separator", [",", ";", "\t", "|"])
def test_whichever_sign_parts_the_headings_parts_the_cells(tmp_path: Path, separator: str) -> None:
    rows = [["Name", "Land", "Website"], ["Acme", "NO", "acme.example"]]
    read = table(tmp_path, "\n".join(map(separator.join, rows)).encode())
    assert cells(read) == [("Acme", "NO", "acme.example")]


def test_tables_with_tabs_are_read_with_quotes_and_without(tmp_path: Path) -> None:
    for content in (b'Name\tLand\n"A ""B"""\tNO\n', b'Name\tLand\nA "B"\tNO\n'):
        assert cells(table(tmp_path, content)) == [('A "B"', "NO")]
    read = table(tmp_path, b'Name\tLand\n"A\tNO\nB"\tNO\n"C" D\tNO\n')
    assert cells(read) == [('"A', "NO"), ('B"', "NO"), ('"C" D', "NO")]


def test_a_separator_that_excel_is_told_is_the_separator(tmp_path: Path) -> None:
    read = table(tmp_path, b"sep=|\nName|Land\nA,B|NO\n")
    assert (read.rows[0].line, cells(read)) == (3, [("A,B", "NO")])
    assert "names no separator" in problem(tmp_path, b"sep=\nName\n")


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_every_row_knows_the_line_on_which_it_begins(tmp_path: Path, end: str) -> None:
    lines = ["Name,Statement", 'A,"one', 'two"', "", " , ", "B,three"]
    read = table(tmp_path, end.join(lines).encode())
    assert [row.line for row in read.rows] == [2, 6]
    assert read.empty == 2


def test_a_row_with_too_many_cells_has_a_fault_and_one_with_too_few_has_none(
    tmp_path: Path,
) -> None:
    read = table(tmp_path, b"Name,Land,,\nAcme, Inc.,NO,x\nBeta,NO,,\nGamma\n")
    assert [bool(row.fault) for row in read.rows] == [True, False, False]
    assert read.rows[0].fault == "has 4 cells under 2 headings; quote a value that holds ','"
    assert read.rows[2].cells == ("Gamma", "")


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"", "list.csv:1:1: is empty; save the list into it"),
        (b"\xef\xbb\xbf \r\n", "list.csv:1:1: is empty; save the list into it"),
        (b"PK\x03\x04\x14\0", "is a workbook or another zip archive; save the list as CSV, in"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1", "is a workbook of the old form; save the list as CSV"),
        (b"%PDF-1.7", "is a PDF; copy the list into a spreadsheet"),
        (b"\x1f\x8b\x08", "is compressed by gzip; unpack it"),
        (b"Name\nA\0B\n", "list.csv:2:1: holds a zero byte, so it is no text; save the list as"),
        (b'Name,Land\nA,NO\n"B,NO\nC,NO\n', "list.csv:3:1: this row is not CSV: its quotes are ne"),
        (b'Name,Land\n"A" x,NO\n', "list.csv:2:1: this row is not CSV: behind closing quotes st"),
        (b"Name\n" + b"x" * 140_000, "list.csv:2:1: this row is not CSV: a value has more than 13"),
        (b",".join([b"a"] * 10_000), "has 10,000 columns, more than 256; leave the needless ones"),
        ("Müller, é, ü\n".encode() + b"\xfc\n", "list.csv:2:1: byte 0xfc is not UTF-8, as the re"),
    ],
)
def test_what_is_no_list_gets_one_line_with_its_place_and_remedy(
    tmp_path: Path, content: bytes, message: str
) -> None:
    found = problem(tmp_path, content)
    assert message in found
    assert found.startswith("list.csv:")
    assert "\n" not in found


def test_a_folder_and_a_file_that_is_not_there_are_reported(tmp_path: Path) -> None:
    for file, message in ((tmp_path, "is not a plain file"), (tmp_path / "x", "cannot be read")):
        assert [message in str(each) for each in read_list(file)[1]] == [True]


def test_json_is_a_list_of_objects_or_what_a_site_publishes(tmp_path: Path) -> None:
    objects = [{"name": "A", "formerly": ["B", "C"]}, {"name": "D", "signed": None, "x": 1.50}]
    for value in (objects, {"format": 1, "more": [{}], "signatories": objects}):
        for indent in (None, 2):
            read = table(tmp_path, json.dumps(value, indent=indent).encode(), "list.json")
            assert read.headings == ("name", "formerly", "signed", "x")
            assert cells(read) == [("A", "B\nC", "", ""), ("D", "", "", "1.5")]


def test_each_object_knows_its_place(tmp_path: Path) -> None:
    read = table(tmp_path, b'[\n {"name": "A"},\n\n  {"name": "B"}, {"name": "C"}]', "list")
    assert [(row.line, row.column) for row in read.rows] == [(2, 2), (4, 3), (4, 18)]


@pytest.mark.parametrize(
    ("item", "fault"),
    [
        ('"Acme"', "is no object; write"),
        ('{"name": "A", "name": "B"}', "has 'name' twice; keep one"),
        ('{"name": {"en": "A"}}', "holds no text under 'name'"),
        ('{"name": ["a\\nb"]}', "holds no text under 'name'"),
        ('{"name": true}', "holds no text under 'name'"),
        ('{"name": "\\ud800"}', "holds no text under 'name'"),
    ],
)
def test_an_object_that_cannot_be_an_entry_has_a_fault_and_leaves_the_others(
    tmp_path: Path, item: str, fault: str
) -> None:
    read = table(tmp_path, f'[{item}, {{"name": "Z"}}]'.encode(), "list.json")
    assert [row.fault[: len(fault)] for row in read.rows] == [fault, ""]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("[" * 100_000, "list.json:1:1: is nested too deeply for a list"),
        ('[{"name": NaN}]', "list.json:1:2: this is not JSON: NaN is no value of JSON"),
        ('[{"name": "A"}\n {"name": "B"}]', "list.json:2:2: this is not JSON: a comma or ']'"),
        ('[{"name": "A"},\n{"name": ]', "list.json:2:10: this is not JSON: expecting value; men"),
        ('[{"name": "A"}] []', "list.json:1:17: something stands behind the end of the list"),
        ('{"name": "A"}', "list.json:1:1: has no list under 'signatories'"),
        ('{"format": 2, "signatories": []}', "list.json:1:1: is of format '2'; this reads form"),
        ('{"signatories": [], "signatories": []}', "has 'signatories' twice; keep one"),
        ("[]", "list.json:1:1: is an empty list; write an object for each signatory"),
        ('"A"', "list.json:1:1: is no list; write '['"),
        ('[\n "Acme"]', "list.json:2:2: holds no object; write '{\"name\": …}' for each signatory"),
        ('[{"\\udfff": "A"}]', "holds half a character; mend it"),
    ],
)
def test_what_is_no_list_of_json_gets_one_line_with_its_place_and_remedy(
    tmp_path: Path, text: str, message: str
) -> None:
    assert message in problem(tmp_path, text.encode(), "list.json")
