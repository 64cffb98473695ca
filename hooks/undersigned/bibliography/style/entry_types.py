"""The entry types of BibTeX and BibLaTeX: how each is shown, and the groups they belong to."""

from enum import Enum
from typing import NamedTuple

from pybtex.database import Entry


class EntryStyle(NamedTuple):
    """How the sources of a type are shown.

    The title of a `whole` is in italics, that of a part is not. `label` is the word for a source
    whose `type` field is empty.
    """

    whole: bool = False
    label: str = ""


MISC = EntryStyle()
_BOOK, _PART, _THESIS = EntryStyle(whole=True), EntryStyle(), "PhD thesis"
_REPORT = EntryStyle(whole=True, label="Report")

STYLES = {
    "article": _PART,
    "book": _BOOK,
    "booklet": _BOOK,
    "collection": _BOOK,
    "dataset": EntryStyle(whole=True, label="Dataset"),
    "inbook": _PART,
    "incollection": _PART,
    "inproceedings": _PART,
    "conference": _PART,
    "manual": _BOOK,
    "mastersthesis": EntryStyle(whole=True, label="Master’s thesis"),
    "mvbook": _BOOK,
    "periodical": _BOOK,
    "phdthesis": EntryStyle(whole=True, label=_THESIS),
    "proceedings": _BOOK,
    "reference": _BOOK,
    "report": _REPORT,
    "software": EntryStyle(whole=True, label="Software"),
    "techreport": _REPORT,
    "thesis": EntryStyle(whole=True, label="Thesis"),
    "patent": EntryStyle(label="Patent"),
    "unpublished": EntryStyle(label="Unpublished"),
}

LEGISLATION = frozenset({"legislation", "legal", "statute", "regulation", "treaty", "bill"})
CASES = frozenset({"jurisdiction", "case", "legalcase"})

# The words for the keys of BibLaTeX’s `type` field.
TYPE_KEYS = {
    "phdthesis": _THESIS,
    "mathesis": "Master’s thesis",
    "mastersthesis": "Master’s thesis",
    "bathesis": "Bachelor’s thesis",
    "candthesis": "Candidate’s thesis",
    "techreport": "Technical report",
    "resreport": "Research report",
    "software": "Software",
    "patent": "Patent",
    "patentde": "German patent",
    "patenteu": "European patent",
    "patentfr": "French patent",
    "patentuk": "British patent",
    "patentus": "US patent",
    "patreq": "Patent request",
    "patreqde": "German patent request",
    "patreqeu": "European patent request",
    "patreqfr": "French patent request",
    "patrequk": "British patent request",
    "patrequs": "US patent request",
}
PATENT_COUNTRIES = {
    "countryde": "Germany",
    "countryep": "European Union",
    "countryeu": "European Union",
    "countryfr": "France",
    "countryuk": "United Kingdom",
    "countryus": "United States",
}


def entry_style_of(type_: str) -> EntryStyle:
    """The style of an entry type; `MISC` for an unknown one."""
    return STYLES.get(type_, MISC)


class SourceGroup(Enum):
    """A group of sources, with its key in addresses and its title; in the order of the page."""

    BOOKS = ("books", "Books and chapters")
    ARTICLES = ("articles", "Articles")
    REPORTS = ("reports", "Reports")
    LAW = ("law", "Law and courts")
    STATEMENTS = ("statements", "Statements and web pages")
    DATA = ("data", "Data and software")
    OTHER = ("other", "Other")

    def __init__(self, key: str, title: str) -> None:
        self.key, self.title = key, title


_TYPES = {
    SourceGroup.BOOKS: (
        "book booklet collection inbook incollection manual mvbook mvcollection bookinbook "
        "suppbook reference inreference"
    ),
    SourceGroup.ARTICLES: (
        "article suppperiodical periodical inproceedings conference proceedings mvproceedings"
    ),
    SourceGroup.REPORTS: "report techreport thesis phdthesis mastersthesis",
    SourceGroup.STATEMENTS: "online electronic www misc",
    SourceGroup.DATA: "dataset software",
}
_GROUPS = {
    **{type_: group for group, types in _TYPES.items() for type_ in types.split()},
    **dict.fromkeys(CASES | LEGISLATION, SourceGroup.LAW),
}


def group_of(entry: Entry) -> SourceGroup:
    """The group of a source by its type."""
    return _GROUPS.get(entry.type, SourceGroup.OTHER)
