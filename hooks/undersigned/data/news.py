"""What the feed says of each event: of the register and the versions, and of the record."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from ..deeds.addresses import anchor_of_entry
from ..deeds.events import RecordEvent
from ..deeds.model import Deed, Recorded
from ..deeds.publishing import is_before_endorsement
from ..paths import page_of_record
from ..register.events import Event, EventType
from ..sentences import sentence
from ..text_paths import AS_USUAL, TextPaths
from ..views.deed_words import DeedWords
from ..views.entries import ListedSignatory
from ..views.register import RegisterView
from ..views.words import Words
from .feed import News
from .statement import Origin


@dataclass(frozen=True)
class Newsroom:
    """Puts events into words: those of the signatories of a register, and what they did."""

    origin: Origin
    register: RegisterView
    words: Words
    texts: TextPaths = AS_USUAL

    @cached_property
    def _listed(self) -> Mapping[str, ListedSignatory]:
        """The signatories by their ids."""
        return {entry.latest.signatory: entry for entry in self.register.entries}

    def told(self, event: Event | RecordEvent) -> News:
        """What the feed says of an event."""
        if isinstance(event, RecordEvent):
            return self._of_record(event)
        return News(event.type, event.subject, self.words.happened(event), *self._about(event))

    def _about(self, event: Event) -> tuple[str, str]:
        """The place that an event leads to, and its summary."""
        who, endorsement = event.signatory, event.endorsement
        if who is None or endorsement is None:
            place = self.origin.address_of(self.texts.page_of(event.version))
            return place, sentence(self._by())
        id_ = endorsement.signatory
        entry = self._listed[id_]
        place = f"{self.register.pages[id_]}#{id_}"
        if event.type is EventType.ENDED:
            return place, self.words.became(entry)
        by_server = entry.copy.record.address if endorsement.proved and entry.copy else ""
        where = by_server or endorsement.evidence
        known = self.words.catalogue.gettext(
            "Version %(version)s, %(date)s, %(known)s",
            version=event.version,
            date=self.words.date(event.date),
            known=self.words.known(entry, endorsement),
        )
        return place, f"{known}: {where}" if where else known

    def _by(self) -> str:
        """Who wrote the text, or publishes it here as well."""
        _, publisher = self.words.catalogue.gettext, self.origin.publisher
        if self.origin.edition.independent:
            return _("Text by %(publisher)s", publisher=publisher)
        return _("Published by %(publisher)s", publisher=publisher)

    def _of_record(self, event: RecordEvent) -> News:
        """Of an entry of the record; it leads to the page of the first whom it is about."""
        entry = event.entry
        about = [self._listed[who] for who in entry.who]
        page = self.origin.address_of(page_of_record(entry.who[0]))
        words = DeedWords(self.words)
        title = words.title(event, [each.name for each in about])
        before = [each.name for each in about if _is_before(entry, each)]
        place = f"{page}#{anchor_of_entry(entry.id)}"
        return News(event.type, entry.id, title, place, words.summary(event, before))


def _is_before(entry: Recorded, who: ListedSignatory) -> bool:
    return isinstance(entry, Deed) and is_before_endorsement(entry, who.signatory)
