"""The bibliography, `references.bib`: every source, once it is known to be BibTeX."""

import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from pybtex.database import Entry

from ..reading.screening import what_bars
from ..reading.source import MEBIBYTE, Source, read_source
from ..references.destinations import doi_address
from ..reporting.problems import Problem
from .form import PATH, faults_of_form
from .inheriting import whole_entries
from .items import Item, Kind
from .layout import entry_text, string_text
from .parsing import parsed
from .strings import definitions, used_by
from .syntax import scan

__all__ = ["PATH", "Library", "addresses_in", "bibtex", "library_of", "read_library"]

LARGEST = 16 * MEBIBYTE


@dataclass(frozen=True, slots=True)
class Library:
    """Every source by its key, in the order of the file: as pybtex reads it, and as it stands.

    `sources` are the same with what each inherits by `crossref`, which is what readers see.
    `places` has the line and column of each key, `texts` its entry in canonical BibTeX,
    `strings` the definitions that it uses, `fields` the line and column at which each field's
    value begins, by its name in lower case.
    """

    entries: Mapping[str, Entry] = field(default_factory=dict)
    sources: Mapping[str, Entry] = field(default_factory=dict)
    places: Mapping[str, tuple[int, int]] = field(default_factory=dict)
    texts: Mapping[str, str] = field(default_factory=dict)
    strings: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    fields: Mapping[str, Mapping[str, tuple[int, int]]] = field(default_factory=dict)


def read_library(root: Path) -> tuple[Library, list[Problem]]:
    """The bibliography of a site, and what is wrong with its form. No file, no sources."""
    if not os.path.lexists(root / PATH):
        return Library(), []
    source = read_source(root, PATH, LARGEST)
    return (Library(), [source]) if isinstance(source, Problem) else library_of(source)


def library_of(source: Source) -> tuple[Library, list[Problem]]:
    """The sources that a text holds, or none and what is wrong with its form."""
    items, problems = read_items(source)
    if problems:
        return Library(), problems
    entries, problems = parsed(items)
    return (Library(), problems) if problems else (_library(items, entries), [])


def read_items(source: Source) -> tuple[list[Item], list[Problem]]:
    """The parts of the file, and what is wrong with its form before anybody parses it.

    BibTeX takes the marks of an unfinished merge between entries for remarks.
    """
    if bar := what_bars(source):
        return [], [bar]
    items, problems = scan(source)
    return items, [*problems, *faults_of_form(items)]


def bibtex(library: Library, keys: Iterable[str]) -> str:
    """Entries as BibTeX that stands by itself, behind the strings that they use."""
    chosen = list(keys)
    strings = dict.fromkeys(string for key in chosen for string in library.strings[key])
    return "\n".join([*strings, *(library.texts[key] for key in chosen)])


def addresses_in(library: Library) -> Iterator[tuple[int, int, str]]:
    """The addresses of the sources, each with its line and column.

    A DOI is an address at https://doi.org/ (DOI Handbook, section 3.7).
    """
    for key, entry in library.entries.items():
        for name in ("url", "doi", "archiveurl"):
            if value := str(entry.fields.get(name, "")).strip():
                place = library.fields[key][name]
                yield *place, doi_address(value) if name == "doi" else value


def _library(items: Sequence[Item], entries: Mapping[str, Entry]) -> Library:
    found = [item for item in items if item.kind is Kind.ENTRY]
    strings = definitions(items)
    return Library(
        entries,
        whole_entries(entries),
        {item.key.value: (item.key.line, item.key.column) for item in found},
        {item.key.value: entry_text(item) for item in found},
        {item.key.value: tuple(map(string_text, used_by(item, strings))) for item in found},
        {
            item.key.value: {each.name.value.lower(): each.content for each in item.fields}
            for item in found
        },
    )
