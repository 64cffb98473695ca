"""The fields of a source that CSL has variables for, and those that it has no place for."""

import re
from collections.abc import Mapping
from functools import cache

from ..style.fields import shown_words
from ..style.latex import plain

# The variables of CSL that take the first of some fields as plain text.
VARIABLES: Mapping[str, tuple[str, ...]] = {
    "version": ("version",),
    "chapter-number": ("chapter",),
    "edition": ("edition",),
    # The specification says `part-number`, the schema of the data allows `part` alone.
    "part": ("part",),
    "number-of-volumes": ("volumes",),
    "number-of-pages": ("pagetotal",),
    "publisher-place": ("address", "location"),
    "event-title": ("eventtitle",),
    # The ACM gives the place of an event as `location`, beside the `address` of the publisher.
    "event-place": ("venue", "location"),
    "original-title": ("origtitle",),
    "original-publisher": ("origpublisher",),
    "original-publisher-place": ("origlocation",),
    "title-short": ("shorttitle",),
    "container-title-short": ("shortjournal",),
    "call-number": ("library",),
    "ISBN": ("isbn",),
    "ISSN": ("issn",),
    "PMID": ("pmid",),
    "PMCID": ("pmcid",),
    "keyword": ("keywords",),
    "abstract": ("abstract",),
    "annote": ("annotation", "annote"),
}

# Fields that no variable of CSL takes, by the reason; any other field without one is in the note.
NO_PLACE: Mapping[str, str] = {
    "the item has the fields that it inherits": "crossref xref xdata entryset",
    "CSL does not relate items to each other": (
        "related relatedtype relatedoptions relatedstring ids"
    ),
    "CSL makes labels, short forms and the order itself": (
        "key label shorthand shorthandintro shortauthor shorteditor shortseries sortkey sortname"
        " sorttitle sortyear sortshorthand presort indextitle indexsorttitle"
    ),
    "it sets how LaTeX typesets the entry": (
        "options execute gender langid langidopts hyphenation pagination bookpagination"
        " entrysubtype nameaddon"
    ),
    "it is a file, a group or a mark of whoever keeps the list": (
        "file files local-url owner timestamp __markedentry groups mendeley-groups mendeley-tags"
        " username date-added date-modified creationdate modificationdate readstatus priority"
        " ranking rating"
    ),
    "it is where a database or a program keeps the entry": (
        "bibsource biburl acmid adsurl adsnote bibcode mrnumber mrclass mrreviewer zblnumber"
        " interhash intrahash citeulike-article-id"
    ),
    "it says who may copy the source, which the schema has no variable for": (
        "copyright rights license"
    ),
}
_KEPT_BY_BIBDESK = re.compile(r"bdsk-(?:url|file)-[0-9]+")


def why_no_place(name: str) -> str:
    """Why CSL has no place for a field; empty for one that an item has."""
    if _KEPT_BY_BIBDESK.fullmatch(name):
        return "it is an address or a file that BibDesk keeps"
    return _reasons().get(name, "")


@cache
def _reasons() -> Mapping[str, str]:
    return {name: why for why, names in NO_PLACE.items() for name in names.split()}


class Fields:
    """The fields of a source that have not been used yet, by their names in lower case."""

    def __init__(self, fields: Mapping[str, str]) -> None:
        self._left = {name.lower(): str(value) for name, value in fields.items() if value}

    def __contains__(self, name: str) -> bool:
        """Whether a field of this name is left."""
        return name in self._left

    def raw(self, name: str) -> str:
        """The field as it is written, while it is left."""
        return self._left.get(name, "")

    def take(self, *names: str) -> str:
        """The first of these fields that has words, as plain text; it is used by that."""
        for name in names:
            if name in self._left and (found := shown_words(name, self._left[name])):
                del self._left[name]
                return found
        return ""

    def take_all(self, *names: str) -> list[str]:
        """The words of all of these fields, each once, as plain text."""
        return list(dict.fromkeys(filter(None, map(self.take, names))))

    def use(self, *names: str) -> None:
        """Count these fields as used: they were read elsewhere."""
        for name in names:
            self._left.pop(name, None)

    def rest(self) -> dict[str, str]:
        """The words of the fields that are left, without those that CSL has no place for."""
        kept = {name: plain(self._left[name]) for name in self._left if not why_no_place(name)}
        return {name: words for name, words in kept.items() if words}
