"""Rules about what a source gives.

Little is required: a reference that lacks a part is shown without it. What is missing is a warning
where nothing else leads to the source, and otherwise a note.
"""

from collections.abc import Iterator, Mapping
from datetime import date

from ...problem import Problem, quoted
from ..values.entry_types import CASES, XDATA
from ..values.links import addresses_of, archived_copy
from .reference import Reference

_WHO = ("author", "editor", "organization", "institution", "publisher")
_WHEN = ("year", "date", "pubstate", "eventdate")
_WHERE = ("url", "doi", "eprint", "howpublished")
_CONTAINERS = ("journal", "journaltitle", "booktitle", "maintitle")
_BODY = ("school", "institution", "organization", "publisher")
_THESIS = (("author",), _BODY, _WHEN)
_REPORT = (("institution", "author", *_BODY, "editor"), _WHEN)
_BOOK = (("booktitle", "maintitle"), _WHEN)

# What readers look for by type: one of each row. All other types need a title alone. After the
# BibLaTeX manual, section 2.1.1, except where it requires what readers can do without.
NEEDED: Mapping[str, tuple[tuple[str, ...], ...]] = {
    "article": (("journal", "journaltitle"), _WHEN),
    "book": (_WHO, _WHEN),
    "incollection": _BOOK,
    "inproceedings": _BOOK,
    "report": _REPORT,
    "techreport": _REPORT,
    "thesis": _THESIS,
    "phdthesis": _THESIS,
    "mastersthesis": _THESIS,
    "dataset": (_WHO,),
    "jurisdiction": (("court", "number", *_BODY, "docket", "journal", "journaltitle", "reporter"),),
}
_ONLINE = ("online", "electronic", "www")

# What may give any field of a source in its place, and what leads to it.
_ELSEWHERE = ("crossref", "xdata", "entryset")
_IDENTIFIERS = ("url", "doi", "eprint", "isbn", "issn", "howpublished", "pmid", "number", "series")

# Entries that are no sources of their own.
_PARTS = (XDATA, "set")


def titled(reference: Reference, _: date) -> Iterator[Problem]:
    """Every source has a title: nothing else in its reference names it.

    The title of its journal or book is shown in place of its own.
    """
    if reference.states("title", "xdata", "entryset") or reference.type in _PARTS:
        return
    message = f"entry {quoted(reference.key)} has no title"
    if reference.states(*_CONTAINERS, "crossref"):
        yield reference.note(f"{message}, so that of what it is part of is shown; add its own")
    else:
        yield reference.problem(f"{message}; add one")


def complete(reference: Reference, _: date) -> Iterator[Problem]:
    """A source has the fields that readers expect of its type, and a web page an address.

    The entry that `crossref` or `xdata` names may have them instead. A paper in a repository, such
    as arXiv, needs no journal.
    """
    if reference.states(*_ELSEWHERE):
        return
    if reference.type in _ONLINE and not (
        addresses_of(reference.entry) or reference.states(*_WHERE, "note")
    ):
        message = f"@{reference.type} {quoted(reference.key)} has no url, doi or eprint"
        yield reference.problem(f"{message}; add one, or give it the type that it is of")
    for names in NEEDED.get(reference.type, ()):
        is_preprint = names[0] == "journal" and reference.states("eprint")
        if not (reference.states(*names) or is_preprint):
            yield _lacking(reference, names)


def dated_or_seen(reference: Reference, _: date) -> Iterator[Problem]:
    """A web page has a date or the date of access, since it may change."""
    online = reference.states("url") and not reference.states("doi", *_ELSEWHERE)
    is_asked_already = _WHEN in NEEDED.get(reference.type, ())
    if online and not is_asked_already and not reference.states(*_WHEN, "urldate"):
        message = f"entry {quoted(reference.key)} has an address and no date"
        yield reference.note(f"{message}; add year or date, or urldate, the day you saw it")


def archived_whole(reference: Reference, _: date) -> Iterator[Problem]:
    """An archived copy has both an address and a date, which its address may include."""
    address, day = archived_copy(reference.entry)
    if address and not day:
        yield reference.note("archiveurl stands without archivedate; add archivedate", "archiveurl")
    if reference.states("archivedate") and not reference.states("archiveurl"):
        message = "archivedate stands without archiveurl and is not shown; add archiveurl"
        yield reference.note(message, "archivedate")


def _lacking(reference: Reference, names: tuple[str, ...]) -> Problem:
    """That a source has none of some fields; a note where a reader finds it all the same."""
    message = f"@{reference.type} {quoted(reference.key)} has no {_either(names)}"
    if names == _WHEN:
        return reference.note(f"{message}; add one, or 'year = {{n.d.}}' if it has none")
    findable = names == _WHO or reference.type in CASES or reference.states(*_IDENTIFIERS)
    report = reference.note if findable else reference.warning
    return report(f"{message}; add one, or give it the type that it is of")


def _either(names: tuple[str, ...]) -> str:
    """The names that are usual of some fields, of which one is wanted."""
    return " or ".join(dict.fromkeys(names[:2]))
