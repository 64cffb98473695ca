"""The titles of a source and of what it is in, under the variables of CSL."""

from pybtex.database import Entry

from ..style.fields import title_of
from .fields import Fields

# What a source may be in: the names of the title, of its subtitle and of what is added to it.
_JOURNAL = (("journal", "journaltitle", "reporter"), "journalsubtitle", "journaltitleaddon")
_BOOK = (("booktitle",), "booksubtitle", "booktitleaddon")
_WORK = (("maintitle",), "mainsubtitle", "maintitleaddon")
_ISSUE = (("issuetitle",), "issuesubtitle", "issuetitleaddon")
# In CSL a book in a container is one that an anthology prints again.
_WHOLES = ("book", "periodical", "report", "thesis")


def titles(entry: Entry, type_: str, fields: Fields) -> dict[str, str]:
    """The title of a source, and those of its container and of the collection this is in.

    A work in several volumes is the collection of its volumes, so that the source keeps its own
    title; a series follows it. `volume-title` is that of a special issue.
    """
    own = fields.take("title", "subtitle")
    fields.use("subtitle" if own else "")
    addon = fields.take("titleaddon")
    title = str(title_of(entry))
    wholes = [found for names in (_JOURNAL, _BOOK, _WORK) if (found := _titled(fields, *names))]
    if not own:
        wholes = wholes[1:]
    container = wholes.pop(0) if wholes and type_ not in _WHOLES else ""
    return {
        "title": _followed(title, ". ", addon),
        "container-title": container,
        "collection-title": "; ".join(filter(None, (*wholes, fields.take("series")))),
        "volume-title": _titled(fields, *_ISSUE),
        "event-title": _followed(fields.take("eventtitle"), ". ", fields.take("eventtitleaddon")),
    }


def _titled(fields: Fields, names: tuple[str, ...], subtitle: str, addon: str) -> str:
    """The first of these titles with its subtitle and what is added to it."""
    title = fields.take(*names)
    with_subtitle = _followed(title, ": ", fields.take(subtitle))
    return _followed(with_subtitle, ". ", fields.take(addon))


def _followed(title: str, by: str, further: str) -> str:
    """Two parts of a title, with a space alone where the first ends in a mark of its own."""
    if not title or not further:
        return title or further
    return f"{title}{' ' if title.endswith(('?', '!', by.strip())) else by}{further}"
