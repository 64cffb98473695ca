"""Whether evidence lies under what a signatory's website claims."""

import re
from itertools import pairwise

from ..urls import registrable_domain
from .accounts import (
    SHARED_DOMAINS,
    Place,
    account_of,
    domain_of,
    is_below_shared,
    place_of,
)
from .location import Location, location_of
from .shared_hosts import OPEN_PARTS, ROOM_PATHS, ROOMS

# Most websites, each with a page: hosts in lower case, of which the second is there if it is
# another, and a path of the page that names nobody. A host such as 'www.no' is a domain itself.
_HOST = r"[a-z0-9.-]*\.[a-z0-9-]*[a-z0-9]"
_NAME = rf"(?!(?i:{'|'.join(ROOM_PATHS)})(?:[/?]|\Z))[A-Za-z0-9_,-][A-Za-z0-9_.,-]*"
_PLAIN = re.compile(
    rf"https://(?>(?:www\.)?)({_HOST})(?:/([A-Za-z0-9_/.,=&?-]*))?\n"
    rf"https://(?>(?:www\.)?)(?:\1|({_HOST}))(?:/{_NAME})*/?(?:\?[A-Za-z0-9_/.,=&-]*)?"
)

# Files that servers give for their folder.
_INDEX = re.compile(r"(?:index|default)\.[a-z]{2,5}", re.IGNORECASE)

# Names of commits: GitHub shows those of every fork under the account that was forked.
_COMMIT = re.compile(r"[0-9a-f]{7,64}")
_TREES = frozenset(("blame", "blob", "raw", "src", "tree"))


def is_own(evidence: str, website: str) -> bool:
    """Whether the evidence is the signatory's own page by the address of its website.

    A website without a path claims its registrable domain, by the Public Suffix List with its
    private part, save the rooms that are open to users; one with a path claims that path on that
    host; on hosts that many share, one claims the account that it names. Where that is in doubt,
    as on other hosts of the same account, evidence is not the signatory's own.
    """
    at_a_glance = _is_plainly_own(evidence, website)
    if at_a_glance is not None:
        return at_a_glance
    page, claim = location_of(evidence), location_of(website)
    if page is None or claim is None or page.port != claim.port:
        return False
    place = place_of(page.host)
    claimed = place if page.host == claim.host else place_of(claim.host)
    if place and claimed:
        return _is_in_account(page, claim, place, claimed)
    return place is claimed and _is_on_site(page, claim)


def _is_plainly_own(evidence: str, website: str) -> bool | None:
    """The answer for most pairs of addresses; None where they need a closer look."""
    plain = _PLAIN.fullmatch(f"{website}\n{evidence}")
    if not plain:
        return None
    claimed, path, other = plain.groups()
    if other and (domain := domain_of(other)) != domain_of(claimed):
        # Hosts of one service have several domains.
        return None if SHARED_DOMAINS.issuperset((domain, domain_of(claimed))) else False
    if path or place_of(claimed) or (other and place_of(other)):
        return None
    return not other or _are_one_site(other, claimed)


def _is_on_site(page: Location, claim: Location) -> bool:
    if page.host == claim.host:
        below = _below(page, claim, page.names, claim.names)
        return below is not None and not _is_room(below)
    if claim.names or claim.query or _is_room(page.names):
        return False
    return _are_one_site(page.host, claim.host)


def _are_one_site(host: str, claimed: str) -> bool:
    """Whether two hosts that differ have one registrable domain, and neither is its users'."""
    if domain_of(host) != domain_of(claimed):
        return False
    if _is_host_of_users(host) or _is_host_of_users(claimed):
        return False
    domain = registrable_domain(host)
    return domain == claimed or domain == registrable_domain(claimed)


def _is_in_account(page: Location, claim: Location, place: Place, claimed: Place) -> bool:
    if place.host != claimed.host or not place.forms:
        return False
    found, owner = account_of(place, page), account_of(claimed, claim)
    if found is None or owner is None:
        return found is owner and _is_operators(page, claim, place, claimed)
    if found.account != owner.account:
        return False
    below = _below(page, claim, found.below, owner.below)
    is_users = _is_room if place.subdomain else _is_open
    return below is not None and not is_users(below)


def _is_operators(page: Location, claim: Location, place: Place, claimed: Place) -> bool:
    """Whether a page that is below no account is its operator's, and under the website."""
    if place.is_operators and claimed.is_operators:
        return _below(page, claim, page.names, claim.names) is not None
    # Where paths tell accounts, the front page alone is surely nobody's.
    return page == claim and not page.names and not page.query


def _below(
    page: Location, claim: Location, names: tuple[str, ...], claimed: tuple[str, ...]
) -> tuple[str, ...] | None:
    """The names of a page below those claimed; None where it is not under them.

    A website with a query claims that page alone.
    """
    if claim.query:
        return () if (names, page.query) == (claimed, claim.query) else None
    claimed = without_index(claimed)
    return names[len(claimed) :] if names[: len(claimed)] == claimed else None


def without_index(names: tuple[str, ...]) -> tuple[str, ...]:
    """The names of a path without such as ``index.html``, which servers give for a folder."""
    return names[:-1] if names and _INDEX.fullmatch(names[-1]) else names


def _is_room(names: tuple[str, ...]) -> bool:
    """Whether a path below a website is one of its users', such as ``/~jane`` or ``/forum``."""
    # The second name, too, as in '/en/forum'.
    return any(name.startswith(("@", "~")) for name in names) or any(
        name.lower() in ROOM_PATHS for name in names[:2]
    )


def _is_host_of_users(host: str) -> bool:
    """Whether a host is a room for users, or stands beside accounts that paths tell."""
    if ROOMS.isdisjoint(host.replace("-", ".").split(".")):
        return is_below_shared(host)
    room = host.removesuffix(registrable_domain(host))
    return not ROOMS.isdisjoint(room.replace("-", ".").split(".")) or is_below_shared(host)


def _is_open(names: tuple[str, ...]) -> bool:
    """Whether others than its owner can write what is below an account."""
    if not OPEN_PARTS.isdisjoint(map(str.lower, names)):
        return True
    return not _TREES.isdisjoint(names) and any(
        _COMMIT.fullmatch(name) and folder in _TREES for folder, name in pairwise(names)
    )
