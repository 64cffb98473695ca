"""Hosts of web addresses, judged as browsers read them."""

import pytest
from undersigned.hosts import host_refusal
from undersigned.urls import refusal

NUMBERS = [
    "127.0.0.1", "127.1", "1.2.3", "1.2.3.4.5", "0177.0.0.1", "0x7f.1", "0x7f.0x1", "a.0x1",
    "a.0X1", "a.0x", "a.0x1.", "a.9", "acme.example.0x7f000001", "127。0。0。1", "127．0｡0。1",
    "１２７.0.0.1", "a.０ｘ１", "a.0ⅹ1", "a.⑩", "1.2.3.⑩", "127.0.0.⒈", "a.𝟎𝐱𝟏", "a.²",
    "a.1\u3164", "a.\uffa01", "[::1]", "[::ffff:127.0.0.1]",
]  # fmt: skip


@pytest.mark.parametrize("host", NUMBERS, ids=ascii)
def test_a_host_that_ends_in_a_number_names_a_machine_by_number(host: str) -> None:
    for address in (f"https://{host}/", f"https://{host}:8443", f"https://{host}?a"):
        assert "names a machine by number" in (refusal(address) or ""), address


@pytest.mark.parametrize(
    "host",
    ["a..example", "a.example..", "a.0x1..", ".example", "example", "a.%31", "%31.example",
     "⑴.example", "a.١", "a.e\u00adxample", "-a.example", "a\u3164.", "acme。example。。"],
    ids=ascii,
)  # fmt: skip
def test_what_is_no_domain_name_is_refused(host: str) -> None:
    assert "domain name" in (host_refusal(host) or "")


@pytest.mark.parametrize(
    "host",
    ["acme.example", "ACME.example.", "0x1.example", "127.example", "a.0xg",
     "xn--bcher-kva.example", "bücher.example", "ａcme.example", "例え.テスト", "localhost.example",
     "internal.example"],
)  # fmt: skip
def test_a_public_domain_name_is_accepted(host: str) -> None:
    assert host_refusal(host) is None
    assert refusal(f"https://{host}/x") is None


@pytest.mark.parametrize(
    "host",
    ["भारत.in", "हिन्दी.भारत", "বাংলা.com", "தமிழ்.com", "ಕನ್ನಡ.com", "မြန်မာ.com", "ខ្មែរ.com",
     "ศูนย์.ไทย", "ශ්‍රීලංකා.lk", "نامه‌ای.com", "col·lecció.cat", "paraŀlel.cat", "xn--h2brj9c.in",
     "xn--collecci-ioa91d.cat"],
)  # fmt: skip
def test_a_name_with_marks_joiners_or_a_catalan_dot_is_accepted(host: str) -> None:
    assert refusal(f"https://{host}/x") is None


@pytest.mark.parametrize(
    "host",
    ["ाभारत.in", "a·b.cat", "·ab.cat", "ab·.cat", "a\u200db.example", "\u200dab.example",
     "a\u20dd.example", "भारत\u200d.in", "microsoft・com.example", "a״b.example"],
    ids=ascii,
)  # fmt: skip
def test_marks_joiners_and_dots_in_other_places_are_refused(host: str) -> None:
    assert "domain name" in (refusal(f"https://{host}/x") or "")


@pytest.mark.parametrize(
    "host",
    ["metadata.google.internal", "instance-data.ec2.internal", "printer.local", "a.localhost",
     "LOCALHOST.localdomain", "router.home.arpa", "wiki.corp", "nas.lan.", "abc.onion", "a.ｌocal"],
)  # fmt: skip
def test_a_name_that_the_public_dns_does_not_have_is_refused(host: str) -> None:
    assert "the public DNS does not know" in (refusal(f"https://{host}/") or "")


@pytest.mark.parametrize(
    "address",
    ["https://acme.example@127.0.0.1/", "https://127.1\\@acme.example/", "https://acme.example\t.0x1/",
     "https:127.0.0.1/", "https:/127.0.0.1/", "https:///127.0.0.1/", "https://:443/",
     "https://acme.example%2f@a.0x1/", "https://a.0x1#@acme.example/"],
)  # fmt: skip
def test_no_way_around_the_host_is_accepted(address: str) -> None:
    assert refusal(address) is not None
