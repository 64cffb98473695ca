"""The book or journal that a source is in, with its editors, its volume and its series."""

import re
from collections.abc import Iterator, Mapping

from pybtex.database import Entry
from pybtex.richtext import Tag, Text

from ...language.marked import marked
from ..values.entry_types import entry_style_of
from ..values.fields import text_of, titled, words_of
from ..values.people import persons_of, shown_names
from ..values.said_in import catalogue_for, filled
from .numbers import (
    in_volume,
    numbered,
    shown_issue_number,
    shown_part,
    shown_series,
    shown_volume,
    shown_volumes,
)
from .roles import contributions, credited

REPORTS = ("report", "techreport")
# The fields of names that stand before the title of a book that a source is in.
_OF_BOOKS = ("bookauthor", "editor")


def containers(entry: Entry, titles: Mapping[str, Text], author: str) -> Iterator[Text | str]:
    """What the source is in: book, work in volumes and journal, each with its volume; the series.

    A part of a book follows 'In' and the names of those who wrote or edited the book. Before the
    series stands who else contributed to the source.
    """
    in_book = entry_style_of(entry.type).in_book or (
        "book" in titles and bool(persons_of(entry, "bookauthor"))
    )
    books, journal, volumes = (
        [clause for clause in clauses(entry, titles) if str(clause)]
        for clauses in (_books, _journal, _volumes)
    )
    after = not books and "journal" in titles
    found = [*journal, *volumes] if after else [*books, *volumes, *journal]
    named = [each for each in _OF_BOOKS if (in_book and titles) or _is_author(entry, each, author)]
    if in_book and titles:
        yield _in_book(entry, found[0], author)
        yield from found[1:]
    else:
        yield from found
    yield from contributions(entry, tuple(named))
    if "journal" not in titles:
        yield _series(entry, titles)


def _in_book(entry: Entry, book: Text | str, author: str) -> Text:
    """'In', the book's authors and editors where they are not the source's own, and the book."""
    catalogue = catalogue_for(entry)
    fields = [field for field in _OF_BOOKS if not _is_author(entry, field, author)]
    names = [names for field in fields if (names := credited(entry, field))]
    if not names:
        return filled(catalogue.gettext("In %(book)s", **marked("book")), book=book)
    whose = catalogue.pgettext("between names", ", ").join(names)
    said = catalogue.gettext("In %(names)s, %(book)s", names=whose, **marked("book"))
    return filled(said, book=book)


def _is_author(entry: Entry, field: str, author: str) -> bool:
    """Whether the names in a field are those that the reference begins with."""
    names = shown_names(persons_of(entry, field), catalogue_for(entry))
    return author.startswith(names) if field == "editor" else author == names


def _books(entry: Entry, titles: Mapping[str, Text]) -> Iterator[Text]:
    for kind, addon in (("book", "booktitleaddon"), ("work", "maintitleaddon")):
        if kind in titles:
            yield Text(Tag("em", titles[kind]))
        yield text_of(entry, addon)


def _journal(entry: Entry, titles: Mapping[str, Text]) -> Iterator[Text]:
    """The journal with series, volume and number, and the title of its issue."""
    if "journal" in titles:
        volume, number = words_of(entry, "volume"), words_of(entry, "number", "issue")
        catalogue = catalogue_for(entry)
        series = shown_series(words_of(entry, "series"), catalogue)
        yield Text(Tag("em", titles["journal"]), in_volume(volume, number, series, catalogue))
    yield text_of(entry, "journaltitleaddon")
    if issue := titled(entry, ("issuetitle",), "issuesubtitle"):
        yield Text(Tag("em", issue))
    yield text_of(entry, "issuetitleaddon")


def _volumes(entry: Entry, titles: Mapping[str, Text]) -> Iterator[str]:
    in_journal, of_series = "journal" in titles, _is_volume_of_series(entry, titles)
    volume = "" if in_journal or of_series else words_of(entry, "volume")
    number, volumes = words_of(entry, "number"), words_of(entry, "volumes")
    catalogue = catalogue_for(entry)
    if volume.isdecimal() and volumes.isdecimal():
        yield catalogue.gettext("vol. %(volume)s of %(count)s", volume=volume, count=volumes)
        volumes = ""
    else:
        yield shown_volume(volume, catalogue)
    if not in_journal and entry.type == "periodical":
        yield numbered(number, catalogue)
    yield shown_part(words_of(entry, "part"), catalogue)
    yield shown_volumes(volumes, catalogue)
    issue = words_of(entry, "issue")
    if issue and issue != number and (number or not in_journal):
        yield shown_issue_number(issue, catalogue)


def _is_volume_of_series(entry: Entry, titles: Mapping[str, Text]) -> bool:
    """Whether the volume of a book is that in its series, as in BibTeX: it is in no other work."""
    if "journal" in titles or "work" in titles or entry.type == "periodical":
        return False
    in_series = words_of(entry, "series") and not words_of(entry, "number", "volumes", "part")
    return bool(in_series) and words_of(entry, "volume")[:1].isdigit()


def is_number_in_series(entry: Entry) -> bool:
    """Whether the number is that of a book or a report in its series.

    That of a report which says of what type it is is its own.
    """
    own = entry.type in REPORTS and words_of(entry, "type")
    return bool(words_of(entry, "series")) and not own


def _series(entry: Entry, titles: Mapping[str, Text]) -> Text:
    """The series of a book or a report with the number or the volume in it: 'Cmd 8932'."""
    series, catalogue = text_of(entry, "series"), catalogue_for(entry)
    if not str(series) or entry.type == "periodical":
        return series
    if entry.type in REPORTS and str(series) == words_of(entry, "type"):
        return Text()
    if _is_volume_of_series(entry, titles):
        return Text(series, f", {shown_volume(words_of(entry, 'volume'), catalogue)}")
    number = words_of(entry, "number") if is_number_in_series(entry) else ""
    if entry.type in REPORTS and re.fullmatch(r"[^\W\d_]{1,5}\.?", str(series)):
        return Text(series, f" {number}" if number else "")
    return Text(series, f", {numbered(number, catalogue)}" if number else "")
