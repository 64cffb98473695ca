"""Inheritance of fields: what a source takes from the entries that it names.

A source takes from the whole that `crossref` names what a part of it has (BibLaTeX, appendix B),
and all fields of the entries that `xdata` names (section 3.14.6). `xref` names a relation alone.
"""

from collections.abc import Iterable, Iterator, Mapping
from itertools import islice

from pybtex.database import Entry

from .values.entry_types import SET, XDATA, EntrySet

# Fields that name other entries, from which an entry has its own fields or its references.
PARENTS = ("crossref", "xdata", "entryset")

# A chapter is part of a volume, which is part of a work in several, which may be in a series.
_DEEPEST = 3

# The fields of a part that inherit the titles of its whole (BibLaTeX, appendix B).
_WHOLES = {"title": "booktitle", "subtitle": "booksubtitle", "titleaddon": "booktitleaddon"}
_WORKS = {"title": "maintitle", "subtitle": "mainsubtitle", "titleaddon": "maintitleaddon"}
_JOURNAL = {
    "title": "journaltitle",
    "subtitle": "journalsubtitle",
    "titleaddon": "journaltitleaddon",
}
_BY_WHOLE = {
    "periodical": _JOURNAL,
    **dict.fromkeys(("mvbook", "mvcollection", "mvproceedings", "mvreference"), _WORKS),
}

# Of a part of a book by other authors these are the authors of the book.
_OF_BOOKS = ("mvbook", "book")
_BY_OTHERS = ("inbook", "bookinbook", "suppbook")

# Fields that concern the whole alone, and are not inherited.
_OWN = {
    "crossref", "xref", "xdata", "entryset", "related", "type", "shorttitle", "pages", "pagetotal",
    "note", "addendum", "abstract", "doi", "eprint", "url", "urldate", "archiveurl", "archivedate",
}  # fmt: skip
_DATES = {"date", "year", "month", "day"}
_JOURNALS = {"journal", "journaltitle"}


def whole_entries(entries: Mapping[str, Entry]) -> Mapping[str, Entry]:
    """Every source by its key, with the fields that it inherits; `@xdata` is no source."""
    known = {key.lower(): entry for key, entry in entries.items()}
    known = {key: _with_data(entry, known) for key, entry in known.items()}
    sources = {
        key: _with_inherited(entry, known) for key, entry in known.items() if entry.type != XDATA
    }
    return {
        key: _with_members(sources[key.lower()], sources)
        for key in entries
        if key.lower() in sources
    }


def with_wholes(entries: Mapping[str, Entry]) -> Mapping[str, list[str]]:
    """Every key, followed by those of the entries that its entry needs, as BibTeX requires."""
    known = {each.lower(): entry for each, entry in entries.items()}
    return {
        key: [str(each.key) for each in _reached([entry], PARENTS, known)]
        if any(entry.fields.get(name) for name in PARENTS)
        else [key]
        for key, entry in entries.items()
    }


def data_of(entry: Entry, known: Mapping[str, Entry]) -> Iterator[Entry]:
    """The `@xdata` from which an entry has fields, by keys in lower case; the first comes first."""
    return islice(_reached([entry], ["xdata"], known), 1, None)


def _reached(
    entries: list[Entry], fields: Iterable[str], known: Mapping[str, Entry]
) -> Iterator[Entry]:
    """These entries, those that they name in some fields, and so on, each once."""
    seen = set[int]()
    for _ in range(_DEEPEST + 1):
        entries = [entry for entry in entries if id(entry) not in seen]
        seen |= set(map(id, entries))
        yield from {id(entry): entry for entry in entries}.values()
        named = [key for entry in entries for name in fields for key in keys_in(entry, name)]
        entries = [known[key] for key in named if key in known]


def keys_in(entry: Entry, field: str) -> list[str]:
    """The keys in a field, in lower case; `crossref` has a single one."""
    written = str(entry.fields.get(field, "")).lower()
    parts = [written] if field == "crossref" else written.split(",")
    return [part.strip() for part in parts if part.strip()]


def _with_data(entry: Entry, known: Mapping[str, Entry]) -> Entry:
    """The entry with all fields of its `xdata`, of which the first that has a field gives it."""
    if not entry.fields.get("xdata"):
        return entry
    fields, persons = dict(entry.fields.items()), dict(entry.persons.items())
    stated = {name.lower() for name, value in fields.items() if value}
    for data in data_of(entry, known):
        for name, value in data.fields.items():
            if name.lower() not in stated:
                stated.add(name.lower())
                fields[name] = value
        persons = {**data.persons, **persons}
    return _copy(entry, fields, persons)


def _with_members(entry: Entry, sources: Mapping[str, Entry]) -> Entry:
    """A set with its members; one that has none is like any other source."""
    if entry.type != SET:
        return entry
    found = [sources[key] for key in keys_in(entry, "entryset") if key in sources]
    members = [member for member in found if member.type != SET]
    return EntrySet(str(entry.key), members) if members else entry


def _with_inherited(entry: Entry, known: Mapping[str, Entry]) -> Entry:
    wholes = list(_wholes(entry, known))
    if not wholes:
        return entry
    whole = wholes.pop()
    for part in (*reversed(wholes), entry):
        whole = _filled(part, whole)
    return whole


def _wholes(entry: Entry, known: Mapping[str, Entry]) -> Iterator[Entry]:
    return islice(_wholes_of(entry, known), _DEEPEST)


def _wholes_of(entry: Entry, known: Mapping[str, Entry]) -> Iterator[Entry]:
    """The whole of an entry, the whole of that, and so on, up to one that was given before."""
    seen = {id(entry)}
    while (entry := known.get(str(entry.fields.get("crossref", "")).strip().lower())) is not None:
        if id(entry) in seen:
            return
        seen.add(id(entry))
        yield entry


def _filled(part: Entry, whole: Entry) -> Entry:
    """The part with the fields of the whole that it does not state itself."""
    fields = dict(part.fields.items())
    stated = {name.lower() for name, value in fields.items() if value}
    for name, value in _inheritance(whole):
        group = next((each for each in (_DATES, _JOURNALS) if name in each), {name})
        if stated.isdisjoint(group):
            fields[name] = value
    persons = {**whole.persons, **part.persons}
    if whole.type in _OF_BOOKS and part.type in _BY_OTHERS and "author" in whole.persons:
        persons.setdefault("bookauthor", whole.persons["author"])
    return _copy(part, fields, persons)


def _copy(
    entry: Entry, fields: Mapping[str, str], persons: Mapping[str, Iterable[object]]
) -> Entry:
    copy = Entry(entry.type, fields, persons)
    copy.key = entry.key
    return copy


def _inheritance(whole: Entry) -> Iterator[tuple[str, str]]:
    """The fields that parts inherit from a whole, under the names that they have in the parts."""
    named = _BY_WHOLE.get(whole.type, _WHOLES)
    stated = {name.lower(): value for name, value in whole.fields.items() if value}
    for name, value in stated.items():
        if name in named:
            # In classic BibTeX the whole states its own `booktitle`.
            if named[name] not in stated:
                yield named[name], value
        elif name not in _OWN:
            yield name, value
