"""The titles of a source and of what it is in, under the variables of CSL."""

import re
from collections.abc import Mapping

from pybtex.database import Entry

from ..style.law_reports import part_of
from ..style.numbers import shown_report_series, shown_series
from ..values.entry_types import CASES, LEGISLATION
from ..values.fields import containers_of, title_of, words_of
from .fields import Fields

_JOURNALS = ("journal", "journaltitle")
# What a source may be in: the names of the title, of its subtitle and of what is added to it.
_CONTAINERS: Mapping[str, tuple[tuple[str, ...], str, str]] = {
    "book": (("booktitle",), "booksubtitle", "booktitleaddon"),
    "work": (("maintitle",), "mainsubtitle", "maintitleaddon"),
    "journal": (_JOURNALS, "journalsubtitle", "journaltitleaddon"),
}
_LAW = CASES | LEGISLATION
_REPORTS = (*_JOURNALS, "reporter")
_ORDINARY_WORD = re.compile(r"[a-z]+\b")
# In CSL a book in a container is one that an anthology prints again.
_WHOLES = ("book", "periodical", "report", "thesis")


def titles(entry: Entry, type_: str, fields: Fields) -> dict[str, str]:
    """The title of a source, and those of its container and of the collection this is in.

    A work in several volumes is the collection of its volumes, so that the source keeps its own
    title; a series follows it. `volume-title` is that of a special issue.
    """
    fields.use("title", "subtitle")
    addon, wholes = fields.take("titleaddon"), _wholes(entry, fields)
    if type_ in _WHOLES or not (wholes or (wholes := fields.take_all("reporter"))):
        container = ""
    else:
        container = wholes.pop(0)
    series = _series(entry, fields)
    if container and entry.type in _LAW:
        container, series = f"{container} {series}".strip(), ""
    return {
        "title": _with_addon(str(title_of(entry)), addon),
        "container-title": container,
        "collection-title": "; ".join(filter(None, [*wholes, series])),
        "volume-title": _with_addon(
            _followed(fields.take("issuetitle"), ": ", fields.take("issuesubtitle")),
            fields.take("issuetitleaddon"),
        ),
        "event-title": _with_addon(fields.take("eventtitle"), fields.take("eventtitleaddon")),
    }


def _wholes(entry: Entry, fields: Fields) -> list[str]:
    """The titles of what the source is in, the nearest first, each with what is added to it."""
    found = containers_of(entry)
    for names, subtitle, _ in _CONTAINERS.values():
        if fields.take(*names):
            fields.use(subtitle)
    return [
        _with_addon(str(title), fields.take(_CONTAINERS[kind][2])) for kind, title in found.items()
    ]


def _series(entry: Entry, fields: Fields) -> str:
    """The series of a book, a journal or law reports, as references name it.

    The letter of a part of a gazette is in its volume.
    """
    series = fields.take("series")
    if entry.type in _LAW and words_of(entry, *_REPORTS):
        return "" if part_of(entry) else shown_report_series(series)
    return shown_series(series) if words_of(entry, *_JOURNALS) else series


def _with_addon(title: str, addon: str) -> str:
    """A title and what is added to it, with a capital unless it has some of its own."""
    if _ORDINARY_WORD.match(addon):
        addon = addon[0].upper() + addon[1:]
    return _followed(title, ". ", addon)


def _followed(title: str, by: str, further: str) -> str:
    """Two parts of a title, with a space alone where the first ends in a mark of its own."""
    if not title or not further:
        return title or further
    return f"{title}{' ' if title.endswith(('?', '!', by.strip())) else by}{further}"
