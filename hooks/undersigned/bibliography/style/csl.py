"""The sources as CSL-JSON, which reference managers read (schema csl-data, version 1.0.2)."""

import json
from collections.abc import Iterable, Mapping

from pybtex.database import Entry, Person

from . import people as contributors
from .dates import Day, day_of, issued_days
from .entry_types import CASES, LEGISLATION, TYPE_KEYS, entry_style_of
from .fields import container_of, title_of, words_of
from .latex import plain
from .law import court_of
from .links import addresses_of, archived_copy, doi_of, eprint_of, host_named

_TYPES = {
    **dict.fromkeys(("article", "suppperiodical"), "article-journal"),
    **dict.fromkeys(("book", "booklet", "collection", "manual", "mvbook", "proceedings"), "book"),
    **dict.fromkeys(
        ("inbook", "incollection", "bookinbook", "suppbook", "suppcollection"), "chapter"
    ),
    **dict.fromkeys(("inproceedings", "conference"), "paper-conference"),
    **dict.fromkeys(("report", "techreport"), "report"),
    **dict.fromkeys(("thesis", "phdthesis", "mastersthesis"), "thesis"),
    **dict.fromkeys(("online", "electronic", "www"), "webpage"),
    **dict.fromkeys(CASES, "legal_case"),
    **dict.fromkeys(LEGISLATION, "legislation"),
    **dict.fromkeys(("movie", "video"), "motion_picture"),
    "dataset": "dataset",
    "inreference": "entry-encyclopedia",
    "letter": "personal_communication",
    "standard": "standard",
    "patent": "patent",
    "periodical": "periodical",
    "software": "software",
    "unpublished": "manuscript",
}

# A number is that of an issue in a journal, and of the document itself elsewhere.
_FIELDS = {
    "volume": ("volume",),
    "page": ("pages",),
    "chapter-number": ("chapter",),
    "edition": ("edition",),
    "version": ("version",),
    "collection-title": ("series",),
    "publisher-place": ("address", "location"),
    "event": ("eventtitle",),
    "ISBN": ("isbn",),
    "ISSN": ("issn",),
    "language": ("langid",),
    "abstract": ("abstract",),
}
_BODIES = ("publisher", "institution", "organization", "school", "howpublished")


def csl_json(entries: Iterable[Entry]) -> str:
    """A list of every source, in the order given."""
    items = [_item(entry) for entry in entries]
    return json.dumps(items, ensure_ascii=False, indent=2) + "\n"


def _item(entry: Entry) -> dict[str, object]:
    """One source; what is not known is left out."""
    issued, accessed = issued_days(entry.fields), day_of(plain(entry.fields.get("urldate", "")))
    first = day_of(plain(entry.fields.get("origdate", "")))
    address, kept = archived_copy(entry)
    item: Mapping[str, object] = {
        "id": str(entry.key or ""),
        "type": _TYPES.get(entry.type, "document"),
        "title": str(title_of(entry)),
        "author": _names(entry, "author") or _names(entry, "holder"),
        "editor": _names(entry, "editor"),
        "translator": _names(entry, "translator"),
        "container-author": _names(entry, "bookauthor"),
        "container-title": str(container_of(entry)),
        "genre": _genre(entry),
        **_issuer(entry),
        **{name: words_of(entry, *fields) for name, fields in _FIELDS.items()},
        "issue" if entry.type == "article" else "number": words_of(entry, "number", "issue"),
        "issued": _date(issued),
        "original-date": _date([first] if first else []),
        "status": words_of(entry, "pubstate"),
        "accessed": _date([accessed] if accessed else []),
        "note": words_of(entry, "note"),
        "DOI": doi_of(entry),
        "URL": next(iter(addresses_of(entry)), "") or eprint_of(entry)[1],
        "archive": host_named(address),
        "archive_location": address,
        "custom": {"archived": kept} if kept else {},
    }
    return {name: value for name, value in item.items() if value or name == "id"}


def _issuer(entry: Entry) -> dict[str, str]:
    """Whoever issued it: for a judgment the court, which CSL calls its authority."""
    if entry.type in CASES:
        return {"authority": court_of(entry)}
    authority = words_of(entry, "jurisdiction") if entry.type in LEGISLATION else ""
    return {"publisher": words_of(entry, *_BODIES), "jurisdiction": authority}


def _genre(entry: Entry) -> str:
    written = words_of(entry, "type")
    label = entry_style_of(entry.type).label if _TYPES.get(entry.type) == "thesis" else ""
    return TYPE_KEYS.get(written.lower(), written) or label


def _names(entry: Entry, role: str) -> list[dict[str, str]]:
    return [_name(person) for person in contributors.persons_of(entry, role)]


def _name(person: Person) -> dict[str, str]:
    """A person by the parts of the name, an institution as it is."""
    if contributors.is_institution(person):
        return {"literal": contributors.shown_name(person)}
    return contributors.parts_of(person)


def _date(days: list[Day]) -> dict[str, object]:
    """A day, or the first and the last of a range."""
    return {"date-parts": [[part for part in day if part] for day in days]} if days else {}
