"""Signatories as records: the fields of the register, and keys derived from them."""

from collections.abc import Iterable, Iterator, Mapping
from operator import attrgetter
from typing import Any, NamedTuple

from ..dates import StatedDate
from ..model import FIELDS, Form, Grade
from ..schema import DIALECT, entry_schema, explained, shape
from ..views.entries import ListedEntry

Record = dict[str, str]


class Added(NamedTuple):
    """A derived key, which the register lacks: its meaning, and its shape as JSON Schema."""

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


def meanings() -> list[tuple[str, str]]:
    """Every key of a record, with its description for people."""
    fields = [(field.name, explained(field)) for field in FIELDS]
    return fields + [(each.name, each.meaning) for each in ADDED]


def records(entries: Iterable[ListedEntry], pages: Mapping[str, str], site: str) -> list[Record]:
    """The record of each entry: its fields as the register states them, then the derived keys.

    A field that is not given has no key. `pages` maps slugs to the pages that list the entries,
    relative to the root of the site; `site` is its address, or empty.
    """
    return list(_records(entries, pages, site))


def _records(
    entries: Iterable[ListedEntry], pages: Mapping[str, str], site: str
) -> Iterator[Record]:
    written: dict[StatedDate, str] = {}  # many entries share a date
    for entry in entries:
        signatory, slug = entry.signatory, entry.slug
        record: Record = {
            name: written.setdefault(value, str(value)) if type(value) is StatedDate else value
            for name, value in zip(FIELD_NAMES, _values(signatory), strict=True)
            if value is not None
        }
        record["slug"] = slug
        record["grade"] = entry.grade.value
        record["version"] = signatory.version
        record["url"] = f"{site}{pages[slug]}#{slug}"
        yield record


FORMAT = 1


def records_schema() -> dict[str, Any]:
    """The JSON Schema (2020-12) of signatories.json, derived from that of the register."""
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
