"""Web addresses: which are accepted, which are the same page, and which the same site."""

import ipaddress
import re
from functools import cache
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

if TYPE_CHECKING:
    from tldextract import TLDExtract

# A label of a host name, in any script.
_LABEL = re.compile(r"[^\W_]([\w-]*[^\W_])?")

# Characters that RFC 3986 allows nowhere in an address, and browsers treat differently.
_FORBIDDEN = re.compile(r"[\s<>\"\\^`{|}\x00-\x1f\x7f]")

# The form of most addresses, none of which can be refused.
_ORDINARY = re.compile(
    r"https://(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z]{2,}(?:/[\w/.~%?=&#+,-]*)?", re.A
)

# Addresses with a host in lower case and no user name, as nearly all are: parsing addresses in
# general is six times slower.
_PLAIN_HOST = re.compile(r"https://([a-z0-9.-]+)(?:[/?#]|\Z)")
_PLAIN_PAGE = re.compile(r"https://(?:www\.)?([a-z0-9.-]*[a-z0-9-])((?:/[\w/.~%-]*)?)", re.A)


def refusal(address: str) -> str | None:
    """Why an address is not a public ``https`` one, with the remedy; None if it is one."""
    if _ORDINARY.fullmatch(address):
        return None
    if _FORBIDDEN.search(address):
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
    return _host_refusal(host)


def host_of(address: str) -> str:
    """The host of an accepted address in lower case."""
    plain = _PLAIN_HOST.match(address)
    return plain[1] if plain else urlsplit(address).hostname or ""


def page_of(address: str) -> str:
    """A key for the page of an address, equal for its spellings; empty for what is no address.

    The case of scheme and host, ``www.``, the default port, a slash at the end and the fragment
    (after ``#``) do not count.
    """
    if plain := _PLAIN_PAGE.fullmatch(address):
        return f"{plain[1]}{plain[2].rstrip('/')}"
    try:
        parts = urlsplit(address)
        host, port = _in_ascii(parts.hostname or "").removeprefix("www."), parts.port
    except ValueError:
        return ""
    authority = host if port in (None, 443) else f"{host}:{port}"
    query = f"?{parts.query}" if parts.query else ""
    return f"{authority}{parts.path.rstrip('/')}{query}" if host else ""


def same_site(one: str, other: str) -> bool:
    """Whether two accepted addresses have the same registrable domain, such as ``acme.co.uk``.

    By the Public Suffix List with its private part, so that every ``*.github.io`` is a site of
    its own; hosts under no known suffix are compared whole. The list is bundled, so no network
    is needed.
    """
    hosts = _in_ascii(host_of(one)), _in_ascii(host_of(other))
    if hosts[0] == hosts[1]:
        return True
    # Sites differ wherever the last two labels do; the list is then not needed.
    if hosts[0].rsplit(".", 2)[-2:] != hosts[1].rsplit(".", 2)[-2:]:
        return False
    return _site_of(hosts[0]) == _site_of(hosts[1])


def _host_refusal(host: str) -> str | None:
    name = host.rstrip(".")
    labels = name.split(".")
    if ":" in name or labels[-1].isdigit():
        try:
            ipaddress.ip_address(name.strip("[]"))
        except ValueError:
            pass
        else:
            return "names a machine by number; give the address with its domain name"
    if len(labels) < 2 or not all(map(_LABEL.fullmatch, labels)) or labels[-1].isdigit():
        return "has no domain name; copy it from the browser"
    return None


def _site_of(host: str) -> str:
    return _public_suffixes()(host).top_domain_under_public_suffix or host


def _in_ascii(host: str) -> str:
    """The host as A-labels (RFC 5891), so that its Unicode and ASCII spellings are equal."""
    name = host.rstrip(".")
    try:
        return name if name.isascii() else name.encode("idna").decode()
    except UnicodeError:
        return name


@cache
def _public_suffixes() -> "TLDExtract":
    # Imported late: it takes a tenth of a second, and many registers never need it.
    from tldextract import TLDExtract

    return TLDExtract(suffix_list_urls=(), cache_dir=None, include_psl_private_domains=True)
