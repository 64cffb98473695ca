"""When signatories endorsed and withdrew, by period and as a drawing."""

import re
from itertools import pairwise

import pytest
from undersigned.dates import StatedDate
from undersigned.views.chart import ACROSS, HEIGHT, TOP, Chart
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
    "ten in two months": ["2024-05"] * 9 + ["2024-06"],
    "three years": [f"{2022 + month // 12}-{month % 12 + 1:02}" for month in range(36)],
    "twenty years": [f"{2004 + year}-06" for year in range(20) for _ in range(year * 60)],
    "a crowd": ["2024-05"] * 9_999 + ["2024-06"],
}


def drawn(*dates: str, gone: dict[int, str] | None = None) -> Chart:
    drawing = seen(*dates, gone=gone).chart
    assert drawing is not None
    return drawing


@pytest.mark.parametrize(
    "dates", [["2024-05"] * 8 + ["2024-06"], ["2024-05"] * 50], ids=["nine", "one month"]
)
def test_what_numbers_say_sooner_is_not_drawn(dates: list[str]) -> None:
    assert seen(*dates).chart is None


@pytest.mark.parametrize("name", DATES)
@pytest.mark.parametrize("gone", [1, 5, 9])
def test_everything_that_is_drawn_lies_between_nought_and_the_top(name: str, gone: int) -> None:
    drawing = drawn(*DATES[name], gone=dict.fromkeys(range(gone), "2024-09-01"))
    across, down = places_of(drawing.line)
    assert across == sorted(across)
    assert (across[0], across[-1]) == (0, ACROSS)
    assert all(0 <= y <= HEIGHT for y in down)
    amounts = [label.amount for label in drawing.scale]
    assert amounts[0] == 0
    assert amounts == sorted(set(amounts))
    assert 2 <= len(amounts) <= 6
    for each in drawing.departures:
        assert 0 < each.x < 100
        assert TOP <= each.y <= TOP + HEIGHT
        assert TOP <= each.y_amount <= TOP + HEIGHT
    names = [label.x for label in drawing.labels]
    assert names == sorted(names)
    assert 1 <= len(names) <= 12


def places_of(path: str) -> tuple[list[float], list[float]]:
    """Where a path of steps is, across and down."""
    assert re.fullmatch(r"M0 180([VH][0-9.]+)+", path)
    return (
        [0, *(float(each) for each in re.findall(r"H([0-9.]+)", path))],
        [float(each) for each in re.findall(r"(?:V|M0 )([0-9.]+)", path)],
    )


def test_the_line_stands_at_the_end_of_each_period_as_high_as_many_endorse() -> None:
    drawing = drawn(*["2024-01"] * 4, *["2024-02"] * 16, gone={0: "2024-04-01"})
    assert [label.amount for label in drawing.scale] == [0, 5, 10, 15, 20]
    # 4 of 20, then all, then 19 from the last of four months on.
    assert drawing.line == "M0 180V144H250V0H750V9H1000"


def test_many_who_left_at_once_are_one_step_with_their_number() -> None:
    dates = ["2024-01"] * 900 + ["2024-06"] * 40
    drawing = drawn(*dates, gone=dict.fromkeys(range(44), "2024-06-03"))
    (mark,) = drawing.departures
    assert mark.amount == 44
    assert drawing.line.count("V") == 2  # up by 900, then down by the 4 more that left than came
    assert [label.amount for label in drawing.scale] == [0, 200, 400, 600, 800, 1000]


@pytest.mark.parametrize("months", range(2, 37))
def test_names_of_months_stand_apart_on_a_phone_and_at_even_steps(months: int) -> None:
    dates = [f"{2022 + month // 12}-{month % 12 + 1:02}" for month in range(months)]
    labels = drawn(*dates, *dates[:1] * 10).labels
    places = [dates.index(each.period.stated) for each in labels]
    assert len({two - one for one, two in pairwise(places)}) <= 1
    # As wide as 'Sept 2025' is at 480 pixels, and at 320.
    for width, shown in ((12, labels), (20, [each for each in labels if not each.between])):
        before = {"start": 0.0, "middle": width / 2, "end": width}
        begins = [each.x - before[each.anchor] for each in shown]
        assert all(one + width <= other for one, other in pairwise(begins))
        assert shown[0] is labels[0]


def test_of_many_departures_all_are_marked_and_no_two_numbers_touch() -> None:
    dates = ["2024-01"] * 60
    gone = {place: f"2024-{place % 11 + 2:02}-01" for place in range(40)}
    marks = drawn(*dates, gone=gone).departures
    assert len(marks) == 11
    told = [mark.x for mark in marks if mark.amount]
    assert 1 <= len(told) <= 3
    assert all(two - one >= 12 for one, two in pairwise(told))


def test_years_come_newest_first_and_a_month_after_its_last_day() -> None:
    years = seen("2023-05-01", "2024-02-28", "2024-02", "2024-03-01").years
    assert [[year.key, *(row.name for row in year.entries)] for year in years] == [
        ["2024", "N00003", "N00002", "N00001"],
        ["2023", "N00000"],
    ]
