"""One signatory as a list shows it."""

from typing import NamedTuple

from ..dates import StatedDate
from ..locale import country_names, shown_date
from ..model import Grade, Kind, Signatory

KINDS = {
    Kind.COMPANY: "Company",
    Kind.NONPROFIT: "Non-profit organisation",
    Kind.ACADEMIC: "Academic institution",
    Kind.ASSOCIATION: "Association",
    Kind.PUBLIC_BODY: "Public body",
    Kind.INDIVIDUAL: "Individual",
}

# How an endorsement is known, told by shape before words say it. They are in the fonts of every
# system (WGL4): a house, the lines of a record, and the sign of e-mail.
SYMBOLS = {Grade.OWN_SITE: "⌂", Grade.RECORDED: "≡", Grade.CONFIRMED: "@"}


class Row(NamedTuple):
    """One signatory, every value a text in the reader's language, and empty where it has none.

    `signed_on` and `withdrawn_on` are the dates as machines read them. `superseded` is the
    version endorsed where that is no longer the one in force.
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
    """The words of one language, while one version is in force.

    Each date is put into words once: many signed on one day.
    """

    def __init__(self, locale: str, in_force: str) -> None:
        self.locale = locale
        self.in_force = in_force
        self.countries = country_names(locale)
        self.codes = {name: code for code, name in self.countries.items()}
        self.dates: dict[StatedDate | None, tuple[str, str]] = {None: ("", "")}

    def row(self, signatory: Signatory) -> Row:
        """A signatory as a list shows it."""
        signed, signed_on = self.date(signatory.signed)
        withdrawn, withdrawn_on = self.date(signatory.withdrawn)
        grade = signatory.grade
        return Row(
            name=signatory.name,
            slug=signatory.slug,
            kind=KINDS[signatory.kind],
            country=self.countries[signatory.country] if signatory.country else "",
            website=signatory.website or "",
            affiliation=signatory.affiliation or "",
            signed=signed,
            signed_on=signed_on,
            evidence=signatory.evidence or "",
            symbol=SYMBOLS[grade],
            grade=self._told(grade, signatory),
            version=signatory.version,
            superseded="" if signatory.version == self.in_force else signatory.version,
            statement=signatory.statement or "",
            withdrawn=withdrawn,
            withdrawn_on=withdrawn_on,
        )

    def date(self, stated: StatedDate | None) -> tuple[str, str]:
        """A date in words and as machines read it."""
        told = self.dates.get(stated)
        if told is None and stated is not None:
            told = self.dates[stated] = shown_date(stated, self.locale), str(stated)
        return told or ("", "")

    def _told(self, grade: Grade, signatory: Signatory) -> str:
        if grade is Grade.CONFIRMED:
            return f"confirmed by e-mail on {self.date(signatory.confirmed_by_email)[0]}"
        if grade is Grade.OWN_SITE:
            return "stated on its own site"
        return f"recorded by {signatory.recorded_by}"
