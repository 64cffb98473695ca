"""The record of what signatories did as its pages show it: tables, and what is told of each."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from ..deeds.model import Record
from ..deeds.publishing import published
from ..fields import Kind
from ..language.catalogue import ENGLISH, Catalogue
from ..model import Standing
from ..paths import page_of_record
from ..settings import Settings
from ..site import Site
from .entries import ListedSignatory
from .record_pages import RecordPart, SignatoryRecord, record_pages
from .record_tables import RecordTable, cells_of, tables_of
from .record_words import caveat


@dataclass(frozen=True, slots=True)
class RecordView:
    """What pages show of the record.

    `tables` has that of the version in force first, always, then those of earlier versions with
    entries; `apart` has those of signatories who have withdrawn or ended, by version. `others` is
    how many organisations are left out of a long table, since nothing is recorded of them. `shown`
    are the entries that are published, `waiting` is how many are not. What it says is in the
    language of the `catalogue`.
    """

    tables: tuple[RecordTable, ...]
    apart: tuple[RecordTable, ...]
    others: int
    pages: tuple[SignatoryRecord, ...]
    shown: Record
    waiting: int
    catalogue: Catalogue = ENGLISH

    @property
    def caveat(self) -> str:
        """What a reader of the tables has to know."""
        return caveat(self.catalogue, numbered=any(table.numbered for table in self.tables))

    @property
    def paths(self) -> Mapping[str, str]:
        """The path, in docs/, of the page of each signatory with an entry, by its id."""
        return {page.signatory.id: page.path for page in self.pages}

    def by_principle(self, number: int) -> tuple[tuple[SignatoryRecord, RecordPart], ...]:
        """Who is documented to have done something under a principle of the version in force."""
        return tuple(
            (page, part)
            for page in self.pages
            for part in page.parts
            if part.in_force and part.deeds and part.principle.number == number
        )


def record_view(site: Site, settings: Settings, listed: Sequence[ListedSignatory]) -> RecordView:
    """The record of a checked site; `listed` are all signatories, in canonical order.

    Individuals have none. Where more organisations endorse the text than one page lists, the table
    has only those of whom something is recorded.
    """
    catalogue = settings.catalogue
    shown = published(site.record, site.register, site.library, settings.built_on)
    organisations = [each for each in listed if each.latest.kind is not Kind.INDIVIDUAL]
    about = {who for entry in shown.entries for who in entry.who}
    recorded = [each for each in organisations if each.id in about] if about else []
    cells = cells_of(shown, site.versions, {each.id: page_of_record(each.id) for each in recorded})
    active = [each for each in organisations if each.standing is Standing.ENDORSES]
    still = [each for each in recorded if each.standing is Standing.ENDORSES]
    gone = [each for each in recorded if each.standing is not Standing.ENDORSES]
    long = len(active) > settings.split
    rows = still if long else active
    return RecordView(
        tables=tuple(tables_of(cells, rows, all_rows=not long, always=True)),
        apart=tuple(tables_of(cells, gone, all_rows=False, always=False)),
        others=len(active) - len(rows),
        pages=tuple(record_pages(cells, listed, site.library, catalogue)),
        shown=shown,
        waiting=len(site.record.entries) - len(shown.entries),
        catalogue=catalogue,
    )
