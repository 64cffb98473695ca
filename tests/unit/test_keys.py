"""Keys that several share are found, and those that somebody mistyped lead to the known ones."""

import pytest
from undersigned.names.keys import NearKeys, sharing

KNOWN = NearKeys(["acme", "acme2025", "bolt-works", "x"])


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("acme", "acme"),
        ("acmee", "acme"),
        ("acm", "acme"),
        ("amce", "acme"),
        ("acme2026", "acme2025"),
        ("bolt_works", "bolt-works"),
        ("boltworks", "bolt-works"),
        ("y", "x"),
        ("core", ""),
        ("bolt", ""),
        ("", "x"),
        ("acme20", ""),
    ],
)
def test_a_key_with_one_slip_leads_to_the_known_one(written: str, meant: str) -> None:
    assert KNOWN.like(written) == meant


def test_of_very_many_keys_none_is_looked_for() -> None:
    assert NearKeys([str(number) for number in range(20_000)]).like("12a") == ""
    assert NearKeys([]).like("acme") == ""


def test_who_shares_a_key_is_found_for_each_key_once() -> None:
    keyed = [("a", 0), ("b", 1), ("a", 2), ("c", 3), ("b", 3), ("a", 4)]
    assert sorted(sharing(keyed)) == [[0, 2, 4], [1, 3]]


def test_a_key_that_one_has_twice_is_shared_with_nobody() -> None:
    assert list(sharing([("a", 0), ("a", 0), ("b", 1)])) == []
    assert list(sharing([("a", 0), ("a", 0), ("a", 1), ("a", 1)])) == [[0, 1]]
