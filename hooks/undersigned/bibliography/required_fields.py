"""What a reader would miss."""

from collections.abc import Iterator, Mapping
from datetime import date

from ..problem import Problem, quoted
from .library import Reference

_WHO = ("author", "editor", "organization", "institution", "publisher")
_WHEN = ("year", "date")
_WHERE = ("url", "doi", "eprint")
_THESIS = (("author",), ("school", "institution"), _WHEN)

# By type, what must be there: one field of each row. Types that are not here need a title alone.
# After the BibLaTeX manual, section 2.1.1, where that is not stricter than readers are.
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
    """Every source has a title: its reference begins with nothing else that names it."""
    if not reference.states("title"):
        yield reference.problem(f"entry {quoted(reference.key)} has no title; add one")


def complete(reference: Reference, _: date) -> Iterator[Problem]:
    """A source gives what its type makes readers look for.

    What `crossref` names may give it instead.
    """
    for names in () if reference.states("crossref") else NEEDED.get(reference.type, ()):
        if not reference.states(*names):
            wanted = " or ".join([", ".join(names[:-1]), names[-1]] if names[1:] else names)
            told = f"@{reference.type} {quoted(reference.key)} has no {wanted}"
            yield reference.problem(f"{told}; add one, or give it the type that it is of")


def dated_or_seen(reference: Reference, _: date) -> Iterator[Problem]:
    """A page in the web changes: it has a date, or the day on which it was seen."""
    online = reference.states("url") and not reference.states("doi", "crossref")
    if online and not reference.states(*_WHEN, "urldate"):
        told = f"entry {quoted(reference.key)} has an address and no date"
        yield reference.problem(f"{told}; add year or date, or urldate, the day you saw it")


def archived_whole(reference: Reference, _: date) -> Iterator[Problem]:
    """An archived copy has an address and a date; one says little without the other."""
    for one, other in (("archiveurl", "archivedate"), ("archivedate", "archiveurl")):
        if reference.states(one) and not reference.states(other):
            yield reference.problem(f"{one} stands without {other}; add {other}", one)


RULES = (titled, complete, dated_or_seen, archived_whole)
