"""One signatory as a list shows it."""

from typing import NamedTuple

from ..countries import country_names
from ..dates import StatedDate
from ..language import shown_date
from ..model import Grade, Kind, Signatory

_KINDS = {
    Kind.COMPANY: "Company",
    Kind.NONPROFIT: "Non-profit organisation",
    Kind.ACADEMIC: "Academic institution",
    Kind.ASSOCIATION: "Association",
    Kind.PUBLIC_BODY: "Public body",
    Kind.INDIVIDUAL: "Individual",
}


class Row(NamedTuple):
    """One signatory, with the texts that depend on the reader's language."""

    signatory: Signatory
    kind: str
    country: str | None
    signed: str
    grade: str
    withdrawn: str | None


class Words:
    """The words of one language. Each date is put into words once: many signed on one day."""

    def __init__(self, locale: str) -> None:
        self.locale = locale
        self.countries = country_names(locale)
        self.dates: dict[StatedDate, str] = {}

    def row(self, signatory: Signatory) -> Row:
        """A signatory as a list shows it."""
        withdrawn = signatory.withdrawn
        return Row(
            signatory=signatory,
            kind=_KINDS[signatory.kind],
            country=self.countries[signatory.country] if signatory.country else None,
            signed=self.date(signatory.signed),
            grade=self._grade(signatory),
            withdrawn=self.date(withdrawn) if withdrawn else None,
        )

    def date(self, stated: StatedDate) -> str:
        """A date in words."""
        words = self.dates.get(stated)
        if words is None:
            words = self.dates[stated] = shown_date(stated, self.locale)
        return words

    def _grade(self, signatory: Signatory) -> str:
        if signatory.confirmed_by_email is not None:
            return f"confirmed by e-mail on {self.date(signatory.confirmed_by_email)}"
        if signatory.grade is Grade.OWN_SITE:
            return "stated on its own site"
        return f"recorded by {signatory.recorded_by}"
