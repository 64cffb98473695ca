"""Words of a figure's file: plain, as Markdown, and what is wrong with their links."""

import re
from collections.abc import Iterator
from decimal import Decimal

from ..bibliography.style.reference import escaped
from ..dates import StatedDate
from .model import Bound, Row, When

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


def shown_number(number: Decimal, locale: str = "en_GB") -> str:
    """A number as people read it, with thousands set apart and no idle noughts."""
    # Imported late: whoever checks a figure shows no number.
    from ..language.catalogue import catalogue_of

    return catalogue_of(locale).number(number.normalize())


def shown_value(row: Row, locale: str = "en_GB") -> str:
    """The value of a row with what it leaves open: ``at least 45 of 70``."""
    number = shown_number(row.value, locale)
    if row.whole is not None:
        number = shown_share(row.value, row.whole, locale)
    return _bounded(row.bound, number, locale) if row.bound else number


def shown_share(part: Decimal, whole: Decimal, locale: str = "en_GB") -> str:
    """A part of a number: ``45 of 70``."""
    from ..language.catalogue import catalogue_of

    numbers = {"number": shown_number(part, locale), "whole": shown_number(whole, locale)}
    return catalogue_of(locale).gettext("%(number)s of %(whole)s", **numbers)


def _bounded(bound: Bound, number: str, locale: str) -> str:
    from ..language.catalogue import catalogue_of

    _ = catalogue_of(locale).gettext
    match bound:
        case Bound.AT_LEAST:
            return _("at least %(number)s", number=number)
        case Bound.MORE_THAN:
            return _("more than %(number)s", number=number)
        case Bound.ABOUT:
            return _("about %(number)s", number=number)
    return _("up to %(number)s", number=number)


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
