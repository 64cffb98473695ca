from datetime import date

import pytest
from undersigned.dates import StatedDate, month_named, stated_date


def test_a_day_means_that_day() -> None:
    day = stated_date("2024-02-29")
    assert day == StatedDate(2024, 2, 29)
    assert (day.first_day, day.last_day) == (date(2024, 2, 29), date(2024, 2, 29))
    assert str(day) == "2024-02-29"


def test_a_month_means_any_of_its_days() -> None:
    month = stated_date("2024-02")
    assert month == StatedDate(2024, 2)
    assert (month.first_day, month.last_day) == (date(2024, 2, 1), date(2024, 2, 29))
    assert str(month) == "2024-02"


@pytest.mark.parametrize(
    "text",
    ["", "2024", "2023-02-29", "2024-13", "2024-00", "0000-01", "2024-1-2", "24-01-02",
     "2024-01-00", "2024-01-02 ", "2024-01-02T00:00", "２０２４-01-02", "2024/01/02"],
)  # fmt: skip
def test_what_is_no_date_is_none(text: str) -> None:
    assert stated_date(text) is None


@pytest.mark.parametrize(
    ("given", "month"),
    [
        ("March", 3), ("mar", 3), ("MAR.", 3), ("22 April", 4), ("Sept.", 9), ("12", 12),
        ("may--june", 5), ("13", None), ("0", None), ("", None), ("Smarch", None), ("1" * 9, None),
    ],
)  # fmt: skip
def test_a_month_is_known_by_name_or_number(given: str, month: int | None) -> None:
    assert month_named(given) == month
