"""Numbers that Python-Markdown draws as words are reported before anybody signs the text."""

import re

import markdown
import pytest
from hypothesis import given
from hypothesis import strategies as st
from undersigned.statement.principles import principles_of
from undersigned.statement.undrawn_points import undrawn_points
from undersigned.text.source import Source

BEHIND = "is drawn as words of the paragraph above; put an empty line before it"


def found(text: str) -> list[str]:
    return [str(each) for each in undrawn_points(Source("draft.md", text))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1. One\n2. Two\n\n3. Three\n   and more\n4. Four\n", []),
        ("# Pledge\n1. One\n2. Two\n", []),
        ("In 2023\n2024. It was.\n```\na\n1. b\n```\n", []),
        ("We will:\n1. act\n", [f"draft.md:2:1: '1.' {BEHIND}"]),
        ("1. One\n\n    More.\n2. Two\n", [f"draft.md:4:1: '2.' {BEHIND}"]),
        ("1) One\n", ["draft.md:1:1: '1)' is drawn as words, not as a number; write '1.'"]),
    ],
)
def test_each_is_reported_at_its_place(text: str, expected: list[str]) -> None:
    assert found(text) == expected


LINES = st.sampled_from(["1. One", "2. Two", "words", "    more", "", "# Head", "2) Two", "- a"])


@given(st.lists(LINES, max_size=8).map("\n".join))
def test_where_none_is_reported_each_number_that_is_written_is_drawn(text: str) -> None:
    written = re.findall(r"^(?:1\.|2[.)]) (?:One|Two)$", text, re.MULTILINE)
    drawn = markdown.markdown(text, extensions=["sane_lists"])
    assert bool(found(text)) == (drawn.count("<li>") - drawn.count("<li>a") < len(written))


def test_what_is_numbered_for_deeds_is_what_readers_see_numbered() -> None:
    text = "1. One\n2. Two\n"
    assert not found(text)
    assert len(principles_of(text)) == 2
