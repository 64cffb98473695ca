"""Whatever the bibliography holds: it is read, or told at a place, and `format` keeps all of it."""

import re
from collections import Counter
from collections.abc import Mapping
from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st
from pybtex.database import Entry
from undersigned.bibliography.bibtex.items import Item, ItemType
from undersigned.bibliography.bibtex.layout import file_text
from undersigned.bibliography.bibtex.scanner import scan
from undersigned.bibliography.checks import problems_of
from undersigned.bibliography.library import library_of, read_items
from undersigned.bibliography.values.persons import EntryParser
from undersigned.problem import stopping
from undersigned.text.source import Source

from tests.support.examples import examples
from tests.support.lighthouses import LIGHTHOUSES

REAL = (LIGHTHOUSES / "references.bib").read_text(encoding="utf-8")
TODAY = date(2026, 3, 4)

PIECES = [
    *'@{}()",=#%\\ ~-/\n\t\r0', "@misc{a,", "@article(b,", "@string{", "@comment{", "@preamble{",
    "@", "title", "author", " = ", "{x}", '"x"', "},\n", "}\n", "\n", "mar", "and", "A, B, C, D, E",
    "% x", "year = 2020,", "month = {Smarch},", "url = {http://a.b},", "doi = {x},", "date = {9},",
    "\\'{e}", "é", "\u2028", "\x00", "\ufeff", "٣", "{" * 60, "urldate", "crossref = {a},",
]  # fmt: skip
soup = st.lists(st.sampled_from(PIECES) | st.text(max_size=3), max_size=40).map("".join)


@st.composite
def mutated(draw: st.DrawFn) -> str:
    """Part of the real file in which a few characters were lost, added or changed."""
    start = draw(st.integers(0, len(REAL) - 1500))
    text = REAL[start : start + 1500]
    for _ in range(draw(st.integers(1, 4))):
        place = draw(st.integers(0, len(text)))
        lost = draw(st.integers(0, 3))
        text = text[:place] + draw(st.sampled_from([*PIECES, ""])) + text[place + lost :]
    return text


words = st.sampled_from(["x", "é", "{NSO} Group", "\\&", "a\n  b", "100%", "a@b", '{"}', ", and #"])
value = st.one_of(
    words.map("{{{}}}".format),
    words.filter(lambda text: text != '{"}').map('"{}"'.format),
    st.sampled_from(["2020", "mar", "ACME", '"a" # mar # {b}', "acme # acme", '"{"}"', "{}"]),
)
names = st.sampled_from(["author", "Title", "year", "URL", "note", "zzz", "editor", "a-b"])
remark = st.sampled_from(
    [
        "", "\n", "% x\n", "free\n\n", "@comment{x {y}}\n", " % b\n", "\n\nz \n", "% me@x {\n",
        "@Comment{jabref-meta: me@x; {@misc{}}}\n", " %@misc{z,\n", "@comment(x) % }\n",
        "% c\n\n\n% d\n", "@comment{e\n\n\nf}\n",
    ]
)  # fmt: skip


@st.composite
def entry(draw: st.DrawFn, key: str) -> str:
    fields = draw(st.dictionaries(names, value, max_size=4))
    opening, closing = draw(st.sampled_from([("{", "}"), ("{", ",}"), ("(", ",)")]))
    space = draw(st.sampled_from(["", " ", "\n  "]))
    body = "".join(f",{space}{name}{space}={space}{text}" for name, text in fields.items())
    type_, last = draw(st.sampled_from(["misc", "BOOK"])), draw(st.sampled_from(["", "\n"]))
    return f"@{type_}{opening}{key}{body}{last}{space}{closing}"


@st.composite
def whole_files(draw: st.DrawFn) -> str:
    """A bibliography that can be read, in any layout, with strings and remarks anywhere."""
    keys = draw(st.lists(st.sampled_from(["b", "A", "c1", "D", "e-e", "é"]), unique=True))
    parts = [draw(remark), '@string{acme = "Acme"}', draw(remark)]
    for number, key in enumerate(keys):
        parts += [draw(entry(key)), draw(remark)]
        if draw(st.booleans()):
            parts += [f"@STRING(s{number} = {{y}} # acme)", draw(remark)]
    last = draw(st.sampled_from(["", "\n", "\n% end", "@preamble{acme # {z}}\n"]))
    text = "".join([*parts, last])
    return text.replace("\n", draw(st.sampled_from(["\n", "\r\n", "\r"])))


def parsed(text: str) -> Mapping[str, Entry]:
    parser = EntryParser()
    parser.parse_string(text)
    return parser.data.entries  # type: ignore[no-any-return]


def hides_a_sign(items: list[Item]) -> bool:
    """Whether a remark holds an '@', which pybtex takes for the start of an entry."""
    remarks = (each for each in items if each.kind in (ItemType.TEXT, ItemType.COMMENT))
    return any("@" in each.text[1:] for each in remarks)


