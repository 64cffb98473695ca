"""The pages that list signatories, each with those that it has to show."""

from collections.abc import Iterator
from typing import NamedTuple

from ..text_paths import TextPaths
from ..views.entries import ListedSignatory
from ..views.groups import BY_COUNTRY, OVERVIEW
from ..views.record import RecordView
from ..views.register import RegisterView


class Listing(NamedTuple):
    """The signatories that the page at a path in docs/ shows, in order.

    Where it is `anchored`, each has its id on the page, to which links lead. A page of
    `names_alone` leads to these, and to no evidence; the one `to_print` has each in another form.
    Those `beneath` the text stand there in a form of their own.
    """

    path: str
    entries: tuple[ListedSignatory, ...]
    anchored: bool = False
    names_alone: bool = False
    to_print: bool = False
    beneath: bool = False

    @property
    def expected(self) -> list[str]:
        """By what each is known on the page: its id, or else its name."""
        if self.anchored:
            return [entry.id for entry in self.entries]
        return [" ".join(entry.name.split()) for entry in self.entries]

    @property
    def copies(self) -> list[str]:
        """The kept copies that prove what is listed, by their paths from the root of the site."""
        if self.names_alone:
            return []
        return [
            entry.kept_at
            for entry in self.entries
            if entry.copy
            for endorsement in entry.signatory.endorsements
            if endorsement.proved
        ]


BY_DATE = "signatories/by-date.md"


def listings(register: RegisterView, texts: TextPaths) -> Iterator[Listing]:
    """Every page that lists signatories; of a register that is split, its sheets and overview."""
    if register.beneath:
        yield Listing(texts.index, register.beneath.entries, names_alone=True, beneath=True)
    if register.sections:
        yield Listing(OVERVIEW, (*register.named, *register.others_newest))
        for sheet in register.sheets:
            yield Listing(sheet.path, sheet.entries, anchored=True)
        for group in register.listed_groups:
            for sheet in group.sheets:
                yield Listing(sheet.path, sheet.entries, names_alone=True)
        return
    counted = tuple(entry for group in register.all_kinds for entry in group.entries)
    yield Listing(OVERVIEW, (*counted, *register.ended, *register.withdrawn), anchored=True)
    for path, groups in ((BY_COUNTRY, register.countries), (BY_DATE, register.years)):
        yield Listing(path, tuple(entry for group in groups for entry in group.entries))
    yield Listing(texts.print_page, counted, to_print=True)


def records(record: RecordView) -> Iterator[Listing]:
    """The page of each signatory of whom something is recorded: it shows its own entry."""
    for each in record.pages:
        yield Listing(each.path, (each.signatory,))


def leads(register: RegisterView) -> Iterator[tuple[str, tuple[str, ...]]]:
    """The pages that lead to the sheets of a split register, each with the sheets, by their paths.

    A page leads to the first of several, and that one to the others.
    """
    if not register.sections:
        return
    chains = [section.sheets for section in register.sections]
    yield OVERVIEW, tuple(sheets[0].path for sheets in chains)
    for page in (OVERVIEW, BY_COUNTRY):
        groups = [group.sheets for group in register.listed_groups if group.within == page]
        yield page, tuple(sheets[0].path for sheets in groups)
        chains += groups
    for first, *others in chains:
        yield first.path, tuple(each.path for each in others)
