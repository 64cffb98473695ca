"""The page of the bibliography: every source that is cited, and by which pages."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from ..crossref import with_wholes
from ..library import Library, bibtex
from ..style.notes import line
from ..style.reference import sort_key
from ..values.entry_types import SourceGroup, group_of
from .citation import anchor_of
from .footnotes import Note, places_in


class CitingPage(NamedTuple):
    """A page that cites a source: its title, its address, and the ids of the citations."""

    title: str
    address: str
    anchors: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ListedSource:
    """A source: its reference as HTML, its entry in BibTeX, and the pages that cite it.

    `anchor` is what its key is called in addresses.
    """

    key: str
    anchor: str
    html: str
    group: SourceGroup
    bibtex: str
    places: tuple[CitingPage, ...]


@dataclass(frozen=True, slots=True)
class Bibliography:
    """Every source that is cited, sorted as references are."""

    sources: tuple[ListedSource, ...] = ()

    @property
    def groups(self) -> list[tuple[SourceGroup, int]]:
        """The groups that have sources, in the order of `SourceGroup`, each with their count."""
        found = [source.group for source in self.sources]
        return [(group, found.count(group)) for group in SourceGroup if group in found]

    def of(self, group: SourceGroup | None) -> tuple[ListedSource, ...]:
        """The sources of a group; of none, all sources."""
        return tuple(each for each in self.sources if group is None or each.group is group)


def bibliography(library: Library, places: Mapping[str, Iterable[CitingPage]]) -> Bibliography:
    """The sources of a library that are cited; `places` are the citing pages by key."""
    cited = [key for key in library.sources if key in places]
    cited.sort(key=lambda key: sort_key(library.sources[key]))
    needed = with_wholes(library.entries)
    return Bibliography(
        tuple(
            ListedSource(
                key,
                anchor_of(key),
                line(library.sources[key], library.shown(key)),
                group_of(library.sources[key]),
                bibtex(library, needed[key]),
                tuple(places[key]),
            )
            for key in cited
        )
    )


def citing_pages(
    pages: Iterable[tuple[str, str, str]], notes: Iterable[Note]
) -> Mapping[str, list[CitingPage]]:
    """By the key of each source the pages that cite it; `pages` are titles, addresses and HTML."""
    keys, found = {note.name: note.key for note in notes}, dict[str, list[CitingPage]]()
    for title, address, page in pages:
        for key, anchors in places_in(page, keys).items():
            found.setdefault(key, []).append(CitingPage(title, address, anchors))
    return found
