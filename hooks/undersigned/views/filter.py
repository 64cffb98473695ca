"""What the filter in the reader's browser needs: its choices, and the index of a long register."""

import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from ..model import Kind
from ..names.collation import by_name
from .rows import KINDS, Row
from .sheets import Sheet

_OTHERS = re.compile(r"[^a-z0-9]+")
_PROTOCOL = re.compile(r"https://(?:www\.)?")


class Choice(NamedTuple):
    """One of the values to filter by, as the address of the page keeps it and as people read it."""

    value: str
    label: str


def kinds_of(rows: Iterable[Row]) -> tuple[Choice, ...]:
    """The kinds that the rows have, in the model's order."""
    found = {row.kind for row in rows}
    return tuple(Choice(kind.value, KINDS[kind]) for kind in Kind if KINDS[kind] in found)


def countries_of(rows: Iterable[Row], codes: Mapping[str, str]) -> tuple[Choice, ...]:
    """The countries that the rows name, by name."""
    found = {row.country for row in rows} - {""}
    return tuple(Choice(codes[name], name) for name in sorted(found, key=by_name))


def versions_of(rows: Iterable[Row], versions: Iterable[str]) -> tuple[Choice, ...]:
    """The versions that the rows endorse, in the order of the versions given."""
    found = {row.version for row in rows}
    return tuple(Choice(version, version) for version in versions if version in found)


class Choices(NamedTuple):
    """All that there is to filter by."""

    kinds: tuple[Choice, ...]
    countries: tuple[Choice, ...]
    versions: tuple[Choice, ...]


def index(sheets: Sequence[Sheet], choices: Choices) -> str:
    """The index of a register on sheets, as JSON: one array for each thing, entry after entry.

    `sheets` holds each sheet's address from there, how many entries follow for it, and whether
    they have withdrawn. Kinds, versions and countries are numbers in `tables`, from 0, countries
    from 1 since 0 is none. A slug is left empty where the name alone gives it, and an address lacks
    ``https://www.``.
    """
    rows = [row for sheet in sheets for row in sheet.rows]
    kinds = {kind.label: number for number, kind in enumerate(choices.kinds)}
    countries = {each.label: number for number, each in enumerate(choices.countries, 1)}
    versions = {each.value: number for number, each in enumerate(choices.versions)}
    columns = {
        "tables": [[each.value for each in table] for table in choices],
        "sheets": [*map(_sheet, sheets)],
        "names": [row.name for row in rows],
        "slugs": [*_slugs(rows)],
        "kinds": [kinds[row.kind] for row in rows],
        "countries": [countries.get(row.country, 0) for row in rows],
        "versions": [versions[row.version] for row in rows],
        "websites": [_PROTOCOL.sub("", row.website).rstrip("/") for row in rows],
        "affiliations": [row.affiliation for row in rows],
    }
    return json.dumps(columns, ensure_ascii=False, separators=(",", ":"))


def _sheet(sheet: Sheet) -> tuple[str, int, int]:
    return f"{sheet.address.partition('/')[2]}/", len(sheet.rows), int(sheet.withdrawn)


def _slugs(rows: Iterable[Row]) -> Iterator[str]:
    """The slugs; the script makes those of ordinary names itself, in the same way."""
    for row in rows:
        plain = _OTHERS.sub("-", row.name.lower()).strip("-")
        yield "" if row.name.isascii() and plain == row.slug else row.slug
