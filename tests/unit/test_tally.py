"""How many endorse the statement, as strokes."""

import re

import pytest
from undersigned.views.tally import MOST_STROKES, Tally, tally


def strokes_of(drawn: Tally) -> tuple[int, int]:
    """How many strokes are drawn upright, and how many across."""
    paths = "".join(part.path for part in drawn.parts)
    return len(re.findall(r"M\d+ 4V20", paths)), len(re.findall(r"M\d+ 17\.5L\d+ 6\.5", paths))


@pytest.mark.parametrize("count", [0, 1, 4, 5, 6, 24, 25, 26, 299, 300, 1_000])
def test_up_to_a_thousand_each_signatory_has_a_stroke_and_every_fifth_lies_across(
    count: int,
) -> None:
    drawn = tally(count)
    assert (drawn.strokes, drawn.worth) == (count, 1)
    assert strokes_of(drawn) == (count - count // 5, count // 5)


@pytest.mark.parametrize(
    ("count", "worth", "strokes"),
    [(1_001, 5, 201), (4_956, 5, 992), (5_000, 5, 1_000), (5_001, 25, 201), (100_000, 125, 800)],
)
def test_beyond_that_a_stroke_stands_for_five_and_for_fives_of_these(
    count: int, worth: int, strokes: int
) -> None:
    drawn = tally(count)
    assert (drawn.worth, drawn.strokes) == (worth, strokes)
    assert sum(strokes_of(drawn)) == strokes <= MOST_STROKES


def test_strokes_lie_in_their_parts_and_parts_are_of_five_bundles() -> None:
    for count in range(1, 60):
        parts = tally(count).parts
        assert len(parts) == -(-count // 25)
        for part in parts:
            places = [int(each) for each in re.findall(r"[ML](\d+)", part.path)]
            assert 0 < min(places) <= max(places) < part.width


def test_the_more_strokes_the_smaller_they_are() -> None:
    assert [tally(count).size for count in (25, 26, 300, 301)] == [
        "large", "middle", "middle", "small",
    ]  # fmt: skip
