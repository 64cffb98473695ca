"""Whether a page mentions the statement: its title, its address or that of this site."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from urllib.parse import urljoin

from ..markup.hypertext import read_hypertext
from ..normal_forms import nfkc
from ..urls import page_of
from .settings import Settings

# Typographic characters and those that are typed for them.
_ALIKE = str.maketrans("’‘ʼ“”„‐‑–—", "'''\"\"\"----", "\u00ad\u200b")

# A word, or a part of an overlong one: normalising takes time quadratic in the number of
# successive combining marks, and pages are untrusted.
_WORD = re.compile(r"\S{1,500}")

# Longer links lead to no statement; comparing them, too, takes quadratic time.
_LONGEST_LINK = 1000


@dataclass(frozen=True, slots=True)
class Mentions:
    """What a page may mention: a title as given by `folded`, and pages as given by `page_of`."""

    title: str
    pages: tuple[str, ...]

    def __bool__(self) -> bool:
        return bool(self.title or self.pages)

    def includes(self, address: str) -> bool:
        """Whether an address is one of the statement's own pages."""
        return page_of(address) in self.pages

    def stands_in(self, html: str, address: str) -> bool:
        """Whether a page, loaded from an address, holds the title or links to the statement."""
        page = read_hypertext(html)
        words = folded(page.words)
        return (
            bool(self.title and self.title in words)
            or any(_has_address(words, each) for each in self.pages)
            or self._linked(page.links, address)
        )

    def _linked(self, links: Iterable[str], address: str) -> bool:
        for link in dict.fromkeys(each.strip() for each in links):
            try:
                if len(link) <= _LONGEST_LINK and self.includes(urljoin(address, link)):
                    return True
            except ValueError:
                continue
        return False


def mentioned(settings: Settings) -> Mentions:
    """What a page of evidence must mention one of: the title and the pages of the statement."""
    addresses = (settings.about("address"), settings.site_url)
    pages = tuple(page for page in map(page_of, addresses) if page)
    return Mentions(folded(settings.about("title")), pages)


def folded(text: str) -> str:
    """The text folded for comparison: Unicode form NFKC, case-folded, plain spaces and quotes."""
    plain = _WORD.sub(lambda word: nfkc(word[0]), text)
    return " ".join(plain.translate(_ALIKE).casefold().split())


def _has_address(words: str, page: str) -> bool:
    """Whether a text has an address that is not part of a longer one."""
    written = rf"(?<![\w.-])(www\.)?{re.escape(folded(page))}(?![\w-]|/[\w-])"
    return re.search(written, words) is not None
