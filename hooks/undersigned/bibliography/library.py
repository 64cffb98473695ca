"""The bibliography, `references.bib`: every source in it, if the file is valid BibTeX."""

import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from pybtex.database import Entry

from ..paths import BIBLIOGRAPHY
from ..problem import Problem
from ..text.characters import what_bars
from ..text.source import MEBIBYTE, Source, read_source
from .bibtex import scan
from .crossref import whole_entries
from .form import faults_of_form
from .items import Item, ItemType, definitions, used_by
from .layout import entry_text, string_text
from .parsing import parsed
from .rules.reference import Reference
from .style.links import addresses_written, doi_address

LARGEST = 16 * MEBIBYTE


@dataclass(frozen=True, slots=True)
class Library:
    """Every source by its key, in the order of the file.

    `entries` are the sources as pybtex reads them, `sources` those with the fields that each
    inherits by `crossref`, as readers see them. `places` has the line and column of each key, from
    1, `texts` its entry in canonical BibTeX, `strings` the @string definitions that it uses,
    `fields` the line and column at which the value of each field begins, by name in lower case.
    """

    entries: Mapping[str, Entry] = field(default_factory=dict)
    sources: Mapping[str, Entry] = field(default_factory=dict)
    places: Mapping[str, tuple[int, int]] = field(default_factory=dict)
    texts: Mapping[str, str] = field(default_factory=dict)
    strings: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    fields: Mapping[str, Mapping[str, tuple[int, int]]] = field(default_factory=dict)


def read_library(root: Path) -> tuple[Library, list[Problem]]:
    """The bibliography of a site, empty if there is no file, and the problems of its syntax."""
    if not os.path.lexists(root / BIBLIOGRAPHY):
        return Library(), []
    source, problems = read_source(root, BIBLIOGRAPHY, LARGEST)
    return library_of(source) if source else (Library(), problems)


def library_of(source: Source) -> tuple[Library, list[Problem]]:
    """The sources of a text, or an empty library and the problems of its syntax."""
    items, problems = read_items(source)
    if problems:
        return Library(), problems
    entries, problems = parsed(items)
    return (Library(), problems) if problems else (_library(items, entries), [])


def read_items(source: Source) -> tuple[list[Item], list[Problem]]:
    """The items of the file, and the problems of its syntax that are found before parsing.

    A parser would not find all: BibTeX takes conflict markers between entries for comments.
    """
    if problem := what_bars(source):
        return [], [problem]
    items, problems = scan(source)
    return items, [*problems, *faults_of_form(items)]


def bibtex(library: Library, keys: Iterable[str]) -> str:
    """Entries as self-contained BibTeX, after the @string definitions that they use.

    Raises `KeyError` for an unknown key.
    """
    chosen = list(keys)
    strings = dict.fromkeys(string for key in chosen for string in library.strings[key])
    return "\n".join([*strings, *(library.texts[key] for key in chosen)])


def addresses_in(library: Library) -> Iterator[tuple[int, int, str]]:
    """The line, column and text of each address of a source, in the order of the file.

    A DOI is an address at https://doi.org/ (DOI Handbook, section 3.7).
    """
    for key, entry in library.entries.items():
        for name in ("url", "doi", "archiveurl"):
            value = entry.fields.get(name, "")
            dois = [doi_address(value)] if name == "doi" and value else []
            for address in dois if name == "doi" else addresses_written(value):
                yield *library.fields[key][name], address


def _library(items: Sequence[Item], entries: Mapping[str, Entry]) -> Library:
    """The library of items that have been parsed to entries, by key."""
    found = [item for item in items if item.kind is ItemType.ENTRY]
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


def references_of(library: Library) -> list[Reference]:
    """Every source, in the order of the file."""
    return [
        Reference(key, entry, library.places[key], library.fields[key])
        for key, entry in library.entries.items()
    ]
