"""The record of one signatory, as the page about it shows that."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from ..bibliography.library import Library
from ..deeds.model import Deed, Search
from ..deeds.sources import SourceGrade, grade_of_source, websites_of
from .entries import ListedSignatory
from .record_tables import Cell, Cells, Principle

Signatories = Mapping[str, ListedSignatory]


@dataclass(frozen=True, slots=True)
class Lead:
    """Another signatory, and the path, in docs/, of the page of its record; empty without one."""

    id: str
    name: str
    page: str


@dataclass(frozen=True, slots=True)
class ShownSource:
    """A source of a deed by its key, and whose page it is.

    One that is a signatory's own is that of the signatory `owner`, by its id.
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


def record_pages(
    cells: Cells, listed: Sequence[ListedSignatory], library: Library
) -> Iterator[SignatoryRecord]:
    """The record of everyone of whom there is an entry, in the order of the signatories."""
    shown = [each for each in listed if each.id in cells.pages]
    known = {each.id: each for each in listed} if shown else {}
    merged: dict[str, list[Lead]] = {}
    for each in shown:
        if into := each.latest.succeeded_by:
            merged.setdefault(into, []).append(_lead(each.id, known, cells))
    for each in shown:
        into = each.latest.succeeded_by
        yield SignatoryRecord(
            each,
            cells.pages[each.id],
            tuple(_parts(each, cells, known, library)),
            _lead(into, known, cells) if into else None,
            tuple(merged.get(each.id, ())),
        )


def sources_of(deed: Deed, signatories: Signatories, library: Library) -> Iterator[ShownSource]:
    """The sources of a deed, each with whose page it is."""
    claims = {
        who: websites_of(signatories[who].signatory) for who in deed.who if who in signatories
    }
    for key in deed.sources:
        source, grade, owner = library.sources.get(key), SourceGrade.OTHER, ""
        for who, websites in claims.items() if source else ():
            grade = grade_of_source(source, websites)
            if grade is SourceGrade.OWN:
                owner = who
                break
        yield ShownSource(key, grade, owner)


def _parts(
    who: ListedSignatory, cells: Cells, known: Signatories, library: Library
) -> Iterator[RecordPart]:
    for place, version in enumerate(cells.versions):
        for cell in cells.of(who.id, version) if cells.has(who.id, version) else ():
            if cell.deeds or cell.searches:
                deeds = (_shown(each, who, cells, known, library) for each in cell.deeds)
                yield RecordPart(version, place == 0, cell, tuple(deeds))


def _shown(
    deed: Deed, who: ListedSignatory, cells: Cells, known: Signatories, library: Library
) -> ShownDeed:
    return ShownDeed(
        deed,
        tuple(sources_of(deed, known, library)),
        tuple(_leads((each for each in deed.who if each != who.id), known, cells)),
        before=deed.when.last_day < who.signatory.first.signed.first_day,
    )


def _leads(ids: Iterable[str], known: Signatories, cells: Cells) -> Iterator[Lead]:
    return (_lead(each, known, cells) for each in ids)


def _lead(who: str, known: Signatories, cells: Cells) -> Lead:
    """Whoever is left off the pages is named by its id."""
    name = known[who].name if who in known else who
    return Lead(who, name, cells.pages.get(who, ""))
