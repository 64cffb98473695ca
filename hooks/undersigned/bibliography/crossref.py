"""What a source takes from the whole that it is a part of, which its `crossref` names."""

from collections.abc import Iterator, Mapping
from itertools import islice

from pybtex.database import Entry

# A chapter is part of a volume, that of a work in several, and that perhaps of a series.
_DEEPEST = 3

# What the parts of a whole call its title (BibLaTeX, appendix B).
_WHOLES = {"title": "booktitle", "subtitle": "booksubtitle", "titleaddon": "booktitleaddon"}
_BY_WHOLE = {
    "periodical": {"title": "journaltitle", "subtitle": "journalsubtitle"},
    "mvbook": {"title": "maintitle", "subtitle": "mainsubtitle"},
    "mvcollection": {"title": "maintitle", "subtitle": "mainsubtitle"},
    "mvproceedings": {"title": "maintitle", "subtitle": "mainsubtitle"},
}

# What is said of the whole alone: what it is, where it is found, and remarks about it.
_OWN = {
    "crossref", "xref", "related", "type", "shorttitle", "pages", "pagetotal", "note", "addendum",
    "abstract", "doi", "eprint", "url", "urldate", "archiveurl", "archivedate",
}  # fmt: skip
_DATES = {"date", "year", "month", "day"}
_JOURNALS = {"journal", "journaltitle"}


def whole_entries(entries: Mapping[str, Entry]) -> Mapping[str, Entry]:
    """Every entry by its key, with what it inherits."""
    known = {key.lower(): entry for key, entry in entries.items()}
    return {key: _with_inherited(entry, known) for key, entry in entries.items()}


def with_wholes(key: str, entries: Mapping[str, Entry]) -> list[str]:
    """A key, and behind it, where BibTeX wants them, those of what the entry inherits from."""
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
    """The whole, the whole of that, and so on, each once."""
    met = {id(entry)}
    while (entry := known.get(str(entry.fields.get("crossref", "")).strip().lower())) is not None:
        if id(entry) in met:
            return
        met.add(id(entry))
        yield entry


def _filled(part: Entry, whole: Entry) -> Entry:
    """The part with what it does not say itself."""
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
    """The fields that a whole hands on, under the names that they have in its parts."""
    named = _BY_WHOLE.get(whole.type, _WHOLES)
    stated = {name.lower(): value for name, value in whole.fields.items() if value}
    for name, value in stated.items():
        if name in named:
            # Classic BibTeX wants the whole to say its own `booktitle`.
            if named[name] not in stated:
                yield named[name], value
        elif name not in _OWN:
            yield name, value
