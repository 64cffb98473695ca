"""Signatories as data: the fields of the register, and keys derived from them."""

from collections.abc import Iterable, Iterator, Mapping
from operator import attrgetter
from types import MappingProxyType
from typing import Any, NamedTuple

from ..dates import StatedDate
from ..evidence.grades import Grade
from ..fields import FIELDS, Form
from ..model import Endorsement
from ..schema import DIALECT, entry_schema, explained, shape

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

_values = attrgetter(*FIELD_NAMES)


def meanings() -> list[tuple[str, str]]:
    """Every key of an entry, with its description for people."""
    fields = [(field.name, explained(field)) for field in FIELDS]
    added = (*ADDED, EVIDENCE_HOST, PROVED, PROOF)
    return fields + [(each.name, each.meaning) for each in added]


def stated(endorsements: Iterable[Endorsement]) -> list[Values]:
    """The fields of each entry as the register states them; one that is not given has no key.

    Several values of a field are a list, of which there is none for a single value.
    """
    return list(_stated(endorsements))


def _stated(endorsements: Iterable[Endorsement]) -> Iterator[Values]:
    written: dict[StatedDate, str] = {}  # many entries share a date
    for endorsement in endorsements:
        record: Values = {}
        for name, value in zip(FIELD_NAMES, _values(endorsement), strict=True):
            if not value:
                continue
            if type(value) is StatedDate:
                value = written.get(value) or written.setdefault(value, str(value))
            elif type(value) is tuple:
                value = value[0] if len(value) == 1 else list(value)
            record[name] = value
        yield record


def records(
    fields: Iterable[Values],
    endorsements: Iterable[Endorsement],
    pages: Mapping[str, str],
    site: str,
    copies: Mapping[str, str] = MappingProxyType({}),
) -> list[Values]:
    """The values of each entry: its fields as the register states them, then the derived keys.

    `fields` are those that `stated` gives. `id` is there whether or not the entry states it.
    `pages` maps ids to the pages that list the signatories, relative to the root of the site;
    `site` is its address, or empty. `copies` maps ids to the files, relative to the root, that
    signatories' own servers served.
    """
    return [
        {
            **given,
            "id": (who := endorsement.signatory),
            "slug": who,
            "grade": endorsement.grade.value,
            "version": endorsement.version,
            "url": f"{site}{pages[who]}#{who}",
            **({EVIDENCE_HOST.name: host} if (host := endorsement.evidence_host) else {}),
            **(_proof(endorsement, f"{site}{copies[who]}") if endorsement.proved else {}),
        }
        for given, endorsement in zip(fields, endorsements, strict=True)
    ]


def _proof(endorsement: Endorsement, address: str) -> Values:
    return {PROVED.name: str(endorsement.proved), PROOF.name: address}


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
