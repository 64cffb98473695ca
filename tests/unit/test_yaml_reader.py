import re
from collections.abc import Callable

import pytest
import yaml
from undersigned.problem import Problem, Severity
from undersigned.text import parsed_entries as reader
from undersigned.text.source import Entry, Source, Text
from undersigned.text.yaml_reader import read_entries

from tests.support.work import growth


def read(text: str) -> tuple[list[dict[str, str]], list[str]]:
    entries, problems = read_entries(Source("r.yml", text))
    values = [{key: value.value for key, value in entry.fields.items()} for entry in entries]
    return values, [str(problem) for problem in problems]


def test_a_value_stays_the_text_that_was_written() -> None:
    values, problems = read("- country: NO\n  signed: 2024-01-02\n  name: off\n  x: 'a: b'\n")
    assert values == [{"country": "NO", "signed": "2024-01-02", "name": "off", "x": "a: b"}]
    assert problems == []


def test_a_value_keeps_its_line_and_column() -> None:
    entries, _ = read_entries(Source("r.yml", "\n- name: é\n  note:   'x'\n"))
    assert (entries[0].line, entries[0].column) == (2, 3)
    assert entries[0].get("name") == Text("é", 2, 9)
    assert entries[0].get("note") == Text("x", 3, 11)


def test_places_of_an_entry_in_canonical_form_follow_from_its_lines() -> None:
    text = "\n- name: A\n  formerly:\n    - B\n    - C\n  kind: company\n"
    (read_one,), _ = read_entries(Source("r.yml", text), ("formerly",))
    entry = Entry("r.yml", 2, 3, 6, read_one.values, ("formerly",))
    assert (entry.fields, entry.keys) == (read_one.fields, read_one.keys)
    assert list(entry.texts()) == list(read_one.texts())
    for name in ("name", "formerly", "kind", "country"):
        assert (entry.get(name), entry.each(name)) == (read_one.get(name), read_one.each(name))
    assert entry.problem("x", "kind") == read_one.problem("x", "kind")
    assert list(entry.given) == list(read_one.given) == ["name", "formerly", "kind"]


@pytest.mark.parametrize("text", ["", "\n", "# nobody yet\n", "[]", "---\n...\n", "---\n"])
def test_text_without_entries_is_an_empty_list(text: str) -> None:
    assert read(text) == ([], [])


