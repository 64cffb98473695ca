"""What the filter in the reader's browser needs: its choices, and the index of a long register."""

import json
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from ..fields import Kind
from ..names.similarity import distinctive_words
from ..names.slug import LONGEST
from .entries import ListedSignatory
from .sheets import Sheet

_OTHERS = re.compile(r"[^a-z0-9]+")
_PROTOCOL = re.compile(r"https://(?:www\.)?")


class Choices(NamedTuple):
    """All that there is to filter by: kinds, codes of countries, numbers of versions."""

    kinds: tuple[Kind, ...]
    countries: tuple[str, ...]
    versions: tuple[str, ...]


def choices(
    entries: Iterable[ListedSignatory], versions: Iterable[str], by_name: Callable[[str], object]
) -> Choices:
    """The choices that signatories offer: kinds in the model's order, countries by name.

    Versions keep the order in which they are given; `by_name` sorts codes of countries.
    """
    entries = tuple(entries)
    kinds = {each.latest.kind for each in entries}
    countries = {each.latest.country for each in entries if each.latest.country}
    endorsed = {given.version for each in entries for given in each.signatory.endorsements}
    return Choices(
        tuple(kind for kind in Kind if kind in kinds),
        tuple(sorted(countries, key=by_name)),  # type: ignore[arg-type]
        tuple(version for version in versions if version in endorsed),
    )


def index(sheets: Sequence[Sheet], offered: Choices, pages: Mapping[str, str]) -> str:
    """The index of a register on sheets, as JSON: one array for each thing, entry after entry.

    `pages` has the address of the page of a signatory, from the root of the site, by its id.
    `sheets` holds each sheet's address from there, how many signatories follow for it, and their
    standing. Kinds, versions and countries are numbers in `tables`, from 0, countries from 1 since
    0 is none. An id is left empty where the name alone gives it, and an address lacks
    ``https://www.``. What few have is by the number of the signatory, from 0: the versions endorsed
    before the latest, and former names.
    """
    entries = [entry for sheet in sheets for entry in sheet.entries]
    latest = [entry.latest for entry in entries]
    kinds = {kind: number for number, kind in enumerate(offered.kinds)}
    countries = {code: number for number, code in enumerate(offered.countries, 1)}
    versions = {version: number for number, version in enumerate(offered.versions)}
    columns = {
        "tables": [[*table] for table in offered],
        "sheets": [_sheet(sheet, pages) for sheet in sheets],
        "names": [each.name for each in latest],
        "slugs": [*_slugs(entries)],
        "kinds": [kinds[each.kind] for each in latest],
        "countries": [countries.get(each.country or "", 0) for each in latest],
        "versions": [versions[each.version] for each in latest],
        "websites": [_PROTOCOL.sub("", each.website or "").rstrip("/") for each in latest],
        "affiliations": [each.affiliation or "" for each in latest],
        "earlier": {
            number: [versions[each.version] for each in entry.signatory.earlier]
            for number, entry in enumerate(entries)
            if entry.signatory.earlier
        },
        "formerly": {
            number: names
            for number, entry in enumerate(entries)
            if (entry.latest.formerly or entry.signatory.earlier) and (names := formerly(entry))
        },
    }
    return json.dumps(columns, ensure_ascii=False, separators=(",", ":"))


def formerly(entry: ListedSignatory) -> list[str]:
    """Every other name that a signatory had, the latest first; another spelling is none."""
    names = {_letters(entry.name, entry): entry.name}
    for each in entry.signatory.endorsements:
        for name in (each.name, *each.formerly):
            names.setdefault(_letters(name, entry), name)
    return list(names.values())[1:]


def _letters(name: str, entry: ListedSignatory) -> str:
    return "".join(distinctive_words(name, person=entry.is_individual))


def _sheet(sheet: Sheet, pages: Mapping[str, str]) -> tuple[str, int, str]:
    # The index is in the first folder of that address, 'signatories/'.
    address = pages[sheet.entries[0].id].partition("/")[2]
    return address, len(sheet.entries), sheet.standing.value


def _slugs(entries: Iterable[ListedSignatory]) -> Iterator[str]:
    """The ids; the script makes those of ordinary names itself, in the same way."""
    for entry in entries:
        name, who = entry.latest.name, entry.latest.signatory
        # An id is no longer than the name that it was made of, unless a digest follows.
        ordinary = name.isascii() and len(who) <= len(name) <= LONGEST
        if ordinary and entry.latest.id is not None:
            ordinary = _OTHERS.sub("-", name.lower()).strip("-") == who
        yield "" if ordinary else who
