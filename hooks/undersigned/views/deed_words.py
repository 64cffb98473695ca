"""The words for what signatories are documented to have done, for pages, feeds and print."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from ..deeds.events import RecordEvent, RecordEventType
from ..deeds.model import Bearing, Deed, Recorded, Reply, Search
from ..deeds.sources import SourceGrade
from ..language.catalogue import Catalogue
from ..language.enumerated import enumerated
from ..sentences import sentence
from .record_pages import RecordPart
from .words import Words


def readings(catalogue: Catalogue) -> Mapping[Bearing, str]:
    """How the editors may read a deed."""
    _ = catalogue.gettext
    return {
        Bearing.IN_LINE: _("in line"),
        Bearing.AT_ODDS: _("at odds"),
        Bearing.DISPUTED: _("disputed"),
    }


def source_grades(catalogue: Catalogue) -> Mapping[SourceGrade, str]:
    """Whose page a source is, where nobody is named."""
    _ = catalogue.gettext
    return {
        SourceGrade.OWN: _("a signatory’s own page"),
        SourceGrade.AUTHORITY: _("a court’s or a state’s page"),
        SourceGrade.OTHER: _("another’s page"),
    }


def heading(part: RecordPart, catalogue: Catalogue) -> str:
    """What a part of a record is about: its principle, and the version if that is not in force."""
    _, number, words = catalogue.gettext, part.principle.number, part.principle.words
    principle = _("The text") if number is None else f"{number}. {words}"
    if part.in_force:
        return principle
    return _("Version %(version)s: %(principle)s", version=part.version, principle=principle)


@dataclass(frozen=True)
class DeedWords:
    """Puts entries of the record into words, with dates and in the language that `words` has."""

    words: Words

    def title(self, event: RecordEvent, names: Sequence[str]) -> str:
        """What happened, in one line; `names` are of those whom the entry is about."""
        entry, who = event.entry, enumerated(names, self.words.catalogue)
        principle = "" if entry.principle is None else str(entry.principle)
        if event.type is RecordEventType.REPLIED:
            return self._replied(who, principle)
        if isinstance(entry, Deed):
            return self._done(who, principle, entry.deed)
        return self._looked(who, principle)

    def _replied(self, who: str, principle: str) -> str:
        _ = self.words.catalogue.gettext
        if not principle:
            return _("%(who)s replied to what is recorded of it", who=who)
        return self.words.catalogue.part_gettext(
            "%(who)s replied to what is recorded of it under principle %(principle)s",
            who=who,
            principle=principle,
        )

    def _done(self, who: str, principle: str, deed: str) -> str:
        _ = self.words.catalogue.gettext
        if not principle:
            return _("%(who)s: %(deed)s", who=who, deed=deed)
        return self.words.catalogue.part_gettext(
            "%(who)s, under principle %(principle)s: %(deed)s",
            who=who,
            principle=principle,
            deed=deed,
        )

    def _looked(self, who: str, principle: str) -> str:
        _ = self.words.catalogue.gettext
        if not principle:
            return _("Looked for what %(who)s did: nothing found", who=who)
        return self.words.catalogue.part_gettext(
            "Looked for what %(who)s did under principle %(principle)s: nothing found",
            who=who,
            principle=principle,
        )

    def summary(self, event: RecordEvent, before: Sequence[str] = ()) -> str:
        """What there is to know of an event, in sentences.

        `before` are the names of those who endorsed the text only after a deed.
        """
        _, entry = self.words.catalogue.gettext, event.entry
        said = self.said(entry, before)
        if event.type is RecordEventType.REPLIED and entry.reply:
            about = _("It is about:")
            if isinstance(entry, Deed):
                about = _("It is about: “%(deed)s”", deed=sentence(entry.deed))
            return f"{self.reply(entry.reply)} {about} {said}"
        return " ".join(filter(None, (said, self.reply(entry.reply))))

    def said(self, entry: Recorded, before: Sequence[str] = ()) -> str:
        """When a deed was done and how it is read, or where nothing was found."""
        if not isinstance(entry, Deed):
            return self.searched(entry)
        _, when = self.words.catalogue.gettext, self.dated(entry)
        if before and len(entry.who) == 1:
            when = _("%(when)s, before its endorsement", when=when)
        elif before:
            names = enumerated(before, self.words.catalogue)
            when = _("%(when)s, before the endorsement of %(names)s", when=when, names=names)
        return f"{sentence(when)} {self.reading(entry.bearing)}"

    def reading(self, bearing: Bearing) -> str:
        """How the editors read a deed, in a sentence that says it to be that."""
        read = readings(self.words.catalogue)[bearing]
        return self.words.catalogue.gettext("The editors’ reading: %(reading)s.", reading=read)

    def dated(self, deed: Deed) -> str:
        """When a deed was done or, of pages without a date, seen."""
        if deed.date:
            return self.words.date(deed.date)
        return self.words.catalogue.gettext("Seen %(when)s", when=self.words.at(deed.when))

    def searched(self, search: Search) -> str:
        """Where it was looked, and that nothing was found."""
        return self.words.catalogue.gettext(
            "Looked %(when)s, and nothing found: %(places)s",
            when=self.words.at(search.looked),
            places=sentence("; ".join(search.where)),
        )

    def reply(self, reply: Reply | None) -> str:
        """What the signatory replied, in its own words; empty where it did not."""
        if reply is None:
            return ""
        _, said = self.words.catalogue.gettext, reply.words
        date = self.words.date(reply.date)
        by_email = reply.by_email and not reply.source
        if by_email and date:
            return _("It replied by e-mail, %(date)s: “%(words)s”", date=date, words=said)
        if by_email:
            return _("It replied by e-mail: “%(words)s”", words=said)
        if date:
            return _("It replied, %(date)s: “%(words)s”", date=date, words=said)
        return _("It replied: “%(words)s”", words=said)
