"""Targets of requests: what is equal for all spellings of an address that request the same."""

from dataclasses import dataclass
from urllib.parse import urljoin

from urllib3.exceptions import LocationParseError
from urllib3.util import parse_url

from ..hosts import host_refusal
from ..urls import refusal
from .answers import LONGEST_LOCATION

_PORTS = {"http": 80, "https": 443}


@dataclass(frozen=True, slots=True, order=True)
class Target:
    """A host to ask and what to request; the host in ASCII, `wanted` the path and query as sent."""

    scheme: str
    host: str
    port: int
    wanted: str

    @property
    def place(self) -> str:
        """The host, with its port where that is not the scheme's default."""
        return self.host if self.port == _PORTS[self.scheme] else f"{self.host}:{self.port}"

    @property
    def address(self) -> str:
        """The target as an address."""
        return f"{self.scheme}://{self.place}{self.wanted}"


def target_of(address: str, plain: bool = True) -> Target | str:
    """The target of an address, or the reason why it is not requested.

    Hosts must be domain names, without a user name. As in the register, ``https`` may have any
    port: the TLS handshake precedes the request, so no other service can be made to execute it.
    Plain ``http``, where `plain` allows it, must have its default port.
    """
    is_plain = plain and address[:7].lower() == "http://"
    if why := refusal(f"https://{address[7:]}" if is_plain else address):
        return why
    try:
        parts = parse_url(address)
    except LocationParseError:
        return "is not a web address; copy it from the browser"
    scheme = "http" if is_plain else "https"
    port = _PORTS[scheme] if parts.port is None else parts.port
    if is_plain and port != _PORTS["http"]:
        return "names a port without 'https://'; give the page's https address"
    host = (parts.host or "").lower().rstrip(".")
    # As it is sent, in ASCII: two parsers may read one address differently.
    if why := host_refusal(host):
        return why
    return Target(scheme, host, port, parts.request_uri)


def redirected(target: Target, location: str) -> Target | str:
    """The target of a redirect, or the reason why it is not followed; it must be ``https``."""
    if len(location) > LONGEST_LOCATION:
        return "is longer than web addresses are"
    try:
        # Headers are decoded as Latin-1, yet servers write UTF-8 into them.
        meant = location.encode("latin-1").decode("utf-8")
    except UnicodeError:
        meant = location
    try:
        return target_of(urljoin(target.address, meant.strip()), plain=False)
    except ValueError:
        return "is not a web address"
