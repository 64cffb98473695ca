"""One built page, judged by what browsers read of it and by what it has to show."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from ..build.output import MARKER
from ..markup.built_pages import Alike, JudgedTags, read_page, refused
from ..markup.dead_links import links_written
from ..markup.document import Element
from ..problem import Problem, quoted
from .built import BuiltSite, links_from
from .deed_blocks import faults_of_blocks
from .deed_tables import faults_of_tables
from .entries import (
    altered_rows,
    faults_of_entries,
    linked_from,
    misleading_names,
    other_proofs,
    said_by,
    shown_by,
)
from .foremost import CLASS as FOREMOST
from .foremost import faults_of_foremost
from .rows import Folded, folded
from .text import faults_of_text
from .wanted import Wanted


class PageFacts(NamedTuple):
    """What is known of a page, by its file: what is refused there, and what is shown otherwise.

    Of a page of which anything is refused, nobody can say what it shows. `links` are the
    addresses in it that count from it.
    """

    file: str
    refused: Sequence[Alike]
    problems: Sequence[Problem]
    links: frozenset[str]


def judged(
    site: BuiltSite, wanted: Wanted, tags: JudgedTags, file: str, content: bytes
) -> PageFacts:
    """What is known of a page by its file and bytes.

    If nothing is wrong with the page with its rows folded, nothing is wrong with the page; if
    anything is, the page as it is says what.
    """
    html = content.decode(errors="replace")
    page = folded(html)
    links = links_written(page.html) | links_written("".join(page.leading))
    if _is_sound(site, wanted, tags, file, page):
        return PageFacts(file, [], [], links)
    root, faults = read_page(html, tags)
    shown = () if root is None else problems_shown(site, wanted, file, Folded(html), root)
    return PageFacts(file, refused(site.name_of(file), html, faults), [*shown], links)


def judged_by(site: BuiltSite, wanted: Wanted, file: str, content: bytes) -> tuple[object, ...]:
    """All that the judgement of a page follows from: the page, and what is asked of it alone."""
    register = site.made.view.register
    by_file = wanted.texts, wanted.listings, wanted.leads, wanted.deeds, wanted.tables
    # Only a page that names some before all others is held against those.
    named = (register.foremost, register.newest) if FOREMOST.encode() in content else ()
    rules = (
        site.made.view.settings.address_of,
        site.extensions,
        site.settings,
        wanted.frame,
        wanted.in_force,
    )
    return rules, [each.get(file) for each in by_file], named, site.source_of(file), content


def _is_sound(site: BuiltSite, wanted: Wanted, tags: JudgedTags, file: str, page: Folded) -> bool:
    if not page.left:
        return False
    root, _ = read_page(page.html, tags, page.left_out)
    if root is None or not page.is_read_as(root):
        return False
    return not any(problems_shown(site, wanted, file, page, root))


def problems_shown(
    site: BuiltSite, wanted: Wanted, file: str, page: Folded, root: Element
) -> Iterator[Problem]:
    """What a page, by its tree, shows otherwise than it was signed."""
    text = wanted.texts.get(file)
    for message in faults_of_text(root, wanted.frame, text or wanted.in_force, text is not None):
        yield site.problem(file, message, MARKER)
    for of in (_of_entries, _sheets_lost, _of_deeds):
        yield from (site.problem(file, each) for each in of(site, wanted, file, page, root))


def _of_entries(
    site: BuiltSite, wanted: Wanted, file: str, page: Folded, root: Element
) -> Iterator[str]:
    listing = wanted.listings.get(file)
    anchored = listing is not None and listing.anchored
    shown = said_by(page, anchored) if page.left else shown_by(root, anchored)
    yield from faults_of_entries(root, wanted.frame, listing, shown.known)
    yield from faults_of_foremost(root, wanted.frame, site.made.view.register)
    if listing and not listing.to_print:
        # Of a page without a name that is told already.
        yield from misleading_names(shown.led, listing) if shown.known else ()
        copies = links_from(site.address_of(listing.path), shown.copies)
        yield from other_proofs(copies, listing)
    # On all other pages with entries no word is anybody's own.
    if listing and not listing.to_print and site.is_written(listing.path):
        yield from altered_rows(page.html, root, len(listing.entries))


def _sheets_lost(
    site: BuiltSite, wanted: Wanted, file: str, _: Folded, root: Element
) -> Iterator[str]:
    """A page leads to each sheet to which it has to lead, if to any."""
    address, sheets = wanted.leads.get(file, ("", ()))
    if not sheets:
        return
    linked = set(links_from(address, linked_from(root, wanted.frame)))
    lost = [each for each in sheets if site.file_of(each) not in linked]
    if lost:
        more = f" and {len(lost) - 1:,} more" if len(lost) > 1 else ""
        yield (
            f"leads to {quoted(lost[0])}{more} by no link that readers see; close or remove the"
            " HTML in the words of this page"
        )


def _of_deeds(
    site: BuiltSite, wanted: Wanted, file: str, _: Folded, root: Element
) -> Iterator[str]:
    def led(link: str) -> str:
        [lead] = links_from(file, [link]) or [""]
        return lead + "".join(link.rpartition("#")[1:] if "#" in link else ())

    yield from faults_of_tables(root, wanted.frame, wanted.tables.get(file), led)
    yield from faults_of_blocks(root, wanted.frame, site, wanted.deeds.get(file, ""))
