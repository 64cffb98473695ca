"""The model as JSON Schemas for editors, and as tables of fields for people."""

import json
import re
from collections.abc import Iterable, Mapping
from typing import Any

from .countries import COUNTRIES
from .deeds.fields import FIELDS as FIELDS_OF_DEEDS
from .deeds.fields import OF_DEEDS, OF_REPLIES, OF_SEARCHES
from .fields import FIELDS, Field, Form, Kind, Needed

DIALECT = "https://json-schema.org/draft/2020-12/schema"

# Not blank, no space at either end, one line, no control characters. The classes are spelt out,
# since `\s` differs between implementations of regular expressions.
_EDGE = r"[^\s\u0000-\u001F\u007F-\u00A0]"
_MIDDLE = r"[^\u0000-\u001F\u007F-\u009F\u00AD\u200B\u200E\u200F\u2028-\u202E\u2060-\u2069\uFEFF]"
_ONE_LINE = f"^{_EDGE}({_MIDDLE}*{_EDGE})?$"
_OPENING = re.compile(r"(?:^|(?<=[ (]))'(?=\S)")

_HOST_SIGN = r"[^\s/?#@:._\[\]<>\u0022\u005C^`{|}~!$&'()*+,;=%-]"
_LABEL = rf"{_HOST_SIGN}(({_HOST_SIGN}|[_-])*{_HOST_SIGN})?"
_NO_NUMBER = r"(?![0-9]+\.?([:/?#]|$))"
_ADDRESS = (
    rf"^[Hh][Tt][Tt][Pp][Ss]://{_LABEL}(\.{_NO_NUMBER}{_LABEL})+\.?(:[0-9]{{1,5}})?"
    r"([/?#][^\s<>\u0022\u005C^`{|}]*)?$"
)

_YEAR = "^(?!0000)[0-9]{4}"
_MONTH = f"{_YEAR}-(0[1-9]|1[0-2])"
_DAY = "-(0[1-9]|[12][0-9]|3[01])"


_IDENTIFIER = "^(lei:[A-Z0-9]{18}[0-9]{2}|ror:0[a-z0-9]{6}[0-9]{2}|wikidata:Q[1-9][0-9]{0,11})$"


def register_schema() -> dict[str, Any]:
    """The JSON Schema (2020-12) of signatories.yml and of each drop-in.

    It covers the form of single values and of single entries. Whether dates exist and are past,
    and whether entries are duplicates, is left to `undersigned check`.
    """
    return {
        "$schema": DIALECT,
        "title": "Signatories",
        "description": "Those who endorse the statement, one entry each",
        "type": ["array", "null"],  # a file of comments alone is an empty register too
        "items": {"$ref": "#/$defs/signatory"},
        "$defs": {"signatory": entry_schema({})},
    }


def record_schema() -> dict[str, Any]:
    """The JSON Schema (2020-12) of deeds.yml and of each of its drop-ins.

    It covers the form of single values, and which fields go together. Whether signatories,
    principles and sources are known is left to `undersigned check`.
    """
    return {
        "$schema": DIALECT,
        "title": "Deeds",
        "description": "What signatories did, and searches that found nothing, one entry each",
        "type": ["array", "null"],
        "items": {"$ref": "#/$defs/entry"},
        "$defs": {"entry": _entry_of_the_record()},
    }


def schema_text(schema: Mapping[str, Any]) -> str:
    """The text of a schema's file."""
    return json.dumps(schema, ensure_ascii=False, indent=2) + "\n"


def fields_table(fields: Iterable[Field] = FIELDS) -> str:
    """The fields as a Markdown table, for CONTRIBUTING.md."""
    rows = [["field", "who gives it", "what it is"], ["---"] * 3]
    for field in fields:
        giver = _typeset(field.given_by or str(field.needed))
        rows.append([f"`{field.name}`", giver, explained(field)])
    return "".join(f"| {' | '.join(row)} |\n" for row in rows)


def explained(field: Field) -> str:
    """The explanation of a field for people: its meaning and, for text, the greatest length."""
    limit = f", at most {field.longest} characters" if field.form is Form.TEXT else ""
    several = "; one, or a list" if field.several else ""
    return _typeset(f"{field.meaning}{limit}{several}")


def _typeset(text: str) -> str:
    """The text with quotation marks and apostrophes as they are printed."""
    return _OPENING.sub("‘", text).replace("'", "’")


