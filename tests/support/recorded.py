"""Sites with a record of deeds, made of the models, for tests of what pages show of it."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date

from pybtex.database import Entry
from undersigned.bibliography.library import Library
from undersigned.dates import StatedDate, year_or_date
from undersigned.deeds.model import Bearing, Deed, Record, Recorded, Search
from undersigned.model import Signatory
from undersigned.register.settings import RegisterSettings
from undersigned.settings import Configuration, Settings
from undersigned.site import Site
from undersigned.statement.edition import Edition
from undersigned.statement.identity import Statement
from undersigned.statement.version import Version
from undersigned.views.site import SiteView, site_view

from .signatories import register
from .versions import version

BUILT = date(2026, 11, 26)
PRINCIPLES = "1. Do *no* harm\n2. [Say so](https://a.example)\n3. Go on\n"

# So long ago that everybody has had the time to reply.
NOTIFIED = StatedDate(2025, 1, 1)


def dated(text: str) -> StatedDate:
    """A date as entries state it."""
    stated = year_or_date(text)
    assert stated
    return stated


def deed(name: str, who: str = "acme", day: str = "2025-05-06", **given: object) -> Deed:
    """A deed by its id; those who did it with spaces between them, and notified long ago."""
    values = {
        "version": "1.0",
        "principle": 1,
        "date": dated(day),
        "seen": None,
        "deed": "Sued a seller",
        "sources": ("paper",),
        "bearing": Bearing.IN_LINE,
        "notified": NOTIFIED,
        **given,
    }
    return Deed(name, tuple(who.split()), **values)  # type: ignore[arg-type]


def search(name: str, who: str = "acme", day: str = "2025-05-06", **given: object) -> Search:
    """A search by its id, of which its signatory was notified long ago."""
    values = {
        "version": "1.0",
        "principle": 1,
        "looked": dated(day),
        "where": ("its site",),
        "notified": NOTIFIED,
        **given,
    }
    return Search(name, tuple(who.split()), **values)  # type: ignore[arg-type]


def library(**sources: str) -> Library:
    """Sources by their keys, each a page at an address."""
    found = {key: Entry("online", {"url": url, "title": key}) for key, url in sources.items()}
    return Library(sources=found, entries=found)


def text(number: str, words: str = PRINCIPLES) -> Version:
    """A version with these words."""
    return replace(version(number), text=words)


def site(
    signatories: Iterable[Signatory],
    entries: Sequence[Recorded],
    versions: Sequence[Version] = (text("1.0"),),
    sources: Library | None = None,
) -> Site:
    """A site with these entries, whatever a check would say of them."""
    known = sources or library(paper="https://paper.example/a", own="https://acme.com/a")
    return Site(tuple(versions), register(signatories), known, record=Record(tuple(entries)))


def settings(split: int = 500, day: date = BUILT) -> Settings:
    """Those of a site that is built on a day, of which a page lists so many entries."""
    statement = Statement("A statement", "A coalition", "https://coalition.example/x")
    of_register = RegisterSettings(split)
    configuration = Configuration("A site", "https://site.example/")
    return Settings(
        configuration, "https://site.example/", statement, Edition(), of_register, built_on=day
    )


def shown(given: Site, split: int = 500, day: date = BUILT) -> SiteView:
    """What pages show of a site."""
    return site_view(given, settings(split, day))
