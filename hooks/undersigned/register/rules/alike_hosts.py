"""The rule that no domain looks like that of a signatory."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from ...domain_names import is_plain, shown
from ...names.keys import sharing
from ...names.looks import domain_looks
from ...problem import Problem, Severity, Way, quoted
from ...urls import host_of, plain_hosts, refusal
from .known import Known, are_told_apart
from .remedies import mended

# Shorter names are alike by chance: of 91,814 addresses in public lists, 7 pairs of domains look
# alike whose name has four letters, such as 'iums.ac.ir' and 'lums.ac.ir', and none with five.
_SHORTEST = 5

_FIELDS = ("website", "evidence")


class _Place(NamedTuple):
    """Where a domain is first given: the position of the entry, and the field."""

    position: int
    field: str


def alike_hosts(known: Sequence[Known]) -> Iterator[tuple[int, int]]:
    """The positions of every two entries whose domains look alike.

    One of the domains is that of a website. Of many entries on one domain, the first is compared.
    """
    for places in _alike(known):
        owner = places[0]
        for other in places:
            one, two = sorted((owner.position, other.position))
            if one != two and not are_told_apart(known[one], known[two]):
                yield one, two


def one_host_look(second: Known, first: Known) -> Problem | None:
    """A domain such as 'mıcrosoft.com' or 'rnicrosoft.com' is not taken for the one it looks like.

    Two signatories whose domains look alike say so by `distinct_from`. Where both are plain ASCII,
    as 'modern' and 'modem' are, that is a warning.
    """
    for places in _alike((first, second)):
        theirs, ours = min(places), max(places)
        if ours.position > theirs.position:
            address = second.entry.values[ours.field]
            domain = shown(_domain(first.entry.values[theirs.field]))
            found = f"{ours.field} {quoted(address)} looks like {domain}, the domain of"
            found += f" {quoted(first.name)} on {first.place_of(theirs.field)}"
            distinct = Way("distinct_from", first.id, "if they are two")
            ways = (Way(action="correct it"), distinct)
            problem = mended(second.entry, found, ways, ours.field)
            is_plain_pair = _is_plain(second, ours.field) and _is_plain(first, theirs.field)
            return problem._replace(severity=Severity.WARNING) if is_plain_pair else problem
    return None


def _alike(known: Sequence[Known]) -> Iterator[list[_Place]]:
    """The places of each two or more domains that look alike, the first that of a website.

    Of many entries on one domain, the first is meant, by its website rather than its evidence.
    """
    values = [one.entry.values for one in known]
    addresses = [each.get(field, "") for field in _FIELDS for each in values]
    hosts = plain_hosts(addresses)
    places: dict[str, int] = {}
    for at, host in enumerate(hosts):
        places.setdefault(host or f" {addresses[at]}", at)
    domains: dict[str, int] = {}
    for at in places.values():
        if domain := _named(hosts[at]) if hosts[at] else _domain(addresses[at]):
            domains.setdefault(domain, at)
    looks = zip(domain_looks(list(domains)), domains.values(), strict=True)
    for group in sorted(sharing(looks)):
        if group[0] < len(known):
            yield [_Place(at % len(known), _FIELDS[at // len(known)]) for at in group]


def _is_plain(one: Known, field: str) -> bool:
    return is_plain(one.entry.values[field])


def _domain(address: str) -> str:
    """The domain of an address in its letters, by its last labels; empty where it is short."""
    try:
        host = host_of(address)
    except ValueError:
        return ""
    if is_plain(host):
        return _named(host)
    return "" if refusal(address) else _named(shown(host).partition(" ")[0])


def _named(host: str) -> str:
    """The last labels of a host; empty where the name among them is short."""
    *above, name, top = ["", "", *host.rsplit(".", 2)]
    # Names are registered below such as 'co.uk', too.
    if above[-1] and len(name) <= 3 and len(top) == 2:
        name, top = above[-1].rpartition(".")[2], f"{name}.{top}"
    return f"{name}.{top}" if len(name) >= _SHORTEST else ""
