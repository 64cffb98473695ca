"""When signatories endorsed and withdrew, by period and as a drawing."""

import pytest
from undersigned.dates import StatedDate
from undersigned.views.register import RegisterView
from undersigned.views.words import Words

from tests.support.signatories import register, signatory, view


def seen(*dates: str, gone: dict[int, str] | None = None) -> RegisterView:
    """The view of a register of such dates; `gone` says on which day the one of a place left."""
    left = {place: stated(date) for place, date in (gone or {}).items()}
    return view(
        register(
            tuple(
                signatory(f"N{place:05}", signed=stated(date), withdrawn=left.get(place))
                for place, date in enumerate(dates)
            )
        ),
        "en_GB",
        ["1.0"],
    )


def stated(date: str) -> StatedDate:
    year, month, *day = map(int, date.split("-"))
    return StatedDate(year, month, *day)


def test_without_a_signatory_there_is_no_timeline() -> None:
    assert (seen().timeline.periods, seen().chart) == ((), None)


def test_a_month_alone_counts_in_its_month_and_quiet_months_are_told() -> None:
    periods = seen("2023-11", "2023-11-30", "2024-01-01").timeline.periods
    assert [(Words("en_GB").period(each), each.endorsed, each.endorsing) for each in periods] == [
        ("November 2023", 2, 2),
        ("December 2023", 0, 2),
        ("January 2024", 1, 3),
    ]


def test_who_withdrew_had_endorsed_and_stands_no_more() -> None:
    periods = seen("2024-01", "2024-01", gone={1: "2024-02-03"}).timeline.periods
    assert [(each.endorsed, each.withdrew, each.endorsing) for each in periods] == [
        (2, 0, 2),
        (0, 1, 1),
    ]


@pytest.mark.parametrize(
    ("last", "unit", "count"),
    [("2023-03", "month", 1), ("2026-02", "month", 36), ("2026-03", "year", 4)],
)
def test_three_years_are_told_by_month_and_longer_ones_by_year(
    last: str, unit: str, count: int
) -> None:
    timeline = seen("2023-03", last).timeline
    assert (timeline.unit, len(timeline.periods)) == (unit, count)


DATES = {
    "one month": ["2024-05"],
    "three": ["2023-03", "2023-04-11", "2023-04-18"],
    "three years": [f"{2022 + month // 12}-{month % 12 + 1:02}" for month in range(36)],
    "twenty years": [f"{2004 + year}-06" for year in range(20) for _ in range(year * 60)],
    "a crowd": ["2024-05"] * 9_999 + ["2024-06"],
}


@pytest.mark.parametrize("name", DATES)
def test_everything_that_is_drawn_lies_inside_the_drawing(name: str) -> None:
    drawing = seen(*DATES[name], gone={0: "2024-09-01"}).chart
    assert drawing is not None
    for bar in drawing.bars:
        assert 11 <= bar.x < bar.x + bar.width <= 100.01
        assert 12 <= bar.y < bar.y + bar.height < drawing.foot
        assert bar.height >= 1.5
    assert 2 <= len(drawing.scale) <= 8
    places = [label.x for label in drawing.labels]
    assert places == sorted(places)
    assert 1 <= len(places) <= 8


def test_bars_are_as_high_as_their_counts_and_withdrawals_hang_below_the_line() -> None:
    drawing = seen("2024-01", *["2024-02"] * 4, gone={0: "2024-03-01"}).chart
    assert drawing is not None
    one, four, gone = drawing.bars
    assert four.height == pytest.approx(4 * one.height, abs=0.3)
    assert (one.y + one.height, gone.y) == (drawing.line, drawing.line)
    assert (one.hangs, gone.hangs) == (False, True)


def test_years_come_newest_first_and_a_month_after_its_last_day() -> None:
    years = seen("2023-05-01", "2024-02-28", "2024-02", "2024-03-01").years
    assert [[year.key, *(row.name for row in year.entries)] for year in years] == [
        ["2024", "N00003", "N00002", "N00001"],
        ["2023", "N00000"],
    ]
