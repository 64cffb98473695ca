"""Inheritance of fields: what a source takes from the whole that its `crossref` names."""

from collections.abc import Iterator, Mapping
from itertools import islice

from pybtex.database import Entry

# A chapter is part of a volume, which is part of a work in several, which may be in a series.
_DEEPEST = 3

# The fields of a part that inherit the titles of its whole (BibLaTeX, appendix B).
_WHOLES = {"title": "booktitle", "subtitle": "booksubtitle", "titleaddon": "booktitleaddon"}
_BY_WHOLE = {
    "periodical": {"title": "journaltitle", "subtitle": "journalsubtitle"},
    "mvbook": {"title": "maintitle", "subtitle": "mainsubtitle"},
    "mvcollection": {"title": "maintitle", "subtitle": "mainsubtitle"},
    "mvproceedings": {"title": "maintitle", "subtitle": "mainsubtitle"},
}

# Fields that concern the whole alone, and are not inherited.
_OWN = {
    "crossref", "xref", "related", "type", "shorttitle", "pages", "pagetotal", "note", "addendum",
    "abstract", "doi", "eprint", "url", "urldate", "archiveurl", "archivedate",
}  # fmt: skip
_DATES = {"date", "year", "month", "day"}
_JOURNALS = {"journal", "journaltitle"}


def whole_entries(entries: Mapping[str, Entry]) -> Mapping[str, Entry]:
    """Every entry by its key, with the fields that it inherits."""
    known = {key.lower(): entry for key, entry in entries.items()}
    return {key: _with_inherited(entry, known) for key, entry in entries.items()}


def with_wholes(key: str, entries: Mapping[str, Entry]) -> list[str]:
    """A key, followed by those of the entries that its entry inherits from, as BibTeX requires."""
    if not entries[key].fields.get("crossref"):
        return [key]
    known = {each.lower(): entry for each, entry in entries.items()}
    return [key, *(str(whole.key) for whole in _wholes(entries[key], known))]


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
    filled = Entry(part.type, fields, {**whole.persons, **part.persons})
    filled.key = part.key
    return filled


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
