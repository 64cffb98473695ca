"""The rule that no domain looks like that of a signatory."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from ...domain_names import is_plain, shown
from ...names.similarity import domain_looks
from ...problem import Problem, Severity, Way, quoted
from ...text.source import Entry
from ...urls import host_of, refusal
from .known import Known, are_told_apart
from .remedies import mended

# Shorter names are alike by chance: of 91,814 addresses in public lists, 7 pairs of domains look
# alike whose name has four letters, such as 'iums.ac.ir' and 'lums.ac.ir', and none with five.
_SHORTEST = 5


class _Place(NamedTuple):
    """Where a domain is first given: the position of the entry, and the field."""

    position: int
    field: str


def alike_hosts(known: Sequence[Known]) -> Iterator[tuple[int, int]]:
    """The positions of every two entries whose domains look alike.

    One of the domains is that of a website. Of many entries on one domain, the first is compared.
    """
    for places in _alike(known):
        owner = min(place for place in places if place.field == "website")
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
            address = second.entry.fields[ours.field].value
            domain = shown(_domain(first.entry, theirs.field))
            found = f"{ours.field} {quoted(address)} looks like {domain}, the domain of"
            found += f" {quoted(first.name)} on {first.place_of(theirs.field)}"
            distinct = Way("distinct_from", first.id, "if they are two")
            ways = (Way(action="correct it"), distinct)
            problem = mended(second.entry, found, ways, ours.field)
            is_plain_pair = _is_plain(second, ours.field) and _is_plain(first, theirs.field)
            return problem._replace(severity=Severity.WARNING) if is_plain_pair else problem
    return None


def _alike(known: Sequence[Known]) -> Iterator[list[_Place]]:
    """The places of each two or more domains that look alike, one of them that of a website."""
    found: dict[str, _Place] = {}
    for position, one in enumerate(known):
        if domain := _domain(one.entry, "website"):
            found.setdefault(domain, _Place(position, "website"))
    for position, one in enumerate(known):
        domain = _domain(one.entry, "evidence")
        if domain and domain not in found:
            found[domain] = _Place(position, "evidence")
    groups: dict[str, list[_Place]] = {}
    for look, place in zip(domain_looks(list(found)), found.values(), strict=True):
        groups.setdefault(look, []).append(place)
    for places in groups.values():
        if len(places) > 1 and any(place.field == "website" for place in places):
            yield places


def _is_plain(one: Known, field: str) -> bool:
    return is_plain(one.entry.fields[field].value)


def _domain(entry: Entry, field: str) -> str:
    """The domain of an address in its letters, by its last labels; empty where it is short."""
    text = entry.fields.get(field)
    if text is None:
        return ""
    try:
        host = host_of(text.value)
    except ValueError:
        return ""
    if not is_plain(host):
        if refusal(text.value):
            return ""
        host = shown(host).partition(" ")[0]
    head, _, top = host.rpartition(".")
    above, _, name = head.rpartition(".")
    # Names are registered below such as 'co.uk', too.
    if above and len(name) <= 3 and len(top) == 2:
        top, name = f"{name}.{top}", above.rpartition(".")[2]
    return f"{name}.{top}" if len(name) >= _SHORTEST else ""
