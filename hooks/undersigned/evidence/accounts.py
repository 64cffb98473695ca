"""Whose page an address on a host that many people share is: the account that it names."""

import re
from functools import cache
from itertools import chain
from typing import NamedTuple

from .location import Location
from .shared_hosts import ALIASES, RESERVED, SHARED_HOSTS

# The last two labels of every host in the list; that of others is not looked up.
SHARED_DOMAINS = frozenset(
    ".".join(host.rsplit(".", 2)[-2:]) for host in chain(SHARED_HOSTS, ALIASES)
)

# Subdomains that show the same accounts: other layouts, languages and countries.
_MIRROR = re.compile(r"www|m|mobile|mbasic|touch|web|old|new|np|amp|[a-z]{2}(?:-[a-z]{2})?")


class Form(NamedTuple):
    """A way to write an account: as a subdomain, or in a path after some names and a prefix.

    Forms of one `group` write the same account.
    """

    group: int
    is_subdomain: bool
    before: tuple[str, ...] = ()
    prefix: str = ""
    is_exact: bool = False


class Place(NamedTuple):
    """A location on a shared host: the host in the list, what precedes it, and its forms."""

    host: str
    subdomain: str
    forms: tuple[Form, ...]

    @property
    def is_operators(self) -> bool:
        """Whether the page is the operator's: accounts have subdomains, and this has none."""
        return not self.subdomain and all(form.is_subdomain for form in self.forms)


class Account(NamedTuple):
    """An account on a shared host, by one of the groups of its forms."""

    host: str
    group: int
    name: str


class Named(NamedTuple):
    """The account that a location names, and the names of the path below it."""

    account: Account
    below: tuple[str, ...]


def place_of(host: str) -> Place | None:
    """The shared host that a host, as in a location, belongs to; None if it belongs to none.

    Other subdomains of a host that tells accounts by paths are its operator's, and no such place.
    """
    if domain_of(host) not in SHARED_DOMAINS:
        return None
    if host in SHARED_HOSTS:
        return Place(host, "", _forms(SHARED_HOSTS[host]))
    labels = host.split(".")
    for start in range(len(labels) - 1):
        listed = ".".join(labels[start:])
        listed = ALIASES.get(listed, listed)
        if listed in SHARED_HOSTS:
            return _place(listed, ".".join(labels[:start]))
    return None


def domain_of(host: str) -> str:
    """The last two labels of a host; sites differ wherever they do."""
    return host[host.rfind(".", 0, host.rfind(".")) + 1 :]


def is_below_shared(host: str) -> bool:
    """Whether a host lies below one in the list."""
    if domain_of(host) not in SHARED_DOMAINS:
        return False
    labels = host.split(".")
    names = (".".join(labels[start:]) for start in range(1, len(labels) - 1))
    return any(name in SHARED_HOSTS or name in ALIASES for name in names)


def account_of(place: Place, location: Location) -> Named | None:
    """The account that a location names; None where it names none."""
    for form in place.forms:
        if form.is_subdomain:
            if place.subdomain:
                return Named(Account(place.host, form.group, place.subdomain), location.names)
        elif not place.subdomain and (name := _in_path(form, location.names)):
            below = location.names[len(form.before) + 1 :]
            return Named(Account(place.host, form.group, name), below)
    return None


def _place(listed: str, subdomain: str) -> Place | None:
    notation = SHARED_HOSTS[listed]
    forms = _forms(notation)
    if notation == "." or any(form.is_subdomain for form in forms):
        return Place(listed, subdomain, forms)
    if not subdomain or _MIRROR.fullmatch(subdomain):
        return Place(listed, "", forms)
    return None


def _in_path(form: Form, names: tuple[str, ...]) -> str:
    """The account that a path names in a form; empty where it names none."""
    count = len(form.before)
    if len(names) <= count or (count and tuple(map(str.lower, names[:count])) != form.before):
        return ""
    name = names[count] if form.is_exact else names[count].lower()
    if not name.startswith(form.prefix) or (not count and name in RESERVED):
        return ""
    return name.removeprefix(form.prefix)


@cache
def _forms(notation: str) -> tuple[Form, ...]:
    if notation == ".":
        return ()
    forms = (
        _form(group, written)
        for group, same in enumerate(notation.split())
        for written in same.split("=")
    )
    # Those that ask for more come first: '/s/*' before '/*', '/@*' before '/*'.
    return tuple(sorted(forms, key=lambda form: (-len(form.before), -len(form.prefix))))


def _form(group: int, written: str) -> Form:
    if written == "*.":
        return Form(group, is_subdomain=True)
    *before, last = written.removeprefix("/").split("/")
    # The mark of a route, as locations have it.
    names = tuple("#/" if name == "#" else name for name in before)
    return Form(group, False, names, last.rstrip("*+"), last.endswith("+"))
