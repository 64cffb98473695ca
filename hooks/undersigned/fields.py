"""The fields of an entry: their names, forms and order, and who gives each."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from .names.slug import LONGEST
from .urls import LONGEST as LONGEST_ADDRESS


class Kind(StrEnum):
    """The kind of a signatory."""

    COMPANY = "company"
    NONPROFIT = "nonprofit"
    ACADEMIC = "academic"
    ASSOCIATION = "association"
    PUBLIC_BODY = "public-body"
    INDIVIDUAL = "individual"


# The greatest number of characters of a name, and of each value that says no other.
LONGEST_NAME = 200


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
    DATE = "day, month or year"
    NUMBER = "number"
    KEY = "key of a source"
    CHOICE = "choice"
    VERSION = "version"
    SLUG = "slug"
    IDENTIFIER = "identifier"


@dataclass(frozen=True, slots=True)
class Field:
    """A field of an entry; `FIELDS` has them in the order in which they are written.

    `longest` is the greatest number of characters of a value that is written freely. `given_by`
    describes to people who gives the field, where `needed` does not suffice. `only_for` is the only
    kind of signatory that may give the field, and `not_for` the one that may not. `instead_of` is
    the alternative field: exactly one of the two is given. A field that takes `several` has one
    value or a list of them. A field that tools write is `by_tools`: nobody is asked for it.
    `choices` are the values of one that has few.
    """

    name: str
    needed: Needed
    form: Form
    meaning: str
    longest: int | None = None
    given_by: str = ""
    only_for: Kind | None = None
    not_for: Kind | None = None
    instead_of: str = ""
    several: bool = False
    by_tools: bool = False
    choices: tuple[str, ...] = ()

    @property
    def label(self) -> str:
        """The name as it is shown to people."""
        return self.name.replace("_", " ")

    @property
    def most(self) -> int:
        """The greatest number of characters of a value for anything else to be asked of it."""
        if self.form is Form.NUMBER:
            return LONGEST_NAME  # of what is no number, that is said
        return self.longest or (LONGEST_ADDRESS if self.form is Form.ADDRESS else LONGEST_NAME)

    @property
    def flag(self) -> str:
        """The option for the field on the command line."""
        return f"--{self.name.replace('_', '-')}"

    def needed_from(self, kind: str | None) -> bool:
        """Whether a signatory of a kind must give the field."""
        if self.needed is Needed.ORGANISATIONS:
            return kind != Kind.INDIVIDUAL
        return self.needed is Needed.ALL


def _optional(name: str, form: Form, given_by: str, meaning: str, **more: Any) -> Field:
    return Field(name, Needed.OPTIONAL, form, meaning, given_by=given_by, **more)


_STATEMENT = 280

FIELDS = (
    Field("name", Needed.ALL, Form.TEXT, "the name as the signatory writes it", LONGEST_NAME),
    _optional(
        *("id", Form.SLUG, "a second of one name, a renamed one, one that signs another version"),
        "who this is, where the name does not tell; by default the name in a-z, 0-9 and hyphens",
        longest=LONGEST,
    ),
    _optional(
        *("formerly", Form.TEXT, "if it was renamed", "an earlier name"),
        longest=LONGEST_NAME,
        several=True,
    ),
    _optional(
        *("sort_as", Form.TEXT, "if you like", "how the name is sorted, such as “Silva, Ana”"),
        longest=LONGEST_NAME,
    ),
    Field("kind", Needed.ALL, Form.KIND, f"one of {', '.join(Kind)}"),
    Field(
        *("country", Needed.ORGANISATIONS, Form.COUNTRY),
        "the ISO 3166-1 alpha-2 code, such as NO for Norway; also XK, EU, and ZZ where there is"
        " none",
    ),
    Field("website", Needed.ORGANISATIONS, Form.ADDRESS, "the signatory's own https address"),
    _optional(
        *("website_then", Form.ADDRESS, "if the website has changed since"),
        "the website when it signed, by which its evidence is graded",
    ),
    _optional(
        *("affiliation", Form.TEXT, "individuals, if they like"),
        "where an individual works or belongs",
        longest=LONGEST_NAME,
        only_for=Kind.INDIVIDUAL,
    ),
    Field(
        *("signed", Needed.ALL, Form.DAY_OR_MONTH),
        "the date of the page that states it, or of signing: YYYY-MM-DD, or YYYY-MM where only the"
        " month is known",
    ),
    _optional(
        *("evidence", Form.ADDRESS, "all but those confirmed by e-mail"),
        "the https address of the page that states the endorsement",
    ),
    _optional(
        *("confirmed_by_email", Form.DAY, "instead of evidence"),
        "the date on which maintainers had the signatory's reply; they fill it in",
        instead_of="evidence",
    ),
    _optional(
        *("archived", Form.ADDRESS, "if there is one"),
        "the https address of an archived copy of the evidence",
    ),
    _optional(
        *("listed", Form.DAY, "`undersigned fold`"),
        "the day on which the entry came to the register",
        by_tools=True,
    ),
    _optional(
        *("endorses", Form.VERSION, "hardly ever"),
        "the version of the text, if not the one in force on the date of signing",
    ),
    _optional(
        *("statement", Form.TEXT, "if you like", "the signatory's own words"),
        longest=_STATEMENT,
    ),
    _optional(
        *("identifiers", Form.IDENTIFIER, "if you like"),
        "its number in a public register: “lei:…”, “ror:…” or “wikidata:Q…”",
        several=True,
    ),
    _optional(
        *("part_of", Form.SLUG, "a part of another signatory"),
        "the id of the signatory that this one is part of",
        longest=LONGEST,
    ),
    _optional(
        *("succeeded_by", Form.SLUG, "one that has merged into another signatory"),
        "the id of the signatory that came after it",
        longest=LONGEST,
        not_for=Kind.INDIVIDUAL,
    ),
    _optional(
        *("ended", Form.DAY_OR_MONTH, "an organisation that has ended"),
        "the date from which it no longer exists; it stays, is listed apart and is not counted",
        not_for=Kind.INDIVIDUAL,
    ),
    _optional(
        *("withdrawn", Form.DAY, "on withdrawal"),
        "the date; the entry stays, is listed apart and is not counted",
    ),
    _optional(
        *("distinct_from", Form.SLUG, "hardly ever"),
        "the id of another entry that looks alike and is somebody else",
        longest=LONGEST,
        several=True,
    ),
    _optional(
        *("of", Form.SLUG, "the tools"),
        "the id of the statement, so that no other site takes the entry for one of its own",
        longest=LONGEST,
        by_tools=True,
    ),
)

BY_NAME = {field.name: field for field in FIELDS}

# The names of the fields that take several values.
SEVERAL = frozenset(field.name for field in FIELDS if field.several)

# Several values of one field are written with this between them where a text is wanted: no value
# of any field may hold it.
BETWEEN = "\n"
