"""Whose page a source of a deed is, by the hosts of its addresses."""

import pytest
from pybtex.database import Entry
from undersigned.deeds.authorities import AUTHORITIES, OTHERS_WORDS
from undersigned.deeds.sources import SourceGrade, grade_of_source, graded, pages_of, websites_of
from undersigned.evidence.location import location_of
from undersigned.evidence.shared_hosts import SHARED_HOSTS
from undersigned.model import Signatory
from undersigned.urls import is_public_suffix, registrable_domain

from tests.support.signatories import endorsement, signatory

ACME = ("https://www.acme.com",)


def source(**fields: str) -> Entry:
    return Entry("online", fields)


OWN = (
    "https://acme.com/a",
    "https://blogs.acme.com/a",
    "https://www.acme.com",
    "http://acme.com/a",
    r"https://acme.com/a\_b",
)
AUTHORITY = (
    "https://www.justice.gov/opa/pr/x",
    "https://www.ca9.uscourts.gov/opinion.pdf",
    "https://www.centcom.mil/a",
    "https://hudoc.echr.coe.int/eng?i=001",
    "https://curia.europa.eu/juris/x",
    "https://ico.org.uk/action",
    "https://www.ncsc.gov.uk/news",
    "https://www.gob.mx/x",
    "https://www.nisc.go.jp/x",
    "https://www.bsi.bund.de/x",
    "https://www.cnil.fr/fr/x",
    "https://www.priv.gc.ca/en",
    "http://www.gov.pl/web",
    "https://GOV.UK./guidance",
)
OTHER = (
    "https://news.example/a",
    "https://acme.com.evil.example/a",
    "https://acme.co/a",
    "https://notgov.uk/a",
    "https://gov.example.com/a",
    "https://gov.com/a",
    "https://shop.go.it/a",
    "https://acme.com@evil.example/",
    "https://web.archive.org/web/2024/https://acme.com/a",
    "https://community.acme.com/t/1",
    "https://petition.parliament.uk/petitions/1",
    "https://www.regulations.gov/comment/1",
    "https://www.sec.gov/Archives/edgar/data/1/x.htm",
    "https://www.sec.gov/archives/edgar/data/1/x.htm",
    "https://www.sec.gov/ix?doc=/Archives/edgar/data/1/x.htm",
    "https://pmc.ncbi.nlm.nih.gov/articles/PMC1/",
    "https://webarchive.loc.gov/all/2020/https://news.example/a",
)


@pytest.mark.parametrize("url", OWN)
def test_a_page_under_the_website_is_the_signatorys_own(url: str) -> None:
    assert grade_of_source(source(url=url), ACME) is SourceGrade.OWN


@pytest.mark.parametrize("url", AUTHORITY)
def test_a_page_of_a_court_or_a_state_is_an_authoritys(url: str) -> None:
    assert grade_of_source(source(url=url), ACME) is SourceGrade.AUTHORITY


@pytest.mark.parametrize("url", OTHER)
def test_all_that_only_looks_so_is_anothers(url: str) -> None:
    assert grade_of_source(source(url=url), ACME) is SourceGrade.OTHER


@pytest.mark.parametrize(
    "fields",
    [
        {},
        {"title": "Of acme.com", "publisher": "Acme"},
        {"archiveurl": "https://acme.com/a"},
        {"url": "https://acme.com/a https://news.example/a"},
        {"url": "https://acme.com/a", "doi": "10.1000/1"},
        {"url": "https://acme.com/a", "eprint": "2301.00001", "eprinttype": "arxiv"},
        {"url": "https://www.justice.gov/a https://acme.com/a"},
    ],
    ids=str,
)
def test_a_source_is_the_signatorys_own_only_where_every_address_is(fields: dict[str, str]) -> None:
    assert grade_of_source(source(**fields), ACME) is SourceGrade.OTHER


def test_of_several_signatories_a_source_may_be_any_ones_own() -> None:
    both = ("https://acme.com", "https://other.example")
    assert grade_of_source(source(url="https://other.example/a"), both) is SourceGrade.OWN
    assert grade_of_source(source(url="https://acme.com/a"), ()) is SourceGrade.OTHER


def test_the_owners_of_a_source_are_those_whose_own_page_the_whole_of_it_is() -> None:
    acme, bolt = signatory("Acme"), signatory("Bolt", website="https://bolt.example")
    assert graded(source(url="https://acme.com/a"), [bolt, acme]) == ("own", ("acme",))
    both = source(url="https://acme.com/a https://bolt.example/b")
    assert graded(both, [acme, bolt]) == ("own", ())
    assert graded(both, [acme]) == ("other", ())
    assert graded(source(url="https://www.cnil.fr/a"), [acme, bolt]) == ("authority", ())


def test_readers_find_a_source_at_its_pages_its_doi_and_its_paper_but_not_by_its_copy() -> None:
    found = source(
        url="https://acme.com/a", doi="10.1234/b", eprint="2101.00001", eprinttype="arxiv",
        archiveurl="https://web.archive.org/web/2024/https://acme.com/a",
    )  # fmt: skip
    assert pages_of(found) == [
        "https://acme.com/a", "https://doi.org/10.1234/b", "https://arxiv.org/abs/2101.00001",
    ]  # fmt: skip


def test_an_authority_that_signed_has_pages_of_its_own() -> None:
    own = grade_of_source(source(url="https://www.cnil.fr/a"), ("https://cnil.fr",))
    assert own is SourceGrade.OWN


def test_a_signatory_has_the_websites_of_all_its_endorsements_then_and_now() -> None:
    earlier = endorsement("Acme", website="https://acme.example")
    latest = endorsement("Acme", website="https://acme.com", website_then="https://acme.org")
    found = websites_of(Signatory(latest, (earlier,)))
    assert found == ("https://acme.com", "https://acme.org", "https://acme.example")
    assert websites_of(Signatory(endorsement("Jo", website=None, kind="individual"))) == ()


def test_hosts_of_authorities_are_in_the_form_in_which_they_are_looked_up() -> None:
    for host in AUTHORITIES:
        page = location_of(f"https://{host}/")
        assert page
        assert page.host == host
        assert is_public_suffix(host) or registrable_domain(host) == host, host


def test_no_host_of_an_authority_is_shared_by_many_or_named_twice() -> None:
    assert AUTHORITIES.isdisjoint(SHARED_HOSTS)
    zones = ("gov", "gob", "gouv", "govt", "gub", "mil")
    known = [each for each in AUTHORITIES if each.split(".")[0] in zones and is_public_suffix(each)]
    assert known == []


def test_what_others_wrote_to_an_authority_is_at_one() -> None:
    for each in OTHERS_WORDS:
        page = source(url=f"https://{each}/x")
        host = source(url=f"https://{each.partition('/')[0]}")
        assert grade_of_source(page, ()) is SourceGrade.OTHER
        if "/" in each:
            assert grade_of_source(host, ()) is SourceGrade.AUTHORITY
