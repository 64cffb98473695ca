"""The rules that put notes beside their lines."""

import re

import pytest
from undersigned.build.note_places import MOST, note_places


def test_each_note_begins_at_its_place_or_below_the_note_before() -> None:
    rules = note_places(2)
    assert ".footnote-2{anchor-name:--r2}" in rules
    assert "&:nth-child(1){anchor-name:--n1,--note;top:anchor(--r1 top,0px)}" in rules
    beside = "top:max(anchor(--r2 top,0px),anchor(--n1 bottom,0px))"
    assert f"&:nth-child(2){{anchor-name:--n2,--note;{beside}}}" in rules


@pytest.mark.parametrize("most", [1, MOST])
def test_there_is_a_rule_for_each_place_and_each_note_and_for_no_more(most: int) -> None:
    rules = note_places(most)
    numbers = [*range(1, most + 1)]
    assert [int(number) for number in re.findall(r"\.footnote-(\d+)\{", rules)] == numbers
    assert [int(number) for number in re.findall(r"nth-child\((\d+)\)", rules)] == numbers
    assert f"nth-child(-n+{most})" in rules
    assert rules.count("{") == rules.count("}")
