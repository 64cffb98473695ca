"""Signatories as data: the fields of the register, and keys derived from them."""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import repeat
from types import MappingProxyType
from typing import Any, NamedTuple

from ..dates import StatedDate
from ..evidence.grades import Grade
from ..fields import BETWEEN, FIELDS, SEVERAL, Field, Form
from ..language.catalogue import ENGLISH, Catalogue
from ..model import Endorsement
from ..schema import DIALECT, entry_schema, explained, shape
from .columns import Column, Columns, batches, rows

# The values of an entry by field: a list where a field has several.
Values = dict[str, Any]


class Added(NamedTuple):
    """A derived key, which the register lacks: its meaning, and its shape as JSON Schema."""

    name: str
    meaning: str
    shape: Mapping[str, Any]

    @property
    def schema(self) -> Mapping[str, Any]:
        """The schema of its value, which is text."""
        return {"description": self.meaning, "type": "string", **self.shape}


ADDED = (
    Added("slug", "the id of the signatory, also where the entry gives none", shape(Form.SLUG)),
    Added(
        "grade",
        "how the endorsement is known: proved, by the signatory’s own server; own-site, stated on"
        " the signatory’s own site; recorded, on somebody else’s; confirmed, by e-mail; stated, on"
        " a page that is not shown to be that of the individual",
        {"enum": [grade.value for grade in Grade]},
    ),
    Added("version", "the version of the text that is endorsed", shape(Form.VERSION)),
    Added("url", "the address of the entry on this site; it moves when the register grows", {}),
)

# The derived key that entries without evidence lack.
EVIDENCE_HOST = Added(
    "evidence_host",
    "the host of the page that states the endorsement, without “www.”; letters beyond ASCII are as"
    " domain names encode them, “xn--…”",
    {"pattern": r"^[!-~]+$"},
)

# Those that entries have which their own server proves; the table has no columns for them.
PROVED = Added(
    "proved",
    "the day on which the signatory’s own server was found to endorse the text",
    shape(Form.DAY),
)
PROOF = Added("proof", "the address of what that server served, as it is kept on this site", {})

FIELD_NAMES = tuple(field.name for field in FIELDS)
COLUMNS = (*FIELD_NAMES, *(each.name for each in (*ADDED, EVIDENCE_HOST)))

_DATES = (Form.DAY, Form.DAY_OR_MONTH)


def meanings(catalogue: Catalogue = ENGLISH) -> list[tuple[str, str]]:
    """Every key of an entry, with its description for people."""
    fields = [(field.name, explained(field)) for field in FIELDS]
    added = [(each.name, each.meaning) for each in (*ADDED, EVIDENCE_HOST, PROVED, PROOF)]
    return [(name, catalogue.gettext(meaning)) for name, meaning in fields + added]


def stated(endorsements: Sequence[Endorsement]) -> Columns:
    """The fields of all entries as the register states them; those that none has are left out."""
    given = dict(zip(Endorsement._fields, zip(*endorsements, strict=True), strict=False))
    fields = [(field, given[field.name]) for field in FIELDS if any(given.get(field.name, ()))]
    return {field.name: _column(field, values) for field, values in fields}


def _column(field: Field, values: Iterable[Any]) -> list[str]:
    if field.several:
        return [BETWEEN.join(each) for each in values]
    if field.form in _DATES:
        return _written(values)
    return [each or "" for each in values]


def _written(dates: Iterable[StatedDate | None]) -> list[str]:
    """The dates as text, each made once: many entries share one."""
    known: dict[StatedDate | None, str] = {None: ""}
    return [known.get(date) or known.setdefault(date, str(date or "")) for date in dates]


def added(
    endorsements: Sequence[Endorsement],
    pages: Mapping[str, str],
    site: str,
    copies: Mapping[str, str] = MappingProxyType({}),
) -> Columns:
    """The derived keys of all entries.

    `pages` maps ids to the pages that list the signatories, relative to the root of the site;
    `site` is its address, or empty. `copies` maps ids to the files, relative to the root, that
    signatories' own servers served.
    """
    ids = [each.signatory for each in endorsements]
    columns: dict[str, Sequence[str]] = {
        "slug": ids,
        "grade": [each.grade for each in endorsements],
        "version": [each.version for each in endorsements],
        "url": [f"{site}{pages[who]}#{who}" for who in ids],
        EVIDENCE_HOST.name: [each.evidence_host for each in endorsements],
    }
    proved = [each.proved for each in endorsements]
    if any(proved):
        found = zip(ids, proved, strict=True)
        columns[PROVED.name] = _written(proved)
        columns[PROOF.name] = [f"{site}{copies[who]}" if day else "" for who, day in found]
    return columns


def as_json(stated: Columns, added: Columns) -> Iterator[str]:
    """All entries as JSON, with a line for each value, in pieces."""
    yield f'{{"format": {FORMAT},\n"signatories": ['
    before = ""
    for given, derived in zip(batches(stated), batches(added), strict=True):
        # The id is there whether or not the entry states it.
        ids = zip(derived["slug"], given.get("id") or repeat(""), strict=False)
        others = {"id": ["" if given else who for who, given in ids], **derived}
        first, *more = [_in_json(*each) for each in (*given.items(), *others.items())]
        first = first._replace(before=f"{{{first.before.removeprefix(_NEXT)}")
        yield before + rows((first, *more), f"}}{_NEXT}").removesuffix(_NEXT)
        before = _NEXT
    yield "]}\n"


_NEXT = ",\n"


def _in_json(name: str, cells: Sequence[str]) -> Column:
    """The values of a field as JSON, the quotes around them where none needs more than these."""
    before = f'{_NEXT}"{name}": '
    text = "".join(cells)
    if text.isprintable() and '"' not in text and "\\" not in text:
        return Column(f'{before}"', cells, '"')
    several = name in SEVERAL
    return Column(before, [_encoded(cell, several) if cell else "" for cell in cells])


def _encoded(cell: str, several: bool) -> str:
    return in_lines(cell.split(BETWEEN) if several and BETWEEN in cell else cell)


def in_lines(value: Any) -> str:
    """JSON with a line for each value; without indents, for which Python has no encoder in C."""
    return json.dumps(value, ensure_ascii=False, separators=(_NEXT, ": "))


FORMAT = 1


def records_schema() -> dict[str, Any]:
    """The JSON Schema (2020-12) of signatories.json, derived from that of the register."""
    added = {each.name: each.schema for each in ADDED}
    added["id"] = {"description": "who this is", "type": "string", **shape(Form.SLUG)}
    entry = entry_schema(added)
    entry["properties"] |= {each.name: each.schema for each in (EVIDENCE_HOST, PROVED, PROOF)}
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
        "$defs": {"signatory": entry},
    }
