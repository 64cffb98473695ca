"""Whether a built site shows what was signed, and who signed it: judged after every build."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from ..build.output import MARKER
from ..markup.built_pages import contents, page_problems
from ..markup.document import Element, page
from ..paths import PROOFS, RECORD_PAGE, page_of_version
from ..problem import Problem, counted, quoted
from ..progress import SILENT, Progress, shown_each
from ..views.groups import OVERVIEW
from .built import BuiltSite, links_from
from .deed_blocks import faults_of_blocks, words_due
from .deed_tables import Row, faults_of_tables, rows_of
from .entries import (
    altered_rows,
    doubled_ids,
    faults_of_entries,
    linked_from,
    links_to_copies,
    misleading_names,
    other_proofs,
)
from .foremost import faults_of_foremost
from .frame import Step, hiding, steps_to
from .listings import PRINT, Listing, leads, listings, records
from .served_twice import served_twice
from .text import CLASS, LockedText, faults_of_text

# The page of the text in force.
TEXT = "principles/index.md"


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


def problems_of(site: BuiltSite, progress: Progress = SILENT) -> list[Problem]:
    """What keeps a built site from being published; what is shown is judged on sound pages only."""
    if found := [*served_twice(site), *_doubled_ids(site)]:
        return found
    progress.begin(2 * len(site.pages))
    pages = shown_each("judging", contents(site.pages, site.folder, site.root), progress)
    found = page_problems(pages) or shown_problems(site, progress)
    progress.end()
    return found


def _doubled_ids(site: BuiltSite) -> Iterator[Problem]:
    """An id of an entry that something in the words of the overview has: that is given another."""
    register, place = site.made.view.register, site.folder / site.file_of(OVERVIEW)
    if place.is_file() and not register.sections:
        ids = [entry.id for entry in register.entries]
        for message in doubled_ids(page(place.read_bytes()), ids):
            yield site.problem(site.file_of(OVERVIEW), message)


def shown_problems(site: BuiltSite, progress: Progress = SILENT) -> list[Problem]:
    """A problem for each page that shows a text or entries otherwise than they were signed."""
    wanted = _wanted(site)
    found = list(_missing(site))
    if place := hiding(wanted.frame):
        found.append(site.problem_of(TEXT, f"the words of every page stand {place}; {_PLAINLY}"))
    for file, html in shown_each(
        "comparing", contents(site.pages, site.folder, site.folder), progress
    ):
        root = page(html)
        found += _judged_text(site, wanted, file, root)
        found += (site.problem(file, each) for each in _of_entries(site, wanted, file, root, html))
        found += (site.problem(file, each) for each in _sheets_lost(site, wanted, file, root))
        found += (site.problem(file, each) for each in _of_deeds(site, wanted, file, root))
    return [*_altered_copies(site), *_first_of_each(found)]


def _first_of_each(problems: Iterable[Problem]) -> Iterator[Problem]:
    """What is wrong by a template is so on every page: it is reported once, with the number."""
    alike: dict[str, list[Problem]] = {}
    for each in problems:
        alike.setdefault(each.message, []).append(each)
    for message, (first, *others) in alike.items():
        more = f" (and on {counted(len(others), 'other page')})" if others else ""
        yield first._replace(message=f"{message}{more}")


def _wanted(site: BuiltSite) -> Wanted:
    versions = site.made.site.versions
    texts = {each.number: LockedText(each.number, site.drawn(each.text)) for each in versions}
    in_force = texts[versions[-1].number]
    shown = {page_of_version(number): text for number, text in texts.items()}
    shown |= {TEXT: in_force, PRINT: in_force}
    view = site.made.view
    listed = {each.path: each for each in (*listings(view.register), *records(view.record))}
    if site.is_written(PRINT):  # in place of the page that lists them, and still with the text
        listed.pop(PRINT, None)
    return Wanted(
        _frame(site),
        {site.file_of(path): text for path, text in shown.items()},
        in_force,
        {site.file_of(path): listing for path, listing in listed.items()},
        {site.file_of(path): (site.address_of(path), to) for path, to in _led(site).items()},
        words_due(site),
        {site.file_of(RECORD_PAGE): list(rows_of(view.record, view.words, site.file_of))},
    )


def _led(site: BuiltSite) -> Mapping[str, Sequence[str]]:
    """The sheets to which each page leads, all by their paths in docs/."""
    found: dict[str, list[str]] = {}
    for path, sheets in leads(site.made.view.register):
        found.setdefault(path, []).extend(sheets)
    return found


def _frame(site: BuiltSite) -> tuple[Step, ...]:
    """What templates write around the words of every page, as on one on which no word is free."""
    place = site.folder / site.file_of(page_of_version(site.made.site.versions[-1].number))
    root = page(place.read_bytes() if place.is_file() else b"")
    return next((steps_to(each) for each in root.select(f".{CLASS}")), ())


def _missing(site: BuiltSite) -> Iterator[Problem]:
    """The texts, and the pages of everybody who signed and of what they did, are published."""
    texts = [page_of_version(version.number) for version in site.made.site.versions]
    signed = [each.path for each in listings(site.made.view.register) if each.anchored]
    record = [each.path for each in site.made.view.record.pages]
    for path in dict.fromkeys((TEXT, *texts, OVERVIEW, *signed, RECORD_PAGE, *record)):
        if not (site.folder / site.file_of(path)).is_file():
            yield site.problem_of(path, f"is not published; {_WRITTEN if path == TEXT else _KEPT}")


_WRITTEN = f"write this page, with '{MARKER}' alone on a line"
_KEPT = "take it out of 'exclude_docs' and 'draft_docs' in mkdocs.yml"


def _altered_copies(site: BuiltSite) -> Iterator[Problem]:
    """What signatories' servers said is served byte for byte as it was kept."""
    for file in site.made.files:
        if file.path.startswith(f"{PROOFS}/"):
            place = site.folder / file.path
            if not place.is_file() or place.read_bytes() != file.content:
                yield site.problem(file.path, f"is not served as it was kept; {_LEFT_ALONE}")


