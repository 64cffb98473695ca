"""An address as it is asked for: the same for every spelling that asks for the same."""

from dataclasses import dataclass
from urllib.parse import urljoin

from urllib3.exceptions import LocationParseError
from urllib3.util import parse_url

from ..urls import refusal

# More than servers and browsers agree on (RFC 9110, section 4.1, asks for 8000 at least).
_LONGEST_LOCATION = 8000

_PORTS = {"http": 80, "https": 443}


@dataclass(frozen=True, slots=True, order=True)
class Target:
    """Whom to ask and for what; the host in ASCII, the path and query as they are sent."""

    scheme: str
    host: str
    port: int
    wanted: str

    @property
    def place(self) -> str:
        """The host, with its port where that is not the usual one."""
        return self.host if self.port == _PORTS[self.scheme] else f"{self.host}:{self.port}"

    @property
    def address(self) -> str:
        """The whole of it, as an address."""
        return f"{self.scheme}://{self.place}{self.wanted}"


def target_of(address: str, plain: bool = True) -> Target | str:
    """What an address asks for, or why it is not asked.

    Only domain names are, without a user name. Any port may stand after ``https``, as in the
    register: TLS comes before our first word there, so no other service can be made to obey it.
    Plain ``http``, where it is allowed at all, keeps to its own port.
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
    return Target(scheme, host, port, parts.request_uri)


def redirected(target: Target, location: str) -> Target | str:
    """Where a redirect leads, or why it is not followed: to ``https`` alone."""
    if len(location) > _LONGEST_LOCATION:
        return "is longer than web addresses are"
    try:
        # Headers are read as Latin-1; servers write UTF-8 into them all the same.
        meant = location.encode("latin-1").decode("utf-8")
    except UnicodeError:
        meant = location
    try:
        return target_of(urljoin(target.address, meant.strip()), plain=False)
    except ValueError:
        return "is not a web address"
