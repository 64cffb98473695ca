"""Every data file that a site publishes, all made from one reading of the register."""

import json
from codecs import BOM_UTF8
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, partial
from typing import Any

from ..deeds.events import RecordEvent, record_events
from ..deeds.model import Record
from ..gc_control import without_collecting
from ..language.catalogue import ENGLISH, Catalogue
from ..proofs.copies import Copy, folder_of
from ..proofs.hosts import host_key
from ..register.events import Event
from ..site import Site
from ..views.entries import ListedSignatory
from ..views.site import SiteView
from . import deeds
from .columns import Columns, columns_of
from .feed import NEWEST, feeds
from .news import Newsroom
from .register_file import RegisterFile
from .signatories import COLUMNS, added, as_json, in_lines, records_schema, stated
from .statement import Origin, badge, described
from .table import table


def file_meanings(catalogue: Catalogue = ENGLISH) -> dict[str, str]:
    """The path of each file, with its description for people."""
    _ = catalogue.gettext
    return {
        "signatories.json": _("every entry of the register, exactly as it is"),
        "signatories.schema.json": _("the JSON Schema (2020-12) of that file"),
        "signatories.csv": _("the same entries as a table, for spreadsheets"),
        "signatories.yml": _(
            "the register in the form in which the project keeps it, without comments"
        ),
        "deeds.json": _(
            "what signatories are documented to have done, and where nothing was found"
        ),
        "deeds.schema.json": _("the JSON Schema (2020-12) of that file"),
        "deeds.csv": _("deeds and searches as one table, for spreadsheets"),
        "statement.json": _("the statement, its versions with their digests, and the counts"),
        "feed.xml": _(
            "what happened, as an Atom feed: the newest whole days of at least %(count)s events,"
            " with links to what was before",
            count=str(NEWEST),
        ),
        "badge.json": _("the count of signatories, for a badge by shields.io"),
    }


MEANINGS = file_meanings()


# What makes the content of a file, in pieces.
Making = Callable[[], Iterable[bytes]]


@dataclass(frozen=True, slots=True)
class OpenData:
    """What makes every file, by its path from the root of the site, and what pages show of it.

    `register_sha256` is the digest of the register in canonical form, in hexadecimal.
    """

    files: Mapping[str, Making]
    register_sha256: str


@without_collecting()
def open_data(
    origin: Origin, site: Site, view: SiteView, commit: str | None, written: RegisterFile
) -> OpenData:
    """Every data file of a site, of which that of the register is being `written`.

    The `commit` of its sources in git is none if not known.
    """
    register, pages = site.register, view.register.pages
    fields = cache(partial(stated, register.endorsements))
    copies = {entry.id: entry.kept_at for entry in view.register.entries if entry.copy}
    more = cache(partial(added, register.endorsements, pages, origin.site, copies))
    sha256, change = written.sha256, view.last_change
    files = {
        "signatories.json": lambda: map(str.encode, as_json(fields(), more())),
        "signatories.schema.json": _indented(records_schema()),
        "signatories.csv": lambda: _table({**fields(), **more(), "id": more()["slug"]}, COLUMNS),
        "signatories.yml": written.parts,
        **_of_record(origin, site, view.record.shown),
        "statement.json": _indented(described(origin, site, sha256, change, commit)),
        **_feeds(origin, site, view),
        "badge.json": _indented(badge(view.register.count)),
    }
    return OpenData(files, sha256)


def _of_record(origin: Origin, site: Site, record: Record) -> Mapping[str, Making]:
    """What signatories did, as files."""
    entries = list(deeds.entries_of(record, site.register, site.library, origin))
    return {
        "deeds.json": lambda: (in_lines(deeds.content(entries)).encode(), b"\n"),
        "deeds.schema.json": _indented(deeds.schema()),
        "deeds.csv": lambda: _table(columns_of(entries, deeds.COLUMNS), deeds.COLUMNS),
    }


def _feeds(origin: Origin, site: Site, view: SiteView) -> Mapping[str, Making]:
    """The feeds: of the register and the versions, and of the record; of one day, in this order."""
    of_record = record_events(view.record.shown, site.register, site.library)
    happened: list[Event | RecordEvent] = [*view.events, *of_record]
    told = Newsroom(origin, view.register, view.words, view.texts).told
    return feeds(origin, happened, told, view.settings.language)


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


def _indented(value: Any) -> Making:
    return lambda: (json.dumps(value, ensure_ascii=False, indent=2).encode(), b"\n")


def _table(columns: Columns, names: Sequence[str]) -> Iterator[bytes]:
    """A table, with a byte order mark, without which Excel reads another encoding than UTF-8."""
    yield BOM_UTF8
    yield from map(str.encode, table(columns, names))
