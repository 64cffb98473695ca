"""Another version of the text takes no entry of the record over."""

import pytest
from undersigned.dates import stated_date
from undersigned.deeds.entry_list import RECORD
from undersigned.deeds.moved import moved_deeds
from undersigned.statement.version import Version
from undersigned.text.source import Source
from undersigned.text.yaml_reader import read_entries


def version(number: str, published: str) -> Version:
    date = stated_date(published)
    assert date is not None
    return Version(number, date, f"The words of {number}\n")


BEFORE = [version("1.0", "2023-03")]
AFTER = [*BEFORE, version("1.1", "2024-06-15")]


def moved(more: str) -> list[str]:
    text = f'- who: acme\n  principle: "2"\n{more}'
    entries, problems = read_entries(Source("deeds.yml", text), RECORD.several)
    assert problems == []
    return [str(problem) for problem in moved_deeds(entries, BEFORE, AFTER)]


def test_an_entry_that_would_pass_to_a_version_by_its_date_is_reported_where_that_stands() -> None:
    assert moved("  date: 2024-06-15\n") == [
        "deeds.yml:3:9: 'acme-2-2024-06-15' is about version '1.0', and would pass to version"
        " '1.1'; state that by 'version: \"1.0\"', or publish with a later date"
    ]


@pytest.mark.parametrize(
    "more", ["  seen: 2024-07\n", '  date: "2025"\n', "  looked: 2024-08-01\n"]
)
def test_whatever_dates_an_entry_counts(more: str) -> None:
    assert len(moved(more)) == 1


@pytest.mark.parametrize(
    "more",
    [
        "  date: 2024-06-14\n",
        "  date: 2024-06\n",  # perhaps before that day
        '  date: "2024"\n',
        '  date: 2024-06-15\n  version: "1.0"\n',
        "  date: soon\n",
        "",
    ],
)
def test_an_entry_that_stays_is_not_reported(more: str) -> None:
    assert moved(more) == []


def test_of_the_first_version_nothing_is_asked() -> None:
    entries, _ = read_entries(Source("deeds.yml", "- who: acme\n  date: 2025-01-01\n"))
    assert list(moved_deeds(entries, [], AFTER)) == []
