"""The words of one language: the last step from facts to what a page or a feed says.

Nothing reads them again. What is to be known of an entry is known from its facts.
"""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from ..dates import StatedDate, stated_date
from ..locale import country_names, shown_date, shown_month
from ..model import Grade, Kind
from ..register.events import Event, EventType
from .entries import ListedEntry
from .timeline import Period

KINDS = {
    Kind.COMPANY: "Company",
    Kind.NONPROFIT: "Non-profit organisation",
    Kind.ACADEMIC: "Academic institution",
    Kind.ASSOCIATION: "Association",
    Kind.PUBLIC_BODY: "Public body",
    Kind.INDIVIDUAL: "Individual",
}
KINDS_OF_SEVERAL = {
    Kind.COMPANY: "Companies",
    Kind.NONPROFIT: "Non-profit organisations",
    Kind.ACADEMIC: "Academic institutions",
    Kind.ASSOCIATION: "Associations",
    Kind.PUBLIC_BODY: "Public bodies",
    Kind.INDIVIDUAL: "Individuals",
}

# How an endorsement is known, by shape before words say it. They are in the fonts of every system
# (WGL4): a house, the lines of a record, and the sign of e-mail.
SYMBOLS = {Grade.OWN_SITE: "⌂", Grade.RECORDED: "≡", Grade.CONFIRMED: "@"}


class Row(NamedTuple):
    """An entry as a list prints it: every value a text, and empty where it has none.

    `signed_on` and `withdrawn_on` are dates as programs read them. `superseded` is the version
    endorsed where that is no longer the one in force.
    """

    name: str
    slug: str
    kind: str
    country: str
    website: str
    affiliation: str
    signed: str
    signed_on: str
    evidence: str
    symbol: str
    grade: str
    version: str
    superseded: str
    statement: str
    withdrawn: str
    withdrawn_on: str


class Words:
    """The words of a CLDR locale, such as ``en_GB``.

    Each date is put into words once: many signed on one day.
    """

    def __init__(self, locale: str) -> None:
        self.locale = locale
        self.countries = country_names(locale)
        self._dates: dict[StatedDate | None, tuple[str, str]] = {None: ("", "")}

    def rows(self, entries: Iterable[ListedEntry]) -> Iterator[Row]:
        """Entries as a list prints them."""
        return map(self.row, entries)

    def row(self, entry: ListedEntry) -> Row:
        """An entry as a list prints it."""
        signatory, slug, grade, superseded = entry
        signed, signed_on = self._date(signatory.signed)
        withdrawn, withdrawn_on = self._date(signatory.withdrawn)
        return Row(
            name=signatory.name,
            slug=slug,
            kind=KINDS[signatory.kind],
            country=self.countries[signatory.country] if signatory.country else "",
            website=signatory.website or "",
            affiliation=signatory.affiliation or "",
            signed=signed,
            signed_on=signed_on,
            evidence=signatory.evidence or "",
            symbol=SYMBOLS[grade],
            grade=self.grade(entry),
            version=signatory.version,
            superseded=signatory.version if superseded else "",
            statement=signatory.statement or "",
            withdrawn=withdrawn,
            withdrawn_on=withdrawn_on,
        )

    def grade(self, entry: ListedEntry) -> str:
        """How an endorsement is known."""
        if entry.grade is Grade.CONFIRMED:
            return f"confirmed by e-mail on {self.date(entry.signatory.confirmed_by_email)}"
        if entry.grade is Grade.OWN_SITE:
            return "stated on its own site"
        return f"recorded by {entry.signatory.recorded_by}"

    def date(self, stated: StatedDate | None) -> str:
        """A date, such as ``27 March 2023`` or ``March 2023``; empty where there is none."""
        return self._date(stated)[0]

    def country(self, code: str) -> str:
        """The name of a country."""
        return self.countries[code]

    def kind(self, kind: Kind) -> str:
        """What one signatory of a kind is called."""
        return KINDS[kind]

    def kinds(self, kind: Kind) -> str:
        """What several signatories of a kind are called."""
        return KINDS_OF_SEVERAL[kind]

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
        whose = "their" if event.signatory.kind is Kind.INDIVIDUAL else "its"
        return f"withdrew {whose} endorsement"

    def _date(self, stated: StatedDate | None) -> tuple[str, str]:
        """A date in words and as programs read it."""
        words = self._dates.get(stated)
        if words is None and stated is not None:
            words = self._dates[stated] = shown_date(stated, self.locale), str(stated)
        return words or ("", "")
