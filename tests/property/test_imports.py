"""A list brought along: what a site publishes comes back, and nothing breaks the reader."""

import json
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given, settings
from hypothesis import strategies as st
from undersigned.data.register_text import register_text
from undersigned.data.signatories import FIELD_NAMES, records, stated
from undersigned.data.table import table
from undersigned.fields import SEVERAL
from undersigned.format.annotated import AnnotatedRegister
from undersigned.format.canonical import canonical_text, entry_of
from undersigned.identity import id_of
from undersigned.imports.columns import guessed
from undersigned.imports.destination import list_to_ask, register_with
from undersigned.imports.file import read_list
from undersigned.imports.reading import Settings, read_rows
from undersigned.imports.report import heading_lines, row_lines, tally
from undersigned.imports.rows import Fate, judged
from undersigned.names.slug import slug
from undersigned.problem import stopping
from undersigned.register.rules.context import read_context
from undersigned.register.signatories import Register, read_register

from tests.support.examples import examples
from tests.support.files import plant
from tests.support.registers import BARE_SITE

SITE = BARE_SITE | {
    "versions.yml": '- version: "1.0"\n  published: 2023-03\n  sha256: (lock)\n\n'
    '- version: "1.1"\n  published: 2024-03\n  sha256: (lock)\n',
    "docs/principles/1.1.md": "1. Do no harm at all\n",
}
NAMES = [
    "Acme, Inc.", "=SUM Foundation", "'+Plus Company", "@handle collective", "Örebro universitet",
    "株式会社東京", "No", "12:30 Klub", "Quotes “and” \"more\" 'of them'", "Élan\u00a0Vital",
    "Semi;colon Group", "Łódź Øst", "Hash # mark", "منظمة الحقوق", "1984", "Yes & No",
]  # fmt: skip
PIECES = [*"=+-@'\",;|# :\u00a0é", "n/a", "null", "1984", "  "]
WORDS = st.lists(st.sampled_from(PIECES), max_size=5).map(lambda them: f"={''.join(them)}.")
PATHS = st.sampled_from(["/", "/news?a=b,c&d;e", "/#/route", "/a'b", ":8443/x", "/-"])
IDENTIFIERS = ["wikidata:Q1", "wikidata:Q42", "ror:05gzmn429", "lei:5493001KJTIIGC8Y1R12"]
DATES = st.sampled_from(["2024-05", "2024-05-06", "2024-12-31"])


@st.composite
def signatories(draw: st.DrawFn, number: int, name: str) -> list[dict[str, str]]:
    """The entries of one signatory: one, or one for each version."""
    kind = draw(st.sampled_from(["company", "public-body", "individual"]))
    site = f"https://{chr(97 + number)}.example"
    entry = {"name": name, "kind": kind, "country": draw(st.sampled_from(["NO", "XK", "ZZ"]))}
    entry |= {"website": f"{site}{draw(PATHS)}", "signed": draw(DATES)}
    entry |= draw(
        st.builds(lambda path: {"evidence": f"{site}{path}"}, PATHS)
        | st.just({"confirmed_by_email": "2025-01-02"})
    )
    optional = {
        # Not the name of another, who would be the same.
        "formerly": st.lists(
            WORDS.map(f"=Former {number} {{}}".format), min_size=1, max_size=3, unique=True
        ).map("\n".join),
        "sort_as": WORDS,
        "statement": WORDS,
        "listed": st.just("2025-02-03"),
        "withdrawn": st.just("2025-06-07"),
        "id": st.sampled_from([f"id-{number}", slug(name)]),
        "of": st.just(""),
    }
    if kind == "individual":
        # One without a letter would name nobody.
        optional["affiliation"] = WORDS.map("{}Oslo".format)
    else:
        optional["ended"] = st.just("2025-08")
    entry |= {k: v for k, v in draw(st.fixed_dictionaries({}, optional=optional)).items() if v}
    if number < len(IDENTIFIERS) and draw(st.booleans()):
        entry["identifiers"] = IDENTIFIERS[number]
    entries = [entry]
    if draw(st.booleans()):
        common = {each: entry[each] for each in ("name", "kind", "country", "website")}
        earlier = {"signed": "2023-04-05", "evidence": f"{site}/old", "endorses": "1.0"}
        entry["id"] = entry.get("id", slug(name))
        chosen = entry["id"] != slug(name) or draw(st.booleans())
        entries.append(common | earlier | ({"id": entry["id"]} if chosen else {}))
    return entries


@st.composite
def registers(draw: st.DrawFn) -> list[dict[str, str]]:
    names = draw(st.lists(st.sampled_from(NAMES), unique=True, max_size=5))
    drawn = [draw(signatories(number, name)) for number, name in enumerate(names)]
    entries = [entry for each in drawn for entry in each]
    if len(drawn) > 1 and draw(st.booleans()):
        others = {id_of(each[0]): None for each in drawn[1:]}
        drawn[0][0]["distinct_from"] = "\n".join(others)
        drawn[0][0]["part_of"] = next(iter(others))
    return entries


def text_of(entries: Sequence[dict[str, str]]) -> str:
    return canonical_text(AnnotatedRegister(tuple(map(entry_of, entries))))


def without_needless_ids(entries: Sequence[dict[str, str]]) -> list[dict[str, str]]:
    """Without those that published data have in any case: of one id, that of the first to sign."""
    first = {id_of(each): each for each in sorted(entries, key=lambda each: each["signed"])[::-1]}
    return [
        {k: v for k, v in each.items() if k != "id"}
        if first[id_of(each)] is each and id_of(each) == slug(each["name"])
        else each
        for each in entries
    ]


def published(register: Register) -> dict[str, bytes]:
    """The two files as a site publishes them."""
    pages = {each.id: "signatories/" for each in register.signatories}
    made = records(
        stated(register.endorsements), register.endorsements, pages, "https://site.example/"
    )
    return {
        "signatories.csv": table(made).encode("utf-8-sig"),
        "signatories.json": json.dumps({"format": 1, "signatories": made}).encode(),
    }


@settings(max_examples=examples(200))
@given(registers())
def test_what_a_site_publishes_comes_back_as_the_same_register(
    entries: list[dict[str, str]],
) -> None:
    with TemporaryDirectory() as name:
        root = Path(name)
        plant(root, SITE | {"signatories.yml": text_of(entries)})
        context, _, problems = read_context(root)
        register, more = read_register(root, context)
        assert stopping([*problems, *more]) == []
        assert register_text(stated(register.endorsements)) == text_of(entries)
        (root / "signatories.yml").write_text("[]\n")
        for file, content in published(register).items():
            (root / file).write_bytes(content)
            read, problems = read_list(root / file)
            if read is None:
                assert entries == []  # an empty list is nothing to import
                continue
            rows = judged(file, read_rows(read, Settings(guessed(read))), [], context)
            assert {each.fate for each in rows} <= {Fate.TAKEN}
            assert register_with(root, rows, None) == (text_of(without_needless_ids(entries)), [])


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
