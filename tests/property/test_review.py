"""A review shows any text as one code span on one line, and leaves out no entry of any register."""

import re
from collections.abc import Iterable
from datetime import date

from hypothesis import example, given
from hypothesis import strategies as st
from undersigned.changes import record_lines
from undersigned.changes.compare import compared
from undersigned.changes.proof_changes import Kept, Stand
from undersigned.changes.record_cautions import of_new, of_pair
from undersigned.changes.record_facts import facts_of
from undersigned.changes.record_pairs import RecordPair, records_compared
from undersigned.changes.unchecked import counts_of, endorsements_of
from undersigned.deeds.rules.context import RecordContext
from undersigned.identity import id_of
from undersigned.invisible import hidden_in
from undersigned.markup.untrusted import LONGEST, code, cut, fitted
from undersigned.text.source import Entry, Text

from tests.support.reviews import CODE_SPAN

TEXTS = st.text(st.one_of(st.sampled_from("` \n|<>@#[]()*_\\&"), st.characters()))


@given(TEXTS)
@example("`")
@example("a`b``c")
@example(" `` ")
def test_a_text_is_one_span_that_nothing_in_it_ends(text: str) -> None:
    span = code(text)
    fence = re.match("`+", span)
    assert fence
    assert span.endswith(fence[0])
    inside = span[len(fence[0]) : -len(fence[0])]
    assert inside
    # A span ends at a run of backticks as long as the one that began it (CommonMark, 6.1).
    assert fence[0] not in re.findall("`+", inside)
    assert not inside.startswith("`")
    assert not inside.endswith("`")
    assert span.isprintable()


@given(TEXTS.filter(lambda text: text.strip() != "" and text.isprintable() and not hidden_in(text)))
def test_an_ordinary_text_is_shown_as_it_is(text: str) -> None:
    inside = code(text, longest=10**6).strip("`")
    if "`" not in text[:1] + text[-1:] and " " not in (text[0], text[-1]):
        assert inside == text


@given(st.lists(TEXTS), st.integers(0, 300))
def test_what_is_cut_is_no_longer_than_was_said(lines: list[str], most: int) -> None:
    assert len(cut(lines, most)) <= most + 60
    assert len(code("x" * 10**4)) <= LONGEST + 4


@given(st.lists(st.lists(TEXTS, min_size=1), max_size=9), st.integers(0, 3000))
def test_no_section_pushes_another_out_and_a_short_one_is_whole(
    sections: list[list[str]], most: int
) -> None:
    text = fitted(sections, most)
    assert len(text) <= most + 60 * len(sections)
    for lines in sections:
        if sum(len(line) + 1 for line in lines) <= most // len(sections):
            assert "\n".join(lines) in text


# Few values, so that entries have much in common.
FIELDS = st.fixed_dictionaries(
    {"name": st.sampled_from(["Acme", "ACME Ltd", "Beta", "Jane Doe"])},
    optional={
        "id": st.sampled_from(["acme", "beta", "x"]),
        "formerly": st.sampled_from(["Acme", "Beta"]),
        "kind": st.sampled_from(["company", "individual", "y"]),
        "website": st.sampled_from(["https://a.example", "https://b.example", "z"]),
        "signed": st.sampled_from(["2024-05", "2024-06-07", "never"]),
        "evidence": st.sampled_from(["https://a.example/x", "https://b.example/x"]),
        "confirmed_by_email": st.just("2024-06-08"),
        "endorses": st.sampled_from(["1.0", "2.0", "?"]),
        "identifiers": st.sampled_from(["wikidata:Q1", "wikidata:Q2"]),
        "ended": st.just("2025"),
        "withdrawn": st.just("2025-01-02"),
    },
)
REGISTERS = st.lists(FIELDS, max_size=6)


def entries(register: Iterable[dict[str, str]]) -> list[Entry]:
    found = []
    for line, values in enumerate(register, start=1):
        fields = {name: Text(value, line, 1) for name, value in values.items()}
        found.append(Entry.placed("signatories.yml", line, 1, line, fields, fields))
    return found


def version_of(entry: Entry) -> str:
    return entry.values.get("endorses", "1.0")


def places(found: Iterable[Entry]) -> list[int]:
    return sorted(entry.line for entry in found)


