"""The tables of the record: who is documented to have done what, or not, under each principle."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from ..dates import StatedDate
from ..deeds.addresses import anchor_of_principle
from ..deeds.model import Bearing, Deed, Record, Recorded, Search
from ..model import Standing
from ..statement.principles import numbered_parts
from ..statement.version import Version
from .entries import ListedSignatory


class CellState(StrEnum):
    """What is known of a signatory under a principle: what is documented comes first."""

    DOCUMENTED = "documented"
    NOTHING_FOUND = "nothing-found"
    NOT_LOOKED = "not-looked"


@dataclass(frozen=True, slots=True)
class Principle:
    """A principle of a version by its number, and its words; of a text without numbers, all of it.

    `anchor` is what its part is called on the page of a signatory. Where it `goes_on`, the words
    are those of its first paragraph alone.
    """

    number: int | None
    words: str
    anchor: str
    goes_on: bool = False


@dataclass(frozen=True, slots=True)
class Cell:
    """What is documented of one signatory under one principle, and where nothing was found.

    The newest stands first.
    """

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
        return self.searches[0].looked if self.searches else None

    @property
    def replied(self) -> int:
        """How many of the entries have the signatory's reply."""
        entries: Iterable[Recorded] = (*self.deeds, *self.searches)
        return sum(entry.reply is not None for entry in entries)

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

    @property
    def numbered(self) -> bool:
        """Whether the text has numbers, by which it is spoken of principles."""
        return self.principles[0].number is not None


@dataclass(frozen=True, slots=True)
class Cells:
    """Every entry of a record by whom and what it is about; `versions` has the one in force first.

    `pages` has the path of the page of each signatory with an entry, by its id.
    """

    versions: Mapping[str, tuple[Principle, ...]]
    pages: Mapping[str, str]
    _entries: Mapping[tuple[str, str], Mapping[int | None, list[Recorded]]] = field(repr=False)

    def has(self, signatory: str, version: str) -> bool:
        """Whether anything is recorded of a signatory under a version."""
        return (signatory, version) in self._entries

    def of(self, signatory: str, version: str) -> tuple[Cell, ...]:
        """A cell for each principle of a version."""
        found = self._entries.get((signatory, version), {})
        return tuple(_cell(each, found.get(each.number, ())) for each in self.versions[version])


def cells_of(record: Record, versions: Sequence[Version], pages: Mapping[str, str]) -> Cells:
    """The entries of a record as cells; the versions come oldest first."""
    found: dict[tuple[str, str], dict[int | None, list[Recorded]]] = {}
    for entry in record.entries:
        for who in entry.who:
            under = found.setdefault((who, entry.version), {})
            under.setdefault(entry.principle, []).append(entry)
    principles = {each.number: _principles(each, each is versions[-1]) for each in versions[::-1]}
    return Cells(principles, pages, found)


def tables_of(
    cells: Cells, signatories: Iterable[ListedSignatory], *, all_rows: bool, always: bool
) -> Iterator[RecordTable]:
    """A table for each version under which these have entries, that of the one in force first.

    That one is there `always`, or not; it has `all_rows`, or those with entries, as the others do.
    """
    listed = tuple(signatories)
    for place, (version, principles) in enumerate(cells.versions.items()):
        in_force = place == 0
        rows = tuple(
            _row(cells, each, version)
            for each in listed
            if (in_force and all_rows) or cells.has(each.id, version)
        )
        if rows or (in_force and always):
            yield RecordTable(version, in_force, principles, rows)


def _row(cells: Cells, who: ListedSignatory, version: str) -> RecordRow:
    endorsed = who.signatory.endorsed if who.standing is Standing.ENDORSES else ()
    other = () if version in endorsed else endorsed
    return RecordRow(who, cells.of(who.id, version), cells.pages.get(who.id, ""), other)


def _cell(principle: Principle, entries: Iterable[Recorded]) -> Cell:
    newest = sorted(entries, key=lambda entry: entry.when.last_day, reverse=True)
    return Cell(
        principle,
        tuple(each for each in newest if isinstance(each, Deed)),
        tuple(each for each in newest if isinstance(each, Search)),
    )


def _principles(version: Version, in_force: bool) -> tuple[Principle, ...]:
    parts = numbered_parts(version.text)
    numbered: dict[int | None, tuple[str, bool]] = {each.number: each[1:] for each in parts}
    return tuple(
        Principle(
            number, _plain(words), anchor_of_principle(number, version.number, in_force), goes_on
        )
        for number, (words, goes_on) in (numbered or {None: ("", False)}).items()
    )


# Marks of Markdown in the words of a text: links, escapes, emphasis, code.
_LINK = re.compile(r"!?\[([^\[\]]*)\]\([^()\s]*\)")
_MARKS = re.compile(r"\\([!-/:-@\[-`{-~])|(?<!\s)\*+|\*+(?!\s)|(?<!\w)_+(?=\w)|(?<=\w)_+(?!\w)|`+")


def _plain(words: str) -> str:
    """The words without the marks of Markdown, for where none is read."""
    return _MARKS.sub(r"\1", _LINK.sub(r"\1", words)).strip()
