"""The Public Suffix List, held to what tldextract says by the same list."""

import idna
import pytest
from tldextract import TLDExtract
from undersigned.public_suffixes import domain_under, suffix_of

KNOWN = TLDExtract(suffix_list_urls=(), cache_dir=None, include_psl_private_domains=True)
PREFIXES = ("", "a.", "b.a.", "www.b.a.")


def _hosts() -> list[str]:
    """Hosts at, above and beneath every rule, exceptions and wildcards included, in both forms."""
    names = [rule.lstrip("!").replace("*", "w") for rule in KNOWN.tlds]
    hosts = [f"{prefix}{name}" for name in names for prefix in PREFIXES]
    hosts += [f"q.{above}" for name in names if (above := name.partition(".")[2])]
    return [*hosts, *(idna.encode(host).decode() for host in hosts if not host.isascii())]


def test_every_rule_of_the_list_gives_what_tldextract_gives() -> None:
    for host in _hosts():
        known, suffix = KNOWN(host), suffix_of(host)
        assert suffix == known.suffix, host
        assert domain_under(suffix, host) == known.top_domain_under_public_suffix, host


@pytest.mark.parametrize(
    "host",
    [
        "localhost", "acme.example", "a..de", ".de", "192.0.2.1", "ACME.Co.UK", "xn--com-.de",
        "a.xn--com-", "xn--.com", "w.ck", "www.ck", "ck", "city.kawasaki.jp", "a.b.kawasaki.jp",
    ],
)  # fmt: skip
def test_names_that_no_rule_or_an_exception_covers_are_as_tldextract_has_them(host: str) -> None:
    known, suffix = KNOWN(host), suffix_of(host)
    assert (suffix, domain_under(suffix, host)) == (
        known.suffix,
        known.top_domain_under_public_suffix,
    )
