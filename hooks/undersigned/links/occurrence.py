"""An address where it stands: the place, and what it is to the site."""

from enum import StrEnum
from typing import NamedTuple


class Scope(StrEnum):
    """What can be looked at by itself."""

    EVIDENCE = "evidence"
    REFERENCES = "references"
    PAGES = "pages"


class Role(StrEnum):
    """What an address is to the site, where it stands."""

    EVIDENCE = "evidence"
    WEBSITE = "website"
    REFERENCE = "reference"
    ARCHIVED = "archived copy"
    LINK = "link"

    @property
    def scope(self) -> Scope:
        """The group it is looked at with."""
        return _SCOPES[self]


_SCOPES = {
    Role.EVIDENCE: Scope.EVIDENCE,
    Role.WEBSITE: Scope.EVIDENCE,
    Role.REFERENCE: Scope.REFERENCES,
    Role.ARCHIVED: Scope.REFERENCES,
    Role.LINK: Scope.PAGES,
}


class Lasting(StrEnum):
    """Why nobody gives another address where one stands, in words."""

    SIGNED = "the text is signed and stays as it is"
    WITHDRAWN = "the signatory has withdrawn and is not asked"


class Occurrence(NamedTuple):
    """One place where an address stands. Standings sort by place.

    Of a source, `archived` is the address of its archived copy; where it has none, `unsaved` is
    the address, one for each source, of which to save one.
    """

    path: str
    line: int
    column: int
    role: Role
    address: str
    lasting: Lasting | None = None
    archived: str = ""
    unsaved: str = ""
