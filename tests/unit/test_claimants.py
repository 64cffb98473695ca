"""Which hosts may prove whom, where the websites of several are looked at together."""

from datetime import date
from typing import Any

import pytest
from undersigned.dates import StatedDate
from undersigned.proofs.claimants import Claimant, Provable, provable_among

ENDED = StatedDate(2026, 1, 31)
SOON, LATER = date(2026, 1, 31), date(2026, 2, 1)


def claimant(who: str, website: str = "https://acme.example", **more: Any) -> Claimant:
    """A claimant whose name is its id."""
    return Claimant(who, who, website)._replace(**more)


def provable(*claimants: Claimant) -> list[Provable]:
    """Those that some host may prove."""
    return [each for each in provable_among(claimants) if each]


def test_each_has_its_own_hosts_in_order_and_one_on_a_host_of_many_has_none() -> None:
    on_forum = claimant("forum", "https://github.com/forum")
    with_www = claimant("www", "https://www.beta.example")
    first, none, last = provable_among([claimant("acme"), on_forum, with_www])
    assert none is None
    assert first
    assert first.hosts == ("acme.example", "www.acme.example")
    assert last
    assert (last.host, last.hosts[0]) == ("beta.example", "www.beta.example")


def test_a_line_must_name_who_shares_a_host_or_has_a_part_of_one_and_nobody_else() -> None:
    alone, part = claimant("alone", "https://a.example"), claimant("part", "https://b.example/part")
    found = provable(alone, part, claimant("one"), claimant("two"))
    assert [each.must_name for each in found] == [False, True, True, True]


@pytest.mark.parametrize(("one", "other"), [("A B", "A  B"), ("Caf\u00e9", "Cafe\u0301")])
def test_namesakes_are_those_of_one_name_on_one_host_in_any_composition(
    one: str, other: str
) -> None:
    beside, elsewhere = claimant("three"), claimant("four", "https://b.example", name=one)
    found = provable(claimant("1", name=one), claimant("2", name=other), beside, elsewhere)
    assert [each.has_namesake for each in found] == [True, True, False, False]


def test_a_host_proves_one_that_has_ended_by_what_it_served_until_that_day_alone() -> None:
    [found] = provable(claimant("acme", ended=ENDED))
    assert found.is_provable_by("www.acme.example", SOON)
    assert not found.is_provable_by("www.acme.example", LATER)
    assert not found.is_provable_by("other.example", SOON)


@pytest.mark.parametrize(
    ("heir", "may"),
    [
        (claimant("heir"), True),
        (claimant("heir", "https://www.acme.example/en"), True),
        (claimant("heir", "https://heir.example"), False),
        (claimant("heir", ended=ENDED), False),
        (claimant("buyer"), False),
    ],
)
def test_only_an_heir_that_has_the_host_and_has_not_ended_speaks_for_it_later(
    heir: Claimant, may: bool
) -> None:
    found = provable(claimant("acme", ended=ENDED, heirs=(None, "heir")), heir)
    assert found[0].is_provable_by("acme.example", LATER) is may


def test_a_claim_has_the_names_of_its_claimant_and_is_about_one_text() -> None:
    [found] = provable(claimant("acme", formerly=("old",)))
    claim = found.claim("https://s.example/1.txt", {"https://s.example/1.txt": "0" * 64})
    assert (claim.name, claim.formerly, claim.must_name) == ("acme", ("old",), False)
    assert claim.address in claim.texts
