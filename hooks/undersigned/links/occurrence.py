"""Occurrences of addresses on a site: where each is, and which role it has."""

from enum import StrEnum
from typing import NamedTuple


class Scope(StrEnum):
    """A part of the site whose links can be checked by themselves."""

    EVIDENCE = "evidence"
    REFERENCES = "references"
    PAGES = "pages"


class Role(StrEnum):
    """The role of an address where it occurs, as messages name it."""

    EVIDENCE = "evidence"
    WEBSITE = "website"
    REFERENCE = "reference"
    ARCHIVED = "archived copy"
    ARCHIVED_EVIDENCE = "archived evidence"
    LINK = "link"

    @property
    def scope(self) -> Scope:
        """The part of the site with which it is checked."""
        return _SCOPES[self]


_SCOPES = {
    Role.EVIDENCE: Scope.EVIDENCE,
    Role.WEBSITE: Scope.EVIDENCE,
    Role.REFERENCE: Scope.REFERENCES,
    Role.ARCHIVED: Scope.REFERENCES,
    Role.ARCHIVED_EVIDENCE: Scope.EVIDENCE,
    Role.LINK: Scope.PAGES,
}


# Copies of pages, beside which the page itself is given.
COPIES = (Role.ARCHIVED, Role.ARCHIVED_EVIDENCE)


class Unchangeable(StrEnum):
    """Why an address cannot be replaced where it occurs, as messages say it."""

    SIGNED = "the text is signed and stays as it is"
    WITHDRAWN = "the signatory has withdrawn and is not asked"


class Occurrence(NamedTuple):
    """One place where an address occurs; occurrences sort by place.

    Lines and columns count from 1. `archived` is the address of the archived copy of a source or of
    evidence. Where there is none, `unsaved` is the address to save a copy of; it is given once per
    source.
    """

    path: str
    line: int
    column: int
    role: Role
    address: str
    unchangeable: Unchangeable | None = None
    archived: str = ""
    unsaved: str = ""
