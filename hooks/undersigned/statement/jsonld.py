"""What machines are told about a page and the statement, as JSON-LD (schema.org)."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from .cite import Citation

_ESCAPES = {ord(character): f"\\u{ord(character):04x}" for character in "<>&\u2028\u2029"}


@dataclass(frozen=True, slots=True)
class PageFacts:
    """A page and its site. Addresses are empty where the site does not know its own."""

    site_name: str
    site_address: str
    name: str
    description: str
    address: str
    language: str


def linked_data(place: PageFacts, citation: Citation, licence: str = "") -> str:
    """The page, its site and the statement, as text for a `script` element.

    No character of it can close that element or open another.
    """
    graph = [_given(node) for node in _nodes(place, citation, licence)]
    data = {"@context": "https://schema.org", "@graph": graph}
    return json.dumps(data, ensure_ascii=False).translate(_ESCAPES)


def _nodes(place: PageFacts, citation: Citation, licence: str) -> Iterator[Mapping[str, object]]:
    site, text = f"{place.site_address}#site", f"{place.site_address}#statement"
    yield {
        "@type": "WebSite",
        "@id": site,
        "name": place.site_name,
        "url": place.site_address,
        "inLanguage": place.language,
        "about": {"@id": text},
    }
    yield {
        "@type": "WebPage",
        "name": place.name,
        "description": place.description,
        "url": place.address,
        "inLanguage": place.language,
        "isPartOf": {"@id": site},
        "about": {"@id": text},
    }
    yield {
        "@type": "DigitalDocument",
        "@id": text,
        "name": citation.title,
        "version": citation.version,
        "datePublished": str(citation.published),
        "publisher": {"@type": "Organization", "name": citation.publisher},
        "author": {"@type": "Organization", "name": citation.publisher},
        "url": citation.address,
        "license": licence,
    }


def _given(node: Mapping[str, object]) -> dict[str, object]:
    """What is not known is left out, rather than given empty."""
    return {name: value for name, value in node.items() if value}
