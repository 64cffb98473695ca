"""Signatories as mappings: what the register says of each, and what follows from it."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from operator import attrgetter
from typing import Any, NamedTuple

from ..model import FIELDS, Form, Grade, Signatory
from ..schema import DIALECT, entry_schema, explained, shape
from ..views.register import RegisterView
from ..views.rows import SYMBOLS, Row

Record = dict[str, str]


class Added(NamedTuple):
    """A key of a record that the register has not: its meaning, and its shape as JSON Schema."""

    name: str
    meaning: str
    shape: Mapping[str, Any]


ADDED = (
    Added("slug", "the entry’s identity, made from the name", shape(Form.SLUG)),
    Added(
        "grade",
        "how the endorsement is known: own-site, stated on the signatory’s own site; recorded, on"
        " somebody else’s; confirmed, by e-mail",
        {"enum": [grade.value for grade in Grade]},
    ),
    Added("version", "the version of the text that is endorsed", shape(Form.VERSION)),
    Added("url", "the address of the entry on this site; it moves when the register grows", {}),
)

FIELD_NAMES = tuple(field.name for field in FIELDS)
COLUMNS = (*FIELD_NAMES, *(each.name for each in ADDED))

_values = attrgetter(*FIELD_NAMES)
_GRADES = {symbol: grade.value for grade, symbol in SYMBOLS.items()}


def meanings() -> list[tuple[str, str]]:
    """Every key of a record, with what it means to people."""
    own = [(field.name, explained(field)) for field in FIELDS]
    return own + [(each.name, each.meaning) for each in ADDED]


class Shown(NamedTuple):
    """How the site shows an entry: its row, and the address of the page from the site's root."""

    row: Row
    page: str

    @property
    def place(self) -> str:
        """The entry's anchor on its page."""
        return f"{self.page}#{self.row.slug}"


def shown_entries(view: RegisterView) -> dict[str, Shown]:
    """Every entry of the register as it is shown, by name. Two entries never share a name."""
    if view.sections:
        pages = ((row, f"{sheet.address}/") for sheet in view.sheets for row in sheet.rows)
        return {row.name: Shown(row, page) for row, page in pages}
    rows = [row for group in view.kinds for row in group.rows]
    rows += [*view.individuals, *view.withdrawn]
    return {row.name: Shown(row, "signatories/") for row in rows}


def records(
    signatories: Sequence[Signatory], shown: Mapping[str, Shown], site: str
) -> list[Record]:
    """The signatories, each with its fields as the register states them, then those added.

    Only what is given has a key. Of what is shown, nothing is worked out again.
    """
    return list(_records(signatories, shown, site))


def _records(
    signatories: Iterable[Signatory], shown: Mapping[str, Shown], site: str
) -> Iterator[Record]:
    for each in signatories:
        row, page = shown[each.name]
        pairs = zip(FIELD_NAMES, _values(each), strict=True)
        record: Record = {name: value for name, value in pairs if value is not None}
        record["signed"] = row.signed_on
        if each.withdrawn is not None:
            record["withdrawn"] = row.withdrawn_on
        if each.confirmed_by_email is not None:
            record["confirmed_by_email"] = str(each.confirmed_by_email)
        record["slug"] = row.slug
        record["grade"] = _GRADES[row.symbol]
        record["version"] = each.version
        record["url"] = f"{site}{page}#{row.slug}"
        yield record


FORMAT = 1


def records_schema() -> dict[str, Any]:
    """The JSON Schema (2020-12) of signatories.json, from the register's own."""
    added = {
        each.name: {"description": each.meaning, "type": "string", **each.shape} for each in ADDED
    }
    return {
        "$schema": DIALECT,
        "title": "Signatories",
        "description": "Those who endorse the statement, and those who have withdrawn",
        "type": "object",
        "properties": {
            "format": {"description": "the form of this file", "const": FORMAT},
            "signatories": {"type": "array", "items": {"$ref": "#/$defs/signatory"}},
        },
        "additionalProperties": False,
        "required": ["format", "signatories"],
        "$defs": {"signatory": entry_schema(added)},
    }
