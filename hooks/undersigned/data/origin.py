"""Where data come from: the statement, and the site that publishes them."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Origin:
    """The statement's title, its publisher and their address, and the address of the site.

    `site` ends with a slash; where it is not known it is empty, and every address that begins with
    it is relative to the root of the site.
    """

    title: str
    publisher: str
    address: str
    site: str = ""


def origin_of(statement: Mapping[str, str], site: str) -> Origin:
    """The origin by the names under `extra.statement`; titles are on one line."""
    title, publisher = (" ".join(statement[name].split()) for name in ("title", "publisher"))
    return Origin(title, publisher, statement["address"].strip(), site)
