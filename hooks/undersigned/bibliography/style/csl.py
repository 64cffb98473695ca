"""Sources as CSL-JSON for reference managers (schema csl-data, version 1.0.2)."""

import json
from collections.abc import Iterable, Mapping

from pybtex.database import Entry, Person

from .dates import Day, day_of, issued_days
from .entry_types import CASES, LEGISLATION, TYPE_KEYS, entry_style_of
from .fields import container_of, title_of, words_of
from .latex import plain
from .law import court_of
from .links import addresses_of, archived_copy, doi_of, eprint_of, host_named
from .people import is_institution, parts_of, persons_of, shown_name

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

# The variables of CSL that take the first of some fields as plain text.
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
    """The text of a list of sources, in the order given."""
    items = [_item(entry) for entry in entries]
    return json.dumps(items, ensure_ascii=False, indent=2) + "\n"


def _item(entry: Entry) -> dict[str, object]:
    """A source, without the variables that have no value."""
    # In a journal the number is that of an issue, elsewhere that of the document.
    number = "issue" if entry.type == "article" else "number"
    item: Mapping[str, object] = {
        "id": str(entry.key or ""),
        "type": _TYPES.get(entry.type, "document"),
        "title": str(title_of(entry)),
        **_contributors(entry),
        "container-title": str(container_of(entry)),
        "genre": _genre(entry),
        **_issuer(entry),
        **{name: words_of(entry, *fields) for name, fields in _FIELDS.items()},
        number: words_of(entry, "number", "issue"),
        "issued": _date(issued_days(entry.fields)),
        "original-date": _day(entry, "origdate"),
        "status": words_of(entry, "pubstate"),
        "accessed": _day(entry, "urldate"),
        "note": words_of(entry, "note"),
        **_links(entry),
    }
    return {name: value for name, value in item.items() if value or name == "id"}


def _contributors(entry: Entry) -> dict[str, object]:
    return {
        "author": _names(entry, "author") or _names(entry, "holder"),
        "editor": _names(entry, "editor"),
        "translator": _names(entry, "translator"),
        "container-author": _names(entry, "bookauthor"),
    }


def _links(entry: Entry) -> dict[str, object]:
    address, date = archived_copy(entry)
    return {
        "DOI": doi_of(entry),
        "URL": next(iter(addresses_of(entry)), "") or eprint_of(entry)[1],
        "archive": host_named(address),
        "archive_location": address,
        "custom": {"archived": date} if date else {},
    }


def _issuer(entry: Entry) -> dict[str, str]:
    """Who issued the source: of a judgment the court, which is its authority in CSL."""
    if entry.type in CASES:
        return {"authority": court_of(entry)}
    authority = words_of(entry, "jurisdiction") if entry.type in LEGISLATION else ""
    return {"publisher": words_of(entry, *_BODIES), "jurisdiction": authority}


def _genre(entry: Entry) -> str:
    written = words_of(entry, "type")
    label = entry_style_of(entry.type).label if _TYPES.get(entry.type) == "thesis" else ""
    return TYPE_KEYS.get(written.lower(), written) or label


def _names(entry: Entry, role: str) -> list[dict[str, str]]:
    return [_name(person) for person in persons_of(entry, role)]


def _name(person: Person) -> dict[str, str]:
    """A person by the parts of the name, an institution by its name as a whole."""
    if is_institution(person):
        return {"literal": shown_name(person)}
    return parts_of(person)


def _day(entry: Entry, field: str) -> dict[str, object]:
    """The date in a field, if there is one."""
    day = day_of(plain(entry.fields.get(field, "")))
    return _date([day] if day else [])


def _date(days: list[Day]) -> dict[str, object]:
    """A day, or the first and the last day of a range."""
    return {"date-parts": [[part for part in day if part] for day in days]} if days else {}
