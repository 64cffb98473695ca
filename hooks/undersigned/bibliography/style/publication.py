"""The publication of a source: the part of a reference that follows the title."""

import re
from collections.abc import Iterator

from pybtex.database import Entry
from pybtex.richtext import Tag, Text

from .dates import shown_day, shown_issue
from .entry_types import CASES, LEGISLATION, PATENT_COUNTRIES, TYPE_KEYS, entry_style_of
from .fields import bodies_of, container_of, text_of, words_of
from .law import enactment, judgment
from .numbers import (
    in_volume,
    numbered,
    shown_article,
    shown_chapter,
    shown_edition,
    shown_pages,
    shown_version,
)
from .people import persons_of, shown_editors, shown_names

_LOWER_CASE_START = re.compile(
    r"(?:no date|no\.|vol\.|pp?\.|edited by|translated by|version|article|in press|forthcoming"
    r"|in preparation|submitted|first published|since|until|about|probably"
    r"|between|spring|summer|autumn|winter) ?"
)
_IN_BOOKS = {
    "inbook", "incollection", "inproceedings", "conference", "inreference", "bookinbook",
    "suppbook", "suppcollection",
}  # fmt: skip
_ORDINARY_WORD = re.compile(r"[a-z]+\b")


def publication(entry: Entry, author: str) -> Text:
    """The publication of a source, its parts separated by commas, without a full stop.

    For a law it continues the sentence of the title; otherwise it is a sentence of its own.
    """
    if entry.type in CASES:
        return judgment(entry, author)
    parts = [part for part in _clauses(entry, author) if str(part).strip()]
    sentence = Text(", ").join(parts)
    starts = entry.type not in LEGISLATION and _LOWER_CASE_START.match(str(sentence))
    return sentence.capfirst() if starts else sentence


def _clauses(entry: Entry, author: str) -> Iterator[Text | str]:
    if entry.type in LEGISLATION:
        yield from enactment(entry, author)
        return
    yield begun(text_of(entry, "titleaddon"))
    yield from _container(entry, author)
    if translators := shown_names(persons_of(entry, "translator")):
        yield f"translated by {translators}"
    yield from _label_and_number(entry)
    yield shown_edition(words_of(entry, "edition"))
    yield shown_version(words_of(entry, "version"))
    yield from bodies_of(entry, author)
    yield _place(entry)
    yield shown_issue(entry.fields)
    if first := shown_day(entry.fields.get("origdate", "")):
        yield f"first published {first}"
    yield shown_chapter(words_of(entry, "chapter"))
    yield shown_pages(words_of(entry, "pages")) or shown_article(words_of(entry, "eid"))


def _container(entry: Entry, author: str) -> Iterator[Text | str]:
    """The book or journal that the source is in, its volume and, for a book, its series."""
    container, volume = container_of(entry), words_of(entry, "volume")
    editors = shown_names(persons_of(entry, "editor"))
    apart = bool(editors) and not author.startswith(editors)
    if container and entry.type in _IN_BOOKS:
        yield Text(_before_book(entry, editors if apart else "", author), Tag("em", container))
    elif container and words_of(entry, "maintitle") == str(container):
        yield Text(Tag("em", container))
    elif container:
        yield Text(Tag("em", container), in_volume(volume, words_of(entry, "number", "issue")))
        return
    elif apart:
        yield f"edited by {editors}"
    if volume:
        yield f"vol. {volume}" if volume[:1].isdigit() else volume
    if series := text_of(entry, "series"):
        number = words_of(entry, "number") if entry.type not in ("report", "techreport") else ""
        yield Text(series, f", {numbered(number)}" if number else "")


def _before_book(entry: Entry, editors: str, author: str) -> str:
    """'In', and the book's authors and editors where they are not the source's own authors."""
    writers = shown_names(persons_of(entry, "bookauthor"))
    edited = shown_editors(persons_of(entry, "editor")) if editors else ""
    names = [name for name in (writers if writers != author else "", edited) if name]
    return f"In {', '.join(names)}, " if names else "In "


def _label_and_number(entry: Entry) -> Iterator[Text | str]:
    written = words_of(entry, "type")
    label = TYPE_KEYS.get(written.lower(), written) or entry_style_of(entry.type).label
    number = words_of(entry, "number")
    in_series = words_of(entry, "series") and entry.type not in ("report", "techreport")
    if in_series or (container_of(entry) and entry.type not in _IN_BOOKS):
        number = ""
    if label and number[:1].isdigit():
        yield f"{label} {numbered(number)}"
        return
    yield label
    yield numbered(number)


def _place(entry: Entry) -> Text:
    """The place of publication; for a patent the country, which BibLaTeX may name by a key."""
    place = text_of(entry, "address", "location")
    country = PATENT_COUNTRIES.get(str(place).lower())
    return Text(country) if country else place


def begun(sentence: Text) -> Text:
    """The sentence with a capital, unless its first word has capitals of its own, like 'iOS'."""
    return sentence.capfirst() if _ORDINARY_WORD.match(str(sentence)) else sentence
