"""Data hold every text: whatever goes in comes back, and no shortcut changes a byte."""

import csv
import json
from io import StringIO

from hypothesis import given, settings
from hypothesis import strategies as st
from undersigned.data.signatories import COLUMNS, FIELD_NAMES, as_json
from undersigned.data.table import guarded, unguarded
from undersigned.fields import SEVERAL
from undersigned.format.canonical import canonical_entry, entry_of

from tests.support.examples import examples
from tests.support.tables import register_of, table_of

PIECES = [*"=+-@\t\r\n'\",a \u2028é", "''=", "\r\n", ", Inc", "\u0000"]
TEXTS = st.text(max_size=8) | st.lists(st.sampled_from(PIECES), max_size=6).map("".join)

WORDS = [
    "yes",
    "No",
    "null",
    "False",
    "Acme",
    "Acme, Inc.",
    "Öre",
    "3M",
    " ",
    ".",
    "-",
    "é",
    "(x)",
    "Acme ",
    "“”",
]
VALUES = st.lists(st.sampled_from([*WORDS, ": ", " #", '"', "\u00ad"]), max_size=4).map("".join)
CHOSEN = {
    "name": st.just("Acme, Inc.") | VALUES,
    "kind": st.sampled_from(["company", "public-body"]),
    "country": st.sampled_from(["NO", "US"]),
    "website": st.sampled_from(
        ["https://a.example", "https://a.example:1/#b", "https://é.example"]
    ),
    "affiliation": st.just("Örebro (x)") | VALUES,
    "signed": st.sampled_from(["2024-05", "2024-05-06"]),
    "evidence": st.sampled_from(
        ["https://a.example/?b=c,d", "https://a.example/b:", "HTTPS://A.B"]
    ),
    "statement": VALUES,
    "endorses": st.sampled_from(["1.0", "1.0.1"]),
    "id": st.sampled_from(["acme", "no", "1984", "acme-2"]),
    "formerly": st.lists(st.sampled_from(WORDS), min_size=1, max_size=3).map("\n".join),
    "sort_as": VALUES,
    "listed": st.just("2024-05-06"),
    "ended": st.sampled_from(["2024-05", "2024-05-06"]),
}
ALWAYS = {name: CHOSEN.pop(name) for name in ("name", "kind")}
ENTRIES = st.fixed_dictionaries(ALWAYS, optional=CHOSEN)


@given(st.lists(st.dictionaries(st.sampled_from(COLUMNS), TEXTS), max_size=4))
def test_any_text_comes_back_from_the_table_of(records: list[dict[str, str]]) -> None:
    header, *rows = csv.reader(StringIO(table_of(records, COLUMNS), newline=""), strict=True)
    assert tuple(header) == COLUMNS
    read = [dict(zip(COLUMNS, map(unguarded, row), strict=True)) for row in rows]
    assert read == [{name: record.get(name, "") for name in COLUMNS} for record in records]


@given(st.dictionaries(st.sampled_from(COLUMNS), TEXTS))
def test_a_line_of_the_table_is_what_python_writes_and_no_formula(record: dict[str, str]) -> None:
    written = StringIO(newline="")
    cells = [guarded(record.get(name, "")) for name in COLUMNS]
    csv.writer(written).writerows([COLUMNS, cells])
    assert table_of([record], COLUMNS) == written.getvalue()
    assert not any(cell.lstrip("'")[:1] in tuple("=+-@\t\r") and cell[0] != "'" for cell in cells)


@given(st.lists(st.tuples(ENTRIES, VALUES, st.none() | st.just("acme")), max_size=4))
def test_the_json_of_many_entries_is_what_python_writes_of_each(
    many: list[tuple[dict[str, str], str, str | None]],
) -> None:
    entries = [given | {"name": f"A{given['name']}"} for given, _, _ in many]
    stated = {name: [entry.get(name, "") for entry in entries] for name in FIELD_NAMES}
    added = {
        "slug": ["acme" for _ in many],
        "url": [f"https://a.example/#{place}" for _, place, _ in many],
        "evidence_host": [host or "" for _, _, host in many],
    }
    expected = [
        {
            **listed({name: entry[name] for name in FIELD_NAMES if entry.get(name)}),
            "id": entry.get("id") or "acme",
            **{name: cells[place] for name, cells in added.items() if cells[place]},
        }
        for place, entry in enumerate(entries)
    ]
    whole = {"format": 1, "signatories": expected}
    text = json.dumps(whole, ensure_ascii=False, separators=(",\n", ": "))
    assert "".join(as_json(stated, added)) == f"{text}\n"


def listed(values: dict[str, str]) -> dict[str, str | list[str]]:
    """The values of an entry, several of a field as a list."""
    return {
        name: value.split("\n") if name in SEVERAL and "\n" in value else value
        for name, value in values.items()
    }


@settings(max_examples=examples(28))
@given(st.integers(0, 6), st.sampled_from([999, 1000, 1001, 2000]))
def test_entries_written_at_once_follow_each_other_as_all_do(first: int, count: int) -> None:
    names = [f"Acme {number}" for number in range(count)]
    names[first::7] = [f"yes, {number}: so" for number in range(len(names[first::7]))]
    columns = {"name": names, "kind": ["company"] * count}
    made = json.loads("".join(as_json(columns, {"slug": names})))["signatories"]
    assert [each["name"] for each in made] == names
    rows = list(csv.reader(StringIO(table_of(made, ["kind", "name"]), newline="")))
    assert rows == [["kind", "name"], *(["company", name] for name in names)]
    assert register_of(made) == "\n".join(register_of([each]) for each in made)


@given(ENTRIES)
def test_an_entry_of_the_register_is_in_the_form_that_format_writes(entry: dict[str, str]) -> None:
    stated = {name: entry[name] for name in FIELD_NAMES if entry.get(name)}
    assert register_of([stated]) == canonical_entry(entry_of(stated)) + "\n"
    assert register_of([listed(stated)]) == canonical_entry(entry_of(stated)) + "\n"
