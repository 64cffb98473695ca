"""Which IP addresses are those of public machines, however they are written."""

import ipaddress

import pytest
from undersigned.links.machines import is_public


@pytest.mark.parametrize(
    "number",
    [
        "127.0.0.1", "10.1.2.3", "172.16.0.1", "192.168.0.1", "169.254.169.254", "100.64.0.1",
        "0.0.0.0", "224.0.0.1", "255.255.255.255", "240.0.0.1", "192.0.2.1", "198.18.0.1",
        "::", "::1", "::ffff:127.0.0.1", "::ffff:10.0.0.1", "fe80::1", "fe80::1%eth0", "fc00::1",
        "fec0::1", "ff02::1", "2001:db8::1", "3fff::1", "64:ff9b::7f00:1", "64:ff9b::a00:1",
        "2002:7f00:1::", "localhost", "", "1", "0x7f.1",
    ],
)  # fmt: skip
def test_a_machine_that_is_not_on_the_public_internet_is_not_asked(number: str) -> None:
    assert not is_public(number)


@pytest.mark.parametrize(
    "number", ["93.184.216.34", "2606:4700::1111", "::ffff:93.184.216.34", "64:ff9b::5db8:d822"]
)
def test_a_public_machine_is_asked_however_its_number_is_wrapped(number: str) -> None:
    assert is_public(number)


CLOUDS = [
    "168.63.129.16", "169.254.169.254", "169.254.170.2", "169.254.170.23", "169.254.42.42",
    "169.254.0.23", "100.100.100.200", "100.88.222.5", "192.0.0.192", "199.36.153.4",
    "199.36.153.11", "34.118.224.1", "161.26.0.10", "166.9.8.1", "192.88.99.1",
]  # fmt: skip
CLOUDS_6 = [
    "fd00:ec2::254", "fd00:ec2::23", "fd20:ce::254", "fd00:42::42", "fd00:c1::a9fe:a9fe",
    "fe80::a9fe:a9fe", "2600:2d00:2:1000::", "2600:2d00:2:20ff::1",
]  # fmt: skip


@pytest.mark.parametrize("number", CLOUDS + CLOUDS_6)
def test_what_a_cloud_shows_to_its_own_machines_is_not_asked(number: str) -> None:
    assert not is_public(number)


@pytest.mark.parametrize("number", [*CLOUDS, "127.0.0.1", "10.0.0.1", "0.0.0.0", "93.184.216.34"])
def test_an_ipv4_address_in_an_ipv6_one_is_asked_as_it_is_by_itself(number: str) -> None:
    inner = int(ipaddress.IPv4Address(number))
    for prefix, behind in (
        ("::ffff:0:0", 0), ("64:ff9b::", 0), ("2002::", 80), ("2a00::5efe:0:0", 0),
        ("2a00::200:5efe:0:0", 0),
    ):  # fmt: skip
        wrapped = ipaddress.IPv6Address(int(ipaddress.IPv6Address(prefix)) + (inner << behind))
        assert is_public(str(wrapped)) is is_public(number), wrapped


@pytest.mark.parametrize(
    "number",
    ["64:ff9b:1::5db8:d822", "2001:0:5db8:d822::1", "::5db8:d822", "::ffff:0:5db8:d822", "100::1",
     "5f00::1", "4000::1", "2001:20::1", "192.31.196.1"],
)  # fmt: skip
def test_what_no_website_has_is_not_asked_whatever_it_embeds(number: str) -> None:
    assert not is_public(number)


@pytest.mark.parametrize("number", ["168.63.129.17", "199.36.153.12", "166.12.0.1", "2a00::1"])
def test_the_neighbours_of_what_clouds_use_are_asked(number: str) -> None:
    assert is_public(number)