@given(REGISTERS, REGISTERS)
def test_every_entry_before_and_after_is_told_of_once(
    old: list[dict[str, str]], new: list[dict[str, str]]
) -> None:
    before, after = entries(old), entries(new)
    found = compared(before, after, version_of)
    kept = {pair.after.line for pair in found.kept}
    joining = [each.entry for each in found.joining if each.entry.line not in kept]
    assert places([*found.removed, *(pair.before for pair in found.kept)]) == places(before)
    assert places([*found.added, *joining, *(pair.after for pair in found.kept)]) == places(after)
    for pair in found.kept:
        ids = {id_of(each.values) for each in (pair.before, pair.after)}
        assert (len(ids) == 1) is not bool(pair.shared)
        persons = {each.values.get("kind") == "individual" for each in (pair.before, pair.after)}
        assert len(persons) == 1 or not pair.shared


@given(REGISTERS)
def test_a_register_beside_itself_is_unchanged_in_whatever_order(
    register: list[dict[str, str]],
) -> None:
    found = compared(entries(register), entries(register[::-1]), version_of)
    assert (found.added, found.joining, found.removed) == ((), (), ())
    assert all(pair.change is None for pair in found.kept)


@given(REGISTERS)
def test_every_signatory_is_counted_once(register: list[dict[str, str]]) -> None:
    counts = counts_of(Stand(endorsements_of(entries(register), version_of), Kept()))
    assert counts.standings.total() == len(set(map(id_of, register)))
    assert counts.entries == len(register)
    assert counts.grades.total() <= counts.standings.total()


# Entries of the record with much in common, and two texts of whoever means harm.
HOSTILE = st.sampled_from(["](https://evil.example)", "` @octocat <b> `` #1\n- x", ""])
DEEDS = st.fixed_dictionaries(
    {"who": st.sampled_from(["acme", "beta", "acme\nbeta"]) | HOSTILE},
    optional={
        "id": st.sampled_from(["x", "y"]),
        "principle": st.sampled_from(["1", "2"]) | HOSTILE,
        "date": st.sampled_from(["2024", "2024-05-06"]) | HOSTILE,
        "looked": st.just("2024-05"),
        "deed": st.sampled_from(["Acme sued.", "Acme lost."]) | HOSTILE,
        "found": st.just("nothing"),
        "sources": st.sampled_from(["a", "b"]) | HOSTILE,
        "where": HOSTILE,
        "bearing": st.sampled_from(["in-line", "at-odds"]) | HOSTILE,
        "notified": st.sampled_from(["2024-06-01", "9999-12-31"]) | HOSTILE,
        "reply": HOSTILE,
        "replied": HOSTILE,
        "reply_source": st.just("https://evil.example/") | HOSTILE,
        "reply_by_email": HOSTILE,
        "unarchived": HOSTILE,
        "listed": HOSTILE,
    },
)
RECORDS = st.lists(DEEDS, max_size=6)
TODAY = date(2026, 1, 2)


@given(RECORDS, RECORDS)
def test_every_deed_before_and_after_is_told_of_once(
    old: list[dict[str, str]], new: list[dict[str, str]]
) -> None:
    before, after = entries(old), entries(new)
    found = records_compared(before, after)
    assert places([*found.removed, *(pair.before for pair in found.kept)]) == places(before)
    assert places([*found.added, *(pair.after for pair in found.kept)]) == places(after)


@given(RECORDS)
def test_a_record_beside_itself_is_unchanged_in_whatever_order(
    record: list[dict[str, str]],
) -> None:
    found = records_compared(entries(record), entries(record[::-1]))
    assert (found.added, found.removed) == ((), ())
    assert all(not pair.differences for pair in found.kept)


@given(DEEDS, DEEDS)
def test_what_is_told_of_a_deed_is_code_on_lines_of_its_own(
    old: dict[str, str], new: dict[str, str]
) -> None:
    before, after = entries([old, new])
    facts, pair = facts_of(after, RecordContext(TODAY, ())), RecordPair(before, after)
    lines = [
        *record_lines.added(after, facts, TODAY, of_new(after, facts, TODAY), ()),
        *record_lines.changed(pair, facts, facts, TODAY, of_pair(pair, facts, facts, TODAY), ()),
        *record_lines.removed(before, facts, TODAY),
    ]
    for line in lines:
        assert line.isprintable()
        assert line.startswith(("- ", "  - "))
        left = CODE_SPAN.sub("", line)
        assert not re.search(r"[`@<>\[\]#]|evil|octocat", left), line
