"""What follows of an entry of the record from the register and the bibliography beside it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from pybtex.database import Entry as Reference

from ..bibliography.values.links import archived_copy
from ..deeds.publishing import shown_from, within_membership
from ..deeds.rules.context import RecordContext, version_of
from ..deeds.sources import SourceGrade, graded, is_own_of_any, pages_of, websites_of
from ..text.source import Entry
from ..urls import refusal
from .unchecked_record import unchecked


@dataclass(frozen=True, slots=True)
class RecordState:
    """The entries of the record in one state of a site, and what they depend on there."""

    entries: Sequence[Entry]
    context: RecordContext


class SourceFact(NamedTuple):
    """A source of a deed as the bibliography has it, and whose page it is.

    `owners` are those among whom the deed is about whose own page it is. A source that is not in
    the bibliography has no `reference`.
    """

    key: str
    reference: Reference | None
    grade: SourceGrade
    owners: tuple[str, ...] = ()

    @property
    def addresses(self) -> list[str]:
        """The addresses at which readers find it."""
        return pages_of(self.reference) if self.reference else []

    @property
    def archived(self) -> str:
        """The address of its archived copy; empty where it has none."""
        return archived_copy(self.reference)[0] if self.reference else ""


class Facts(NamedTuple):
    """What follows of an entry: its sources, and about whom it is shown from which day.

    It is `shown` from no day while somebody has still to be written to. `unknown` are those who are
    not in the register, `gone` those who had withdrawn or ended by its date. `is_own_reply` is
    whether the reply stands on a page of the signatory's own; None where it gives no address. The
    `principle` is in the words of the `version`; both are empty where they are not known.
    """

    sources: tuple[SourceFact, ...] = ()
    shown: date | None = None
    about: tuple[str, ...] = ()
    unknown: tuple[str, ...] = ()
    gone: tuple[str, ...] = ()
    is_own_reply: bool | None = None
    version: str = ""
    principle: str = ""

    def is_shown(self, day: date) -> bool:
        """Whether a build dated that day shows the entry, if no rule refuses it."""
        return bool(self.about) and self.shown is not None and self.shown <= day


def facts_of(entry: Entry, context: RecordContext) -> Facts:
    """What follows of an entry in a state of the site, whatever the rules say of it."""
    recorded, known = unchecked(entry), context.signatories
    within = within_membership(recorded, known)
    about = within.who if within else ()
    unknown = tuple(who for who in recorded.who if who not in known)
    version = version_of(entry, context)
    principles = context.principles.get(version, {})
    return Facts(
        tuple(_sources(entry, context)),
        shown_from(recorded, known, context.library),
        about,
        unknown,
        tuple(who for who in recorded.who if who not in (*about, *unknown)),
        _is_own_reply(entry, context),
        version,
        principles.get(recorded.principle or 0, ""),
    )


def _sources(entry: Entry, context: RecordContext) -> Iterator[SourceFact]:
    about = context.about(entry)
    for key in dict.fromkeys(text.value for text in entry.each("sources")):
        source = context.library.sources.get(key)
        yield SourceFact(key, source, *(graded(source, about) if source else (SourceGrade.OTHER,)))


def _is_own_reply(entry: Entry, context: RecordContext) -> bool | None:
    address = entry.values.get("reply_source")
    if address is None:
        return None
    sites = (site for one in context.about(entry) for site in websites_of(one))
    return refusal(address) is None and is_own_of_any(address, sites)
