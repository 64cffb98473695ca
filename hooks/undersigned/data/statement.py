"""The statement, its versions and the counts of its register, as data for programs."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from ..fields import Kind
from ..model import Standing
from ..page_addresses import PageAddress, as_folder
from ..register.events import Event
from ..register.signatories import Register
from ..site import Site
from ..statement.edition import UNNAMED, Edition
from ..statement.identity import Statement
from ..statement.version import Version


@dataclass(frozen=True, slots=True)
class Origin:
    """The statement's title, its publisher and their address, and the address of the site.

    `site` ends with a slash; where it is not known it is empty, and every address that begins with
    it is relative to the root of the site. `address_of` gives the address of a page from there.
    Of a preview, `published` is the address of the published site, whose texts are signed.
    `edition` says who publishes the site.
    """

    title: str
    publisher: str
    address: str
    site: str = ""
    address_of: PageAddress = as_folder
    published: str = ""
    edition: Edition = UNNAMED


def origin_of(
    statement: Statement,
    site: str,
    address_of: PageAddress = as_folder,
    published: str = "",
    edition: Edition = UNNAMED,
) -> Origin:
    """The origin of the data of a site at this address, with line breaks in names removed."""
    title, publisher = statement.one_line_title, statement.one_line_publisher
    address = statement.address.strip()
    return Origin(title, publisher, address, site, address_of, published, edition)


FORMAT = 1


def described(
    origin: Origin, site: Site, register_sha256: str, change: Event | None, commit: str | None
) -> dict[str, Any]:
    """The content of statement.json, which depends on the site alone and on no clock.

    `register_sha256` is the digest of the register in canonical form, in hexadecimal; `change` its
    newest event. Without a change, a commit or the address of the site, those keys are absent; one
    of a preview alone is `published`, the address of the published site.
    """
    address = {"url": origin.site} if origin.site else {}
    published = {"published": origin.published} if origin.published else {}
    changed = {"changed": str(change.entered)} if change else {}
    entries = len(site.register.endorsements)
    return {
        "format": FORMAT,
        "title": origin.title,
        "publisher": origin.publisher,
        "address": origin.address,
        **({"edition": _edition(origin)} if origin.edition.name else {}),
        **address,
        **published,
        "versions": list(_versions(origin, site.versions, site.register)),
        "counts": counts(site.register),
        "register": {"entries": entries, "sha256": register_sha256, **changed},
        **({"commit": commit} if commit else {}),
    }


def _edition(origin: Origin) -> Mapping[str, str]:
    """Who publishes the site; its address is the site's, unless the edition has one of its own."""
    given = origin.edition.given()
    if origin.site:
        given.setdefault("address", origin.site)
    return given


def counts(register: Register) -> dict[str, Any]:
    """How many signatories endorse the statement, in all, by kind and by country.

    All kinds are present, countries only if they have signatories. `withdrawn` and `ended` are
    apart from all other counts.
    """
    active = [each.latest for each in register.active]
    kinds = Counter(each.kind for each in active)
    countries = Counter(each.country for each in active if each.country)
    return {
        "signatories": len(active),
        "organisations": len(active) - kinds[Kind.INDIVIDUAL],
        "individuals": kinds[Kind.INDIVIDUAL],
        "withdrawn": len(register.by_standing[Standing.WITHDRAWN]),
        "ended": len(register.by_standing[Standing.ENDED]),
        "by_kind": {kind.value: kinds[kind] for kind in Kind},
        "by_country": {code: countries[code] for code in sorted(countries)},
    }


def _versions(
    origin: Origin, versions: Sequence[Version], register: Register
) -> Iterator[Mapping[str, Any]]:
    endorsements = Counter(number for each in register.active for number in each.endorsed)
    for version in versions:
        yield {
            "version": version.number,
            "published": str(version.published),
            "sha256": version.sha256,
            "text": f"{origin.site}{version.served}",
            "page": f"{origin.site}{origin.address_of(version.page)}",
            "in_force": version is versions[-1],
            "endorsed_by": endorsements[version.number],
        }


def badge(count: int) -> dict[str, str | int]:
    """The JSON of a badge (shields.io, 'Endpoint Badge', schema version 1)."""
    return {"schemaVersion": 1, "label": "signatories", "message": str(count)}
