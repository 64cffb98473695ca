"""The record as data: what signatories are documented to have done, and what was not found."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Any

from ..bibliography.library import Library
from ..deeds.addresses import anchor_of_entry
from ..deeds.fields import FIELDS, NOTHING, OF_DEEDS, OF_REPLIES, OF_SEARCHES
from ..deeds.model import Deed, Record, Recorded, Reply
from ..deeds.publishing import is_before_endorsement
from ..deeds.sources import SourceGrade, graded
from ..fields import Field, Form
from ..language.catalogue import ENGLISH, Catalogue
from ..paths import page_of_record
from ..register.signatories import Register
from ..schema import DIALECT, explained, one_value, shape
from .signatories import Added, Values
from .statement import Origin

FORMAT = 1

GRADES = Added(
    "grades",
    "whose page each source is, in the order of sources: own, that of a signatory in who;"
    " authority, that of a court or a state; other, anybody else’s; a list",
    {"enum": [grade.value for grade in SourceGrade]},
)
BEFORE = Added(
    "before",
    "those in who that endorsed the text only after the deed; a list",
    shape(Form.SLUG),
)
URL = Added("url", "the address of the entry on this site", {})

# Those that each entry has here, whether or not it states them.
_ALWAYS = {
    "id": "what this entry is called, for good",
    "version": "the version of the text whose principle it is",
}

COLUMNS = (*(field.name for field in FIELDS), GRADES.name, BEFORE.name, URL.name)


def meanings(catalogue: Catalogue = ENGLISH) -> list[tuple[str, str]]:
    """Every key of an entry, with its description for people."""
    fields = [(field.name, _explained(field)) for field in FIELDS]
    added = [(each.name, each.meaning) for each in (GRADES, BEFORE, URL)]
    return [(name, catalogue.gettext(meaning)) for name, meaning in fields + added]


def _explained(field: Field) -> str:
    """What a field is; of several values there is a list, even of one."""
    if meaning := _ALWAYS.get(field.name):
        return meaning
    return f"{explained(replace(field, several=False))}{'; a list' if field.several else ''}"


def content(entries: Iterable[Values]) -> Values:
    """What deeds.json says of entries, in their order."""
    found = list(entries)
    return {
        "format": FORMAT,
        "deeds": [each for each in found if "deed" in each],
        "searches": [each for each in found if "found" in each],
    }


def entries_of(
    record: Record, register: Register, library: Library, origin: Origin
) -> Iterator[Values]:
    """The entries that are shown: fields in their order, if they are given, then what is added.

    Every entry has its `id` and its `version`, whether or not it states them.
    """
    signatories = register.by_id
    for entry in record.entries:
        given = _stated(entry)
        values = {field.name: given[field.name] for field in FIELDS if given.get(field.name)}
        if isinstance(entry, Deed):
            about = [signatories[who] for who in entry.who]
            sources = [library.sources[key] for key in entry.sources]
            values[GRADES.name] = [str(graded(each, about).grade) for each in sources]
            if before := [who.id for who in about if is_before_endorsement(entry, who)]:
                values[BEFORE.name] = before
        page = origin.address_of(page_of_record(entry.who[0]))
        yield {**values, URL.name: f"{origin.site}{page}#{anchor_of_entry(entry.id)}"}


def _stated(entry: Recorded) -> Values:
    """The fields of an entry by name; one that is not given has no value."""
    common = {
        "id": entry.id,
        "who": list(entry.who),
        "principle": _text(entry.principle),
        "version": entry.version,
        "notified": _text(entry.notified),
        "listed": _text(entry.listed),
        **(_replied(entry.reply) if entry.reply else {}),
    }
    if not isinstance(entry, Deed):
        where = list(entry.where)
        return {**common, "looked": str(entry.looked), "found": NOTHING, "where": where}
    return {
        **common,
        "date": _text(entry.date),
        "seen": _text(entry.seen),
        "deed": entry.deed,
        "sources": list(entry.sources),
        "unarchived": _text(entry.unarchived),
        "bearing": str(entry.bearing),
    }


def _replied(reply: Reply) -> Values:
    return {
        "reply": reply.words,
        "replied": _text(reply.replied),
        "reply_source": reply.source,
        "reply_by_email": _text(reply.by_email),
    }


def _text(value: object) -> str | None:
    return None if value is None else str(value)


def schema() -> Values:
    """The JSON Schema (2020-12) of deeds.json, derived from the fields of the record."""
    deed = _entry("what signatories did", OF_SEARCHES, ("deed", "sources", "bearing"))
    for each in (GRADES, BEFORE):
        deed["properties"][each.name] = _list(each.meaning, each.shape)
    deed["required"].append(GRADES.name)
    deed["oneOf"] = [{"required": ["date"]}, {"required": ["seen"]}]
    search = _entry("where nothing was found", OF_DEEDS, OF_SEARCHES)
    lists = {"deeds": "deed", "searches": "search"}
    return {
        "$schema": DIALECT,
        "title": "Deeds",
        "description": "What signatories are documented to have done, and where nothing was found",
        "type": "object",
        "properties": {
            "format": {"description": "the form of this file", "const": FORMAT},
            **{
                name: {"type": "array", "items": {"$ref": f"#/$defs/{each}"}}
                for name, each in lists.items()
            },
        },
        "additionalProperties": False,
        "required": ["format", *lists],
        "$defs": {"deed": deed, "search": search},
    }


def _entry(what: str, lacking: tuple[str, ...], required: tuple[str, ...]) -> Values:
    """The schema of an entry of one kind, which lacks the fields that the other kind alone has."""
    fields = [field for field in FIELDS if field.name not in lacking]
    return {
        "description": what,
        "type": "object",
        "properties": {**{field.name: _property(field) for field in fields}, URL.name: URL.schema},
        "additionalProperties": False,
        "required": ["id", "who", "version", *required, URL.name],
        "dependentRequired": {name: ["reply"] for name in OF_REPLIES[1:]},
    }


def _property(field: Field) -> Values:
    """The schema of a field; a date or a number is text here, and has no bounds of a number."""
    bounds = ("minimum", "maximum")
    given = {key: value for key, value in one_value(field).items() if key not in bounds}
    one = given | {"type": "string"}
    meaning = _ALWAYS.get(field.name, field.meaning)
    return _list(meaning, one) if field.several else {"description": meaning, **one}


def _list(meaning: str, one: Mapping[str, Any]) -> Values:
    items = {"type": "string", **one}
    return {"description": meaning, "type": "array", "items": items, "minItems": 1}
