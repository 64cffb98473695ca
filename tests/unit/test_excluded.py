"""A problem takes from the pages the entry that it is about, and no other."""

import pytest
from undersigned.problem import Problem
from undersigned.register.excluded import parted
from undersigned.text.source import Source
from undersigned.text.yaml_reader import read_entries


def names_left(path: str, text: str, *places: tuple[int, int]) -> str:
    """The names, of one letter each, of the entries that such problems leave."""
    entries, _ = read_entries(Source(path, text))
    sound, faulty = parted(entries, [Problem(path, *place, "x") for place in places])
    assert len(sound) + len(faulty) == len(entries)
    return "".join(entry.values["name"] for entry in sound)


BLOCK = "- name: A\n  kind: x\n- name: B\n  kind:\n    nested: x\n\n- name: C\n"
FLOW = "[{name: A, kind: x}, {name: B, kind: x}, {name: C}]"


@pytest.mark.parametrize(
    ("text", "places", "left"),
    [
        (BLOCK, (), "ABC"),
        (BLOCK, [(1, 9)], "BC"),
        (BLOCK, [(5, 5)], "AC"),
        (BLOCK, [(3, 3), (7, 9)], "A"),
        (BLOCK, [(1, 1)], "ABC"),
        (FLOW, [(1, 28)], "AC"),
        (FLOW, [(1, 2)], "BC"),
    ],
)
def test_in_the_register_it_is_the_last_entry_that_begins_before_it(
    text: str, places: list[tuple[int, int]], left: str
) -> None:
    assert names_left("signatories.yml", text, *places) == left


def test_in_a_drop_in_it_is_all_that_the_file_holds() -> None:
    assert names_left("signatories.d/a.yml", BLOCK, (1, 1)) == ""


def test_problems_of_another_file_leave_everybody() -> None:
    entries, _ = read_entries(Source("signatories.yml", BLOCK))
    assert parted(entries, [Problem("links.yml", 1, 9, "x")]) == (entries, [])
