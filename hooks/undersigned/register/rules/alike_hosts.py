"""The rule that no domain beyond ASCII looks like that of a signatory."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from ...domain_names import is_plain, shown
from ...names.similarity import domain_look
from ...problem import Problem, Way, quoted
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
    """The positions of every two entries whose domains look alike, one of them beyond ASCII.

    One of the domains is that of a website. Of many entries on one domain, the first is compared.
    Registers in which no address is beyond ASCII, as in most, have none.
    """
    if all(map(_is_plain, known)):
        return
    for places in _alike(known):
        owner = min(place for place in places if place.field == "website")
        for other in places:
            one, two = sorted((owner.position, other.position))
            if one != two and not are_told_apart(known[one], known[two]):
                yield one, two


def one_host_look(second: Known, first: Known) -> Problem | None:
    """A domain such as 'mıcrosoft.com' or 'ápple.com' is not taken for the one it looks like.

    Two signatories whose domains look alike say so by `distinct_from`.
    """
    for places in _alike((first, second)):
        theirs, ours = min(places), max(places)
        if ours.position > theirs.position:
            address = second.entry.fields[ours.field].value
            domain = shown(_domain(first.entry, theirs.field))
            found = f"{ours.field} {quoted(address)} looks like {domain}, the domain of"
            found += f" {quoted(first.name)} on {first.place_of(theirs.field)}"
            distinct = Way("distinct_from", first.id, "if they are two")
            return mended(second.entry, found, (Way(action="correct it"), distinct), ours.field)
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
    foreign = set[str]()
    for domain, place in found.items():
        groups.setdefault(domain_look(domain), []).append(place)
        foreign |= set() if domain.isascii() else {domain_look(domain)}
    for places in (groups[look] for look in foreign):
        if len(places) > 1 and any(place.field == "website" for place in places):
            yield places


def _is_plain(one: Known) -> bool:
    texts = (one.entry.fields.get("website"), one.entry.fields.get("evidence"))
    return all(text is None or is_plain(text.value) for text in texts)


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
