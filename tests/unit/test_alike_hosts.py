"""A domain beyond ASCII that looks like a signatory's is found, unless the two are told apart."""

import pytest
from undersigned.problem import Severity
from undersigned.register.rules.alike_hosts import alike_hosts, one_host_look
from undersigned.register.rules.known import known_among
from undersigned.text.source import Entry, Text


def entry(name: str, website: str, evidence: str = "", **more: str) -> Entry:
    values = {"name": name, "website": f"https://{website}", **more}
    values |= {"evidence": f"https://{evidence}"} if evidence else {}
    fields = {field: Text(value, line, 3) for line, (field, value) in enumerate(values.items(), 1)}
    return Entry.placed("signatories.yml", 1, 3, len(fields) + 1, fields, fields)


def messages(*entries: Entry) -> list[str]:
    known = known_among(entries)
    problems = (one_host_look(known[two], known[one]) for one, two in alike_hosts(known))
    return [problem.found for problem in problems if problem]


@pytest.mark.parametrize(
    "domain", ["mıcrosoft.com", "xn--mcrosoft-tkb.com", "microsöft.com", "ṃıcrosoft.com"]
)
def test_a_domain_that_looks_like_a_signatorys_is_found_in_websites_and_evidence(
    domain: str,
) -> None:
    there = entry("Microsoft", "www.microsoft.com")
    (found,) = messages(there, entry("Ernst", domain))
    assert found.startswith(f"website 'https://{domain}' at ")
    assert "looks like microsoft.com, the domain of 'Microsoft' on signatories.yml:2" in found
    (found,) = messages(there, entry("Ernst", "ernst.example", f"blogs.{domain}/x"))
    assert found.startswith(f"evidence 'https://blogs.{domain}/x' at ")
    assert len(messages(entry("Ernst", domain), there)) == 1


def test_domains_of_one_signatory_and_those_told_apart_are_no_pair() -> None:
    there = entry("Müller", "mueller.example", "müller.example/x")
    assert messages(there, entry("Muller", "muller.example", distinct_from="muller")) == []
    assert messages(there, entry("Birch", "birch.example")) == []
    assert len(messages(there, entry("Birch", "muller.example"))) == 1


def test_short_names_are_not_compared() -> None:
    assert messages(entry("One", "müll.de"), entry("Two", "mull.de")) == []
    assert messages(entry("One", "iums.example"), entry("Two", "lums.example")) == []
    assert messages(entry("One", "modern.example"), entry("Two", "moder.example")) == []
    assert messages(entry("One", "bücher.co.uk"), entry("Two", "bucher.co.uk")) != []


@pytest.mark.parametrize("domain", ["rnicrosoft.com", "micros0ft.com", "WWW.M1CROSOFT.com"])
def test_a_plain_domain_that_looks_like_another_is_a_warning_with_a_way_out(domain: str) -> None:
    there, other = entry("Microsoft", "microsoft.com"), entry("Ernst", domain)
    known = known_among((there, other))
    assert list(alike_hosts(known)) == [(0, 1)]
    problem = one_host_look(known[1], known[0])
    assert problem is not None
    assert problem.severity is Severity.WARNING
    assert "looks like microsoft.com, the domain of 'Microsoft'" in problem.message
    assert "distinct_from: microsoft" in problem.message
    assert messages(there, entry("Ernst", domain, distinct_from="microsoft")) == []
    assert messages(there, entry("Ernst", "ernst.example", f"blogs.{domain}/x".lower())) != []
