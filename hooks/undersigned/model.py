"""The register's own terms: the fields, the kinds of signatory, the evidence and its grades."""

from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

from .addresses import host_of, same_site
from .dates import StatedDate
from .slug import slug


class Kind(StrEnum):
    """What a signatory is."""

    COMPANY = "company"
    NONPROFIT = "nonprofit"
    ACADEMIC = "academic"
    ASSOCIATION = "association"
    PUBLIC_BODY = "public-body"
    INDIVIDUAL = "individual"


class Needed(StrEnum):
    """Who must give a field."""

    ALL = "all"
    ORGANISATIONS = "all but individuals"
    OPTIONAL = "optional"


@dataclass(frozen=True, slots=True)
class Field:
    """One field of an entry. The order of `FIELDS` is the order in which they are written."""

    name: str
    needed: Needed
    meaning: str


FIELDS = (
    Field("name", Needed.ALL, "the name as the signatory writes it"),
    Field("kind", Needed.ALL, f"one of {', '.join(Kind)}"),
    Field("country", Needed.ORGANISATIONS, "the ISO 3166-1 alpha-2 code, such as NO for Norway"),
    Field("website", Needed.ORGANISATIONS, "the signatory's own https address"),
    Field("affiliation", Needed.OPTIONAL, "where an individual works or belongs"),
    Field("signed", Needed.ALL, "the date, YYYY-MM-DD, or YYYY-MM where only the month is known"),
    Field("evidence", Needed.OPTIONAL, "the https address of the page that states the endorsement"),
    Field("confirmed_by_email", Needed.OPTIONAL, "the date on which maintainers confirmed it"),
    Field("endorses", Needed.OPTIONAL, "the version of the text, if not the one then in force"),
    Field("statement", Needed.OPTIONAL, "the signatory's own words, at most 280 characters"),
    Field("withdrawn", Needed.OPTIONAL, "the date of withdrawal"),
    Field("distinct_from", Needed.OPTIONAL, "the slug of a look-alike entry of somebody else"),
)


class Grade(StrEnum):
    """How an endorsement is known, best first."""

    OWN_SITE = "own-site"
    RECORDED = "recorded"
    CONFIRMED = "confirmed"


@dataclass(frozen=True)
class Signatory:
    """Somebody who endorses the statement, every field checked."""

    name: str
    kind: Kind
    signed: StatedDate
    endorses: str
    country: str | None = None
    website: str | None = None
    affiliation: str | None = None
    evidence: str | None = None
    confirmed_by_email: StatedDate | None = None
    statement: str | None = None
    withdrawn: StatedDate | None = None

    @cached_property
    def slug(self) -> str:
        """The entry's identity, and its anchor on the page."""
        return slug(self.name)

    @property
    def grade(self) -> Grade:
        """How the endorsement is known."""
        if self.evidence is None:
            return Grade.CONFIRMED
        if self.website is not None and same_site(self.evidence, self.website):
            return Grade.OWN_SITE
        return Grade.RECORDED

    @property
    def recorded_by(self) -> str | None:
        """The host on which the evidence stands."""
        return host_of(self.evidence).removeprefix("www.") if self.evidence else None
