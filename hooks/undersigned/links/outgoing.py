"""Every address that leads out of a site, and each place where it stands."""

import re
from collections.abc import Container, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path

from ..bibliography.library import Library, addresses_in, read_library
from ..markup.hypertext import web_addresses
from ..paths import BIBLIOGRAPHY, CONFIGURATION, VERSIONS, text_of_version
from ..problem import Problem
from ..register.entries import gather
from ..text.pages import read_pages, without_code, without_front_matter
from ..text.source import Entry, Source, place_of, read_source
from ..text.yaml_reader import read_entries
from ..urls import page_of
from .occurrence import Lasting, Occurrence, Role
from .settings import Settings


@dataclass(slots=True)
class Outgoing:
    """All standings of a site, and the problems of files from which some could not be read."""

    occurrences: list[Occurrence] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)


def outgoing(root: Path, settings: Settings) -> Outgoing:
    """Every address that leads out, sorted by place; those of the site itself are left out.

    Entries that break a rule are looked at as well: an address may be what is wrong with them.
    """
    found = Outgoing()
    entries, found.problems = gather(root)
    for entry in entries:
        found.occurrences += _of_entry(entry)
    library, problems = read_library(root)
    found.problems += problems
    found.occurrences += _of_sources(library)
    for link in page_links(root, _published(root)):
        if isinstance(link, Problem):
            found.problems.append(link)
        else:
            found.occurrences.append(link)
    found.occurrences += _set(settings)
    own = page_of(settings.site_url)
    found.occurrences = sorted(
        {each for each in found.occurrences if not (own and _is_under(own, each.address))}
    )
    return found


def _of_entry(entry: Entry) -> Iterator[Occurrence]:
    """The addresses of one signatory, who is asked nothing more after withdrawing."""
    for role in (Role.EVIDENCE, Role.WEBSITE):
        if text := entry.get(role):
            withdrawn = role is Role.EVIDENCE and entry.get("withdrawn")
            lasting = Lasting.WITHDRAWN if withdrawn else None
            yield Occurrence(entry.path, text.line, text.column, role, text.value, lasting)


def _of_sources(library: Library) -> Iterator[Occurrence]:
    """The addresses of each source, and that of its archived copy."""
    for key, entry in library.entries.items():
        copy = str(entry.fields.get("archiveurl", "")).strip()
        wanting = not copy
        for line, column, address in addresses_in(replace(library, entries={key: entry})):
            place = (BIBLIOGRAPHY, line, column)
            if address == copy:
                yield Occurrence(*place, Role.ARCHIVED, address)
                continue
            unsaved = address if wanting else ""
            yield Occurrence(*place, Role.REFERENCE, address, None, copy, unsaved)
            # The first alone is to be saved: an address and a DOI lead to one source.
            wanting = False


def _published(root: Path) -> frozenset[str]:
    """The paths of the published texts, even of those with which something is wrong."""
    source = read_source(root, VERSIONS)
    entries = [] if isinstance(source, Problem) else read_entries(source)[0]
    return frozenset(
        text_of_version(number.value) for each in entries if (number := each.get("version"))
    )


def _set(settings: Settings) -> Iterator[Occurrence]:
    for name in ("address", "repository", "licence"):
        text = settings.statement.get(name)
        if text and text.value.strip():
            yield Occurrence(CONFIGURATION, text.line, text.column, Role.LINK, text.value)
    for text in settings.links:
        yield Occurrence(CONFIGURATION, text.line, text.column, Role.LINK, text.value)


def _is_under(site: str, address: str) -> bool:
    page = page_of(address)
    return page == site or page.startswith((f"{site}/", f"{site}?"))


_EXTENSIONS = ("attr_list", "fenced_code", "footnotes", "md_in_html", "sane_lists", "tables")


def page_links(root: Path, signed: Container[str]) -> Iterator[Occurrence | Problem]:
    """The web addresses in pages, wherever they stand, or what bars a page.

    Pages whose paths are among the `signed` are published texts.
    """
    for page in read_pages(root):
        if isinstance(page, Problem):
            yield page
            continue
        try:
            links = dict.fromkeys(_web_addresses(page))
        except (RecursionError, AssertionError):
            yield Problem(page.path, 1, 1, "cannot be read as Markdown; make it plainer")
            continue
        lasting = Lasting.SIGNED if page.path in signed else None
        bare = without_code(page.text)
        for address in links:
            for position in _positions(bare, address):
                line, column = place_of(page.text, position)
                yield Occurrence(page.path, line, column, Role.LINK, address, lasting)


def _web_addresses(page: Source) -> Iterator[str]:
    # Imported late: no other command needs it.
    from markdown import markdown

    body = without_front_matter(page.text)
    return web_addresses(markdown(body, extensions=list(_EXTENSIONS)))


def _positions(text: str, address: str) -> list[int]:
    """Where an address stands; at the beginning if it is written otherwise."""
    written = re.escape(address).replace("&", "&(?:amp;)?")
    # Not where it only begins a longer one.
    found = re.finditer(rf"{written}(?![\w/%#?=&~+-]|[.,:;@!][\w/])", text)
    return [match.start() for match in found] or [0]
