"""The record of one signatory, as the page about it shows that."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from ..bibliography.library import Library
from ..deeds.model import Deed, Search
from ..deeds.publishing import is_before_endorsement
from ..deeds.sources import SourceGrade, graded
from ..language.catalogue import ENGLISH, Catalogue
from ..model import Signatory
from .entries import ListedSignatory
from .record_tables import Cell, Cells, Principle
from .record_words import judgement


@dataclass(frozen=True, slots=True)
class Lead:
    """Another signatory, and the path, in docs/, of the page of its record; empty without one."""

    id: str
    name: str
    page: str


@dataclass(frozen=True, slots=True)
class ShownSource:
    """A source of a deed by its key, and whose page it is.

    One that is a signatory's own is that of the `owner`, by its id, or has pages of several.
    """

    key: str
    grade: SourceGrade
    owner: str = ""


@dataclass(frozen=True, slots=True)
class ShownDeed:
    """A deed on the page of one signatory: whose pages its sources are, and who did it besides.

    It is `before` where it was certainly done before the signatory first endorsed the text.
    """

    deed: Deed
    sources: tuple[ShownSource, ...]
    others: tuple[Lead, ...] = ()
    before: bool = False


@dataclass(frozen=True, slots=True)
class RecordPart:
    """What one signatory is documented to have done under one principle, the newest first."""

    version: str
    in_force: bool
    cell: Cell
    deeds: tuple[ShownDeed, ...]

    @property
    def principle(self) -> Principle:
        """The principle, or the whole text where that has no numbers."""
        return self.cell.principle

    @property
    def searches(self) -> tuple[Search, ...]:
        """Where nothing was found, the newest first."""
        return self.cell.searches


@dataclass(frozen=True, slots=True)
class SignatoryRecord:
    """The record of one signatory: its parts with entries, those of the version in force first.

    `path` is that of its page in docs/. `successor` is who took its place, `predecessors` are those
    in whose place it is and who have a record.
    """

    signatory: ListedSignatory
    path: str
    parts: tuple[RecordPart, ...]
    successor: Lead | None = None
    predecessors: tuple[Lead, ...] = ()
    catalogue: Catalogue = ENGLISH

    @property
    def numbered(self) -> bool:
        """Whether any part is about a principle by its number."""
        return any(part.principle.number is not None for part in self.parts)

    @property
    def judgement(self) -> str:
        """Who judges what the deeds have to do with the text."""
        return judgement(self.catalogue, numbered=self.numbered)


def record_pages(
    cells: Cells,
    listed: Sequence[ListedSignatory],
    library: Library,
    catalogue: Catalogue = ENGLISH,
) -> Iterator[SignatoryRecord]:
    """The record of everyone of whom there is an entry, in the order of the signatories."""
    shown = [each for each in listed if each.id in cells.pages] if cells.pages else []
    known = _Known(cells, listed if shown else (), library)
    merged: dict[str, list[Lead]] = {}
    for each in shown:
        if into := each.latest.succeeded_by:
            merged.setdefault(into, []).append(known.lead(each.id))
    for each in shown:
        into = each.latest.succeeded_by
        yield SignatoryRecord(
            each,
            cells.pages[each.id],
            tuple(_parts(each, cells, known)),
            known.lead(into) if into else None,
            tuple(merged.get(each.id, ())),
            catalogue,
        )


class _Known:
    """What is asked for each of those who did a deed, found once: names, and whose a source is."""

    def __init__(self, cells: Cells, listed: Iterable[ListedSignatory], library: Library) -> None:
        self._cells, self._library = cells, library
        self._signatories = {each.id: each for each in listed}
        self._leads: dict[str, Lead] = {}
        self._sources: dict[str, tuple[ShownSource, ...]] = {}

    def lead(self, who: str) -> Lead:
        """Whoever is left off the pages is named by its id."""
        if who not in self._leads:
            name = self._signatories[who].name if who in self._signatories else who
            self._leads[who] = Lead(who, name, self._cells.pages.get(who, ""))
        return self._leads[who]

    def sources(self, deed: Deed) -> tuple[ShownSource, ...]:
        """The sources of a deed, each with whose page it is."""
        if deed.id not in self._sources:
            known = self._signatories
            about = [known[who].signatory for who in deed.who if who in known]
            shown = (_shown_source(key, about, self._library) for key in deed.sources)
            self._sources[deed.id] = tuple(shown)
        return self._sources[deed.id]


def _shown_source(key: str, about: Iterable[Signatory], library: Library) -> ShownSource:
    source = library.sources.get(key)
    if source is None:
        return ShownSource(key, SourceGrade.OTHER)
    grade, owners = graded(source, about)
    return ShownSource(key, grade, next(iter(owners), ""))


def _parts(who: ListedSignatory, cells: Cells, known: _Known) -> Iterator[RecordPart]:
    for place, version in enumerate(cells.versions):
        for cell in cells.of(who.id, version) if cells.has(who.id, version) else ():
            if cell.deeds or cell.searches:
                deeds = (_shown(each, who, known) for each in cell.deeds)
                yield RecordPart(version, place == 0, cell, tuple(deeds))


def _shown(deed: Deed, who: ListedSignatory, known: _Known) -> ShownDeed:
    return ShownDeed(
        deed,
        known.sources(deed),
        tuple(known.lead(each) for each in deed.who if each != who.id),
        before=is_before_endorsement(deed, who.signatory),
    )
