"""Every file of data that a site publishes, all made from one register in one go."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from ..collecting import without_collecting
from ..events import Event, last_change, newest_events
from ..site import Site
from ..views import RegisterView
from .badge import badge
from .feed import NEWEST, feed
from .origin import Origin
from .records import records, shown_entries
from .register_text import register_digest, register_text
from .schemas import FORMAT, records_schema
from .statement import described
from .tables import table

# Each file by its path, with what it is to people.
MEANINGS = {
    "signatories.json": "every entry of the register, exactly as it is",
    "signatories.schema.json": "the JSON Schema (2020-12) of that file",
    "signatories.csv": "the same entries as a table, for spreadsheets",
    "signatories.yml": "the register in the form in which the project keeps it, without comments",
    "statement.json": "the statement, its versions with their digests, and the counts",
    "feed.xml": f"what happened, as an Atom feed: the newest {NEWEST} events",
    "badge.json": "the count of signatories, for a badge by shields.io",
}


@dataclass(frozen=True, slots=True)
class OpenData:
    """The content of every file, by its path from the root of the site.

    With it, what pages tell of the register: the digest of its canonical form, its last change.
    """

    files: Mapping[str, bytes]
    register_sha256: str
    last_change: Event | None


@without_collecting()
def open_data(
    origin: Origin, site: Site, view: RegisterView, language: str, commit: str | None
) -> OpenData:
    """All that is published of a site for programs."""
    signatories, shown = site.register.signatories, shown_entries(view)
    entries = records(signatories, shown, origin.site)
    register = register_text(entries).encode()
    sha256, change = register_digest(register), last_change(signatories)
    events = newest_events(site.versions, signatories, NEWEST)
    files = {
        "signatories.json": _lines({"format": FORMAT, "signatories": entries}),
        "signatories.schema.json": _indented(records_schema()),
        "signatories.csv": table(entries).encode(),
        "signatories.yml": register,
        "statement.json": _indented(described(origin, site, sha256, change, commit)),
        "feed.xml": feed(origin, events, shown, language),
        "badge.json": _indented(badge(view.count)),
    }
    return OpenData(files, sha256, change)


def _lines(value: Any) -> bytes:
    """As JSON with a line for each value: the encoder in C knows no indents."""
    return (json.dumps(value, ensure_ascii=False, separators=(",\n", ": ")) + "\n").encode()


def _indented(value: Any) -> bytes:
    return (json.dumps(value, ensure_ascii=False, indent=2) + "\n").encode()
