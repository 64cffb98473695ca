"""Web addresses: which are accepted, which are the same page, and which the same site."""

import re
from collections.abc import Iterable
from urllib.parse import urlsplit

from .domain_names import in_ascii
from .hosts import INNER, host_refusal
from .public_suffixes import domain_under, suffix_of

# The greatest number of characters, as of sitemaps (sitemaps.org, protocol).
LONGEST = 2_048

# Characters that RFC 3986 allows nowhere in an address, and browsers treat differently.
FORBIDDEN = re.compile(r"[\s<>\"\\^`{|}\x00-\x1f\x7f]")

# The form of most addresses, of which none is refused but for its length.
ORDINARY = (
    rf"https://(?:[a-z0-9]+(?:-[a-z0-9]+)*\.)+(?!(?:{'|'.join(INNER)})\b)[a-z]{{2,}}"
    "(?:/[A-Za-z0-9_/.~:@%?=&#+,;!$'()*-]*)?"
)
_ORDINARY = re.compile(ORDINARY)

# Addresses with a host in lower case and no user name, as nearly all are: parsing addresses in
# general is six times slower.
_PLAIN_HOST = re.compile(r"https://([a-z0-9.-]+)(?:[/?#]|\Z)")
_BARE_HOST = re.compile(r"https://(?:www\.)?([a-z0-9.-]*[a-z0-9-])(?=[/?#]|\Z)")
_PLAIN_PAGE = re.compile(r"https://(?:www\.)?([a-z0-9.-]*[a-z0-9-])((?:/[\w/.~%-]*)?)", re.A)


def refusal(address: str) -> str | None:
    """Why an address is not a public ``https`` one, with the remedy; None if it is one."""
    if len(address) > LONGEST:
        return f"has {len(address):,} characters; give one of at most {LONGEST:,}"
    if _ORDINARY.fullmatch(address):
        return None
    if FORBIDDEN.search(address):
        return "holds a space or a character that no address has; copy it from the browser"
    try:
        parts = urlsplit(address)
        host, _ = parts.hostname or "", parts.port
    except ValueError:
        return "is not a web address; copy it from the browser"
    if parts.scheme != "https":
        return "does not begin with 'https://'; give the page's https address"
    if parts.username is not None or parts.password is not None:
        return "holds a user name; remove what stands before the '@'"
    return host_refusal(host)


def host_of(address: str) -> str:
    """The host of an accepted address in lower case."""
    plain = _PLAIN_HOST.match(address)
    return plain[1] if plain else urlsplit(address).hostname or ""


def bare_host(address: str) -> str:
    """The host of an accepted address in ASCII, without ``www.``."""
    plain = _BARE_HOST.match(address)
    return plain[1] if plain else in_ascii(host_of(address)).removeprefix("www.")


def plain_hosts(addresses: Iterable[str]) -> list[str]:
    """The host of each address where it plainly has one that stands for no other letters; or ''."""
    found = map(_PLAIN_HOST.match, addresses)
    return [each[1] if each and "xn--" not in each[1] else "" for each in found]


def page_of(address: str) -> str:
    """A key for the page of an address, equal for its spellings; empty for what is no address.

    The case of scheme and host, ``www.``, the default port, a slash at the end and the fragment
    (after ``#``) do not count, save a fragment that is the route of an application.
    """
    if plain := _PLAIN_PAGE.fullmatch(address):
        return f"{plain[1]}{plain[2].rstrip('/')}"
    if len(address) > LONGEST:
        return ""
    try:
        parts = urlsplit(address)
        host, port = in_ascii(parts.hostname or "").removeprefix("www."), parts.port
    except ValueError:
        return ""
    authority = host if port in (None, 443) else f"{host}:{port}"
    query = f"?{parts.query}" if parts.query else ""
    route = f"#{route}" if (route := route_of(parts.fragment)) else ""
    return f"{authority}{parts.path.rstrip('/')}{query}{route}" if host else ""


def route_of(fragment: str) -> str:
    """The route that an application reads from a fragment, such as ``/a`` or ``!a``; else empty.

    A route of no names leads to the page itself.
    """
    return fragment.rstrip("/") if fragment.startswith(("/", "!")) and fragment.strip("!/") else ""


def same_site(one: str, other: str) -> bool:
    """Whether two accepted addresses have the same registrable domain, such as ``acme.co.uk``.

    By the Public Suffix List with its private part, so that every ``*.github.io`` is a site of
    its own; hosts under no known suffix are compared whole. The list is bundled, so no network
    is needed.
    """
    hosts = in_ascii(host_of(one)), in_ascii(host_of(other))
    if hosts[0] == hosts[1]:
        return True
    # Sites differ wherever the last two labels do; the list is then not needed.
    if hosts[0].rsplit(".", 2)[-2:] != hosts[1].rsplit(".", 2)[-2:]:
        return False
    return registrable_domain(hosts[0]) == registrable_domain(hosts[1])


def registrable_domain(host: str) -> str:
    """The domain of a host under its public suffix; the host itself where none is known."""
    name = host.rstrip(".")
    return domain_under(suffix_of(name), name) or host


def owner_domain(host: str) -> str:
    """The domain under which one owner can give any names, for every host.

    Where no suffix is known it is the last two labels (the prevailing rule of publicsuffix.org).
    """
    name = host.rstrip(".")
    suffix = suffix_of(name)
    return domain_under(suffix, name) or (host if suffix else ".".join(host.split(".")[-2:]))


def is_public_suffix(host: str) -> bool:
    """Whether names under a host are given to many, each to an owner of its own."""
    return suffix_of(host) == host
