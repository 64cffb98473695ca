"""Rows of a long register, read by the form in which templates write them.

A row of that form is closed in itself: a browser, having read it, is where it was before it (HTML
standard, 13.2.6.4.7: it opens in a list, closes what it opens in order, and leaves no formatting
element). So of rows that follow each other one is parsed, and stands for the others: what a browser
makes of the one where it stands, it makes of each. What the others say is read from what they are
written as.
"""

import re
from collections.abc import Sequence
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
_WORDS = rf"[^<&{CONTROLS}]*+(?:&(?:amp|lt|gt|#34|#39);[^<&{CONTROLS}]*+)*+"
_IN_URL = rf'[^"&<>\\\s{CONTROLS}]*+'
_WEB = rf"https://(?!/)(?=[^\s&\\\"]){_IN_URL}(?:&amp;{_IN_URL})*+"
_OF_SITE = r"[.a-z0-9][-a-z0-9/._]*+(?:#[-a-z0-9]*+)?+"
_ADDRESS = f"(?:{_WEB}|{_OF_SITE})"
_REL = '(?: rel="nofollow noopener")?+'
_PART = rf"{CLASS}__(?!name|grade)[a-z-]++"
_TIME = rf'<time datetime="[-0-9]++">{_TEXT}</time>'
_BDI = rf'<bdi(?: class="{_PART}")?+>{_TEXT}</bdi>'
_LINK = rf'<a (?:class="{_PART}" )?+href="{_ADDRESS}"{_REL}>{_TEXT}(?:{_BDI}{_TEXT})?+</a>'
_SPAN = rf'<span (?:aria-hidden="true"|class="{_PART}")>{_TEXT}(?:{_TIME}{_TEXT})?+</span>'
_DATA = rf'<data class="{_PART}" value="[0-9.]++">{_TEXT}</data>'
_PHRASE = rf"{_TEXT}(?:(?:{_LINK}|{_SPAN}|{_TIME}|{_BDI}|{_DATA}){_TEXT})*+"
_FLOW = rf'{_PHRASE}(?:<div class="{_PART}">{_PHRASE}</div>{_PHRASE})*+'
_ROW = re.compile(
    rf'(<li class="{CLASS}"(?: id="([-a-z0-9]++)")?>'
    rf'{_GAP}<div><bdi class="{NAME}">(?:<a href="({_ADDRESS})"{_REL}>)?({_WORDS})(?(3)</a>)'
    rf"</bdi>{_FLOW}</div>(?:{_GAP}<div>{_PHRASE}</div>)*+{_GAP}"
    rf'<div class="{GRADE}">({_FLOW})</div>{_GAP}'
    rf'(?:<blockquote class="{_PART}" dir="auto">{_TEXT}</blockquote>{_GAP})?+</li>)'
)
_LINKS = re.compile(rf'<a (?:class="{_PART}" )?+href="([^"]++)"')


class Row(NamedTuple):
    """A row as it is written: its id, where its name leads, its name, and its grade's markup."""

    anchor: str | None
    link: str | None
    name: str
    grade: str

    def known(self, anchored: bool) -> str:
        """By what an entry is known: by its id where entries have one, else by its name."""
        if anchored or self.anchor:
            return (self.anchor or "") if anchored else ""
        return " ".join(unescape(self.name).split())

    @property
    def links(self) -> list[str]:
        """The addresses to which the grade leads."""
        return list(map(unescape, _LINKS.findall(self.grade)))


class Folded(NamedTuple):
    """A page on which only the first of rows that follow each other is left, and all its rows.

    `left` is the number of rows that are left; of a page of which nothing is left out it is 0.
    `ids` are those of rows that are not.
    """

    html: str
    rows: Sequence[Row] = ()
    left: int = 0
    ids: Sequence[str] = ()

    def is_read_as(self, page: Element) -> bool:
        """Whether a browser has an entry of each row that is left, and no others.

        It has none of a row in a comment or in a script, and others of rows in another form.
        """
        marks = [each.attributes.get(_MARK) for each in page.select(f".{CLASS}")]
        return marks == [str(number) for number in range(self.left)]


def folded(html: str) -> Folded:
    """A page with the first of rows that follow each other, marked, in place of them all."""
    gap, *pieces = _ROW.split(html)
    kept, rows, ids = list[str](), list[Row](), list[str]()
    for written, *said, behind in zip(*(pieces[at::_PIECES] for at in range(_PIECES)), strict=True):
        rows.append(row := Row(*said))
        if not kept or gap.strip(_SPACE):
            kept += (gap, written.replace(">", f' {_MARK}="{len(kept) // 2}">', 1))
        elif row.anchor:
            ids.append(row.anchor)
        gap = behind
    if _MARK in html or len(set(ids)) < len(ids):  # which the page as it is will show
        return Folded(html)
    return Folded("".join([*kept, gap]), rows, len(kept) // 2, ids)


# Of a page that is split by rows: what is behind a row, too.
_PIECES = _ROW.groups + 1
