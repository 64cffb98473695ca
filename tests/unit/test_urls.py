"""Addresses of pages that anybody can open, and sites that are the same."""

import pytest
from undersigned.urls import page_of, refusal, same_site


@pytest.mark.parametrize(
    "address",
    [
        "https://example.org",
        "https://example.org:8443/a?b=c#d",
        "https://münchen.example/ä",
        "https://social.example/@name@other.example",
        "https://xn--mnchen-3ya.example/",
    ],
)
def test_a_public_https_address_is_accepted(address: str) -> None:
    assert refusal(address) is None


@pytest.mark.parametrize(
    ("address", "word"),
    [
        ("http://example.org", "https://"),
        ("javascript:alert(1)", "https://"),
        ("data:text/html,x", "https://"),
        ("//example.org", "https://"),
        ("example.org", "https://"),
        ("https://", "domain name"),
        ("https://localhost/", "domain name"),
        ("https://.example/", "domain name"),
        ("https://a..example/", "domain name"),
        ("https://192.0.2.1/", "number"),
        ("https://[2001:db8::1]/", "number"),
        ("https://1.2.3/", "domain name"),
        ("https://-.example/", "domain name"),
        ("https://a%2eb.example/", "domain name"),
        ("https://user@example.org/", "user name"),
        ("https://:secret@example.org/", "user name"),
        ("https://example.org/a b", "space"),
        ("https://example.org/\\evil", "character"),
        ("https://example.org/<script>", "character"),
        ("https://example.org/\n", "space"),
        ("https://example.org:port/", "not a web address"),
        ("https://[::1", "not a web address"),
    ],
)
def test_any_other_address_is_refused_with_what_to_do(address: str, word: str) -> None:
    reason = refusal(address)
    assert reason is not None
    assert word in reason


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("https://www.acme.com/", "https://blogs.acme.com/x", True),
        ("https://acme.co.uk/", "https://news.acme.co.uk/", True),
        ("https://acme.co.uk/", "https://other.co.uk/", False),
        ("https://one.github.io/", "https://two.github.io/", False),
        ("https://acme.com/", "https://acme.org/", False),
        ("https://a.acme.example/", "https://b.acme.example/", False),
        ("https://ACME.com/", "https://acme.com:443/", True),
        ("https://acme.de./", "https://acme.de/", True),
        ("https://münchen.de/", "https://xn--mnchen-3ya.de/x", True),
        ("https://www.münchen.de/", "https://news.xn--mnchen-3ya.de/", True),
        ("https://straße.de/", "https://strasse.de/", False),
        ("https://straße.de/", "https://xn--strae-oqa.de/", True),
        ("https://acme。de/", "https://acme.de/", True),
    ],
)
def test_two_addresses_are_one_site_where_their_registrable_domains_are_one(
    one: str, other: str, same: bool
) -> None:
    assert same_site(one, other) is same


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("https://app.example/#/a", "https://app.example/#/b", False),
        ("https://app.example/#!a", "https://app.example/#!b", False),
        ("https://app.example/#/a", "https://app.example/", False),
        ("https://app.example/#/a", "https://app.example/#!/a", False),
        ("https://app.example/#/a", "https://APP.example#/a/", True),
        ("https://app.example/#/", "https://app.example/", True),
        ("https://app.example/#!/", "https://app.example", True),
        ("https://app.example/x?y=1#/a", "https://app.example/x?y=1#/a", True),
        ("https://app.example/x?y=1#/a", "https://app.example/x?y=2#/a", False),
        ("https://acme.example/#a", "https://acme.example/#b", True),
        ("https://acme.example/a#", "https://acme.example/a", True),
    ],
)
def test_a_fragment_counts_where_it_is_the_route_of_an_application(
    one: str, other: str, same: bool
) -> None:
    assert (page_of(one) == page_of(other)) is same
