"""The pages that list signatories, each with those that it has to show."""

from collections.abc import Iterator
from typing import NamedTuple

from ..views.entries import ListedSignatory
from ..views.register import RegisterView


class Listing(NamedTuple):
    """The signatories that the page at a path in docs/ shows, in order.

    Where it is `anchored`, each has its id on the page, to which links lead.
    """

    path: str
    entries: tuple[ListedSignatory, ...]
    anchored: bool = False

    @property
    def expected(self) -> list[str]:
        """By what each is known on the page: its id, or else its name."""
        if self.anchored:
            return [entry.id for entry in self.entries]
        return [" ".join(entry.name.split()) for entry in self.entries]

    @property
    def copies(self) -> list[str]:
        """The kept copies that prove what is listed, by their paths from the root of the site."""
        return [
            entry.kept_at
            for entry in self.entries
            if entry.copy
            for endorsement in entry.signatory.endorsements
            if endorsement.proved
        ]


OVERVIEW = "signatories/index.md"
PRINT = "principles/print.md"


def listings(register: RegisterView) -> Iterator[Listing]:
    """Every page that lists signatories; of a register that is split, the sheets alone do."""
    if register.sections:
        for sheet in register.sheets:
            yield Listing(sheet.path, sheet.entries, anchored=True)
        return
    kinds = tuple(entry for group in register.kinds for entry in group.entries)
    counted = (*kinds, *register.individuals)
    yield Listing(OVERVIEW, (*counted, *register.ended, *register.withdrawn), anchored=True)
    for path, groups in (("country", register.countries), ("date", register.years)):
        entries = tuple(entry for group in groups for entry in group.entries)
        yield Listing(f"signatories/by-{path}.md", entries)
    yield Listing(PRINT, counted)
