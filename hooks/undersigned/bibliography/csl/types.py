"""The types of CSL for the entry types of BibTeX and BibLaTeX (CSL 1.0.2, appendix III)."""

import re
from collections.abc import Mapping

from pybtex.database import Entry

from ..values.entry_types import CASES, LEGISLATION
from ..values.fields import words_of
from ..values.links import doi_of, eprint_of

DOCUMENT, PREPRINT, THESIS = "document", "article", "thesis"

_BY_TYPE: Mapping[str, tuple[str, ...]] = {
    "article-journal": ("article", "suppperiodical"),
    "book": (
        "book", "mvbook", "collection", "mvcollection", "proceedings", "mvproceedings",
        "reference", "mvreference", "commentary",
    ),
    "chapter": ("inbook", "incollection", "bookinbook", "suppbook", "suppcollection"),
    "dataset": ("dataset", "data", "artifactdataset"),
    "entry-encyclopedia": ("inreference",),
    "graphic": ("artwork", "image"),
    "legal_case": tuple(CASES),
    "legislation": tuple(LEGISLATION),
    "manuscript": ("unpublished",),
    "motion_picture": ("movie", "video"),
    "pamphlet": ("booklet",),
    "paper-conference": ("inproceedings", "conference"),
    "patent": ("patent",),
    "performance": ("performance",),
    "periodical": ("periodical",),
    "personal_communication": ("letter",),
    # In CSL a manual is a report, as is other technical documentation.
    "report": ("report", "techreport", "manual"),
    "review": ("review",),
    "software": (
        "software", "softwareversion", "softwaremodule", "codefragment", "artifactsoftware",
    ),
    "song": ("audio", "music"),
    "standard": ("standard",),
    THESIS: ("thesis", "phdthesis", "mastersthesis", "bachelorsthesis"),
    "webpage": ("online", "electronic", "www", "webpage"),
}  # fmt: skip
_TYPES = {entry_type: type_ for type_, types in _BY_TYPE.items() for entry_type in types} | {
    "bill": "bill",
    "regulation": "regulation",
    # BibLaTeX: 'legal documents such as treaties'.
    "legal": "treaty",
    "treaty": "treaty",
}
# What an article is in, by BibLaTeX's `entrysubtype`.
PERIODICALS = {"magazine": "article-magazine", "newspaper": "article-newspaper"}
_JOURNALS = ("journal", "journaltitle")
_ON_SERVERS = ("article-journal", "webpage", DOCUMENT)


def preprint_of(entry: Entry) -> tuple[str, str]:
    """The identifier of a paper in its repository and its address, also beside a DOI by arXiv."""
    name, address = eprint_of(entry)
    by_arxiv = re.fullmatch(r"10\.48550/arxiv\.(.+)", doi_of(entry), re.I)
    return (f"arXiv:{by_arxiv[1]}", address) if by_arxiv else (name, address)


def csl_type(entry: Entry) -> str:
    """The type of a source in CSL; 'document' for one of an unknown type.

    What is only in a repository such as arXiv is an article, which in CSL is a preprint; what was
    held at an event and not published is a speech.
    """
    found = _TYPES.get(entry.type, DOCUMENT)
    if found in _ON_SERVERS and preprint_of(entry)[0] and not words_of(entry, *_JOURNALS):
        return PREPRINT
    if found == "manuscript" and words_of(entry, "eventtitle"):
        return "speech"
    if found == "article-journal":
        return PERIODICALS.get(words_of(entry, "entrysubtype").lower(), found)
    return found
