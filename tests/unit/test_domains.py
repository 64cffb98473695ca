"""A domain is known however a person writes it, and what is no domain of one's own is refused."""

import pytest
from undersigned.issues.domains import website_of


@pytest.mark.parametrize(
    ("answer", "website"),
    [
        ("acme.com", "https://acme.com"),
        ("ACME.com", "https://acme.com"),
        ("www.acme.com", "https://www.acme.com"),
        ("https://acme.com", "https://acme.com"),
        ("HTTPS://Acme.com/", "https://acme.com"),
        ("http://acme.com", "https://acme.com"),
        ("acme.com.", "https://acme.com"),
        ("https://acme.com/.well-known/endorsements.txt", "https://acme.com"),
        ("lab.acme.co.uk", "https://lab.acme.co.uk"),
        ("acme.github.io", "https://acme.github.io"),
        ("Bücher.example", "https://bücher.example"),
        ("bu\u0308cher.example", "https://bücher.example"),
        ("xn--bcher-kva.example", "https://bücher.example"),
        ("ａｃｍｅ．ｃｏｍ", "https://acme.com"),
        ("日本。jp", "https://日本.jp"),
        ("straße.example", "https://straße.example"),
    ],
)
def test_every_spelling_of_a_domain_is_its_website(answer: str, website: str) -> None:
    assert website_of(answer) == (website, "")
    assert website_of(website) == (website, "")


@pytest.mark.parametrize(
    ("answer", "why"),
    [
        ("acme.com/en", "is not a domain alone"),
        ("acme.com/?q=1", "is not a domain alone"),
        ("acme.com#top", "is not a domain alone"),
        ("acme.com:8443", "is not a domain alone"),
        ("acme.com, acme.org", "is not a domain alone"),
        ("Acme Ltd", "is not a domain alone"),
        ("ftp://acme.com", "is not a domain alone"),
        ("jane@acme.com", "holds a user name"),
        ("acme", "has no domain name"),
        ("acme.com\\evil.example", "holds a space or a character"),
        ("192.0.2.7", "names a machine by number"),
        ("[::1]", "is not a domain alone"),
        ("localhost", "has no domain name"),
        ("printer.local", "has a name that the public DNS does not know"),
        ("раураl.com", "mixes"),
        ("аррӏе.com", "has Cyrillic letters in its host that look like"),
        ("a" * 3000, "has "),
        ("github.com", "is a host that many people share"),
        ("facebook.com", "is a host that many people share"),
        ("", "is not a domain alone"),
    ],
)
def test_what_is_no_domain_of_ones_own_is_refused_with_the_remedy(answer: str, why: str) -> None:
    website, reason = website_of(answer)
    assert website == ""
    assert reason.startswith(why), reason
    assert ";" in reason
