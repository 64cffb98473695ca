"""Entries in canonical form need no parser, and what departs from it goes to one."""

from collections.abc import Callable

import pytest
from undersigned.format.canonical import canonical_entry, entry_of
from undersigned.text.regular_entries import Departing, regular_entries
from undersigned.text.source import Entry, Source

from tests.support.work import growth

VALUES = {
    "name": "Mind: the gap",
    "formerly": "1984\nÉlan “Vital” # 2",
    "kind": "company",
    "country": "NO",
    "website": "https://example.org/a#b?c=d:e",
    "signed": "2024-01-02",
    "ended": "2024-02",
    "statement": "3M says yes",
}


def parts(text: str) -> list[Entry | Departing]:
    return list(regular_entries(Source("r.yml", text), frozenset(("formerly",))))


def test_what_format_writes_is_read_from_its_form() -> None:
    text = f"{canonical_entry(entry_of(VALUES))}\n"
    first, second = parts(f"{text}\n{text}")
    assert first == Entry("r.yml", 1, 3, 10, VALUES, ("formerly",))
    assert second == Entry("r.yml", 12, 3, 21, VALUES, ("formerly",))


def test_what_departs_from_the_form_is_one_part_with_its_place() -> None:
    text = "# ours\n\n- name: a\n- name: 'b'\n\n- name: c #d\n\n\n- name: e\n"
    kept, parted = Entry("r.yml", 3, 3, 3, {"name": "a"}), "- name: 'b'\n\n- name: c #d\n\n\n"
    last = Entry("r.yml", 9, 3, 9, {"name": "e"})
    assert parts(text) == [Departing("# ours\n\n", 1), kept, Departing(parted, 4), last]


@pytest.mark.parametrize("text", ["- a: b\n  a: c\n", "- a:\n    - b\n    - c\n"])
def test_a_field_twice_or_a_list_of_any_other_field_departs_from_the_form(text: str) -> None:
    assert parts(text) == [Departing(text, 1)]


@pytest.mark.parametrize(
    "text",
    ["  a: b\n", "- a: b\n---\n", "...\n", "[]\n", "%YAML 1.2\n", "- a: b\r- a: b\n", "a: b"],
)
def test_what_would_mean_something_else_by_itself_is_no_list(text: str) -> None:
    assert not Departing(text, 1).is_list


def test_comments_and_the_entries_below_them_are_a_list() -> None:
    assert Departing("# x\n\n  # y\n- a: b\n  # ---\n", 1).is_list
    assert Departing("# x\n", 1).is_list


@pytest.mark.parametrize(
    "made",
    [
        lambda count: "- name: a\n\n- name: 'b'\n\n" * count,
        lambda count: "- name: " + "a : b" * count,
        lambda count: "- name: " + "a b: " * count,
        lambda count: "- name:\n" + "    - a\n" * count,
        lambda count: "- a: b" + "\n  c: d" * count,
        lambda count: "\n" * count + "- a: b\n" * count,
    ],
)
def test_the_work_grows_with_the_text(made: Callable[[int], str]) -> None:
    assert growth(parts, made(200), made(400)) < 2.2
