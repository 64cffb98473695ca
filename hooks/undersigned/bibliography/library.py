"""The bibliography: every source in its files, as far as they are valid BibTeX."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from pybtex.database import Entry
from pybtex.richtext import Text

from ..language.catalogue import ENGLISH, Catalogue
from ..paths import BIBLIOGRAPHY
from ..problem import Problem, stopping
from ..text.characters import conflict_in, unreadable_in, without_unreadable
from ..text.source import Source
from ..urls import page_of
from .bibtex.encodings import read_bibliography
from .bibtex.form import faults_of_form, repeated_in_others, repeated_keys
from .bibtex.items import Item, ItemType, definitions, used_by
from .bibtex.layout import entry_text, string_text
from .bibtex.parsing import parsed
from .bibtex.scanner import scan
from .crossref import whole_entries
from .files import listed_files
from .rules.reference import Reference
from .style.reference import reference as shown_reference
from .values.links import addresses_written, doi_address
from .values.said_in import said_in

# What messages call a source without a key.
_NO_KEY = "…"


@dataclass(frozen=True, slots=True)
class Library:
    """Every source by its key, in the order of the files.

    `entries` are the sources as pybtex reads them, `sources` those with the fields that each
    inherits by `crossref`, as readers see them. `references` have the places of each entry,
    `texts` its canonical BibTeX, and `strings` the @string definitions that it uses.

    It is not `complete` where something in the files is malformed, and not `whole` where a file
    could not be read at all. `refused` are the keys of entries of which nothing could be read;
    `others` are the sources that no key leads to: those without one, or with one that is taken.
    `sources` are said in the language of the `catalogue`.
    """

    entries: Mapping[str, Entry] = field(default_factory=dict)
    sources: Mapping[str, Entry] = field(default_factory=dict)
    references: Mapping[str, Reference] = field(default_factory=dict)
    texts: Mapping[str, str] = field(default_factory=dict)
    strings: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    files: tuple[str, ...] = (BIBLIOGRAPHY,)
    refused: tuple[str, ...] = ()
    others: tuple[Reference, ...] = ()
    complete: bool = True
    whole: bool = True
    catalogue: Catalogue = ENGLISH
    _shown: dict[str, Text] = field(default_factory=dict, init=False, compare=False, repr=False)

    @property
    def keys(self) -> list[str]:
        """Every key of the files, those of entries that could not be read included."""
        return [*self.entries, *self.refused]

    @property
    def citable(self) -> list[str]:
        """Every key of a source, those of entries that could not be read included."""
        return [*self.sources, *self.refused]

    def shown(self, key: str) -> Text:
        """The reference to a source, made once for all notes, figures and pages that show it."""
        if key not in self._shown:
            self._shown[key] = shown_reference(self.sources[key])
        return self._shown[key]


def library_in(library: Library, catalogue: Catalogue) -> Library:
    """The library with its sources as the language of a catalogue says them."""
    if catalogue.english:
        return library
    sources = {key: said_in(each, catalogue) for key, each in library.sources.items()}
    return replace(library, sources=sources, catalogue=catalogue)


def read_library(root: Path) -> tuple[Library, list[Problem]]:
    """The bibliography of a site, empty if there is no file, and the problems of its syntax."""
    files, problems = listed_files(root)
    whole = not problems
    read = [read_bibliography(root, file.value) for file in files]
    problems += [problem for _, wrong in read for problem in wrong]
    library, found = library_of(*(source for source, _ in read if source))
    whole = whole and library.whole and all(source for source, _ in read)
    complete = library.complete and not problems
    paths = tuple(file.value for file in files) or (BIBLIOGRAPHY,)
    return replace(library, files=paths, whole=whole, complete=complete), [*problems, *found]


def library_of(*sources: Source) -> tuple[Library, list[Problem]]:
    """The sources in the texts of files, as far as they can be read, and what is wrong with it.

    The strings of several files are read before their entries, in the order of the files.
    """
    items, problems, whole = list[Item](), list[Problem](), True
    for source in sources:
        found, wrong = read_items(source)
        items += found
        problems += wrong
        whole = whole and bool(found or not wrong)
    if len(sources) > 1:
        items.sort(key=lambda item: item.kind is not ItemType.STRING)
    entries, refused = parsed(items)
    problems += [*repeated_keys(items), *repeated_in_others(items), *refused]
    library = _library(items, entries)
    complete = not stopping(problems)
    files = tuple(source.path for source in sources)
    return replace(library, files=files, complete=complete, whole=whole), problems


def read_items(source: Source) -> tuple[list[Item], list[Problem]]:
    """The items of a file, and the problems of its syntax that are found before parsing.

    A parser would not find all: BibTeX takes conflict markers between entries for comments. What
    is right of a conflict only people know, so that nothing is read then.
    """
    if problem := conflict_in(source):
        return [], [problem]
    unreadable = unreadable_in(source)
    items, problems = scan(without_unreadable(source) if unreadable else source)
    return items, [*unreadable, *problems, *faults_of_form(items)]


def bibtex(library: Library, keys: Iterable[str]) -> str:
    """Entries as self-contained BibTeX, after the @string definitions that they use.

    Raises `KeyError` for an unknown key.
    """
    chosen = list(keys)
    strings = dict.fromkeys(string for key in chosen for string in library.strings[key])
    return "\n".join([*strings, *(library.texts[key] for key in chosen)])


def addresses_in(reference: Reference) -> Iterator[tuple[int, int, str]]:
    """The line, column and text of each address of a source: page, DOI and archived copy.

    A DOI is an address at https://doi.org/ (DOI Handbook, section 3.7).
    """
    for name in ("url", "doi", "archiveurl"):
        value = reference.entry.fields.get(name, "")
        is_doi = name == "doi" and value
        for address in [doi_address(value)] if is_doi else addresses_written(value):
            yield *reference.fields[name], address


def keys_by_page(library: Library) -> Mapping[str, Sequence[str]]:
    """The keys of the sources at each page: their own, their DOI’s or their archived copy’s."""
    found: dict[str, dict[str, None]] = {}
    for key, reference in library.references.items():
        for *_, address in addresses_in(reference):
            if page := page_of(address):
                found.setdefault(page, {})[key] = None
    return {page: tuple(keys) for page, keys in found.items()}


def _library(items: Sequence[Item], parsed: Sequence[tuple[Item, Entry]]) -> Library:
    """The library of items that have been parsed to entries, by key."""
    first, others, known = dict[str, tuple[Item, Entry]](), list[Reference](), set[str]()
    for item, entry in parsed:
        key = item.key.value
        if not key or key.lower() in known:
            others.append(_reference(item, entry))
        else:
            known.add(key.lower())
            first[key] = item, entry
    strings = definitions(items)
    entries = {key: entry for key, (_, entry) in first.items()}
    return Library(
        entries,
        whole_entries(entries),
        {key: _reference(*both) for key, both in first.items()},
        {key: entry_text(item) for key, (item, _) in first.items()},
        {key: tuple(map(string_text, used_by(item, strings))) for key, (item, _) in first.items()},
        refused=tuple(
            item.key.value
            for item in items
            if item.kind is ItemType.ENTRY and item.key.value.lower() not in known
        ),
        others=tuple(others),
    )


def _reference(item: Item, entry: Entry) -> Reference:
    fields = {each.name.value.lower(): each.content for each in item.fields}
    place = item.key.line, item.key.column
    return Reference(item.key.value or _NO_KEY, entry, place, fields, item.path, item.unread)
