"""The entry types of BibTeX and BibLaTeX: how each is shown, and the groups they belong to."""

from collections.abc import Mapping, Sequence
from enum import Enum
from typing import NamedTuple

from pybtex.database import Entry

from ...language.catalogue import N_


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


class EntryStyle(NamedTuple):
    """How the sources of a type are shown.

    The title of a `whole` is in italics, that of a part is not; a part may be `in_book`. `label` is
    the word for a source whose `type` field is empty.
    """

    group: SourceGroup = SourceGroup.OTHER
    whole: bool = False
    label: str = ""
    in_book: bool = False


MISC = EntryStyle(SourceGroup.STATEMENTS)
_UNKNOWN = EntryStyle()
_BOOK = EntryStyle(SourceGroup.BOOKS, whole=True)
_CHAPTER = EntryStyle(SourceGroup.BOOKS, in_book=True)
_ARTICLE = EntryStyle(SourceGroup.ARTICLES)
_PAPER = EntryStyle(SourceGroup.ARTICLES, in_book=True)
_JOURNAL = EntryStyle(SourceGroup.ARTICLES, whole=True)
_THESIS = N_("PhD thesis")
_LAW = EntryStyle(SourceGroup.LAW)

LEGISLATION = frozenset({"legislation", "legal", "statute", "regulation", "treaty", "bill"})
CASES = frozenset({"jurisdiction", "case", "legalcase"})


def _work(label: str, group: SourceGroup = SourceGroup.OTHER) -> EntryStyle:
    """The style of works that are named by what they are, such as a film."""
    return EntryStyle(group, whole=True, label=label)


# Every type of BibTeX, of BibLaTeX (manual, section 2.1, with aliases and unsupported types), and
# of what DBLP, the ACM and Software Heritage export.
STYLES: Mapping[str, EntryStyle] = {
    **dict.fromkeys(["book", "mvbook", "booklet", "manual", "commentary"], _BOOK),
    **dict.fromkeys(["collection", "mvcollection", "reference", "mvreference"], _BOOK),
    **dict.fromkeys(["inbook", "bookinbook", "suppbook"], _CHAPTER),
    **dict.fromkeys(["incollection", "suppcollection", "inreference"], _CHAPTER),
    **dict.fromkeys(["article", "suppperiodical", "review"], _ARTICLE),
    **dict.fromkeys(["inproceedings", "conference"], _PAPER),
    **dict.fromkeys(["periodical", "proceedings", "mvproceedings"], _JOURNAL),
    **dict.fromkeys(["report", "techreport"], _work(N_("Report"), SourceGroup.REPORTS)),
    "standard": _work(N_("Standard"), SourceGroup.REPORTS),
    "thesis": _work(N_("Thesis"), SourceGroup.REPORTS),
    "phdthesis": _work(_THESIS, SourceGroup.REPORTS),
    "mastersthesis": _work(N_("Master’s thesis"), SourceGroup.REPORTS),
    "bachelorsthesis": _work(N_("Bachelor’s thesis"), SourceGroup.REPORTS),
    **dict.fromkeys(LEGISLATION | CASES, _LAW),
    **dict.fromkeys(["online", "electronic", "www", "webpage", "misc"], MISC),
    **dict.fromkeys(["dataset", "data", "artifactdataset"], _work(N_("Dataset"), SourceGroup.DATA)),
    **dict.fromkeys(
        ["software", "artifactsoftware", "softwareversion", "softwaremodule", "codefragment"],
        _work(N_("Software"), SourceGroup.DATA),
    ),
    "patent": EntryStyle(label=N_("Patent")),
    "unpublished": EntryStyle(label=N_("Unpublished")),
    "letter": EntryStyle(label=N_("Letter")),
    "artwork": _work(N_("Artwork")),
    "audio": _work(N_("Audio recording")),
    "image": _work(N_("Image")),
    "movie": _work(N_("Film")),
    "music": _work(N_("Music")),
    "performance": _work(N_("Performance")),
    "video": _work(N_("Video")),
}

# Entries of BibLaTeX that lend their fields to others, or name others: no sources of their own.
XDATA, SET = "xdata", "set"

# The words for the keys of BibLaTeX’s `type` field.
TYPE_KEYS = {
    "phdthesis": _THESIS,
    "mathesis": N_("Master’s thesis"),
    "mastersthesis": N_("Master’s thesis"),
    "bathesis": N_("Bachelor’s thesis"),
    "candthesis": N_("Candidate’s thesis"),
    "techreport": N_("Technical report"),
    "resreport": N_("Research report"),
    "software": N_("Software"),
    "patent": N_("Patent"),
    "patentde": N_("German patent"),
    "patenteu": N_("European patent"),
    "patentfr": N_("French patent"),
    "patentuk": N_("British patent"),
    "patentus": N_("US patent"),
    "patreq": N_("Patent request"),
    "patreqde": N_("German patent request"),
    "patreqeu": N_("European patent request"),
    "patreqfr": N_("French patent request"),
    "patrequk": N_("British patent request"),
    "patrequs": N_("US patent request"),
}
PATENT_COUNTRIES = {
    "countryde": N_("Germany"),
    "countryep": N_("European Union"),
    "countryeu": N_("European Union"),
    "countryfr": N_("France"),
    "countryuk": N_("United Kingdom"),
    "countryus": N_("United States"),
}


def entry_style_of(type_: str) -> EntryStyle:
    """The style of an entry type; an unknown one is shown as `@misc`, and listed as other."""
    return STYLES.get(type_, _UNKNOWN)


def group_of(entry: Entry) -> SourceGroup:
    """The group of a source by its type."""
    return entry_style_of(entry.type).group


class EntrySet(Entry):  # type: ignore[misc]
    """Sources that are cited together; by itself it is like the first of them.

    It is sorted and grouped as the first, which has its place in lists of data too (BibLaTeX,
    section 3.14.5).
    """

    def __init__(self, key: str, members: Sequence[Entry]) -> None:
        first = members[0]
        super().__init__(first.type, first.fields, first.persons)
        self.key = key
        self.members = tuple(members)


def members_of(entry: Entry) -> tuple[Entry, ...]:
    """The sources of a set; of any other source itself alone."""
    return entry.members if isinstance(entry, EntrySet) else (entry,)
