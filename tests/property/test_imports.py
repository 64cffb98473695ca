"""A list brought along: what a site publishes comes back, and nothing breaks the reader."""

import json
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import example, given, settings
from hypothesis import strategies as st
from undersigned.data.register_text import register_text
from undersigned.data.signatories import COLUMNS, FIELD_NAMES, added, as_json, stated
from undersigned.data.table import table
from undersigned.fields import SEVERAL
from undersigned.imports.columns import guessed
from undersigned.imports.destination import list_to_ask, register_with
from undersigned.imports.file import read_list
from undersigned.imports.reading import Settings, read_rows
from undersigned.imports.report import heading_lines, row_lines, tally
from undersigned.imports.rows import Fate, judged
from undersigned.problem import stopping
from undersigned.register.rules.context import read_context
from undersigned.register.signatories import Register, read_register

from tests.support.drawn_registers import (
    SITE,
    Signatories,
    entries_of,
    register_text_of,
    registers,
    without_needless_ids,
)
from tests.support.examples import examples
from tests.support.files import plant


def published(register: Register) -> dict[str, bytes]:
    """The two files as a site publishes them."""
    pages = {each.id: "signatories/" for each in register.signatories}
    given = stated(register.endorsements)
    more = added(register.endorsements, pages, "https://site.example/")
    cells = {**given, **more, "id": more["slug"]}
    return {
        "signatories.csv": "".join(table(cells, COLUMNS)).encode("utf-8-sig"),
        "signatories.json": "".join(as_json(given, more)).encode(),
    }


# Signed on one day, and the one that needs no id stands behind the other.
RENAMED = [
    {
        **{"name": name, "kind": "company", "country": "NO", "website": "https://a.example/"},
        **{"signed": "2024-05-06", "confirmed_by_email": "2025-01-02", "endorses": version},
        **more,
    }
    for name, version, more in (
        ("Old", "1.0", {}),
        ("New", "1.1", {"formerly": "Old", "id": "old"}),
    )
]


@settings(max_examples=examples(200))
@given(registers())
@example([RENAMED])
def test_what_a_site_publishes_comes_back_as_the_same_register(signatories: Signatories) -> None:
    entries = entries_of(signatories)
    with TemporaryDirectory() as name:
        root = Path(name)
        plant(root, SITE | {"signatories.yml": register_text_of(entries)})
        context, _, problems = read_context(root)
        register, more = read_register(root, context)
        assert stopping([*problems, *more]) == []
        assert register_text(stated(register.endorsements)) == register_text_of(entries)
        (root / "signatories.yml").write_text("[]\n")
        for file, content in published(register).items():
            (root / file).write_bytes(content)
            read, problems = read_list(root / file)
            if read is None:
                assert entries == []  # an empty list is nothing to import
                continue
            rows = judged(file, read_rows(read, Settings(guessed(read))), [], context)
            assert {each.fate for each in rows} <= {Fate.TAKEN}
            expected = register_text_of(without_needless_ids(signatories))
            assert register_with(root, rows, None) == (expected, [])


KNOWN = ["Name", "Organisation", "Kind", "Land", "Website", "Date", "Evidence", "E-Mail", "ID"]
CELLS = st.text(max_size=12) | st.sampled_from(
    ["Acme", "company", "Norge", "acme.example", "3/4/2023", "18. april 2023", '"', "a\nb", "=1"]
)


@settings(max_examples=examples(300))
@given(
    st.binary(max_size=120)
    | st.lists(st.lists(CELLS, max_size=6), max_size=6).map(
        lambda rows: "\r\n".join(";".join(row) for row in [KNOWN, *rows]).encode(errors="replace")
    )
    | st.recursive(
        st.none() | st.booleans() | st.floats() | st.text(max_size=5),
        lambda inner: (
            st.lists(inner, max_size=3)
            | st.dictionaries(st.sampled_from([*KNOWN, "signatories", "format"]), inner, max_size=4)
        ),
    ).map(lambda value: json.dumps(value).encode()),
    st.sampled_from(["a.csv", "a.json", "a"]),
)
def test_no_list_breaks_the_reader_and_every_row_is_accounted_for(
    content: bytes, file: str
) -> None:
    with TemporaryDirectory() as name:
        path = Path(name) / file
        path.write_bytes(content)
        read, problems = read_list(path)
        assert (read is None) == bool(problems)
        assert len(problems) < 2
        if read is None:
            return
        context, _, _ = read_context(Path(name))
        columns = guessed(read)
        rows = judged(file, read_rows(read, Settings(columns)), [], context)
        assert [each.read.row for each in rows] == list(read.rows)
        lines = [*heading_lines(read, columns), *row_lines(file, rows), tally(rows)]
        assert all(line.isprintable() for line in lines)
        places = {line.split(": ")[0] for line in row_lines(file, rows)}
        assert places == {f"{file}:{row.line}:{row.column}" for row in read.rows}
        list_to_ask(read, columns, rows).encode()
        assert set(FIELD_NAMES).issuperset(columns.taken)
        assert SEVERAL.isdisjoint(columns.unsure)
