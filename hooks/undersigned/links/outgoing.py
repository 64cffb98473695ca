"""The occurrences of addresses that lead out of a site, in entries, sources, pages and settings."""

import re
from collections.abc import Container, Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from ..bibliography.library import Library, addresses_in, read_library
from ..deeds.entry_list import RECORD
from ..markup.hypertext import web_addresses
from ..paths import CONFIGURATION, VERSIONS
from ..problem import Problem
from ..proofs.copies import read_copies
from ..register.entries import gather
from ..statement.naming import texts_set_for
from ..text.pages import read_pages, without_code, without_front_matter
from ..text.source import Entry, Source, line_starts, place_in, read_source
from ..text.yaml_reader import read_entries
from ..urls import page_of
from .occurrence import Occurrence, Role, Unchangeable
from .settings import Settings


@dataclass(slots=True)
class Outgoing:
    """The occurrences on a site, and the problems of files that could not be read in full."""

    occurrences: list[Occurrence] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)


def outgoing(root: Path, settings: Settings) -> Outgoing:
    """The occurrences of addresses outside the site, sorted by place.

    Entries that break a rule are included: an address may be what is wrong with them. Files of
    endorsements of which a copy is kept are left out: `undersigned proofs` asks for those.
    """
    found = Outgoing()
    entries, found.problems = gather(root)
    kept = {page_of(copy.record.address) for copy in read_copies(root)[0].values()}
    for entry in entries:
        found.occurrences += _of_entry(entry, kept)
    entries, problems = gather(root, RECORD)
    found.problems += problems
    found.occurrences += _of_replies(entries)
    library, problems = read_library(root)
    found.problems += problems
    found.occurrences += _of_sources(library)
    links, problems = page_links(root, _published(root))
    found.occurrences += links
    found.problems += problems
    found.occurrences += _of_settings(settings)
    own = page_of(settings.site_url)
    found.occurrences = sorted(
        {each for each in found.occurrences if not (own and _is_under(own, each.address))}
    )
    return found


def _of_entry(entry: Entry, copies: Container[str]) -> Iterator[Occurrence]:
    """The addresses of a signatory, save evidence of which there are copies here.

    Evidence is unchangeable once the signatory has withdrawn.
    """
    evidence, copy, website = map(entry.get, ("evidence", "archived", "website"))
    if evidence and page_of(evidence.value) not in copies:
        kept = Unchangeable.WITHDRAWN if entry.get("withdrawn") else None
        place = (entry.path, evidence.line, evidence.column)
        archived, unsaved = (copy.value, "") if copy else ("", evidence.value)
        yield Occurrence(*place, Role.EVIDENCE, evidence.value, kept, archived, unsaved)
    if copy:
        yield Occurrence(entry.path, copy.line, copy.column, Role.ARCHIVED_EVIDENCE, copy.value)
    if website:
        yield Occurrence(entry.path, website.line, website.column, Role.WEBSITE, website.value)


def _of_replies(entries: Iterable[Entry]) -> Iterator[Occurrence]:
    """The addresses at which signatories replied to entries of the record."""
    for entry in entries:
        if source := entry.get("reply_source"):
            place = (entry.path, source.line, source.column)
            yield Occurrence(*place, Role.LINK, source.value)


def _of_sources(library: Library) -> Iterator[Occurrence]:
    """The addresses of each source, and that of its archived copy."""
    for reference in library.references.values():
        copy = str(reference.entry.fields.get("archiveurl", "")).strip()
        to_save = not copy
        for line, column, address in addresses_in(reference):
            place = (reference.path, line, column)
            if address == copy:
                yield Occurrence(*place, Role.ARCHIVED, address)
                continue
            unsaved = address if to_save else ""
            yield Occurrence(*place, Role.REFERENCE, address, None, copy, unsaved)
            # Only the first is to be saved: an address and a DOI lead to the same source.
            to_save = False


def _published(root: Path) -> frozenset[str]:
    """The paths of the published texts, including those with problems."""
    source, _ = read_source(root, VERSIONS)
    entries = read_entries(source)[0] if source else []
    texts = texts_set_for(root)
    return frozenset(
        texts.text_of(number.value) for each in entries if (number := each.get("version"))
    )


def _of_settings(settings: Settings) -> Iterator[Occurrence]:
    """The addresses in the configuration."""
    for name in ("address", "repository", "licence"):
        text = settings.statement.get(name)
        if text and text.value.strip():
            yield Occurrence(CONFIGURATION, text.line, text.column, Role.LINK, text.value)
    for text in settings.links:
        yield Occurrence(CONFIGURATION, text.line, text.column, Role.LINK, text.value)


def _is_under(site: str, address: str) -> bool:
    page = page_of(address)
    return page == site or page.startswith((f"{site}/", f"{site}?", f"{site}#"))


_EXTENSIONS = ("attr_list", "fenced_code", "footnotes", "md_in_html", "sane_lists", "tables")


def page_links(root: Path, signed: Container[str]) -> tuple[list[Occurrence], list[Problem]]:
    """The occurrences of web addresses in pages, and a problem for each page that is unreadable.

    Pages whose paths are in `signed` are published texts.
    """
    pages, problems = read_pages(root)
    found: list[Occurrence] = []
    for page in pages:
        try:
            links = dict.fromkeys(_web_addresses(page))
        except (RecursionError, AssertionError):
            message = "cannot be read as Markdown; make it plainer"
            problems.append(Problem(page.path, 1, 1, message))
            continue
        found += _of_page(page, links, Unchangeable.SIGNED if page.path in signed else None)
    return found, problems


def _of_page(
    page: Source, links: Iterable[str], unchangeable: Unchangeable | None
) -> Iterator[Occurrence]:
    text, starts = without_code(page.text), line_starts(page.text)
    for address in links:
        for position in _positions(text, address):
            place = place_in(starts, position)
            yield Occurrence(page.path, *place, Role.LINK, address, unchangeable)


def _web_addresses(page: Source) -> Iterator[str]:
    # Imported late: no other command needs it.
    from markdown import markdown

    body = without_front_matter(page.text)
    return web_addresses(markdown(body, extensions=list(_EXTENSIONS)))


# Behind an address: what makes it only the beginning of a longer one.
_LONGER = re.compile(r"[\w/%#?=&~+-]|[.,:;@!][\w/]")


def _positions(text: str, address: str) -> list[int]:
    """The positions of an address in a text; 0 where the text spells it otherwise."""
    found: set[int] = set()
    for written in {address, address.replace("&", "&amp;")}:
        position = text.find(written)
        while position >= 0:
            end = position + len(written)
            if not _LONGER.match(text, end):
                found.add(position)
            position = text.find(written, end)
    return sorted(found) or [0]
