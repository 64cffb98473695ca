"""The fields that sources have: those that references show, and those that they do not, and why.

They are those of BibTeX, of BibLaTeX (manual, section 2.2), and of what Zotero, Better BibTeX,
JabRef, BibDesk, Mendeley, Citavi, CiteULike, BibSonomy, DBLP, the ACM, the ACL Anthology, ADS,
INSPIRE, MathSciNet, zbMATH, PubMed, HAL, Scopus and the Web of Science export.
"""

import re
from collections.abc import Mapping
from functools import cache

from .people import ROLES

# Fields that the reference of some type shows, besides those of names.
_SHOWN: Mapping[str, str] = {
    "who made it": "editortype editoratype editorbtype editorctype",
    "what it is": (
        "title subtitle titleaddon type edition version language note addendum pubstate"
        " reprinttitle origtitle origdate origyear origpublisher origlocation origlanguage"
    ),
    "what it is in": (
        "journal journaltitle journalsubtitle journaltitleaddon issuetitle issuesubtitle"
        " issuetitleaddon booktitle booksubtitle booktitleaddon maintitle mainsubtitle"
        " maintitleaddon series volume volumes part number issue chapter pages pagetotal eid"
        " articleno art_number article-number docket reporter"
    ),
    "who published it, where and when": (
        "publisher institution organization school howpublished court jurisdiction address"
        " location assignee nationality eventtitle eventtitleaddon eventdate venue date year month"
        " day"
    ),
    "where it is found": (
        "url urldate doi eprint eprinttype archiveprefix archiveurl archivedate pmid pmcid urn"
        " ecli isrn isan ismn iswc"
    ),
}
SHOWN = frozenset(ROLES) | {name for names in _SHOWN.values() for name in names.split()}

# Fields that no reference shows, by the reason.
NOT_SHOWN: Mapping[str, str] = {
    "it relates the entry to others": (
        "crossref xref xdata entryset related relatedtype relatedoptions relatedstring ids"
    ),
    "it is for labels, short forms and sorting, which this style makes itself": (
        "key label shorthand shorthandintro shorttitle shortauthor shorteditor shortjournal"
        " shortseries sortkey sortname sorttitle sortyear sortshorthand presort indextitle"
        " indexsorttitle citation-key citationkey citekey bibkey"
    ),
    "it sets how LaTeX typesets the entry": (
        "options execute gender langid langidopts hyphenation pagination bookpagination"
        " entrysubtype bstctl"
    ),
    "it sorts sources by subject": (
        "keywords keyword author_keywords author-keywords keywords-plus groups mendeley-groups"
        " mendeley-tags tags category categories subject classification primaryclass eprintclass"
        " mrclass msc msc2010 msc2020 zblclass hal_domain research-areas"
        " web-of-science-categories web-of-science-index document_type"
    ),
    "it is what the source says, not which source it is": (
        "abstract abstractnote tldr summary toc contents highlights references cited-references"
    ),
    "it is a remark or a mark of the reader's own": (
        "annote annotation comment comments review notes internal-note research-notes priority"
        " rating ranking relevance quality qualityassured read readstatus printed"
        " privnote __markedentry owner username"
    ),
    "it says when the entry was made, not the source": (
        "timestamp creationdate modificationdate date-added date-modified dateadded datemodified"
        " date_added date_modified added-at posted-at created modified createdate da"
        " early-access-date issue_date"
    ),
    "it is a file of the reader's own": (
        "file files localfile local-url localurl pdf ps library fulltext attachment attachments"
        " folder filename"
    ),
    "it is where a database keeps the entry": (
        "adsurl adsnote biburl bibsource bibcode slaccitation inspire mrnumber mrreviewer zbl"
        " zblnumber zbmath jfm refid unique-id an accession accessionnumber acmid wos"
        " citeulike-article-id interhash intrahash hal_id hal_version hal_local_reference source"
        " database db dbprovider remote-database-name remote-database-provider datasource acm_id"
        " journal-id researcherid researcherid-numbers ut anthology-id"
    ),
    "it is the number of a book or journal, which the reference names": (
        "isbn isbn-10 isbn-13 issn eissn e-issn issn-l lccn oclc coden call-number callnumber asin"
        " printisbn onlineisbn isbn13 isbn10 bookisbn"
    ),
    "it is another form of the journal's name": (
        "fjournal jabbrev journal-iso abbrev_source_title journalabbr journal_abbrev"
    ),
    "it is about the authors or the reception, not the source": (
        "affiliation affiliations author-email author_email author_orcid authorid orcid"
        " correspondence_address1 funding funding-acknowledgement funding-text funding_text"
        " sponsors times-cited number-of-cited-references usage-count-last-180-days"
        " usage-count-since-2013 doc-delivery-number oa publication_stage citations cited"
        " number_of_citations openaccess"
    ),
    "it says who may copy the source": "copyright rights license licence accessrights",
    "the pages tell it": "numpages page_count startpage endpage lastpage firstpage",
}

# Names that programs number, or make from other names.
_OWN_REMARK = "it is a remark or a mark of the reader's own"
_MANY = (
    (re.compile(r"bdsk-(?:url|file)-[0-9]+"), "it is an address or a file that BibDesk keeps"),
    (re.compile(r"citeulike-.*|bib2html_.*"), "it is where a database keeps the entry"),
    (re.compile(r"comment-.*|jabref-.*|mendeley-.*"), _OWN_REMARK),
)

# Fields by the names that some write instead of theirs.
_MEANT: Mapping[str, str] = {
    "url": "link href web website uri webpage urllink permalink ee",
    "urldate": (
        "accessed accessdate lastaccessed lastchecked lastvisited urlaccessdate retrieved visited"
        " urlyear dateaccessed"
    ),
    "address": "city place country",
    "journal": "journalname magazine newspaper publication",
    "organization": "company",
    "school": "university",
    "number": "reportnumber report-number",
    "eventtitle": "conference",
    "eprint": "arxiv arxivid arxiv-id",
    "edition": "ed",
}
MEANT = {name: meant for meant, names in _MEANT.items() for name in names.split()}


def why_not_shown(name: str) -> str:
    """Why references do not show a known field; empty for one that they show or do not know."""
    if name in SHOWN:
        return ""
    if name[:3] in ("opt", "alt") and name[3:] in SHOWN:
        return "Emacs marks it as not to be used"
    return _reasons().get(name) or next((why for form, why in _MANY if form.fullmatch(name)), "")


def known_fields() -> list[str]:
    """The names of all fields that are known, in alphabetical order."""
    return sorted(SHOWN | _reasons().keys())


@cache
def _reasons() -> Mapping[str, str]:
    return {name: why for why, names in NOT_SHOWN.items() for name in names.split()}
