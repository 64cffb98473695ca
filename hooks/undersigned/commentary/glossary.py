"""The glossary as it is drawn: what each of its terms means, and which of them a page leads to."""

import posixpath
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple
from urllib.parse import unquote

from ..markup.description import first_paragraph
from ..markup.hypertext import read_hypertext
from ..markup.tags import unescaped

# A heading with an id, and all up to the next one.
_SECTION = re.compile(
    r"<h[1-6](?: [^<>]*?)? id=\"([^\"]+)\"[^<>]*>(.*?)</h[1-6]>(.*?)(?=<h[1-6][ >]|\Z)", re.DOTALL
)
_OWN_LINK = re.compile(r"<a class=\"headerlink\".*?</a>", re.DOTALL)
_LINK = re.compile(r"<a(?: class=\"[^\"]*\")? href=\"([^\"#]*)#([^\"]+)\"")


class Term(NamedTuple):
    """A word that the glossary explains: the id of its heading, the word, and what it means."""

    anchor: str
    word: str
    meaning: str


@dataclass(frozen=True, slots=True)
class Glossary:
    """The terms by their ids, and the address of the page, from the root of the site."""

    address: str = ""
    terms: Mapping[str, Term] = field(default_factory=dict)

    def linked_from(self, html: str, address: str) -> list[Term]:
        """The terms to which a page with this address leads, in the order of its words."""
        if not self.terms or address == self.address:
            return []
        found = (
            self.terms.get(unquote(unescaped(anchor)))
            for target, anchor in _LINK.findall(html)
            if _resolved(address, unescaped(target)) == self.address
        )
        return list(dict.fromkeys(term for term in found if term))


def glossary(html: str, address: str) -> Glossary:
    """The terms of a page as drawn: each heading with a paragraph of its own beneath it.

    What a term means is that paragraph, as plain words without its notes.
    """
    return Glossary(address, {term.anchor: term for term in _terms(html)})


def _terms(html: str) -> Iterator[Term]:
    for anchor, heading, beneath in _SECTION.findall(html):
        if meaning := first_paragraph(beneath):
            words = read_hypertext(_OWN_LINK.sub("", heading)).words
            yield Term(unescaped(anchor), " ".join(words.split()), meaning)


def _resolved(address: str, target: str) -> str:
    """Where a link leads from a page, both from the root of the site."""
    # An address that ends in a slash is that of a folder's own page.
    path = posixpath.normpath(posixpath.join(posixpath.dirname(address), target))
    return f"{path}/" if target.endswith("/") else path
