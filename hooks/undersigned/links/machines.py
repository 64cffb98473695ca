"""Which IP addresses are those of public machines."""

from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network, ip_address

# The IANA IPv4 Special-Purpose Address Registry (RFC 6890), with multicast; of its ranges that are
# reachable from everywhere none has websites, so they are left out with the others.
_SPECIAL = """
    0.0.0.0/8 10.0.0.0/8 100.64.0.0/10 127.0.0.0/8 169.254.0.0/16 172.16.0.0/12 192.0.0.0/24
    192.0.2.0/24 192.31.196.0/24 192.52.193.0/24 192.88.99.0/24 192.168.0.0/16 192.175.48.0/24
    198.18.0.0/15 198.51.100.0/24 203.0.113.0/24 224.0.0.0/4 240.0.0.0/4
"""

# Within public ranges, and yet what a cloud shows to its own machines alone: Azure's wire server
# (learn.microsoft.com, 'What is IP address 168.63.129.16?'), Google's private and restricted
# domains (docs.cloud.google.com, 'Configure Private Google Access') and the services of a cluster
# there (GKE, 'VPC-native clusters'), IBM Cloud's services (cloud.ibm.com/docs,
# VPC: ranges that no network of a customer may use). Other clouds answer within ranges that are
# special: 169.254.169.254 (most of them), 169.254.170.2 and 169.254.170.23 (AWS), 169.254.42.42
# (Scaleway), 169.254.0.23 and 100.88.222.5 (Tencent), 100.100.100.200 (Alibaba), 192.0.0.192
# (Oracle), fd00:ec2::254 (AWS), fd20:ce::254 (Google), fd00:42::42 (Scaleway), fe80::a9fe:a9fe
# (OpenStack).
_OF_CLOUDS = """
    168.63.129.16/32 199.36.153.4/30 199.36.153.8/30 34.118.224.0/20 161.26.0.0/16 166.8.0.0/14
"""

# Global unicast addresses; all others are special, unassigned, or embed an IPv4 address.
_UNICAST = IPv6Network("2000::/3")

# Within them: the IANA IPv6 Special-Purpose Address Registry, and Google's domains by IPv6.
_SPECIAL_6 = "2001::/23 2001:db8::/32 2620:4f:8000::/48 3fff::/20"
_OF_CLOUDS_6 = "2600:2d00:2:1000::/56 2600:2d00:2:2000::/56"

_NOT_PUBLIC = tuple(map(IPv4Network, f"{_SPECIAL} {_OF_CLOUDS}".split()))
_NOT_PUBLIC_6 = tuple(map(IPv6Network, f"{_SPECIAL_6} {_OF_CLOUDS_6}".split()))

# Mapped (RFC 4291), and NAT64 with its well-known prefix (RFC 6052): IPv4 in the last 32 bits.
_TRANSLATED = (IPv6Network("::ffff:0:0/96"), IPv6Network("64:ff9b::/96"))

# Before the IPv4 address in the last 32 bits of an ISATAP address (RFC 5214, 6.1).
_ISATAP = (0x00005EFE, 0x02005EFE)


def is_public(number: str) -> bool:
    """Whether a numeric IP address is a public unicast one, even where IPv6 embeds an IPv4 one.

    The ranges are listed here since Python's judgement differs between its releases, and knows no
    cloud.
    """
    try:
        address = ip_address(number)
    except ValueError:
        return False
    if isinstance(address, IPv4Address):
        return not any(address in network for network in _NOT_PUBLIC)
    if (inner := _embedded(address)) and not is_public(str(inner)):
        return False
    return any(address in network for network in _TRANSLATED) or (
        address in _UNICAST and not any(address in network for network in _NOT_PUBLIC_6)
    )


def _embedded(address: IPv6Address) -> IPv4Address | None:
    """The IPv4 address that an IPv6 one stands for; None where it is one of its own."""
    if address.sixtofour:
        return address.sixtofour
    is_of_isatap = int(address) >> 32 & 0xFFFFFFFF in _ISATAP
    if is_of_isatap or any(address in network for network in _TRANSLATED):
        return IPv4Address(int(address) & 0xFFFFFFFF)
    return None
