"""The whole register: its counts, its groups, and its sheets where it is long."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from heapq import nsmallest

from ..collecting import without_collecting
from ..model import Kind, Signatory
from ..names.ordering import by_name
from ..register import Register
from .rows import KINDS, Row, Words
from .sheets import Section, sections

NEWEST = 5

# A register of more entries than this is split over pages, unless the site says otherwise.
SPLIT = 500

_HEADINGS = {
    Kind.COMPANY: "Companies",
    Kind.NONPROFIT: "Non-profit organisations",
    Kind.ACADEMIC: "Academic institutions",
    Kind.ASSOCIATION: "Associations",
    Kind.PUBLIC_BODY: "Public bodies",
}


@dataclass(frozen=True, slots=True)
class Group:
    """Signatories under one heading."""

    key: str
    title: str
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class RegisterView:
    """All that a page shows of the register. `count` leaves out those who have withdrawn.

    Where there are `sections`, the register is too long for one page, and its entries are on
    their sheets.
    """

    kinds: tuple[Group, ...]
    individuals: tuple[Row, ...]
    withdrawn: tuple[Row, ...]
    countries: tuple[Group, ...]
    newest: tuple[Row, ...]
    sections: tuple[Section, ...] = ()

    @property
    def organisation_count(self) -> int:
        """How many organisations endorse the statement."""
        return sum(len(group.rows) for group in self.kinds)

    @property
    def count(self) -> int:
        """How many organisations and individuals endorse it."""
        return self.organisation_count + len(self.individuals)


@without_collecting()
def view(register: Register, locale: str, split: int = SPLIT) -> RegisterView:
    """The register in the language of a CLDR locale, such as ``en_GB``.

    With more than `split` entries, they are spread over the sheets of sections.
    """
    words = Words(locale)
    active = register.active
    rows = [words.row(each) for each in active]
    withdrawn = tuple(words.row(each) for each in register.withdrawn)
    kinds = _grouped(rows, lambda row: row.kind)
    long = len(register.signatories) > split
    return RegisterView(
        kinds=tuple(
            Group(kind, heading, kinds[KINDS[kind]])
            for kind, heading in _HEADINGS.items()
            if KINDS[kind] in kinds
        ),
        individuals=kinds.get(KINDS[Kind.INDIVIDUAL], ()),
        withdrawn=withdrawn,
        countries=_by_country(rows, words.countries),
        newest=tuple(map(words.row, nsmallest(NEWEST, active, key=_newest_first))),
        sections=tuple(sections(rows, withdrawn)) if long else (),
    )


def _by_country(rows: Iterable[Row], names: Mapping[str, str]) -> tuple[Group, ...]:
    groups = _grouped((row for row in rows if row.country), lambda row: row.country)
    codes = {name: code for code, name in names.items()}
    return tuple(Group(codes[name], name, groups[name]) for name in sorted(groups, key=by_name))


def _grouped(rows: Iterable[Row], key: Callable[[Row], str]) -> dict[str, tuple[Row, ...]]:
    groups: dict[str, list[Row]] = defaultdict(list)
    for row in rows:
        groups[key(row)].append(row)
    return {name: tuple(members) for name, members in groups.items()}


def _newest_first(signatory: Signatory) -> int:
    """Those of one day stay in the register's order."""
    return -signatory.signed.last_day.toordinal()
