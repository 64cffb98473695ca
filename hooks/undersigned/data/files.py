"""Every data file that a site publishes, all made from one reading of the register."""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from ..deeds.events import RecordEvent, record_events
from ..deeds.model import Record
from ..gc_control import without_collecting
from ..proofs.copies import Copy, folder_of
from ..proofs.hosts import host_key
from ..register.events import Event, by_day, last_change
from ..site import Site
from ..views.entries import ListedSignatory
from ..views.site import SiteView
from . import deeds
from .feed import NEWEST, feeds
from .news import Newsroom
from .register_text import register_digest, register_text
from .signatories import COLUMNS, FORMAT, records, records_schema, stated
from .statement import Origin, badge, described
from .table import table

# The path of each file, with its description for people.
MEANINGS = {
    "signatories.json": "every entry of the register, exactly as it is",
    "signatories.schema.json": "the JSON Schema (2020-12) of that file",
    "signatories.csv": "the same entries as a table, for spreadsheets",
    "signatories.yml": "the register in the form in which the project keeps it, without comments",
    "deeds.json": "what signatories are documented to have done, and where nothing was found",
    "deeds.schema.json": "the JSON Schema (2020-12) of that file",
    "deeds.csv": "deeds and searches as one table, for spreadsheets",
    "statement.json": "the statement, its versions with their digests, and the counts",
    "feed.xml": f"what happened, as an Atom feed: the newest whole days of at least {NEWEST}"
    " events, with links to what was before",
    "badge.json": "the count of signatories, for a badge by shields.io",
}


@dataclass(frozen=True, slots=True)
class OpenData:
    """The content of every file by its path from the root of the site, and what pages show of it.

    `register_sha256` is the digest of the register in canonical form, in hexadecimal.
    """

    files: Mapping[str, bytes]
    register_sha256: str


@without_collecting()
def open_data(origin: Origin, site: Site, view: SiteView, commit: str | None) -> OpenData:
    """Every data file of a site; the `commit` of its sources in git is none if not known."""
    register, pages = site.register, view.register.pages
    fields = stated(register.endorsements)
    copies = {entry.id: entry.kept_at for entry in view.register.entries if entry.copy}
    entries = records(fields, register.endorsements, pages, origin.site, copies)
    text = register_text(fields).encode()
    sha256, change = register_digest(text), last_change(view.events)
    files = {
        "signatories.json": _lines({"format": FORMAT, "signatories": entries}),
        "signatories.schema.json": _indented(records_schema()),
        "signatories.csv": _table(entries, COLUMNS),
        "signatories.yml": text,
        **_of_record(origin, site, view.record.shown),
        "statement.json": _indented(described(origin, site, sha256, change, commit)),
        **_feeds(origin, site, view),
        "badge.json": _indented(badge(view.register.count)),
    }
    return OpenData(files, sha256)


def _of_record(origin: Origin, site: Site, record: Record) -> Mapping[str, bytes]:
    """What signatories did, as files."""
    entries = list(deeds.entries_of(record, site.register, site.library, origin))
    return {
        "deeds.json": _lines(deeds.content(entries)),
        "deeds.schema.json": _indented(deeds.schema()),
        "deeds.csv": _table(entries, deeds.COLUMNS),
    }


def _feeds(origin: Origin, site: Site, view: SiteView) -> Mapping[str, bytes]:
    """The feeds: of the register and the versions, and of the record; of one day, in this order."""
    register = view.register
    listed = {entry.id: (entry, register.pages[entry.id]) for entry in register.entries}
    of_record = record_events(view.record.shown, site.register, site.library)
    happened: list[Event | RecordEvent] = [*view.events, *of_record]
    told = Newsroom(origin, listed, view.words).told
    return feeds(origin, by_day(happened), told, view.settings.language)


def published_copies(
    copies: Mapping[str, Copy], entries: Iterable[ListedSignatory]
) -> Iterator[tuple[str, bytes]]:
    """The files of kept copies by their paths, as far as they are of a signatory's server.

    What a server said stays published when it proves nothing any more, as readers of a withdrawal
    want it. Whoever is deleted from the register is gone from here, too.
    """
    websites = (entry.latest.website or "" for entry in entries) if copies else ()
    hosts = set(map(host_key, websites))
    for host, copy in copies.items():
        if host in hosts:
            for name, content in copy.files.items():
                yield f"{folder_of(host)}/{name}", content


def _lines(value: Any) -> bytes:
    """JSON with a line for each value; without indents, for which Python has no encoder in C."""
    return (json.dumps(value, ensure_ascii=False, separators=(",\n", ": ")) + "\n").encode()


def _indented(value: Any) -> bytes:
    return (json.dumps(value, ensure_ascii=False, indent=2) + "\n").encode()


def _table(entries: Iterable[Mapping[str, Any]], columns: Sequence[str]) -> bytes:
    """A table, with a byte order mark, without which Excel reads another encoding than UTF-8."""
    return table(entries, columns).encode("utf-8-sig")
