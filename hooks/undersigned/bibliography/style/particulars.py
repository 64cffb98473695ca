"""Particulars that sources of every type may have: event, original, edition, pages, identifiers."""

import re
from collections.abc import Iterator

from pybtex.database import Entry
from pybtex.richtext import BaseText, HRef, Tag, Text

from ...language.catalogue import N_, Catalogue
from ...language.marked import marked
from ..values.dates import is_undated, shown_day, shown_issue
from ..values.entry_types import CASES, LEGISLATION, SourceGroup, entry_style_of
from ..values.fields import containers_of, text_of, titled, words_of
from ..values.said_in import catalogue_for, filled
from .numbers import (
    shown_article,
    shown_chapter,
    shown_edition,
    shown_page_total,
    shown_pages,
    shown_version,
)

# Numbers under which a source is found elsewhere: the field, the name shown, and the address.
_IDENTIFIERS = (
    ("pmid", "pmid:", "https://pubmed.ncbi.nlm.nih.gov/"),
    ("pmcid", "PMC", "https://pmc.ncbi.nlm.nih.gov/articles/PMC"),
    ("ecli", "ECLI:", ""),
    ("urn", "urn:", ""),
    ("isrn", "ISRN ", ""),
    ("isan", "ISAN ", ""),
    ("ismn", "ISMN ", ""),
    ("iswc", "ISWC ", ""),
)


def editions(entry: Entry) -> Iterator[str]:
    """The edition and the version."""
    catalogue = catalogue_for(entry)
    yield shown_edition(words_of(entry, "edition"), catalogue)
    yield shown_version(words_of(entry, "version"), catalogue)


_OF_EVENTS = ("eventtitle", "eventtitleaddon", "venue", "eventdate", "address")


def event(entry: Entry, container: str) -> Text | str:
    """The event with its place and date in brackets, unless the container names it: 'X (Rome)'."""
    if not any(map(entry.fields.get, _OF_EVENTS)):
        return ""
    name = text_of(entry, "eventtitle")
    if str(name).casefold() in container.casefold():
        name = Text()
    at = [text_of(entry, "venue"), _event_date(entry)]
    # The ACM gives the place of the event as `location`, beside the `address` of the publisher.
    if not str(at[0]) and words_of(entry, "address"):
        place = text_of(entry, "location")
        at[0] = Text() if place == text_of(entry, "address") else place
    online = str(at[0]).casefold() == _ONLINE
    if online:
        at[0] = Text(catalogue_for(entry).gettext("online"))
    place_and_date = Text(", ").join([part for part in at if str(part)])
    addon = text_of(entry, "eventtitleaddon")
    named = Text(", ").join([part for part in (name, addon) if str(part)])
    if not str(place_and_date):
        return named
    if not str(named):
        return filled(_held(entry, bool(str(at[0])), online), where=place_and_date)
    return Text(named, " (", place_and_date, ")")


def _held(entry: Entry, has_place: bool, online: bool) -> str:
    """The words around the place and the date of an event; none around its date as the only one."""
    _, where = catalogue_for(entry).gettext, marked("where")
    recorded = entry.type in _RECORDED
    if has_place and not online:
        return _("recorded in %(where)s", **where) if recorded else _("held in %(where)s", **where)
    if not has_place and is_undated(entry.fields):
        return where["where"]
    return _("recorded %(where)s", **where) if recorded else _("held %(where)s", **where)


def _event_date(entry: Entry) -> str:
    """The date of the event, unless it is that of the issue."""
    written = str(entry.fields.get("eventdate", ""))
    dated, catalogue = {"date": written}, catalogue_for(entry)
    if is_undated(dated) or shown_issue(dated) == shown_issue(entry.fields):
        return ""
    return shown_issue(dated, catalogue)


_RECORDED = ("audio", "music", "video", "movie")
_ONLINE = "online"  # in place of the place of an event

# How many pages a book has, which may begin with Roman numerals: 'viii+308'.
_TOTAL = re.compile(r"(?:[ivxlcdm]+ ?[+,] ?)?[0-9]+", re.I)
_BEFORE_PUBLICATION = {
    **dict.fromkeys(CASES, N_("decided %(date)s")),
    **dict.fromkeys(LEGISLATION, N_("dated %(date)s")),
    "patent": N_("filed %(date)s"),
}


def original(entry: Entry) -> Iterator[Text | str]:
    """Where the source was first published, and under which title it was printed again.

    A judgment is decided, a law has its date, and a patent is filed, before they are published.
    """
    title = titled(entry, ("origtitle",), "")
    fields, catalogue = entry.fields, catalogue_for(entry)
    day = shown_day(fields.get("origdate", "") or fields.get("origyear", ""), catalogue)
    publisher, place = words_of(entry, "origpublisher"), words_of(entry, "origlocation")
    if day and not title and (done := _BEFORE_PUBLICATION.get(entry.type)):
        yield catalogue.gettext(done, date=day)
        day = ""
    details = ", ".join(filter(None, (publisher, place, day)))
    if title:
        said = catalogue.gettext("first published as %(title)s", **marked("title"))
        yield Text(filled(said, title=Tag("em", title)), f", {details}" if details else "")
    elif details:
        yield _first_published(details, bool(publisher), bool(place), catalogue)
    if again := titled(entry, ("reprinttitle",), ""):
        said = catalogue.gettext("reprinted as %(title)s", **marked("title"))
        yield filled(said, title=Tag("em", again))


def _first_published(details: str, by: bool, at: bool, catalogue: Catalogue) -> str:
    """By whom, where or when a source was first published, as the details begin."""
    _ = catalogue.gettext
    if by:
        return _("first published by %(details)s", details=details)
    if at:
        return _("first published in %(details)s", details=details)
    return _("first published %(details)s", details=details)


def extent(entry: Entry, with_pages: bool = True) -> Iterator[str]:
    """The chapter, the number of the article, the pages, and how many there are in all.

    A single number of pages of a book by itself is how many it has.
    """
    pages, catalogue = words_of(entry, "pages") if with_pages else "", catalogue_for(entry)
    article = words_of(entry, "eid", "articleno", "article-number", "art_number")
    total = is_total(entry, pages)
    yield shown_chapter(words_of(entry, "chapter"), catalogue)
    yield shown_article(article, catalogue)
    yield shown_page_total(pages, catalogue) if total else shown_pages(pages, catalogue)
    yield shown_page_total(words_of(entry, "pagetotal"), catalogue)


def is_total(entry: Entry, pages: str) -> bool:
    """Whether a number in `pages` says how many a book, a report or the like has."""
    style = entry_style_of(entry.type)
    of_pages = style.group in (SourceGroup.BOOKS, SourceGroup.ARTICLES, SourceGroup.REPORTS)
    alone = style.whole and of_pages
    return bool(_TOTAL.fullmatch(pages)) and alone and not containers_of(entry).keys() - {"work"}


def identifiers(entry: Entry) -> Iterator[BaseText]:
    """The numbers of a source in PubMed and the like, with links where a number makes one."""
    for field, name, address in _IDENTIFIERS:
        number = words_of(entry, field)
        bare = number[len(name) :] if number.lower().startswith(name.strip().lower()) else number
        if bare := bare.strip():
            is_linked = address and bare.isascii() and bare.isdecimal()
            yield HRef(f"{address}{bare}", f"{name}{bare}") if is_linked else Text(f"{name}{bare}")
