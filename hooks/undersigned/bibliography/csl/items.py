"""Sources as CSL-JSON for reference managers (schema csl-data, version 1.0.2)."""

import json
import re
from collections.abc import Iterable, Mapping, Sequence

from pybtex.database import Entry

from ...sentences import sentence
from ..latex.reading import in_full
from ..values.dates import shown_day
from ..values.entry_types import CASES, LEGISLATION, TYPE_KEYS, entry_style_of
from ..values.links import addresses_of, archived_copy, doi_of, is_linked_twice
from .dates import dates_of
from .fields import Fields, language_of
from .names import contributors
from .numbers import numbers
from .titles import titles
from .types import PERIODICALS, PREPRINT, THESIS, csl_type, preprint_of

_BODIES = ("publisher", "institution", "organization", "school")
_STATES = {
    "inpreparation": "in preparation",
    "inpress": "in press",
    "prepublished": "advance online publication",
}
_EPRINT = ("eprint", "eprinttype", "archiveprefix")


def csl_json(entries: Iterable[Entry]) -> str:
    """The text of a list of sources, in the order given."""
    items = [item_of(entry) for entry in entries]
    return json.dumps(items, ensure_ascii=False, indent=2) + "\n"


def item_of(entry: Entry) -> Mapping[str, object]:
    """A source, without the variables that have no value.

    A field that no variable takes is a line of the note, `name: value`, which reference managers
    keep; those of `NO_PLACE` are left out.
    """
    fields, type_ = Fields(entry.fields), csl_type(entry)
    fields.use("entrysubtype" if type_ in PERIODICALS.values() else "")
    people, more_of_people = contributors(entry, fields)
    dates, more_of_dates = dates_of(entry, fields)
    language, languages = language_of(fields)
    addresses, archived = addresses_of(entry), _archived(entry, fields)
    item: dict[str, object] = {
        "id": str(entry.key or ""),
        "type": type_,
        "title": "",
        **people,
        **titles(entry, type_, fields),
        "genre": _genre(entry, type_, fields),
        **_issuer(entry, fields, addresses),
        **fields.variables(),
        "PMID": re.sub(r"^\s*pmid:?\s*", "", fields.take("pmid"), flags=re.I),
        **numbers(entry, type_, fields),
        **dates,
        "language": language,
        "status": _status(fields),
        **_links(entry, fields, addresses),
        "custom": archived,
    }
    item |= _in_repository(entry, item)
    prose = _note(fields, addresses, archived)
    further = {**more_of_people, **more_of_dates, **languages, **fields.rest()}
    item["note"] = "\n".join(filter(None, (prose, *map(": ".join, further.items()))))
    return {name: value for name, value in item.items() if value or name == "id"}


def _genre(entry: Entry, type_: str, fields: Fields) -> str:
    written = fields.take("type")
    label = entry_style_of(entry.type).label if type_ == THESIS else ""
    return TYPE_KEYS.get(written.lower(), written) or label


def _status(fields: Fields) -> str:
    state = fields.take("pubstate")
    return _STATES.get(state.lower(), state)


def _issuer(entry: Entry, fields: Fields, addresses: Sequence[str]) -> dict[str, str]:
    """Who issued the source: of a judgment the court, of a law the legislator, its authority."""
    is_law, is_case = entry.type in LEGISLATION, entry.type in CASES
    publisher = [] if is_case else fields.take_all("publisher")
    bodies = fields.take_all("court", *_BODIES)
    if in_full(fields.raw("howpublished")) in addresses:
        fields.use("howpublished")
    elif not publisher and not bodies:
        bodies = fields.take_all("howpublished")
    authority = "; ".join(bodies) if is_law or is_case else ""
    return {
        "publisher": "; ".join(publisher if authority else [*publisher, *bodies]),
        "authority": authority,
        "jurisdiction": fields.take("jurisdiction"),
    }


def _links(entry: Entry, fields: Fields, addresses: Sequence[str]) -> dict[str, str]:
    doi = doi_of(entry)
    name, address = preprint_of(entry)
    fields.use("doi" if doi else "", "url" if addresses else "")
    if name or is_linked_twice(entry):
        fields.use(*_EPRINT)
    return {"DOI": doi, "URL": addresses[0] if addresses else address}


def _in_repository(entry: Entry, item: Mapping[str, object]) -> dict[str, object]:
    """The name of a paper in its repository, which publishes what is published there alone."""
    name, _ = preprint_of(entry)
    if item["type"] != PREPRINT or item["number"] or not name:
        return {"source": name}
    return {"number": name, "publisher": item["publisher"] or name.partition(":")[0]}


def _note(fields: Fields, addresses: Sequence[str], archived: Mapping[str, str]) -> str:
    """The notes, further addresses and the archived copy, each as a sentence.

    `archive_location` is no place for an address: styles print it as the shelf mark of a document.
    """
    of = f" of {shown_day(archived['archivedate'])}" if "archivedate" in archived else ""
    sentences = [
        *fields.take_all("note", "addendum"),
        *(f"Also at {further}" for further in addresses[1:]),
        *([f"Archived copy{of}: {archived['archiveurl']}"] if archived else []),
    ]
    return " ".join([*map(sentence, sentences[:-1]), *sentences[-1:]])


def _archived(entry: Entry, fields: Fields) -> dict[str, str]:
    """The archived copy and its date for programs."""
    address, kept = archived_copy(entry)
    fields.use("archiveurl" if address else "", "archivedate" if address else "")
    found = {"archiveurl": address, "archivedate": kept}
    return {name: value for name, value in found.items() if value}