_LEFT_ALONE = "take out of mkdocs.yml the plugin or hook that changes it"
_PLAINLY = "remove that from the templates in overrides/, or from the settings that they print"


def _judged_text(site: BuiltSite, wanted: Wanted, file: str, root: Element) -> Iterator[Problem]:
    text = wanted.texts.get(file)
    for message in faults_of_text(root, wanted.frame, text or wanted.in_force, text is not None):
        yield site.problem(file, message, MARKER)


def _of_entries(
    site: BuiltSite, wanted: Wanted, file: str, root: Element, html: bytes
) -> Iterator[str]:
    listing = wanted.listings.get(file)
    yield from faults_of_entries(root, wanted.frame, listing)
    yield from faults_of_foremost(root, wanted.frame, site.made.view.register)
    if listing and listing.path != PRINT:
        yield from misleading_names(root, listing)
        copies = links_from(site.address_of(listing.path), links_to_copies(root))
        yield from other_proofs(copies, listing)
    # On all other pages with entries no word is anybody's own.
    if listing and listing.path != PRINT and site.is_written(listing.path):
        yield from altered_rows(html, root, len(listing.entries))


def _of_deeds(site: BuiltSite, wanted: Wanted, file: str, root: Element) -> Iterator[str]:
    def led(link: str) -> str:
        [lead] = links_from(file, [link]) or [""]
        return lead + "".join(link.rpartition("#")[1:] if "#" in link else ())

    yield from faults_of_tables(root, wanted.frame, wanted.tables.get(file), led)
    yield from faults_of_blocks(root, wanted.frame, site, wanted.deeds.get(file, ""))


def _sheets_lost(site: BuiltSite, wanted: Wanted, file: str, root: Element) -> Iterator[str]:
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
