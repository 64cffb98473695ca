"""The index from which a script in the reader's browser filters a register on sheets."""

import json
import re
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from typing import TypeVar

from ..model import Endorsement
from ..names.slug import LONGEST
from .entries import ListedSignatory
from .filter import Choices, formerly
from .sheets import Sheet
from .terms import SYMBOLS
from .words import Words

# Addresses of evidence hardly compress: of a register of more entries, results lead to them by way
# of the sheets.
MOST_LINKED = 20_000

_OTHERS = re.compile(r"[^a-z0-9]+")
_WWW = "https://www."
_SECURE = "https://"

Value = TypeVar("Value", bound=Hashable)


def index(sheets: Sequence[Sheet], offered: Choices, pages: Mapping[str, str], words: Words) -> str:
    """The index of a register on sheets, as JSON: one array for each thing, entry after entry.

    `pages` has the address of the page of a signatory, from the root of the site, by its id.
    `sheets` holds each sheet's address from there, how many signatories follow for it, and their
    standing. Kinds, versions and countries are numbers in `tables`, from 0, countries from 1 since
    0 is none; so are what stands before the date and the date, in `dates`, and in `grades` the
    symbol of a grade with the words before and behind the host of the evidence, of which the latter
    are null where there is no host. An id is left empty
    where the name alone gives it, an address lacks ``https://www.``, and a host is empty where it
    is that of the website. What few have is by the number of the signatory, from 0: the versions
    endorsed before the latest, and former names.
    """
    entries = [entry for sheet in sheets for entry in sheet.entries]
    latest = [entry.latest for entry in entries]
    kinds = {kind: number for number, kind in enumerate(offered.kinds)}
    countries = {code: number for number, code in enumerate(offered.countries, 1)}
    versions = {version: number for number, version in enumerate(offered.versions)}
    websites = [_website(each) for each in latest]
    columns = {
        "tables": [[*table] for table in offered],
        "sheets": [_sheet(sheet, pages) for sheet in sheets],
        "names": [each.name for each in latest],
        "slugs": [*_slugs(entries)],
        "kinds": [kinds[each.kind] for each in latest],
        "countries": [countries[each.country] if each.country else 0 for each in latest],
        "versions": [versions[each.version] for each in latest],
        "websites": websites,
        "affiliations": [each.affiliation or "" for each in latest],
        **_known(entries, websites, words),
        **_of_few(entries, versions),
    }
    return json.dumps(columns, ensure_ascii=False, separators=(",", ":"))


def _of_few(
    entries: Sequence[ListedSignatory], versions: Mapping[str, int]
) -> dict[str, dict[int, Sequence[object]]]:
    """What few have, by their numbers."""
    renewed = {at: entry for at, entry in enumerate(entries) if entry.signatory.earlier}
    renamed = {at: entry for at, entry in enumerate(entries) if entry.latest.formerly} | renewed
    return {
        "earlier": {
            at: [versions[each.version] for each in entry.signatory.earlier]
            for at, entry in renewed.items()
        },
        "formerly": {
            at: names for at, entry in sorted(renamed.items()) if (names := formerly(entry))
        },
    }


def _known(
    entries: Sequence[ListedSignatory], websites: Sequence[str], words: Words
) -> dict[str, object]:
    """When the latest endorsement of each was given, and how it is known."""
    days, signed = _numbered((words.verb(entry.latest), entry.latest.signed) for entry in entries)
    graded = [words.graded(entry, entry.latest, entry.grade) for entry in entries]
    grades, known = _numbered(
        (entry.grade, before, behind if host else None)
        for entry, (before, host, behind) in zip(entries, graded, strict=True)
    )
    hosts = [host for _, host, _ in graded]
    linked = len(entries) <= MOST_LINKED
    return {
        "dates": [(verb, words.date(day)) for verb, day in days],
        "signed": signed,
        "grades": [(SYMBOLS[grade], *around) for grade, *around in grades],
        "known": known,
        "hosts": [
            "" if host == website.partition("/")[0] else host
            for host, website in zip(hosts, websites, strict=True)
        ],
        "evidence": [*map(_evidence, entries, websites)] if linked else [],
    }


def _numbered(values: Iterable[Value]) -> tuple[list[Value], list[int]]:
    """Each value once, in the order in which they come, and the number of each from 0."""
    numbers: dict[Value, int] = {}
    places = [numbers.setdefault(value, len(numbers)) for value in values]
    return [*numbers], places


def _website(endorsement: Endorsement) -> str:
    address = endorsement.website or ""
    return address.removeprefix(_WWW).removeprefix(_SECURE).rstrip("/")


def _evidence(entry: ListedSignatory, website: str) -> str:
    """The address of the evidence without ``https://``; empty where there is none to be read.

    Under the website it begins with the path, or with a dot where ``www.`` stands before the host.
    What its own server said is read on its sheet, where the copy is.
    """
    address = entry.latest.evidence or ""
    if entry.latest.proved or not address:
        return ""
    for scheme, mark in ((_WWW, "."), (_SECURE, "")):
        if website and address.startswith(f"{scheme}{website}/"):
            return f"{mark}{address[len(scheme) + len(website) :]}"
    return address.removeprefix(_SECURE)


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
