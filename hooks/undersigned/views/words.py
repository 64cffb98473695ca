"""The words of one language: the last step from facts to what a page or a feed says.

Nothing reads them again. What is to be known of an entry is known from its facts.
"""

from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType

from ..dates import StatedDate, stated_date
from ..domain_names import shown
from ..evidence.grades import Grade
from ..fields import Kind
from ..identifiers import address_of
from ..locale import country_names, shown_date, shown_month
from ..model import Endorsement
from ..register.events import Event, EventType
from ..sentences import full_stop, sentence
from .entries import ListedSignatory
from .filter import formerly
from .record_tables import Cell, RecordRow
from .record_words import CellWords, cell_words, row_notes
from .rows import NOTHING, Known, More, NameRow, Note, Row, Since, Wording
from .terms import GRADES, KINDS, KINDS_OF_SEVERAL, SYMBOLS
from .timeline import Period


class Words:
    """The words of a CLDR locale, such as ``en_GB``.

    Each date is put into words once: many signed on one day.
    """

    def __init__(self, locale: str) -> None:
        self.locale = locale
        self.countries = country_names(locale)
        self._dates: dict[StatedDate | None, tuple[str, str]] = {None: ("", "")}
        self._wordings: dict[tuple[Kind, Grade, str, str, bool], Wording] = {}

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
            words = KINDS[endorsement.kind], self.verb(endorsement), version, superseded
            found = self._wordings[key] = Wording(*words, SYMBOLS[grade], GRADES[grade])
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
        if not (known or deeds or latest.withdrawn or latest.proved):
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
        since = _on_server(entry, endorsement) if endorsement.proved else NOTHING
        withdrawn, withdrawn_on = self._date(endorsement.withdrawn)
        return since._replace(withdrawn=withdrawn, withdrawn_on=withdrawn_on)

    def known(self, entry: ListedSignatory, endorsement: Endorsement) -> str:
        """How an endorsement of a signatory is known."""
        return "".join(self.graded(entry, endorsement, endorsement.grade))

    def graded(
        self, entry: ListedSignatory, endorsement: Endorsement, grade: Grade
    ) -> tuple[str, str, str]:
        """How an endorsement is known: words, the host of the evidence, if any, and words."""
        host = shown(endorsement.evidence_host)
        match grade:
            case Grade.PROVED:
                whose = "their" if endorsement.kind is Kind.INDIVIDUAL else "its"
                # A name is easy to imitate: whose server it was, its host says.
                proved = f"proved by {whose} own server on {self.date(endorsement.proved)}"
                at = (f"{proved}, at ", shown(entry.copy.host)) if entry.copy else (proved, "")
                return (*at, "")
            case Grade.CONFIRMED:
                when = self.date(endorsement.confirmed_by_email)
                return f"confirmed by e-mail on {when}", "", ""
            case Grade.OWN_SITE:
                whose = "their" if endorsement.kind is Kind.INDIVIDUAL else "its"
                then = " at the time" if endorsement.website_then else ""
                return f"stated on {whose} own site{then}, ", host, ""
            case Grade.STATED:
                return "stated on a page at ", host, ", not shown to be theirs"
        return "recorded by ", host, ""

    def became(self, entry: ListedSignatory) -> str:
        """What has become of a signatory, in sentences; empty where nothing has."""
        return " ".join(sentence(f"{note.before}{note.name}") for note in self._notes(entry))

    def stop(self, text: str) -> str:
        """The full stop behind a text that ends a sentence; empty where it has one."""
        return full_stop(text)

    def _notes(self, entry: ListedSignatory) -> tuple[Note, ...]:
        latest = entry.latest
        notes = []
        if latest.ended:
            notes.append(Note(f"Ended {self.at(latest.ended)}", "", ""))
        for before, who, name in (
            ("Succeeded by ", latest.succeeded_by, entry.successor),
            ("Part of ", latest.part_of, entry.whole),
        ):
            if who:
                notes.append(Note(before, name, who))
        return tuple(notes)

    def at(self, stated: StatedDate) -> str:
        """A date behind the word that goes before it: on a day, in a month."""
        return f"{'on' if stated.day else 'in'} {self.date(stated)}"

    def cell(self, cell: Cell) -> CellWords:
        """What a cell of the record says."""
        return cell_words(cell, self.at)

    def notes(self, row: RecordRow) -> tuple[str, ...]:
        """What a row of the record says beneath the name."""
        return row_notes(row, self.at)

    def date(self, stated: StatedDate | None) -> str:
        """A date, such as ``27 March 2023`` or ``March 2023``; empty where there is none."""
        return self._date(stated)[0]

    def verb(self, endorsement: Endorsement) -> str:
        """What stands before the date of an endorsement: a page states it, people sign."""
        return "signed" if endorsement.evidence is None else "stated"

    def country(self, code: str) -> str:
        """The name of a country."""
        return self.countries[code]

    def kind(self, kind: Kind) -> str:
        """What one signatory of a kind is called."""
        return KINDS[kind]

    def kinds(self, kind: Kind) -> str:
        """What several signatories of a kind are called."""
        return KINDS_OF_SEVERAL[kind]

    def group(self, key: str) -> str:
        """What a group of signatories is called, by its kind or its country."""
        return self.kinds(key) if isinstance(key, Kind) else self.country(key)

    def version(self, number: str) -> str:
        """What a version is called where only versions are."""
        return number

    def period(self, period: Period, short: bool = False) -> str:
        """A month or a year in full, or as short as an axis wants it; a year is its own name."""
        month = stated_date(period.stated)
        return shown_month(month, self.locale, short) if month else period.stated

    def actor(self, event: Event) -> str:
        """Who or what an event is about."""
        return event.signatory.name if event.signatory else f"Version {event.version}"

    def action(self, event: Event) -> str:
        """What happened to them, in words that follow their name."""
        if event.signatory is None:
            return "was published"
        if event.type is EventType.SIGNED:
            return f"endorsed version {event.version}"
        if event.type is EventType.ENDED:
            return "no longer exists"
        whose = "their" if event.signatory.kind is Kind.INDIVIDUAL else "its"
        # Who gave several may well stand by another.
        which = f" of version {event.version}" if event.signatory.earlier else ""
        return f"withdrew {whose} endorsement{which}"

    def _date(self, stated: StatedDate | None) -> tuple[str, str]:
        """A date in words and as programs read it."""
        words = self._dates.get(stated)
        if words is None and stated is not None:
            words = self._dates[stated] = shown_date(stated, self.locale), str(stated)
        return words or ("", "")


def _on_server(entry: ListedSignatory, endorsement: Endorsement) -> Since:
    """What a signatory's server said, what it says now, and words for evidence besides these."""
    if entry.copy is None:
        return NOTHING
    address = entry.copy.record.address
    evidence = endorsement.evidence or ""
    other = evidence and _without_www(evidence) != _without_www(address)
    stated = f"stated at {shown(endorsement.evidence_host)}" if other else ""
    return NOTHING._replace(copy=entry.kept_at, served=address, stated=stated)


def _without_www(address: str) -> str:
    """An address by which that of a file on a host and on its twin are the same."""
    return address.replace("https://www.", "https://", 1)
