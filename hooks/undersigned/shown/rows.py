"""Rows of a long register, read by the form in which templates write them.

A row of that form is closed in itself: a browser, having read it, is where it was before it (HTML
standard, 13.2.6.4.7: it opens in a list, closes what it opens in order, and leaves no formatting
element). So of rows that follow each other one is parsed, and stands for the others: what a browser
makes of the one where it stands, it makes of each. What the others say is read from what they are
written as.
"""

import re
from collections.abc import Collection, Iterator, Sequence
from html import unescape
from typing import NamedTuple

from ..markup.document import Element
from ..markup.written_tags import CONTROLS

CLASS = "undersigned-entry"
NAME = f"{CLASS}__name"
GRADE = f"{CLASS}__grade"

# The attribute of a row that stands for others, and its number among these.
_MARK = "data-stands-for-others"

# The form of a row, from its smallest parts on. No quantifier gives back what it took, but for
# groups that capture: so the search is linear.
_SPACE = " \t\n"
_GAP = f"[{_SPACE}]*+"
_TEXT = rf"[^<{CONTROLS}]*+"
_WORDS = rf"[^<&{CONTROLS}]*+(?>(?:&(?:amp|lt|gt|#34|#39);[^<&{CONTROLS}]*+)*)"
_IN_URL = rf'[^"&<> \\\t\n{CONTROLS}]*+'
_WEB = rf"https://(?!/)(?=[^\s&\\\"]){_IN_URL}(?>(?:&amp;{_IN_URL})*)"
_OF_SITE = r"\.[-a-z0-9/._]*+(?>(?:#[-a-z0-9]*+)?)"  # templates write these from the page on
_ADDRESS = f"(?:{_WEB}|{_OF_SITE})"
_REL = '(?>(?: rel="nofollow noopener")?)'
_PART = rf"{CLASS}__(?!name|grade)[a-z-]++"
_TIME = rf'<time datetime="[-0-9]++">{_TEXT}</time>'
_BDI = rf'<bdi(?>(?: class="{_PART}")?)>{_TEXT}</bdi>'
_LINK = rf'<a (?>(?:class="{_PART}" )?)href="{_ADDRESS}"{_REL}>{_TEXT}(?>(?:{_BDI}{_TEXT})?)</a>'
_SPAN = rf'<span (?:aria-hidden="true"|class="{_PART}")>{_TEXT}(?>(?:{_TIME}{_TEXT})?)</span>'
_DATA = rf'<data class="{_PART}" value="[0-9.]++">{_TEXT}</data>'
_PHRASE = rf"{_TEXT}(?>(?:(?:{_LINK}|{_SPAN}|{_TIME}|{_BDI}|{_DATA}){_TEXT})*)"
_FLOW = rf'{_PHRASE}(?>(?:<div class="{_PART}">{_PHRASE}</div>{_PHRASE})*)'
_ROW = re.compile(
    rf'(<li class="{CLASS}"(?: id="([-a-z0-9]++)")?>'
    rf'{_GAP}<div><bdi class="{NAME}">(?:<a href="({_ADDRESS})"{_REL}>)?({_WORDS})(?(3)</a>)'
    rf"</bdi>{_FLOW}</div>(?>(?:{_GAP}<div>{_PHRASE}</div>)*){_GAP}"
    rf'<div class="{GRADE}">({_FLOW})</div>{_GAP}'
    rf'(?>(?:<blockquote class="{_PART}" dir="auto">{_TEXT}</blockquote>{_GAP})?)</li>)'
)
_LINKS = re.compile(rf'<a (?>(?:class="{_PART}" )?)href="([^"]++)"')


class Folded(NamedTuple):
    """A page on which only the first of rows that follow each other is left, and what all say.

    Of each row there are, as they are written, the id and the address to which the name leads, if
    any, the name, and what is in its grade. `left` is the number of rows that are left; of a page
    of which nothing is left out it is 0. `left_out` are the ids of rows that are not left, and
    `leading` are the rows that lead to pages or files of the site.
    """

    html: str
    left: int = 0
    left_out: Collection[str] = ()
    leading: Sequence[str] = ()
    ids: Sequence[str | None] = ()
    links: Sequence[str | None] = ()
    names: Sequence[str] = ()
    grades: Sequence[str] = ()

    def is_read_as(self, page: Element) -> bool:
        """Whether a browser has an entry of each row that is left, and no others.

        It has none of a row in a comment or in a script, and others of rows in another form. Nor
        may names or grades stand outside of these rows: what those lead to no row says.
        """
        marks = [each.attributes.get(_MARK) for each in page.select(f".{CLASS}")]
        of_rows = (len(page.select(f".{each}")) for each in (NAME, GRADE))
        return marks == [str(number) for number in range(self.left)] and all(
            number == self.left for number in of_rows
        )


def folded(html: str) -> Folded:
    """A page with the first of rows that follow each other, marked, in place of them all."""
    pieces = _ROW.split(html)
    gaps, rows, ids, links, names, grades = (pieces[at::_PIECES] for at in range(_PIECES))
    first = [at for at, gap in enumerate(gaps[:-1]) if not at or gap.strip(_SPACE)]
    kept = (
        gaps[at] + rows[at].replace(">", f' {_MARK}="{number}">', 1)
        for number, at in enumerate(first)
    )
    own = [each for each in ids if each]
    left_out = set(own)
    if _MARK in html or len(left_out) < len(own):  # which the page as it is will show
        return Folded(html)
    left_out -= {ids[at] for at in first}
    short, leading = "".join([*kept, gaps[-1]]), [each for each in rows if 'href=".' in each]
    return Folded(short, len(first), left_out, leading, ids, links, names, grades)


# What a page is split into by each row: what is before it, and the groups of its form.
_PIECES = 1 + _ROW.groups


def links_in(grade: str) -> Iterator[str]:
    """The addresses to which the grade of a row leads, by its markup."""
    return map(unescape, _LINKS.findall(grade))


def words_of(name: str) -> str:
    """A name as readers have it, by its markup."""
    return " ".join((unescape(name) if "&" in name else name).split())