def meaning(entries: Mapping[str, Entry]) -> dict[str, object]:
    """What pybtex reads, whatever the order and the case of names."""
    return {
        key: (
            entry.type,
            {name.lower(): text for name, text in entry.fields.items()},
            {role.lower(): list(map(str, people)) for role, people in entry.persons.items()},
        )
        for key, entry in entries.items()
    }


def remarks(items: list[Item]) -> Counter[str]:
    """The words that stand outside of entries."""
    beside = (item.text for item in items if item.kind in (ItemType.TEXT, ItemType.COMMENT))
    return Counter(" ".join(beside).split())


@settings(max_examples=examples(400))
@given(soup | mutated())
def test_anything_is_read_or_told_at_a_place_within_the_file(text: str) -> None:
    items, _ = scan(Source("references.bib", text))
    assert "".join(item.text for item in items) == text
    library, problems = library_of(Source("references.bib", text))
    lines = re.split(r"\r\n?|\n", text)
    for problem in [*problems, *problems_of(library, TODAY)]:
        assert 1 <= problem.line <= len(lines), problem
        assert 1 <= problem.column <= len(lines[problem.line - 1]) + 2, problem
        assert problem.message.isprintable()
    # What is told to be well is BibTeX to pybtex, but for an '@' in a remark.
    if not problems and not hides_a_sign(items):
        assert meaning(parsed(text)).keys() == library.entries.keys()


@st.composite
def faulty(draw: st.DrawFn) -> tuple[str, str]:
    """An entry with one fault, by lines, and the key by which it is known."""
    fields = ["  title = {x},", "  year = 9999,", "  url = {http://a.example},", "  note = {y}"]
    place = draw(st.integers(0, 3))
    line = draw(st.sampled_from(FAULTS)).format(fields[place].strip(", "))
    fields[place] = f"  {line},"
    return "\n".join(["@misc{broken,", *fields, "}\n"]), fields[place]


FAULTS = [
    "{0} {{z", '{0} "z', "{0} words", "z {{x}}", "z = ", "z = {{x", 'z = "x', 'z = "x}}y"', "% z",
    "{0},", "z = {{x}}}} y", "z = zzz", "{0} {{x}}", "= {{x}}", "z =",
    "z = {{x}} {{y}}", "z = x y z", "\u00fc = {{x}}", "", "z = {{{{x}}",
]  # fmt: skip


@settings(max_examples=examples(200))
@given(faulty(), st.booleans())
def test_a_broken_entry_hides_nothing_of_others_and_stays_known(
    broken: tuple[str, str], unnamed: bool
) -> None:
    text, line = broken
    if unnamed:
        text = text.replace("@misc{broken,\n", "@misc{\n")
    around = "@misc{one, title = {x}, year = 9999}\n", "@misc{two, title = {x}, year = 9999}\n"
    library, problems = library_of(Source("references.bib", text.join(around)))
    assert problems, line
    assert not library.complete
    known = ["one", "two"] if unnamed else ["one", "broken", "two"]
    assert {*known} <= {*library.keys}, line
    told = [problem.line for problem in problems_of(library, TODAY)]
    assert 1 in told, line
    assert text.join(around).count("\n") in told, line


@settings(max_examples=examples(200))
@given(faulty())
def test_a_fault_hides_no_other_field_of_its_entry(broken: tuple[str, str]) -> None:
    text, line = broken
    library, problems = library_of(Source("references.bib", text))
    told = {problem.line for problem in [*problems, *problems_of(library, TODAY)]}
    for number, each in enumerate(text.split("\n"), start=1):
        if each != line and ("9999" in each or "http:" in each):
            assert number in told, (line, problems)
    # Nothing is said to lack where it may be what is malformed.
    assert "title" not in text or not any(
        "has no title" in each.message for each in problems_of(library, TODAY)
    )


@settings(max_examples=examples(300))
@given(whole_files())
def test_format_settles_in_one_run_and_keeps_meaning_values_and_remarks(text: str) -> None:
    items, problems = read_items(Source("references.bib", text))
    if stopping(problems):  # a remark came last
        assert all("is no BibTeX" in problem.message for problem in stopping(problems))
    settled = file_text(items)
    again, _ = read_items(Source("references.bib", settled))
    assert file_text(again) == settled
    before, after = (library_of(Source("references.bib", each))[0] for each in (text, settled))
    assert meaning(after.entries) == meaning(before.entries)
    if not hides_a_sign(items):
        assert meaning(parsed(text)) == meaning(before.entries)
    assert remarks(again) == remarks(items)
    keys = [item.key.value for item in again if item.kind is ItemType.ENTRY]
    assert keys == sorted(keys, key=lambda key: (key.lower(), key))
    assert "\r" not in settled
