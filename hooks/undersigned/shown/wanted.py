"""What the pages of a built site have to show."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from ..paths import RECORD_PAGE
from .built import BuiltSite
from .deed_blocks import words_due
from .deed_tables import Row, rows_of
from .frame import Step
from .listings import Listing, leads, listings, records
from .text import LockedText


class Wanted(NamedTuple):
    """What the pages of a site have to show, by the files in which they are served.

    `texts` are the texts that pages must show, and `in_force` is the one that others may. `leads`
    has the address of each page that leads to sheets of the register, with their paths. `deeds` is
    what the record says on a page, in Markdown, and `tables` the rows of its tables.
    """

    frame: tuple[Step, ...]
    texts: Mapping[str, LockedText]
    in_force: LockedText
    listings: Mapping[str, Listing]
    leads: Mapping[str, tuple[str, Sequence[str]]]
    deeds: Mapping[str, str]
    tables: Mapping[str, Sequence[Row]]


def wanted_on(site: BuiltSite, frame: Sequence[Step]) -> Wanted:
    """What its pages have to show within their frame."""
    versions = site.made.site.versions
    texts = {each.number: LockedText(each.number, site.drawn(each.text)) for each in versions}
    in_force = texts[versions[-1].number]
    view = site.made.view
    shown = {view.texts.page_of(number): text for number, text in texts.items()}
    shown |= {view.texts.index: in_force, view.texts.print_page: in_force}
    every = (*listings(view.register, view.texts), *records(view.record))
    listed = {each.path: each for each in every}
    if site.is_written(
        view.texts.print_page
    ):  # in place of the page that lists them, and still with the text
        listed.pop(view.texts.print_page, None)
    return Wanted(
        tuple(frame),
        {site.file_of(path): text for path, text in shown.items()},
        in_force,
        {site.file_of(path): listing for path, listing in listed.items()},
        {site.file_of(path): (site.address_of(path), to) for path, to in _led(site).items()},
        words_due(site),
        {site.file_of(RECORD_PAGE): list(rows_of(view.record, view.words.on_pages, site.file_of))},
    )


def _led(site: BuiltSite) -> Mapping[str, Sequence[str]]:
    """The sheets to which each page leads, all by their paths in docs/."""
    found: dict[str, list[str]] = {}
    for path, sheets in leads(site.made.view.register):
        found.setdefault(path, []).extend(sheets)
    return found
