"""Dates as people write them mean one date, two, or none."""

import pytest
from undersigned.register.terms.days import day_meant


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("18.04.2023", "2023-04-18"),
        ("18. 4. 2023", "2023-04-18"),
        ("18/04/2023", "2023-04-18"),
        ("04/18/2023", "2023-04-18"),
        ("05/05/2023", "2023-05-05"),
        ("2023-4-8", "2023-04-08"),
        ("2023/04/08", "2023-04-08"),
        ("20230418", "2023-04-18"),
        ("1-1-24", "2024-01-01"),
        ("04/2023", "2023-04"),
        ("April 2023", "2023-04"),
        ("18 April 2023", "2023-04-18"),
        ("Apr. 18th, 2023", "2023-04-18"),
        ("2023-04-18T10:00:00Z", "2023-04-18"),
        ("“2023-04-18”", "2023-04-18"),
    ],
)
def test_a_date_in_another_form_means_one(written: str, meant: str) -> None:
    assert day_meant(written) == meant


@pytest.mark.parametrize("written", ["2024", "2023-04-31", "31.4.2023", "spring 2023", "", "x"])
def test_a_text_that_may_mean_several_dates_or_none_means_none(written: str) -> None:
    assert day_meant(written) is None
