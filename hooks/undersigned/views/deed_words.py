"""The words for what signatories are documented to have done, for pages, feeds and print."""

from collections.abc import Sequence
from dataclasses import dataclass

from ..deeds.events import RecordEvent, RecordEventType
from ..deeds.model import Bearing, Deed, Recorded, Reply, Search
from ..deeds.sources import SourceGrade
from ..sentences import sentence
from .record_pages import RecordPart
from .words import Words

# How the editors read a deed.
READINGS = {
    Bearing.IN_LINE: "in line",
    Bearing.AT_ODDS: "at odds",
    Bearing.DISPUTED: "disputed",
}

# Whose page a source is, where nobody is named.
SOURCE_GRADES = {
    SourceGrade.OWN: "a signatory’s own page",
    SourceGrade.AUTHORITY: "a court’s or a state’s page",
    SourceGrade.OTHER: "another’s page",
}


def heading(part: RecordPart) -> str:
    """What a part of a record is about: its principle, and the version if that is not in force."""
    number, words = part.principle.number, part.principle.words
    principle = "The text" if number is None else f"{number}. {words}"
    return principle if part.in_force else f"Version {part.version}: {principle}"


def joined(names: Sequence[str]) -> str:
    """Names as a sentence has them: with 'and' before the last."""
    *others, last = names
    return f"{', '.join(others)} and {last}" if others else last


@dataclass(frozen=True)
class DeedWords:
    """Puts entries of the record into words, with dates as `words` has them."""

    words: Words

    def title(self, event: RecordEvent, names: Sequence[str]) -> str:
        """What happened, in one line; `names` are of those whom the entry is about."""
        entry, who = event.entry, joined(names)
        under = "" if entry.principle is None else f" under principle {entry.principle}"
        if event.type is RecordEventType.REPLIED:
            return f"{who} replied to what is recorded of it{under}"
        if isinstance(entry, Deed):
            return f"{who}{under and f',{under}'}: {entry.deed}"
        return f"Looked for what {who} did{under}: nothing found"

    def summary(self, event: RecordEvent, before: Sequence[str] = ()) -> str:
        """What there is to know of an event, in sentences.

        `before` are the names of those who endorsed the text only after a deed.
        """
        entry, said = event.entry, self.said(event.entry, before)
        if event.type is RecordEventType.REPLIED and entry.reply:
            about = f" “{sentence(entry.deed)}”" if isinstance(entry, Deed) else ""
            return f"{self.reply(entry.reply)} It is about:{about} {said}"
        return " ".join(filter(None, (said, self.reply(entry.reply))))

    def said(self, entry: Recorded, before: Sequence[str] = ()) -> str:
        """When a deed was done and how it is read, or where nothing was found."""
        if not isinstance(entry, Deed):
            return self.searched(entry)
        when = self.dated(entry)
        if before:
            alone = len(entry.who) == 1
            whose = "its endorsement" if alone else f"the endorsement of {joined(before)}"
            when = f"{when}, before {whose}"
        return f"{sentence(when)} The editors’ reading: {READINGS[entry.bearing]}."

    def dated(self, deed: Deed) -> str:
        """When a deed was done or, of pages without a date, seen."""
        return self.words.date(deed.date) or f"Seen {self.words.at(deed.when)}"

    def searched(self, search: Search) -> str:
        """Where it was looked, and that nothing was found."""
        when = self.words.at(search.looked)
        return f"Looked {when}, and nothing found: {sentence('; '.join(search.where))}"

    def reply(self, reply: Reply | None) -> str:
        """What the signatory replied, in its own words; empty where it did not."""
        if reply is None:
            return ""
        when = f", {self.words.date(reply.date)}" if reply.date else ""
        by_email = " by e-mail" if reply.by_email and not reply.source else ""
        return f"It replied{by_email}{when}: “{reply.words}”"
