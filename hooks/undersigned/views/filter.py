"""What the filter in the reader's browser needs: its choices, and the index of a long register."""

import json
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import NamedTuple

from ..model import Kind
from .entries import ListedEntry
from .sheets import Sheet

_OTHERS = re.compile(r"[^a-z0-9]+")
_PROTOCOL = re.compile(r"https://(?:www\.)?")


class Choices(NamedTuple):
    """All that there is to filter by: kinds, codes of countries, numbers of versions."""

    kinds: tuple[Kind, ...]
    countries: tuple[str, ...]
    versions: tuple[str, ...]


def choices(
    entries: Iterable[ListedEntry], versions: Iterable[str], by_name: Callable[[str], object]
) -> Choices:
    """The choices that entries offer: kinds in the model's order, countries by name.

    Versions keep the order in which they are given; `by_name` sorts codes of countries.
    """
    signatories = [entry.signatory for entry in entries]
    kinds = {each.kind for each in signatories}
    countries = {each.country for each in signatories if each.country}
    endorsed = {each.version for each in signatories}
    return Choices(
        tuple(kind for kind in Kind if kind in kinds),
        tuple(sorted(countries, key=by_name)),  # type: ignore[arg-type]
        tuple(version for version in versions if version in endorsed),
    )


def index(sheets: Sequence[Sheet], offered: Choices) -> str:
    """The index of a register on sheets, as JSON: one array for each thing, entry after entry.

    `sheets` holds each sheet's address from there, how many entries follow for it, and whether
    they have withdrawn. Kinds, versions and countries are numbers in `tables`, from 0, countries
    from 1 since 0 is none. A slug is left empty where the name alone gives it, and an address lacks
    ``https://www.``.
    """
    entries = [entry for sheet in sheets for entry in sheet.entries]
    signatories = [entry.signatory for entry in entries]
    kinds = {kind: number for number, kind in enumerate(offered.kinds)}
    countries = {code: number for number, code in enumerate(offered.countries, 1)}
    versions = {version: number for number, version in enumerate(offered.versions)}
    columns = {
        "tables": [[*table] for table in offered],
        "sheets": [*map(_sheet, sheets)],
        "names": [each.name for each in signatories],
        "slugs": [*_slugs(entries)],
        "kinds": [kinds[each.kind] for each in signatories],
        "countries": [countries.get(each.country or "", 0) for each in signatories],
        "versions": [versions[each.version] for each in signatories],
        "websites": [_PROTOCOL.sub("", each.website or "").rstrip("/") for each in signatories],
        "affiliations": [each.affiliation or "" for each in signatories],
    }
    return json.dumps(columns, ensure_ascii=False, separators=(",", ":"))


def _sheet(sheet: Sheet) -> tuple[str, int, int]:
    return f"{sheet.address.partition('/')[2]}/", len(sheet.entries), int(sheet.withdrawn)


def _slugs(entries: Iterable[ListedEntry]) -> Iterator[str]:
    """The slugs; the script makes those of ordinary names itself, in the same way."""
    for entry in entries:
        plain = _OTHERS.sub("-", entry.name.lower()).strip("-")
        yield "" if entry.name.isascii() and plain == entry.slug else entry.slug
