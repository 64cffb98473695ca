"""Linked data about a page and the statement, as JSON-LD with the terms of schema.org."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from .cite import Citation

_ESCAPES = {ord(character): f"\\u{ord(character):04x}" for character in "<>&\u2028\u2029"}


@dataclass(frozen=True, slots=True)
class PageFacts:
    """A page, its site and who publishes it; addresses are empty where `site_url` is not set."""

    site_name: str
    site_address: str
    name: str
    description: str
    address: str
    language: str
    edition: str = ""


def linked_data(page: PageFacts, citation: Citation, licence: str = "") -> str:
    """The JSON-LD of a page, its site and the statement, as text for a `script` element.

    `<`, `>` and `&` are escaped, so that the text cannot close the element or open another.
    """
    graph = [_given(node) for node in _nodes(page, citation, licence)]
    data = {"@context": "https://schema.org", "@graph": graph}
    return json.dumps(data, ensure_ascii=False).translate(_ESCAPES)


def _nodes(page: PageFacts, citation: Citation, licence: str) -> Iterator[Mapping[str, object]]:
    site, statement = f"{page.site_address}#site", f"{page.site_address}#statement"
    yield {
        "@type": "WebSite",
        "@id": site,
        "name": page.site_name,
        "url": page.site_address,
        "inLanguage": page.language,
        "publisher": _organisation(page.edition),
        "about": {"@id": statement},
    }
    yield {
        "@type": "WebPage",
        "name": page.name,
        "description": page.description,
        "url": page.address,
        "inLanguage": page.language,
        "isPartOf": {"@id": site},
        "about": {"@id": statement},
    }
    yield _document(statement, citation, licence)


def _document(identifier: str, citation: Citation, licence: str) -> Mapping[str, object]:
    return {
        "@type": "DigitalDocument",
        "@id": identifier,
        "name": citation.title,
        "version": citation.version,
        "datePublished": str(citation.published or ""),
        "publisher": _organisation(citation.author),
        "author": _organisation(citation.author),
        "url": citation.address,
        "license": licence,
    }


def _organisation(name: str) -> Mapping[str, object] | None:
    return {"@type": "Organization", "name": name} if name else None


def _given(node: Mapping[str, object]) -> dict[str, object]:
    """The properties of a node that have a value."""
    return {name: value for name, value in node.items() if value}
