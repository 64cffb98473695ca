"""The words of one language: the last step from facts to what a page or a feed says.

Nothing reads them again. What is to be known of an entry is known from its facts.
"""

from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from types import MappingProxyType

from ..bibliography.values.entry_types import SourceGroup
from ..dates import StatedDate, stated_date
from ..domain_names import shown
from ..evidence.grades import Grade
from ..fields import Kind
from ..identifiers import address_of
from ..language.catalogue import Catalogue, catalogue_of
from ..locale import country_names, shown_date, shown_month
from ..model import Endorsement
from ..register.events import Event
from ..sentences import full_stop, sentence
from .entries import ListedSignatory
from .event_words import actor, event_words
from .filter import formerly
from .grade_words import PLACE, Graded, around, graded
from .record_tables import Cell, RecordRow
from .record_words import CellWords, cell_words, row_notes
from .rows import NOTHING, Known, More, NameRow, Note, Row, Since, Wording
from .terms import SYMBOLS, grades, kinds, kinds_of_several, source_groups
from .timeline import Period


class Words:
    """The words of a CLDR locale, such as ``en_GB``; those of the catalogue, if one is given.

    Each date is put into words once: many signed on one day.
    """

    def __init__(self, locale: str, catalogue: Catalogue | None = None) -> None:
        self.locale, self.catalogue = locale, catalogue or catalogue_of(locale)
        self.countries = country_names(locale)
        self._kinds, self._grades = kinds(self.catalogue), grades(self.catalogue)
        self._kinds_of_several = kinds_of_several(self.catalogue)
        self._dates: dict[StatedDate | None, tuple[str, str]] = {None: ("", "")}
        self._wordings: dict[tuple[Kind, Grade, str, str, bool], Wording] = {}

    @cached_property
    def on_pages(self) -> "Words":
        """The words for pages; where these run from right to left, English is set apart."""
        return Words(self.locale, self.catalogue.on_pages)

    def rows(
        self, entries: Iterable[ListedSignatory], deeds: Mapping[str, str] = MappingProxyType({})
    ) -> Iterator[Row]:
        """Signatories as a list prints them; `deeds` has the page of the deeds of some, by id."""
        for entry in entries:
            latest = entry.latest
            yield Row(
                self._wording(entry, latest),
                latest.name,
                latest.signatory,
                self.countries[latest.country] if latest.country else "",
                latest.website or "",
                latest.affiliation or "",
                latest.statement or "",
                *self._date(latest.signed),
                latest.evidence or "",
                latest.archived or "",
                self.known(entry, latest),
                self._more(entry, deeds.get(latest.signatory, "")),
            )

    def row(self, entry: ListedSignatory) -> Row:
        """A signatory as a list prints it."""
        return next(self.rows((entry,)))

    def names(
        self, entries: Iterable[ListedSignatory], pages: Mapping[str, str]
    ) -> Iterator[NameRow]:
        """Signatories as a list of names prints them; `pages` has where each entry is, by id."""
        for entry in entries:
            latest = entry.latest
            yield NameRow(
                self._wording(entry, latest),
                latest.name,
                f"{pages[latest.signatory]}#{latest.signatory}",
                latest.affiliation or "",
                self.countries[latest.country] if latest.country else "",
                *self._date(latest.signed),
            )

    def _wording(self, entry: ListedSignatory, endorsement: Endorsement) -> Wording:
        version, grade = endorsement.version, endorsement.grade
        key = endorsement.kind, grade, version, entry.in_force, endorsement.evidence is None
        if (found := self._wordings.get(key)) is None:
            superseded = version if version != entry.in_force else ""
            words = self._kinds[endorsement.kind], self.verb(endorsement), version, superseded
            found = self._wordings[key] = Wording(*words, SYMBOLS[grade], self._grades[grade])
        return found

    def _known(self, entry: ListedSignatory, endorsement: Endorsement) -> Known:
        return Known(
            self._wording(entry, endorsement),
            *self._date(endorsement.signed),
            endorsement.evidence or "",
            endorsement.archived or "",
            self.known(entry, endorsement),
            self._since(entry, endorsement),
        )

    def _more(self, entry: ListedSignatory, deeds: str) -> More | None:
        """What a signatory has that few have, if it has any of it."""
        latest, earlier = entry.signatory
        known = earlier or latest.formerly or latest.identifiers or latest.ended or latest.part_of
        if not (known or entry.founding or deeds or latest.withdrawn or latest.proved):
            return None
        return More(
            tuple(formerly(entry)),
            tuple(self._known(entry, each) for each in earlier),
            self._notes(entry),
            tuple((each, address_of(each)) for each in latest.identifiers),
            deeds,
            self._since(entry, latest),
        )

    def _since(self, entry: ListedSignatory, endorsement: Endorsement) -> Since:
        since = _on_server(entry, endorsement, self.catalogue) if endorsement.proved else NOTHING
        withdrawn, withdrawn_on = self._date(endorsement.withdrawn)
        return since._replace(withdrawn=withdrawn, withdrawn_on=withdrawn_on)

    def known(self, entry: ListedSignatory, endorsement: Endorsement) -> str:
        """How an endorsement of a signatory is known."""
        return "".join(self.graded(entry, endorsement, endorsement.grade))

    def graded(self, entry: ListedSignatory, endorsement: Endorsement, grade: Grade) -> Graded:
        """How an endorsement is known: words, the host of the evidence, if any, and words."""
        return graded(entry, endorsement, grade, self.catalogue, self.date)

    def became(self, entry: ListedSignatory) -> str:
        """What has become of a signatory, in sentences; empty where nothing has."""
        return " ".join(sentence(f"{note.before}{note.name}") for note in self._notes(entry))

    def stop(self, text: str) -> str:
        """The full stop behind a text that ends a sentence; empty where it has one."""
        return full_stop(text)

    def _notes(self, entry: ListedSignatory) -> tuple[Note, ...]:
        _, latest, notes = self.catalogue.gettext, entry.latest, list[Note]()
        if entry.founding:
            notes.append(Note(_("Founding signatory, before the text was published"), "", ""))
        if latest.ended:
            notes.append(Note(_("Ended %(when)s", when=self.at(latest.ended)), "", ""))
        if latest.succeeded_by:
            before, name, _after = around(_("Succeeded by %(name)s", name=PLACE), entry.successor)
            notes.append(Note(before, name, latest.succeeded_by))
        if latest.part_of:
            before, name, _after = around(_("Part of %(name)s", name=PLACE), entry.whole)
            notes.append(Note(before, name, latest.part_of))
        return tuple(notes)

    def at(self, stated: StatedDate) -> str:
        """A date behind the word that goes before it: on a day, in a month."""
        date, pgettext = self.date(stated), self.catalogue.pgettext
        if stated.day:
            return pgettext("a day", "on %(date)s", date=date)
        if stated.month:
            return pgettext("a month", "in %(date)s", date=date)
        return pgettext("a year", "in %(date)s", date=date)

    def cell(self, cell: Cell) -> CellWords:
        """What a cell of the record says."""
        return cell_words(cell, self.at, self.catalogue)

    def notes(self, row: RecordRow) -> tuple[str, ...]:
        """What a row of the record says beneath the name."""
        return row_notes(row, self.at, self.catalogue)

    def date(self, stated: StatedDate | None) -> str:
        """A date, such as ``27 March 2023`` or ``March 2023``; empty where there is none."""
        return self._date(stated)[0]

    def verb(self, endorsement: Endorsement) -> str:
        """What stands before the date of an endorsement: a page states it, people sign."""
        _ = self.catalogue.gettext
        return _("signed") if endorsement.evidence is None else _("stated")

    def country(self, code: str) -> str:
        """The name of a country."""
        return self.countries[code]

    def kind(self, kind: Kind) -> str:
        """What one signatory of a kind is called."""
        return self._kinds[kind]

    def kinds(self, kind: Kind) -> str:
        """What several signatories of a kind are called."""
        return self._kinds_of_several[kind]

    def group(self, key: str) -> str:
        """What a group of signatories is called, by its kind or its country."""
        return self.kinds(key) if isinstance(key, Kind) else self.country(key)

    def sources(self, group: SourceGroup) -> str:
        """What a group of sources is called."""
        return source_groups(self.catalogue)[group]

    def version(self, number: str) -> str:
        """What a version is called where only versions are."""
        return number

    def period(self, period: Period, short: bool = False) -> str:
        """A month or a year in full, or as short as an axis wants it; a year is its own name."""
        month = stated_date(period.stated)
        return shown_month(month, self.locale, short) if month else period.stated

    def actor(self, event: Event) -> str:
        """Who or what an event is about."""
        return actor(event, self.catalogue)

    def happened(self, event: Event) -> str:
        """What happened to them, as a sentence without its full stop."""
        return event_words(event, self.actor(event), self.catalogue)

    def action(self, event: Event) -> str:
        """What happened to them, in the words of that sentence beside their name."""
        before, _, after = around(event_words(event, PLACE, self.catalogue), "")
        return f"{before}{after}".strip()

    def _date(self, stated: StatedDate | None) -> tuple[str, str]:
        """A date in words and as programs read it."""
        words = self._dates.get(stated)
        if words is None and stated is not None:
            words = self._dates[stated] = shown_date(stated, self.locale), str(stated)
        return words or ("", "")


def _on_server(entry: ListedSignatory, endorsement: Endorsement, catalogue: Catalogue) -> Since:
    """What a signatory's server said, what it says now, and words for evidence besides these."""
    if entry.copy is None:
        return NOTHING
    address = entry.copy.record.address
    evidence = endorsement.evidence or ""
    other = evidence and _without_www(evidence) != _without_www(address)
    host = shown(endorsement.evidence_host)
    stated = catalogue.gettext("stated at %(host)s", host=host) if other else ""
    return NOTHING._replace(copy=entry.kept_at, served=address, stated=stated)


def _without_www(address: str) -> str:
    """An address by which that of a file on a host and on its twin are the same."""
    return address.replace("https://www.", "https://", 1)
