"""The hosts that may say what a signatory endorses."""

import pytest
from undersigned.proofs.hosts import host_key, is_whole_host, proving_hosts, shared_keys

HOSTS = {
    "a domain and its www. twin": ("https://acme.com", ("acme.com", "www.acme.com")),
    "the website's own host first": ("https://www.acme.com/", ("www.acme.com", "acme.com")),
    "a subdomain is not its domain": (
        "https://blog.acme.com", ("blog.acme.com", "www.blog.acme.com")
    ),
    "a path changes nothing of the host": ("https://acme.com/en/", ("acme.com", "www.acme.com")),
    "capitals and the default port": ("https://WWW.Acme.com:443", ("www.acme.com", "acme.com")),
    "letters beyond ASCII": (
        "https://münchen.de",
        ("xn--mnchen-3ya.de", "www.xn--mnchen-3ya.de"),
    ),
    "a domain that is called www": ("https://www.com", ("www.com", "www.www.com")),
    "a subdomain that is an account has no twin": ("https://acme.tumblr.com", ("acme.tumblr.com",)),
    "names under a public suffix are given to many": ("https://com.pl", ("com.pl",)),
}  # fmt: skip

NOBODYS = {
    "an account that the path names": "https://github.com/acme",
    "a profile": "https://www.linkedin.com/company/acme",
    "a shared host itself": "https://github.com",
    "a page of a site builder": "https://sites.google.com/view/acme",
    "documents of anybody": "https://docs.google.com/document/d/1",
    "subdomains that name no account": "https://acme.fandom.com",
    "a port of its own": "https://acme.com:8443",
    "no https": "http://acme.com",
    "a user name": "https://acme.com@evil.example",
    "the twin of a twin": "https://www.www.acme.com",
    "no address": "acme.com",
}


@pytest.mark.parametrize(("website", "hosts"), HOSTS.values(), ids=HOSTS)
def test_the_exact_host_speaks_for_a_website_and_its_twin(
    website: str, hosts: tuple[str, ...]
) -> None:
    assert proving_hosts(website) == hosts
    assert host_key(website) == min(hosts, key=len)


@pytest.mark.parametrize("website", NOBODYS.values(), ids=NOBODYS)
def test_where_a_host_is_many_peoples_none_speaks_for_one(website: str) -> None:
    assert proving_hosts(website) == ()
    assert host_key(website) == ""


def test_no_host_is_asked_for_two_keys() -> None:
    websites = ["https://www.www.acme.com", "https://www.acme.com", "https://acme.com"]
    hosts = {host: host_key(each) for each in websites for host in proving_hosts(each)}
    assert hosts == {"acme.com": "acme.com", "www.acme.com": "acme.com"}


def test_a_website_with_a_path_may_be_a_part_of_its_host() -> None:
    whole = ("https://acme.com", "https://acme.com/index.html", "https://acme.com/en/")
    parts = ("https://uni.example/law", "https://uni.example/~jane", "https://acme.com/?id=7")
    assert all(map(is_whole_host, whole))
    assert not any(map(is_whole_host, parts))


def test_a_host_is_shared_where_two_signatories_have_it() -> None:
    claims = [
        ("a", "https://uni.example/a"), ("b", "https://www.uni.example"),
        ("c", "https://acme.com"), ("c", "https://acme.com"),
        ("d", "https://github.com/d"), ("e", "https://github.com/e"),
    ]  # fmt: skip
    keyed = [(who, host_key(website)) for who, website in claims]
    assert shared_keys(keyed) == {"uni.example"}