def entry_schema(added: Mapping[str, Mapping[str, Any]]) -> dict[str, Any]:
    """The schema of an entry, with additional properties that each entry must have."""
    individual = {"required": ["kind"], "properties": {"kind": {"const": Kind.INDIVIDUAL.value}}}
    not_people = {field.name: False for field in FIELDS if field.not_for is Kind.INDIVIDUAL}
    barred = {field.name: False for field in FIELDS if field.only_for is Kind.INDIVIDUAL}
    organisation = {"required": _names(Needed.ORGANISATIONS), "properties": barred}
    [either] = [(field.instead_of, field.name) for field in FIELDS if field.instead_of]
    return {
        "type": "object",
        "properties": {**{field.name: _property(field) for field in FIELDS}, **added},
        "additionalProperties": False,
        "required": [*_names(Needed.ALL), *added],
        "oneOf": [{"required": [name]} for name in either],
        "if": individual,
        "then": {"properties": not_people},
        "else": organisation,
    }


def _entry_of_the_record() -> dict[str, Any]:
    one = {"anyOf": [{"type": "string"}, {"maxItems": 1}]}
    search = {
        "required": list(OF_SEARCHES),
        "properties": {"who": one, **dict.fromkeys(OF_DEEDS, False)},
    }
    deed = {
        "required": ["deed", "sources", "bearing"],
        "oneOf": [{"required": ["date"]}, {"required": ["seen"]}],
        "properties": dict.fromkeys(OF_SEARCHES, False),
    }
    reply = {
        "required": ["reply", "replied"],
        "oneOf": [{"required": [name]} for name in OF_REPLIES[2:]],
        "properties": {"who": one},
    }
    return {
        "type": "object",
        "properties": {field.name: _property(field) for field in FIELDS_OF_DEEDS},
        "additionalProperties": False,
        "required": ["who"],
        "if": {"anyOf": [{"required": [name]} for name in OF_SEARCHES]},
        "then": search,
        "else": deed,
        "dependentSchemas": dict.fromkeys(OF_REPLIES, reply),
    }


def _property(field: Field) -> dict[str, Any]:
    one = one_value(field)
    if not field.several:
        return {"description": field.meaning, **one}
    several = {"type": "array", "items": one, "minItems": 1, "uniqueItems": True}
    return {"description": field.meaning, "anyOf": [one, several]}


def one_value(field: Field) -> dict[str, Any]:
    """The schema of a value of a field, or of each where it takes several."""
    limit = {"maxLength": field.longest} if field.longest else {}
    choices = {"enum": list(field.choices)} if field.choices else {}
    return {"type": "string", **shape(field.form), **limit, **choices}


def shape(form: Form) -> dict[str, Any]:
    """The keywords of JSON Schema for a value of a form."""
    match form:
        case Form.TEXT:
            return {"pattern": _ONE_LINE}
        case Form.KIND:
            return {"enum": [kind.value for kind in Kind]}
        case Form.COUNTRY:
            return {"enum": sorted(COUNTRIES)}
        case Form.ADDRESS:
            return {"pattern": _ADDRESS}
        case Form.DAY:
            return {"pattern": f"{_MONTH}{_DAY}$"}
        case Form.DAY_OR_MONTH:
            return {"pattern": f"{_MONTH}({_DAY})?$"}
        case Form.VERSION:
            return {"pattern": r"^[0-9]{1,4}(\.[0-9]{1,4}){1,2}$"}
        case Form.SLUG:
            return {"pattern": "^[a-z0-9]+(-[a-z0-9]+)*$"}
        case Form.DATE:
            pattern = f"{_YEAR}(-(0[1-9]|1[0-2])({_DAY})?)?$"
            return {**_or_number(1000, 9999), "pattern": pattern}
        case Form.NUMBER:
            return {**_or_number(1, 999), "pattern": "^[1-9][0-9]{0,2}$"}
        case Form.KEY:
            return {"pattern": r"^[^\s{},]+$"}
        case Form.CHOICE:
            return {}
        case Form.IDENTIFIER:
            return {"pattern": _IDENTIFIER}


def _or_number(least: int, most: int) -> dict[str, Any]:
    """The keywords of what editors read as a number where it stands without quotes."""
    return {"type": ["string", "integer"], "minimum": least, "maximum": most}


def _names(needed: Needed) -> list[str]:
    return [field.name for field in FIELDS if field.needed is needed]
