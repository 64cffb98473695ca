"""Keys that somebody mistyped lead to the known ones."""

import pytest
from undersigned.names.near_keys import NearKeys

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