@pytest.mark.parametrize(
    ("text", "place_and_beginning"),
    [
        ("name: x\n", "r.yml:1:1: this is not a list"),
        ("just text\n", "r.yml:1:1: this is not a list"),
        ("- just text\n", "r.yml:1:3: this entry has no fields"),
        ("- - x\n", "r.yml:1:3: this entry has no fields"),
        ("- a:\n    - x\n", "r.yml:2:5: a field's value is one text"),
        ("- a: [x]\n", "r.yml:1:6: brackets are no part of a value"),
        ("- a: {b: {c: d}}\n", "r.yml:1:6: a value cannot begin with '{'"),
        ("- [a]: x\n", "r.yml:1:3: a field's name is plain text"),
        ("- a: &x b\n", "r.yml:1:6: anchor '&x' is not used here"),
        ("- a: b\n  c: *a\n", "r.yml:2:6: a value cannot begin with '*'"),
        ("- a: !!str b\n", "r.yml:1:6: tag 'tag:yaml.org,2002:str' is not used"),
        ("- <<: x\n", "r.yml:1:3: merge keys are not used"),
        ("- a: b\n  a: c\n", "r.yml:2:3: field 'a' is already given on line 1"),
        ("- a: b\n---\n- a: b\n", "r.yml:2:1: a second document begins here"),
        ("- a: b: c\n", "r.yml:1:6: the value holds a colon and a space"),
        ("- a: 'b\n\n- c: d\n", "r.yml:1:6: the quotes that open here do not close"),
        ("- a: b\n  cc:d\n  e: f\n", "r.yml:2:3: a field needs a colon and a space"),
        ("- a: b\n  c:d\n  e: f\n", "r.yml:2:3: this is not YAML"),
        ("- a: ~\n", "r.yml:1:6: '~' stands for nothing"),
        ("- a: Null\n", "r.yml:1:6: 'Null' stands for nothing"),
        ("- a: Team #1\n", "r.yml:1:6: 'Team' ends where '#' begins a comment"),
        ("- a: b\n<<<<<<< ours\n  c: d\n=======\n", "r.yml:2:1: a merge conflict is left here"),
        ("- a: b\r- \x00", "r.yml:2:3: character U+0000 cannot stand"),
        ("- a: @b\n", "r.yml:1:6: a value cannot begin with '@'"),
        ("- a: b\x00\n", "r.yml:1:7: character U+0000 cannot stand"),
        ("- a: b\n  c: \x1b[31m\n", "r.yml:2:6: character U+001B cannot stand"),
        ("- a: b\u2028\n  c: d\n", "r.yml:1:7: character U+2028 cannot stand"),
        ("- a: b\x85\n", "r.yml:1:7: character U+0085 cannot stand"),
    ],
)
@pytest.mark.parametrize("parser", ["libyaml", "pure Python"])
def test_what_two_readers_could_take_differently_is_refused_at_its_place(
    text: str, place_and_beginning: str, parser: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    if parser == "pure Python":
        monkeypatch.setattr(reader, "_LOADER", yaml.SafeLoader)
    _, problems = read(text)
    assert any(each.startswith(place_and_beginning) for each in problems), problems


@pytest.mark.parametrize("parser", ["libyaml", "pure Python"])
def test_brackets_without_an_end_are_one_problem_of_their_line(
    parser: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """libyaml from 0.2.6 on refuses them itself, before it gives the first one."""
    if parser == "pure Python":
        monkeypatch.setattr(reader, "_LOADER", yaml.SafeLoader)
    entries, (problem,) = read("[" * 100_000)
    assert entries == []
    assert re.match(
        "r.yml:1:(2: this entry has no fields|1001: this is nested too deeply); write each", problem
    )


@pytest.mark.parametrize("parser", ["libyaml", "pure Python"])
@pytest.mark.parametrize(
    "word", ["True", "false", "12", "-1", "1.0", ".5", "1e3", "0x1F", "0o7", ".inf"]
)
def test_a_word_that_yaml_takes_for_something_else_must_be_quoted(
    word: str, parser: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    if parser == "pure Python":
        monkeypatch.setattr(reader, "_LOADER", yaml.SafeLoader)
    bare, problems = read(f"- a: {word}\n")
    assert bare == [{"a": word}]
    assert problems == [f"r.yml:1:6: '{word}' reads as a number or a switch; write \"{word}\""]
    assert read(f'- a: "{word}"\n') == ([{"a": word}], [])
    _, notes = read_entries(Source("r.yml", f"- a: {word}\n"), unquoted=Severity.NOTE)
    assert [note.severity for note in notes] == [Severity.NOTE]


def test_reading_goes_on_after_a_problem_and_ends_at_what_is_no_yaml() -> None:
    values, problems = read("- a: &x x\n- a: y\n- a: 'z\n")
    assert values == [{}, {"a": "y"}]
    assert len(problems) == 2


@pytest.mark.parametrize("note", ["- a: b # note\n", "- a: 'Team #1'\n", "#b\n- a: b\n  #b\n"])
def test_a_comment_that_swallows_nothing_is_left_alone(note: str) -> None:
    assert read(note)[1] == []


@pytest.mark.parametrize("escape", ['"\\UFFFFFFFF"', '"\\U00110000"'])
def test_an_escape_beyond_unicode_is_a_problem_in_either_parser(
    escape: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert len(read(f"- a: {escape}\n")[1]) == 1
    monkeypatch.setattr(reader, "_LOADER", yaml.SafeLoader)
    assert len(read(f"- a: {escape}\n")[1]) == 1


def test_problems_sort_by_place() -> None:
    places = [Problem("b", 1, 1, ""), Problem("a", 10, 1, ""), Problem("a", 9, 2, "")]
    assert sorted(places) == [places[2], places[1], places[0]]


@pytest.mark.parametrize(
    "made",
    [
        lambda count: "- &a b\n" * count,
        lambda count: "- name: A\n  formerly:\n" + "    - [a]\n" * count,
        lambda count: "- name: 'a\n  kind: b\n" * count,
        lambda count: '- a: "b\n' * count,
        lambda count: "- name:\tb\n\t\tkind: c\n" * count,
    ],
)
def test_the_work_grows_with_the_number_of_faults(made: Callable[[int], str]) -> None:
    assert growth(read, made(200), made(400)) < 2.2
