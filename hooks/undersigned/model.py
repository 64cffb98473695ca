"""The model of the register: signatories, their kinds, the fields of entries, and grades."""

from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from .dates import StatedDate
from .names.slug import slug
from .urls import host_of, same_site


class Kind(StrEnum):
    """The kind of a signatory."""

    COMPANY = "company"
    NONPROFIT = "nonprofit"
    ACADEMIC = "academic"
    ASSOCIATION = "association"
    PUBLIC_BODY = "public-body"
    INDIVIDUAL = "individual"


class Needed(StrEnum):
    """Which kinds of signatory must give a field."""

    ALL = "all"
    ORGANISATIONS = "all but individuals"
    OPTIONAL = "optional"


class Form(StrEnum):
    """The form in which a field's value is written."""

    TEXT = "text"
    KIND = "kind"
    COUNTRY = "country"
    ADDRESS = "address"
    DAY = "day"
    DAY_OR_MONTH = "day or month"
    VERSION = "version"
    SLUG = "slug"


@dataclass(frozen=True, slots=True)
class Field:
    """A field of an entry; `FIELDS` has them in the order in which they are written.

    `longest` is the greatest number of characters. `given_by` describes to people who gives the
    field, where `needed` does not suffice. `only_for` is the only kind of signatory that may give
    the field. `instead_of` is the alternative field: exactly one of the two is given.
    """

    name: str
    needed: Needed
    form: Form
    meaning: str
    longest: int | None = None
    given_by: str = ""
    only_for: Kind | None = None
    instead_of: str = ""

    @property
    def label(self) -> str:
        """The name as it is shown to people."""
        return self.name.replace("_", " ")

    @property
    def flag(self) -> str:
        """The option for the field on the command line."""
        return f"--{self.name.replace('_', '-')}"

    def needed_from(self, kind: str | None) -> bool:
        """Whether a signatory of a kind must give the field."""
        if self.needed is Needed.ORGANISATIONS:
            return kind != Kind.INDIVIDUAL
        return self.needed is Needed.ALL


FIELDS = (
    Field("name", Needed.ALL, Form.TEXT, "the name as the signatory writes it", 200),
    Field("kind", Needed.ALL, Form.KIND, f"one of {', '.join(Kind)}"),
    Field(
        "country",
        Needed.ORGANISATIONS,
        Form.COUNTRY,
        "the ISO 3166-1 alpha-2 code, such as NO for Norway",
    ),
    Field("website", Needed.ORGANISATIONS, Form.ADDRESS, "the signatory's own https address"),
    Field(
        "affiliation",
        Needed.OPTIONAL,
        Form.TEXT,
        "where an individual works or belongs",
        200,
        given_by="individuals, if they like",
        only_for=Kind.INDIVIDUAL,
    ),
    Field(
        "signed",
        Needed.ALL,
        Form.DAY_OR_MONTH,
        "the date, YYYY-MM-DD, or YYYY-MM where only the month is known",
    ),
    Field(
        "evidence",
        Needed.OPTIONAL,
        Form.ADDRESS,
        "the https address of the page that states the endorsement",
        given_by="all but those confirmed by e-mail",
    ),
    Field(
        "confirmed_by_email",
        Needed.OPTIONAL,
        Form.DAY,
        "the date on which maintainers had the signatory's reply; they fill it in",
        given_by="instead of evidence",
        instead_of="evidence",
    ),
    Field(
        "endorses",
        Needed.OPTIONAL,
        Form.VERSION,
        "the version of the text, if not the one in force on the date of signing",
        given_by="hardly ever",
    ),
    Field(
        "statement",
        Needed.OPTIONAL,
        Form.TEXT,
        "the signatory's own words",
        280,
        given_by="if you like",
    ),
    Field(
        "withdrawn",
        Needed.OPTIONAL,
        Form.DAY,
        "the date; the entry stays, is listed apart and is not counted",
        given_by="on withdrawal",
    ),
    Field(
        "distinct_from",
        Needed.OPTIONAL,
        Form.SLUG,
        "the slug of another entry that looks alike and is somebody else",
        80,
        given_by="hardly ever",
    ),
)


class Grade(StrEnum):
    """How well an endorsement is evidenced, from best to worst."""

    OWN_SITE = "own-site"
    RECORDED = "recorded"
    CONFIRMED = "confirmed"


def grade_of(evidence: str | None, website: str | None) -> Grade:
    """The grade of an endorsement by the address of its evidence and the signatory's website.

    Evidence on the signatory's own site is the best; without evidence, maintainers confirmed it.
    """
    if evidence is None:
        return Grade.CONFIRMED
    if website is not None and same_site(evidence, website):
        return Grade.OWN_SITE
    return Grade.RECORDED


class Signatory(NamedTuple):
    """A signatory, from an entry that complies with every rule.

    `version` is the version endorsed, whether or not the entry states it in `endorses`.
    """

    name: str
    kind: Kind
    signed: StatedDate
    version: str
    country: str | None = None
    website: str | None = None
    affiliation: str | None = None
    evidence: str | None = None
    confirmed_by_email: StatedDate | None = None
    endorses: str | None = None
    statement: str | None = None
    withdrawn: StatedDate | None = None
    distinct_from: str | None = None

    @property
    def slug(self) -> str:
        """The identifier of the entry, and its anchor on the page."""
        return slug(self.name)

    @property
    def grade(self) -> Grade:
        """The grade of the endorsement."""
        return grade_of(self.evidence, self.website)

    @property
    def recorded_by(self) -> str | None:
        """The host of the evidence without ``www.``, if there is evidence."""
        return host_of(self.evidence).removeprefix("www.") if self.evidence else None
