"""Whose endorsement a line on a host is to prove."""

from undersigned.model import Signatory
from undersigned.proofs.judgement import Claim
from undersigned.register.at_host import AtHost, claim_at
from undersigned.register.claims import texts_of

from tests.support.signatories import signatory
from tests.support.versions import version

TEXTS = texts_of([version("1.0", 2023, 3), version("1.1", 2025, 3)], "https://site.example/")
ADDRESS, LATER = TEXTS.addresses["1.0"], TEXTS.addresses["1.1"]
WEBSITE = "https://acme.example"
ACME = signatory("Acme", website="https://www.acme.example", formerly=("Acme Labs",))
BETA = signatory("Beta", website="https://acme.example/en/")
LABS = signatory("Labs", website="https://acme.example/labs")
OTHER = signatory("Other", website="https://other.example")


def meant(name: str, *there: Signatory, address: str = ADDRESS) -> AtHost:
    return claim_at(WEBSITE, name, address, (*there, OTHER), TEXTS)


def claim_of(found: AtHost) -> Claim:
    assert found.claim
    return found.claim


def test_whoever_is_not_in_the_register_needs_no_name_and_may_give_one() -> None:
    assert meant("") == (Claim("", (), TEXTS.digests, ADDRESS), "", False)
    assert meant("Acme") == (Claim("Acme", (), TEXTS.digests, ADDRESS), "", False)


def test_a_line_without_a_name_is_for_the_one_signatory_with_the_host() -> None:
    found = meant("", ACME)
    assert claim_of(found) == Claim("Acme", ("Acme Labs",), TEXTS.digests, ADDRESS)
    assert found.words == ""


def test_an_endorsement_has_an_entry_where_the_register_claims_that_of_this_text() -> None:
    assert meant("", ACME).has_entry
    assert meant("Acme Labs", ACME).has_entry
    assert not meant("", ACME, address=LATER).has_entry
    assert not meant("Beta", ACME).has_entry
    assert meant("Beta", ACME, BETA).has_entry


def test_an_earlier_name_is_that_of_the_signatory_but_where_names_are_needed() -> None:
    assert meant("Acme Labs", ACME) == meant("", ACME)
    found = meant("Acme Labs", ACME, BETA)
    assert claim_of(found).must_name
    assert "'Acme Labs' not yet" in found.words


def test_where_several_have_the_host_a_name_is_needed_and_they_are_named() -> None:
    why = (
        "the register has 'Acme' and 'Beta' with this host, so a line there must name its"
        " signatory; give the name with --name"
    )
    assert meant("", ACME, BETA) == (None, why, False)
    claim = claim_of(meant("Beta", ACME, BETA))
    assert (claim.name, claim.must_name) == ("Beta", True)


def test_whose_website_is_a_part_of_the_host_needs_a_name() -> None:
    found = meant("", LABS)
    assert found.claim is None
    assert found.words.startswith(
        "the website of 'Labs' is a part of this host, so a line there must name"
    )
    assert claim_of(meant("Labs", LABS)).must_name


def test_another_name_on_the_host_of_one_is_told_what_follows() -> None:
    found = meant("Acme Foundation", ACME)
    assert claim_of(found).must_name
    assert found.words == (
        "the register has 'Acme' with this host, and 'Acme Foundation' not yet; once it has both,"
        " no line counts there without a name"
    )


def test_a_name_that_the_register_has_with_another_website_is_told_so() -> None:
    found = meant("Other", ACME)
    assert (claim_of(found).name, found.has_entry) == ("Other", False)
    assert found.words == (
        "the register has 'Other' with the website https://other.example; no other host proves that"
        " entry"
    )


def test_no_line_is_for_one_of_two_of_one_name() -> None:
    second = signatory("Labs", id="labs-2", website="https://acme.example/labs-2")
    assert meant("Labs", LABS, second) == (
        None,
        "the register has several called 'Labs' with this host, and no line tells which; give a"
        " domain of its own",
        False,
    )
    assert claim_of(meant("Beta", LABS, second, BETA)).name == "Beta"
