"""Which hosts may say what a signatory endorses: that of its website, and no other."""

from collections.abc import Iterable

from ..domain_names import in_ascii
from ..evidence.accounts import account_of, place_of
from ..evidence.language_paths import path_advice
from ..evidence.location import Location, location_of
from ..evidence.ownership import without_index
from ..urls import host_of, is_public_suffix

_HTTPS = 443
_WWW = "www."


def host_key(website: str) -> str:
    """The host that a website and its twin have in common: in ASCII, without ``www.``.

    Empty where no host may speak for the website: where many share the host and the path says
    whose a page is, where nothing says so, where the website names a port, and behind ``www.www.``,
    whose twin is that of another host.
    """
    location = location_of(website)
    return location.host if location and _is_owners(location) else ""


def proving_hosts(website: str) -> tuple[str, ...]:
    """The hosts to ask in ASCII: that of the website first, then its twin with or without ``www.``.

    None where no host may speak for the website. A twin could be somebody else's where names under
    the host are given to others: under a public suffix, and where subdomains are accounts.
    """
    key = host_key(website)
    if not key:
        return ()
    if place_of(key) or is_public_suffix(key):
        return (in_ascii(host_of(website)),)
    hosts = key, f"{_WWW}{key}"
    return hosts if in_ascii(host_of(website)) == key else hosts[::-1]


def is_whole_host(website: str) -> bool:
    """Whether a website is all that its host has; one with a path may be a part of it.

    A path that is only a language or an index is none.
    """
    location = location_of(website)
    if location is None or location.query:
        return False
    return not without_index(location.names) or path_advice(website) is not None


def shared_keys(keyed: Iterable[tuple[str, str]]) -> frozenset[str]:
    """The keys of hosts that several have, of pairs of a signatory's id and its key, if any."""
    first: dict[str, str] = {}
    return frozenset(key for who, key in keyed if key and first.setdefault(key, who) != who)


def _is_owners(location: Location) -> bool:
    """Whether what is at the root of a host was put there by whoever has the website."""
    if location.port != _HTTPS or _is_twin(location.host):
        return False
    place = place_of(location.host)
    if place is None:
        return True
    return bool(place.subdomain) and account_of(place, location) is not None


def _is_twin(key: str) -> bool:
    """Whether a host is the twin of another one, and no domain that is called ``www``."""
    return key.startswith(_WWW) and not is_public_suffix(key.removeprefix(_WWW))
