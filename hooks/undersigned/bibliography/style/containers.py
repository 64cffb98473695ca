"""The book or journal that a source is in, with its editors, its volume and its series."""

import re
from collections.abc import Iterator, Mapping

from pybtex.database import Entry
from pybtex.richtext import Tag, Text

from .entry_types import entry_style_of
from .fields import containers_of, text_of, titled, words_of
from .numbers import (
    in_volume,
    numbered,
    shown_issue_number,
    shown_part,
    shown_series,
    shown_volume,
    shown_volumes,
)
from .people import persons_of, shown_editors, shown_names

REPORTS = ("report", "techreport")


def containers(entry: Entry, author: str) -> Iterator[Text | str]:
    """What the source is in: book, work in volumes and journal, each with its volume; the series.

    A part of a book follows 'In' and the names of those who wrote or edited the book.
    """
    titles, in_book = containers_of(entry), entry_style_of(entry.type).in_book
    editors = shown_names(persons_of(entry, "editor"))
    apart = bool(editors) and not author.startswith(editors)
    books, journal, volumes = (
        [clause for clause in clauses(entry, titles) if str(clause)]
        for clauses in (_books, _journal, _volumes)
    )
    after = not books and "journal" in titles
    found = [*journal, *volumes] if after else [*books, *volumes, *journal]
    if in_book and titles:
        yield Text(_before_book(entry, editors if apart else "", author), found[0])
        yield from found[1:]
    else:
        yield from found
        if apart and not edits_and_translates(entry, author):
            yield f"edited by {editors}"
    if "journal" not in titles:
        yield _series(entry)


def edits_and_translates(entry: Entry, author: str) -> bool:
    """Whether those who edited a source by itself have translated it too."""
    editors = shown_names(persons_of(entry, "editor"))
    translators = shown_names(persons_of(entry, "translator"))
    alone = not (entry_style_of(entry.type).in_book and containers_of(entry))
    return alone and bool(editors) and editors == translators and not author.startswith(editors)


def _before_book(entry: Entry, editors: str, author: str) -> str:
    """'In', and the book's authors and editors where they are not the source's own authors."""
    writers = shown_names(persons_of(entry, "bookauthor"))
    edited = shown_editors(persons_of(entry, "editor")) if editors else ""
    names = [name for name in (writers if writers != author else "", edited) if name]
    return f"In {', '.join(names)}, " if names else "In "


def _books(entry: Entry, titles: Mapping[str, Text]) -> Iterator[Text]:
    for kind, addon in (("book", "booktitleaddon"), ("work", "maintitleaddon")):
        if kind in titles:
            yield Text(Tag("em", titles[kind]))
        yield text_of(entry, addon)


def _journal(entry: Entry, titles: Mapping[str, Text]) -> Iterator[Text]:
    """The journal with series, volume and number, and the title of its issue."""
    if "journal" in titles:
        volume, number = words_of(entry, "volume"), words_of(entry, "number", "issue")
        series = shown_series(words_of(entry, "series"))
        yield Text(Tag("em", titles["journal"]), in_volume(volume, number, series))
    yield text_of(entry, "journaltitleaddon")
    if issue := titled(entry, ("issuetitle",), "issuesubtitle"):
        yield Text(Tag("em", issue))
    yield text_of(entry, "issuetitleaddon")


def _volumes(entry: Entry, titles: Mapping[str, Text]) -> Iterator[str]:
    in_journal, of_series = "journal" in titles, _is_volume_of_series(entry, titles)
    volume = "" if in_journal or of_series else words_of(entry, "volume")
    number, volumes = words_of(entry, "number"), words_of(entry, "volumes")
    if volume.isdecimal() and volumes.isdecimal():
        yield f"vol. {volume} of {volumes}"
        volumes = ""
    else:
        yield shown_volume(volume)
    if not in_journal and entry.type == "periodical":
        yield numbered(number)
    yield shown_part(words_of(entry, "part"))
    yield shown_volumes(volumes)
    issue = words_of(entry, "issue")
    if issue and issue != number and (number or not in_journal):
        yield shown_issue_number(issue)


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


def _series(entry: Entry) -> Text:
    """The series of a book or a report with the number or the volume in it: 'Cmd 8932'."""
    series = text_of(entry, "series")
    if not str(series) or entry.type == "periodical":
        return series
    if _is_volume_of_series(entry, containers_of(entry)):
        return Text(series, f", {shown_volume(words_of(entry, 'volume'))}")
    number = words_of(entry, "number") if is_number_in_series(entry) else ""
    if entry.type in REPORTS and re.fullmatch(r"[^\W\d_]{1,5}\.?", str(series)):
        return Text(series, f" {number}" if number else "")
    return Text(series, f", {numbered(number)}" if number else "")
