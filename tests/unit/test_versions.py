"""Versions of the text, their order, and which of them a signature is for."""

import hashlib

import pytest
from undersigned.dates import StatedDate, stated_date
from undersigned.fields import Kind
from undersigned.statement.lock import moved_signatures, next_number
from undersigned.statement.version import (
    Version,
    digest,
    endorsed_by_default,
    may_be_signed,
    parts_of,
)
from undersigned.text.source import Entry, Text
from undersigned.views.entries import ListedSignatory, listed
from undersigned.views.versions import shown_versions, support_by_version
from undersigned.views.words import Words

from tests.support.signatories import signatory


def date_of(text: str) -> StatedDate:
    date = stated_date(text)
    assert date is not None
    return date


def version(number: str, published: str) -> Version:
    return Version(number, date_of(published), f"The words of {number}\n")


VERSIONS = [version("1.0", "2023-03"), version("1.1", "2024-06-15"), version("2.0", "2025-02")]


@pytest.mark.parametrize(
    ("signed", "endorses"),
    [
        ("2023-03", "1.0"),  # in the month of the first publication
        ("2023-03-30", "1.0"),
        ("2024-06-14", "1.0"),
        ("2024-06", "1.0"),  # perhaps before the day on which 1.1 came
        ("2024-06-15", "1.1"),
        ("2025-02-20", "1.1"),  # perhaps before the day in February on which 2.0 came
        ("2025-02", "1.1"),
        ("2025-03", "2.0"),
    ],
)
def test_a_signature_is_for_what_was_certainly_published(signed: str, endorses: str) -> None:
    assert endorsed_by_default(VERSIONS, date_of(signed)).number == endorses


def test_a_version_may_be_signed_from_the_first_day_on_which_it_may_have_been_published() -> None:
    assert may_be_signed(VERSIONS[2], date_of("2025-02-01"))
    assert may_be_signed(VERSIONS[1], date_of("2024-06"))
    assert not may_be_signed(VERSIONS[1], date_of("2024-06-14"))


def test_numbers_are_ordered_as_numbers_and_a_nought_at_the_end_tells_nothing_apart() -> None:
    ordered = ["1.0", "1.0.1", "1.2", "1.9", "1.10", "2.0"]
    assert sorted(ordered, key=parts_of) == ordered
    assert parts_of("1.0") == parts_of("1.0.0")
    assert [next_number([version(each, "2023-03")]) for each in ("1.0", "1.9", "2.0.3")] == [
        "1.1",
        "1.10",
        "2.1",
    ]


@pytest.mark.parametrize("text", ["a\nb\n", "a\r\nb\r\n", "a\rb\r", "a\r\nb\n"])
def test_a_digest_is_that_of_the_lines_whatever_ends_them(text: str) -> None:
    assert digest(text) == hashlib.sha256(b"a\nb\n").hexdigest()
    assert digest(text) != digest("a\nb")


def entry(signed: str, **more: str) -> Entry:
    fields = {name: Text(value, 1, 1) for name, value in {"signed": signed, **more}.items()}
    return Entry.placed("signatories.yml", 1, 1, 1, fields, fields)


def test_publishing_takes_nobody_over_who_has_not_said_so() -> None:
    new = version("2.1", "2026-01-10")
    told = [
        len([*moved_signatures([each], VERSIONS, [*VERSIONS, new])])
        for each in (
            entry("2026-01-09"),
            entry("2026-01-10"),
            entry("2026-02"),
            entry("2026-01"),
            entry("2026-02", endorses="2.0"),
            entry("2026-02", endorses="2.1"),
            entry("soon"),
        )
    ]
    assert told == [0, 1, 1, 0, 0, 0, 0]
    first = [
        len([*moved_signatures([each], [], [new])])
        for each in (entry("2026-01-09"), entry("2026-01"), entry("2026-01-10"), entry("2026-02"))
    ]
    assert first == [1, 0, 0, 0]


def test_a_version_that_is_dated_back_takes_nobody_over() -> None:
    back = [VERSIONS[0], version("1.1", "2023-04-01"), VERSIONS[2]]
    told = [*moved_signatures([entry("2024-01"), entry("2024-07")], VERSIONS, back)]
    assert [problem.message[:56] for problem in told] == [
        "the entry signed version '1.0' on 2024-01, and would pas"
    ]


def test_editions_know_their_neighbours_and_which_is_in_force() -> None:
    seen = shown_versions(VERSIONS)
    assert [(each.number, each.before, each.after, each.in_force) for each in seen] == [
        ("2.0", "1.1", "", True),
        ("1.1", "1.0", "2.0", False),
        ("1.0", "", "1.1", False),
    ]
    dates = [Words("en_GB").date(each.published) for each in seen]
    assert dates == ["February 2025", "15 June 2024", "March 2023"]


def entry_for(version: str, kind: Kind = Kind.COMPANY) -> ListedSignatory:
    [found] = listed([signatory("A", version=version, kind=kind)], "2.0")
    return found


def test_each_version_is_counted_also_where_nobody_endorses_it() -> None:
    person = Kind.INDIVIDUAL
    entries = [entry_for("1.0")] * 2 + [entry_for("1.0", person), entry_for("2.0", person)]
    counted = [
        (each.version, each.organisations, each.individuals, each.count, each.in_force)
        for each in support_by_version(entries, ["2.0", "1.1", "1.0"])
    ]
    assert counted == [("2.0", 0, 1, 1, True), ("1.1", 0, 0, 0, False), ("1.0", 2, 1, 3, False)]
