"""Which hosts are asked, in which order, and where the entries of their claims stand."""

from pathlib import Path

from undersigned.register.rules.context import read_context
from undersigned.verification.asked import Places, asked_hosts, in_turn, places_in

from tests.support.files import plant
from tests.support.kept import claims, endorsement
from tests.support.registers import BARE_SITE, entry_text

HOSTS = [f"host{number}.example" for number in range(30)]


def test_hosts_are_asked_for_all_that_they_may_prove_unless_all_of_it_has_ended() -> None:
    beta = endorsement("Beta", ended="2026-06-01")
    gone = endorsement("Gone", host="gone.example", ended="2026-06-01")
    withdrawn = endorsement("Left", host="left.example", withdrawn="2026-06-01")
    hosts = asked_hosts(claims(endorsement(), beta, gone, withdrawn))
    names = {host: [each.claim.name for each in given] for host, given in hosts.items()}
    assert names == {"acme.example": ["Acme", "Beta"], "left.example": ["Left"]}


def test_whoever_has_ended_has_ended_by_its_latest_entry() -> None:
    first = endorsement("Gone", host="gone.example")
    last = endorsement("Gone", "1.1", host="gone.example", signed="2026-05-02", ended="2026-06-01")
    assert asked_hosts(claims(first, last, versions=("1.0", "1.1"))) == {}


def test_hosts_with_a_copy_are_asked_first_and_the_others_in_another_order_each_week() -> None:
    kept = HOSTS[7:9]
    weeks = [in_turn(HOSTS, kept, week) for week in range(20)]
    assert all(set(order[:2]) == set(kept) and sorted(order) == sorted(HOSTS) for order in weeks)
    assert in_turn(HOSTS, kept, 3) == weeks[3]
    assert len({tuple(order) for order in weeks}) == 20


def test_no_host_is_left_out_for_ever_where_a_run_asks_but_a_few() -> None:
    asked = {host for week in range(52) for host in in_turn(HOSTS, (), week)[:5]}
    assert asked == set(HOSTS)


def test_places_are_those_of_entries_wherever_they_stand(tmp_path: Path) -> None:
    two = {"signatories.d/beta-b.yml": entry_text("Beta B")}
    first = "# first\n" + entry_text("Acme")
    plant(tmp_path, BARE_SITE | {"signatories.yml": first} | two)
    places = places_in(tmp_path, read_context(tmp_path)[0])
    assert places.of(endorsement()) == ("signatories.yml", 2, 3)
    beta = endorsement("Beta B")._replace(signatory="beta-b")
    assert places.of(beta) == ("signatories.d/beta-b.yml", 1, 3)


def test_an_entry_that_is_not_found_again_is_somewhere_in_the_register() -> None:
    assert Places().of(endorsement()) == ("signatories.yml", 1, 1)
