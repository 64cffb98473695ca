"""Words of a figure's file: plain, as Markdown, and what is wrong with their links."""

import re
from collections.abc import Iterator
from decimal import Decimal

from ..bibliography.style.reference import escaped
from ..dates import StatedDate
from .model import Row, When

# A link as Markdown writes it, with no more than that in its words and address.
_LINK = re.compile(r"\[([^\[\]\n]+)\]\(([^\s()<>\"'`\\]+)\)")
_OTHER_SCHEME = re.compile(r"(?!https://)[a-zA-Z][a-zA-Z0-9+.-]*:|/|\\")


def plain(words: str) -> str:
    """The words without their links, as drawings and tables have them."""
    return _LINK.sub(r"\1", words)


def markdown(words: str) -> str:
    """The words as Markdown, in which links alone are more than text."""
    pieces, end = list[str](), 0
    for link in _LINK.finditer(words):
        pieces += [escaped(words[end : link.start()]), f"[{escaped(link[1])}]({link[2]})"]
        end = link.end()
    return "".join([*pieces, escaped(words[end:])])


def links_in(words: str) -> Iterator[str]:
    """The addresses to which words lead."""
    return (link[2] for link in _LINK.finditer(words))


def faulty_link(words: str) -> str:
    """What is wrong with a link in words: it leads to https, or to a page of the site."""
    for address in links_in(words):
        if _OTHER_SCHEME.match(address):
            remedy = "lead to https, or to a page by its path from the page that shows the figure"
            return f"a link leads to '{address[:60]}'; {remedy}"
    return ""


def shown_number(number: Decimal) -> str:
    """A number as people read it, with commas between thousands and no idle noughts."""
    return f"{number.normalize():,f}"


def shown_value(row: Row) -> str:
    """The value of a row with what it leaves open: ``at least 45 of 70``."""
    bound = f"{row.bound} " if row.bound else ""
    whole = f" of {shown_number(row.whole)}" if row.whole is not None else ""
    return f"{bound}{shown_number(row.value)}{whole}"


def shown_when(when: When, locale: str) -> str:
    """A date as people read it: ``29 or 30 August 2025``, ``3–4 April 2025``."""
    # Imported late: whoever checks a figure shows no date.
    from ..language.catalogue import catalogue_of
    from ..locale import shown_date

    first, last = when.first, when.until or when.other
    if last is None:
        return shown_date(first, locale)
    ends = shown_date(last, locale)
    begins = str(first.day) if _share_a_month(first, last, ends) else shown_date(first, locale)
    if when.other:
        return catalogue_of(locale).gettext("%(first)s or %(last)s", first=begins, last=ends)
    return f"{begins}–{ends}" if begins.isdigit() else f"{begins} – {ends}"


def _share_a_month(first: StatedDate, last: StatedDate, shown: str) -> bool:
    """Whether two days need their month but once, in a language that begins with the day."""
    same = (first.year, first.month) == (last.year, last.month)
    return bool(same and first.day and last.day and shown.startswith(f"{last.day} "))
