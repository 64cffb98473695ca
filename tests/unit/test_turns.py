"""Whose turn it is to be asked in a week."""

from datetime import date

from undersigned.links.targets import Target
from undersigned.links.turns import part_of, week_of, whose_turn


def test_the_week_53_of_a_year_is_followed_by_the_first_of_the_next() -> None:
    last, first = date.fromisocalendar(2026, 53, 7), date.fromisocalendar(2027, 1, 1)
    assert week_of(first) == week_of(last) + 1
    hundred = list(range(100))
    turns = [part_of(hundred, week_of(last) + later, 20) for later in range(-2, 3)]
    assert sorted(item for turn in turns for item in turn) == hundred


def test_a_short_part_takes_from_its_neighbours() -> None:
    assert [part_of("abcde", week, 4) for week in (0, 1)] == [list("eabc"), list("cdea")]
    assert [part_of("abc", week, 3) for week in (0, 1)] == [list("abc"), list("abc")]
    assert part_of("", 7, 3) == []


def test_a_domain_has_one_turn_whatever_names_it_gives() -> None:
    targets = [
        Target("https", f"a{number}.{domain}", 443, "/")
        for number in range(30)
        for domain in ("flood.example", "acme.co.uk", "github.io")
    ]
    asked = [target.host.partition(".")[2] for target in whose_turn(targets, 5, 20)]
    assert (asked.count("flood.example"), asked.count("acme.co.uk")) == (20, 20)
    # Whose names are given to strangers is no owner of theirs.
    assert asked.count("github.io") == 30
    assert whose_turn(targets, 5, 20) == whose_turn(reversed(targets), 5, 20)
