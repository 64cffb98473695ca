"""The fields of a source that CSL has variables for, and those that it has no place for."""

import re
from collections.abc import Mapping
from functools import cache

from ..latex.reading import in_full
from ..latex.verbatim import VERBATIM, verbatim
from ..values.fields import PLACES, shown_places
from ..values.languages import code_of, languages_in

# The variables of CSL that take the first of some fields as plain text.
VARIABLES: Mapping[str, tuple[str, ...]] = {
    "version": ("version",),
    "chapter-number": ("chapter",),
    "edition": ("edition",),
    # The specification says `part-number`, the schema of the data allows `part` alone.
    "part": ("part",),
    "number-of-volumes": ("volumes",),
    "number-of-pages": ("pagetotal", "numpages"),
    "publisher-place": ("address", "location"),
    # The ACM gives the place of an event as `location`, beside the `address` of the publisher.
    "event-place": ("venue", "location"),
    "original-title": ("origtitle",),
    "original-publisher": ("origpublisher",),
    "original-publisher-place": ("origlocation",),
    "title-short": ("shorttitle",),
    "container-title-short": ("shortjournal",),
    "call-number": ("library", "callnumber", "call-number", "lccn"),
    "ISBN": ("isbn",),
    "ISSN": ("issn",),
    "PMCID": ("pmcid",),
    "keyword": ("keywords",),
    "abstract": ("abstract",),
    "annote": ("annotation", "annote"),
}

# Fields that make sense in a file of BibTeX alone, by the reason; any other field that no variable
# takes is in the note.
NO_PLACE: Mapping[str, str] = {
    "the item has the fields that it inherits": "crossref xref xdata entryset",
    "it sets how LaTeX sorts or typesets the entry": (
        "options execute gender langidopts pagination bookpagination presort sortkey sortname"
        " sorttitle sortyear sortshorthand indextitle indexsorttitle"
    ),
    "it is a file, a group or a mark of whoever keeps the list": (
        "file files local-url owner timestamp __markedentry groups mendeley-groups mendeley-tags"
        " username date-added date-modified creationdate modificationdate readstatus read priority"
        " ranking rating"
    ),
    "it is where a program keeps the entry": "bibsource biburl interhash intrahash",
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

    def among(self, *names: str) -> list[str]:
        """Those of these names of which a field is left."""
        return [name for name in names if name in self._left]

    def raw(self, name: str) -> str:
        """The field as it is written, while it is left."""
        return self._left.get(name, "")

    def take(self, *names: str) -> str:
        """The first of these fields that has words, as plain text; it is used by that."""
        for name in names:
            if name in self._left and (found := self._words(name)):
                del self._left[name]
                return found
        return ""

    def variables(self) -> dict[str, str]:
        """What the variables take that take the words of a field as they are."""
        left = self._left.keys()
        return {
            variable: self.take(*names)
            for variable, names in VARIABLES.items()
            if not left.isdisjoint(names)
        }

    def take_all(self, *names: str) -> list[str]:
        """The words of all of these fields, each once, as plain text."""
        return list(dict.fromkeys(filter(None, map(self.take, names))))

    def use(self, *names: str) -> None:
        """Count these fields as used: they were read elsewhere."""
        for name in names:
            self._left.pop(name, None)

    def rest(self) -> dict[str, str]:
        """The words of the fields that are left, without those that CSL has no place for."""
        kept = {name: self._words(name) for name in self._left if not why_no_place(name)}
        return {name: words for name, words in kept.items() if words}

    def _words(self, name: str) -> str:
        value = self._left[name]
        if name in PLACES:
            return str(shown_places(value))
        return verbatim(value) if name in VERBATIM else in_full(value)


def language_of(fields: Fields) -> tuple[str, dict[str, str]]:
    """The code of the first language of a source, and all of several as they are written."""
    written = fields.take("language", "langid", "hyphenation")
    if not written:
        return "", {}
    first, *further = map(code_of, languages_in(written) or [written])
    for name in ("langid", "hyphenation"):
        if code_of(fields.raw(name)).partition("-")[0] == first.partition("-")[0]:
            fields.use(name)
    return first, {"language": written} if further else {}
