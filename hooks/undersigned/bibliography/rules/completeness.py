"""Rules about what a source gives."""

from collections.abc import Iterator, Mapping
from datetime import date

from ...problem import Problem, quoted
from ..style.entry_types import XDATA
from .reference import Reference

_WHO = ("author", "editor", "organization", "institution", "publisher")
_WHEN = ("year", "date")
_WHERE = ("url", "doi", "eprint")
_THESIS = (("author",), ("school", "institution"), _WHEN)

# Required fields by type: one of each row. All other types need a title alone. After the BibLaTeX
# manual, section 2.1.1, except where it requires what readers can do without.
NEEDED: Mapping[str, tuple[tuple[str, ...], ...]] = {
    "article": (("journal", "journaltitle"), _WHEN),
    "book": (_WHO, _WHEN),
    "incollection": (("booktitle", "crossref"), _WHEN),
    "inproceedings": (("booktitle", "crossref"), _WHEN),
    "report": (("institution", "organization", "publisher"), _WHEN),
    "techreport": (("institution", "organization", "publisher"), _WHEN),
    "thesis": _THESIS,
    "phdthesis": _THESIS,
    "mastersthesis": _THESIS,
    "online": (_WHERE,),
    "electronic": (_WHERE,),
    "www": (_WHERE,),
    "dataset": (_WHO,),
    "jurisdiction": (("court", "institution", "organization"), _WHEN),
}


def titled(reference: Reference, _: date) -> Iterator[Problem]:
    """Every source has a title: nothing else in its reference names it."""
    if not reference.states("title", "xdata", "entryset") and reference.type != XDATA:
        yield reference.problem(f"entry {quoted(reference.key)} has no title; add one")


def complete(reference: Reference, _: date) -> Iterator[Problem]:
    """A source has the fields that readers expect of its type.

    An entry that `crossref` or `xdata` names may have them instead.
    """
    for names in () if reference.states("crossref", "xdata") else NEEDED.get(reference.type, ()):
        if not reference.states(*names):
            wanted = " or ".join([", ".join(names[:-1]), names[-1]] if names[1:] else names)
            message = f"@{reference.type} {quoted(reference.key)} has no {wanted}"
            yield reference.problem(f"{message}; add one, or give it the type that it is of")


def dated_or_seen(reference: Reference, _: date) -> Iterator[Problem]:
    """A web page has a date or the date of access, since it may change."""
    online = reference.states("url") and not reference.states("doi", "crossref", "xdata")
    if online and not reference.states(*_WHEN, "urldate"):
        message = f"entry {quoted(reference.key)} has an address and no date"
        yield reference.problem(f"{message}; add year or date, or urldate, the day you saw it")


def archived_whole(reference: Reference, _: date) -> Iterator[Problem]:
    """An archived copy has both an address and a date."""
    for one, other in (("archiveurl", "archivedate"), ("archivedate", "archiveurl")):
        if reference.states(one) and not reference.states(other):
            yield reference.problem(f"{one} stands without {other}; add {other}", one)
