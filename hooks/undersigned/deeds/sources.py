"""Whose page a source is: the signatory's own, a court's or a state's, or another's."""

import re
from collections.abc import Iterable, Iterator
from enum import StrEnum
from typing import NamedTuple

from pybtex.database import Entry

from ..bibliography.latex.verbatim import ADDRESS
from ..bibliography.values.field_table import why_not_shown
from ..bibliography.values.links import addresses_of, archived_copy, doi_address, doi_of, eprint_of
from ..evidence.location import location_of
from ..evidence.ownership import is_own
from ..model import Signatory
from .archived import copied_page, in_archive
from .authorities import is_authority


class SourceGrade(StrEnum):
    """Whose page a source is, by the hosts of its addresses.

    `OWN` is the page of a signatory that the deed is about, `AUTHORITY` that of a court, a state or
    what states have founded together, and `OTHER` is anybody else's, or nowhere on the web.
    """

    OWN = "own"
    AUTHORITY = "authority"
    OTHER = "other"


class GradedSource(NamedTuple):
    """Whose page a source of a deed is; `owners` are the ids of those whose own page it is whole.

    It is own without such an owner where several of them have a page of it each.
    """

    grade: SourceGrade
    owners: tuple[str, ...] = ()


def websites_of(signatory: Signatory) -> tuple[str, ...]:
    """Every website that a signatory has or had, as its endorsements give them."""
    given = (each for one in signatory.endorsements for each in (one.website, one.website_then))
    return tuple(dict.fromkeys(filter(None, given)))


def grade_of_source(source: Entry, websites: Iterable[str]) -> SourceGrade:
    """The grade of a source of the bibliography, for signatories with these websites.

    A source with several addresses has the grade that all of them have: one page of somebody else
    among them makes it another's. A DOI is an address of its publisher's. Whether a connection is
    secure says nothing of whose page it leads to, so ``http`` counts as ``https``.
    """
    pages, claims = [_secure(each) for each in pages_of(source)], tuple(websites)
    if not pages:
        return SourceGrade.OTHER
    if all(is_own_of_any(page, claims) for page in pages):
        return SourceGrade.OWN
    places = map(location_of, pages)
    is_of_state = all(place is not None and is_authority(place) for place in places)
    return SourceGrade.AUTHORITY if is_of_state else SourceGrade.OTHER


def is_own_of_any(page: str, websites: Iterable[str]) -> bool:
    """Whether a page is under one of these websites, by the rule of evidence."""
    return any(is_own(page, website) for website in websites)


def is_wholly_own(source: Entry, websites: Iterable[str]) -> bool:
    """Whether a source is an own page, and its reference leads to nobody else's.

    A note may name another's page, or the archived copy be of it: readers would find that beneath
    what its signatory states. An archive's copy counts as the page of which it is.
    """
    claims = tuple(websites)
    copy = archived_copy(source)[0]
    copied = copied_page(copy) or ("" if in_archive(copy) else copy)
    pages = (*_named_by(source), *filter(None, [copied]))
    return grade_of_source(source, claims) is SourceGrade.OWN and all(
        is_own_of_any(_secure(page), claims) for page in pages
    )


def _named_by(source: Entry) -> Iterator[str]:
    """The addresses in the words of a reference, those apart by which the source is found."""
    for name, value in source.fields.items():
        if "://" in value and name.lower() not in _FOUND_BY and not why_not_shown(name.lower()):
            yield from _ADDRESS.findall(value)


_FOUND_BY = frozenset(("url", "doi", "eprint", "archiveurl"))
_ADDRESS = re.compile(ADDRESS)


def graded(source: Entry, about: Iterable[Signatory]) -> GradedSource:
    """The grade of a source of a deed about these signatories, and whose own page it is."""
    claims = {one.id: websites_of(one) for one in about}
    owners = (who for who, own in claims.items() if grade_of_source(source, own) is SourceGrade.OWN)
    every = (website for own in claims.values() for website in own)
    return GradedSource(grade_of_source(source, every), tuple(owners))


def pages_of(source: Entry) -> list[str]:
    """The addresses at which readers find a source, its archived copy not among them."""
    doi = doi_of(source)
    found = (*addresses_of(source), doi and doi_address(doi), eprint_of(source)[1])
    return list(filter(None, found))


def _secure(address: str) -> str:
    scheme, _, rest = address.partition(":")
    return f"https:{rest}" if scheme.lower() == "http" else address
