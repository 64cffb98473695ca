"""The record of what signatories did as its pages show it: tables, and a page for each signatory."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from ..dates import StatedDate
from ..deeds.model import Bearing, Deed, Record, Search
from ..deeds.sources import SourceGrade
from ..site import Site
from ..settings import Settings
from .entries import ListedSignatory

# The page of all, by its path in docs/; below its folder each signatory has one of its own.
OVERVIEW = "signatories/deeds/index.md"


class CellState(StrEnum):
    """What is known of a signatory under a principle; a search that found nothing comes after."""

    DOCUMENTED = "documented"
    NOTHING_FOUND = "nothing-found"
    NOT_LOOKED = "not-looked"


@dataclass(frozen=True, slots=True)
class Principle:
    """A principle of a version by its number, and its words; of a text without numbers, all of it.

    `anchor` is that of its part on the page of a signatory. It has a '_', which no id of an entry
    has.
    """

    number: int | None
    words: str
    anchor: str


@dataclass(frozen=True, slots=True)
class Cell:
    """What is documented of one signatory under one principle, and where nothing was found."""

    principle: Principle
    deeds: tuple[Deed, ...] = ()
    searches: tuple[Search, ...] = ()

    @property
    def state(self) -> CellState:
        """Whether anything is documented, or somebody has looked."""
        if self.deeds:
            return CellState.DOCUMENTED
        return CellState.NOTHING_FOUND if self.searches else CellState.NOT_LOOKED

    @property
    def count(self) -> int:
        """How many deeds are documented."""
        return len(self.deeds)

    @property
    def at_odds(self) -> int:
        """How many of them are at odds with the principle."""
        return sum(deed.bearing is Bearing.AT_ODDS for deed in self.deeds)

    @property
    def disputed(self) -> int:
        """How many of them are disputed."""
        return sum(deed.bearing is Bearing.DISPUTED for deed in self.deeds)

    @property
    def looked(self) -> StatedDate | None:
        """When it was last looked; None where no search is recorded."""
        days = [search.looked for search in self.searches]
        return max(days, key=lambda day: day.last_day, default=None)

    @property
    def replied(self) -> int:
        """How many of the entries have the signatory's reply."""
        return sum(entry.reply is not None for entry in (*self.deeds, *self.searches))

    @property
    def anchor(self) -> str:
        """Where its sentences begin on the page of the signatory."""
        return self.principle.anchor


@dataclass(frozen=True, slots=True)
class RecordRow:
    """A signatory with a cell for each principle of a table.

    `page` is the path, in docs/, of its own page, empty where it has none. `endorses` has the
    versions that it endorses where that of the table is not among them.
    """

    signatory: ListedSignatory
    cells: tuple[Cell, ...]
    page: str
    endorses: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class RecordTable:
    """Signatories by the principles of one version, in the register's order."""

    version: str
    in_force: bool
    principles: tuple[Principle, ...]
    rows: tuple[RecordRow, ...]


@dataclass(frozen=True, slots=True)
class Lead:
    """Another signatory, and the path, in docs/, of the page of its record; empty without one."""

    id: str
    name: str
    page: str


@dataclass(frozen=True, slots=True)
class ShownSource:
    """A source of a deed by its key, and whose word it is."""

    key: str
    grade: SourceGrade


@dataclass(frozen=True, slots=True)
class ShownDeed:
    """A deed on the page of one signatory: its sources by grade, and who did it besides.

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
    """The page of one signatory: its parts with entries, those of the version in force first.

    `path` is that of the page in docs/. `successor` is who took its place, `predecessors` are those
    in whose place it is and who have a record.
    """

    signatory: ListedSignatory
    path: str
    parts: tuple[RecordPart, ...]
    successor: Lead | None = None
    predecessors: tuple[Lead, ...] = ()


@dataclass(frozen=True, slots=True)
class RecordView:
    """What pages show of the record.

    `tables` has that of the version in force first, always, then those of earlier versions with
    entries; `apart` has those of signatories who have withdrawn or ended, by version. `others` is
    how many organisations are left out of a long table, since nobody has looked at them. `shown`
    are the entries that are published, `waiting` is how many are not.
    """

    tables: tuple[RecordTable, ...]
    apart: tuple[RecordTable, ...]
    others: int
    pages: tuple[SignatoryRecord, ...]
    shown: Record
    waiting: int

    def by_principle(self, number: int) -> tuple[tuple[SignatoryRecord, RecordPart], ...]:
        """Who is documented to have done something under a principle of the version in force."""
        return tuple(
            (page, part)
            for page in self.pages
            for part in page.parts
            if part.in_force and part.deeds and part.principle.number == number
        )


def record_view(site: Site, settings: Settings, listed: Sequence[ListedSignatory]) -> RecordView:
    """The record of a checked site; `listed` are the signatories, in canonical order."""
    raise NotImplementedError
