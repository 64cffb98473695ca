"""Whether a page mentions the statement: its title, its address or that of this site."""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from urllib.parse import urljoin

from ..markup.hypertext import read_hypertext
from ..urls import page_of
from .settings import Settings

# Signs that are typed in one way and set in another.
_ALIKE = str.maketrans("’‘ʼ“”„‐‑–—", "'''\"\"\"----", "\u00ad\u200b")

# A word; of one longer than any, a piece: normalising takes time with the square of the marks that
# follow each other, and pages are of strangers.
_WORD = re.compile(r"\S{1,500}")

# Links longer than this lead to no statement; telling whose they are takes time in the same way.
_LONGEST_LINK = 1000


@dataclass(frozen=True, slots=True)
class Mentions:
    """What a page may mention: a title, folded, and pages as `page_of` tells them."""

    title: str
    pages: tuple[str, ...]

    def __bool__(self) -> bool:
        return bool(self.title or self.pages)

    def stands_at(self, address: str) -> bool:
        """Whether an address is the statement's own."""
        return page_of(address) in self.pages

    def stands_in(self, html: str, address: str) -> bool:
        """Whether a page, found at an address, holds the title or leads to the statement."""
        page = read_hypertext(html)
        words = folded(page.words)
        return (
            bool(self.title and self.title in words)
            or any(_holds(words, each) for each in self.pages)
            or self._linked(page.links, address)
        )

    def _linked(self, links: Iterable[str], address: str) -> bool:
        for link in dict.fromkeys(each.strip() for each in links):
            try:
                if len(link) <= _LONGEST_LINK and self.stands_at(urljoin(address, link)):
                    return True
            except ValueError:
                continue
        return False


def mentioned(settings: Settings) -> Mentions:
    """What evidence is expected to mention of a statement."""
    addresses = (settings.about("address"), settings.site_url)
    pages = tuple(page for page in map(page_of, addresses) if page)
    return Mentions(folded(settings.about("title")), pages)


def folded(text: str) -> str:
    """The text without what typesetting does to it: case, spaces, curls of quotes."""
    plain = _WORD.sub(lambda word: unicodedata.normalize("NFKC", word[0]), text)
    return " ".join(plain.translate(_ALIKE).casefold().split())


def _holds(words: str, page: str) -> bool:
    """Whether an address stands in a text, and is not the beginning or the end of another."""
    written = rf"(?<![\w.-])(www\.)?{re.escape(folded(page))}(?![\w-]|/[\w-])"
    return re.search(written, words) is not None
