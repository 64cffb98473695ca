"""Over the weeks, each address has its turn."""

from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st
from undersigned.links.targets import Target
from undersigned.links.turns import begun, part_of, week_of, whose_turn

from tests.support.examples import examples

WEEKS = st.integers(week_of(date(2000, 1, 1)), week_of(date(2100, 1, 1)))
MOST = st.integers(1, 25)


def page(number: int, host: str = "acme.example") -> Target:
    return Target("https", host, 443, f"/{number}")


@settings(max_examples=examples(300))
@given(st.integers(0, 400), MOST, WEEKS)
def test_as_many_weeks_as_a_list_has_parts_have_all_of_it(count: int, most: int, week: int) -> None:
    items = list(range(count))
    parts = max(1, -(-count // most))
    turns = [part_of(items, week + later, most) for later in range(parts)]
    assert {item for turn in turns for item in turn} == set(items)
    assert all(len(turn) == len(set(turn)) == min(count, most) for turn in turns)


@settings(max_examples=examples(300))
@given(st.data(), st.integers(1, 120), MOST, WEEKS)
def test_what_stays_has_its_turn_though_others_come_and_go(
    data: st.DataObject, count: int, most: int, week: int
) -> None:
    staying = {2 * number for number in range(count)}
    others = st.frozensets(st.integers(0, count).map(lambda number: 2 * number + 1), max_size=count)
    changes = data.draw(st.integers(0, 4))
    longest = -(-2 * (count + 1) // most)
    weeks = (changes + 1) * longest
    moments = {data.draw(st.integers(0, weeks)) for _ in range(changes)}
    now, had = data.draw(others), set[int]()
    for later in range(weeks):
        if later in moments:
            now = data.draw(others)
        had |= staying.intersection(part_of(sorted(staying | now), week + later, most))
    assert had == staying


@settings(max_examples=examples(100))
@given(st.integers(1, 100), WEEKS)
def test_each_is_the_first_of_a_list_in_some_week_and_none_is_lost(count: int, week: int) -> None:
    items = list(range(count))
    first = set()
    for later in range(4 * count):
        assert sorted(begun(items, week + later)) == items
        first.add(begun(items, week + later)[0])
    assert first == set(items)


@settings(max_examples=examples(30))
@given(st.integers(1, 12), WEEKS)
def test_each_address_comes_early_in_some_week_whatever_else_keeps_the_run_busy(
    domains: int, week: int
) -> None:
    """Of each domain two addresses of four are asked, and the run ends after one."""
    targets = [page(n, f"a{domain}.example") for domain in range(domains) for n in range(4)]
    first = {whose_turn(targets, week + later, 2)[0] for later in range(50 * domains)}
    assert first == set(targets)


@given(st.dates(date(1990, 1, 1), date(2150, 1, 1)))
def test_a_week_is_one_more_than_the_week_before_at_a_years_end_too(day: date) -> None:
    assert week_of(day + timedelta(7)) == week_of(day) + 1
    monday = date.fromisocalendar(*day.isocalendar()[:2], 1)
    assert {week_of(monday + timedelta(later)) for later in range(7)} == {week_of(day)}
