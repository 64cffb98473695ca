"""Deeds and searches for tests, as the record has them once every rule has passed."""

from collections.abc import Iterable

from pybtex.database import Entry
from undersigned.bibliography.library import Library
from undersigned.dates import StatedDate
from undersigned.deeds.model import Bearing, Deed, Record, Recorded, Search

# Sources for signatories whose website is https://acme.com, as that of tests is.
LIBRARY = Library(
    sources={
        "own": Entry("online", {"title": "Ours", "url": "https://acme.com/a"}),
        "paper": Entry("online", {"title": "Theirs", "url": "https://news.example/a"}),
        "court": Entry("online", {"title": "Law", "url": "https://www.ca9.uscourts.gov/a"}),
    }
)


def deed(known_as: str = "acme-1-2025-01-02", **given: object) -> Deed:
    """One of Acme's on its own page, unless told otherwise."""
    values: dict[str, object] = {
        "who": ("acme",),
        "version": "1.0",
        "principle": 1,
        "date": StatedDate(2025, 1, 2),
        "seen": None,
        "deed": "It published a report",
        "sources": ("own",),
        "bearing": Bearing.IN_LINE,
    }
    return Deed(known_as, **values | given)  # type: ignore[arg-type]


def search(known_as: str = "acme-2-looked-2025-02-03", **given: object) -> Search:
    """One that found nothing of Acme, and of which it was told, unless told otherwise."""
    values: dict[str, object] = {
        "who": ("acme",),
        "version": "1.0",
        "principle": 2,
        "looked": StatedDate(2025, 2, 3),
        "where": ("its newsroom", "Court filings, 2024"),
        "notified": StatedDate(2025, 3, 1),
    }
    return Search(known_as, **values | given)  # type: ignore[arg-type]


def record(*entries: Recorded) -> Record:
    """A record of these, in the order in which they are given."""
    return Record(entries)


def ids(entries: Iterable[Recorded]) -> list[str]:
    """What entries are called."""
    return [entry.id for entry in entries]
