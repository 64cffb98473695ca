"""The whole register: its counts, its groups, and its sheets where it is long."""

from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from heapq import nsmallest

from ..collecting import without_collecting
from ..model import Kind
from ..ordering import by_name
from ..register import Register
from .rows import Row, Words
from .sheets import Section, sections

NEWEST = 5

# A register of more entries than this is split over pages, unless the site says otherwise.
SPLIT = 500

_KINDS = {
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
    rows = [words.row(each) for each in register.active]
    withdrawn = tuple(words.row(each) for each in register.withdrawn)
    kinds = _grouped(rows, lambda row: row.signatory.kind)
    long = len(register.signatories) > split
    return RegisterView(
        kinds=tuple(Group(kind, _KINDS[kind], kinds[kind]) for kind in _KINDS if kind in kinds),
        individuals=kinds.get(Kind.INDIVIDUAL, ()),
        withdrawn=withdrawn,
        countries=_by_country(rows),
        newest=tuple(nsmallest(NEWEST, rows, key=_newest_first)),
        sections=tuple(sections(rows, withdrawn)) if long else (),
    )


def _by_country(rows: Iterable[Row]) -> tuple[Group, ...]:
    located = [row for row in rows if row.country is not None]
    groups = _grouped(located, lambda row: row.country or "")
    codes = {row.country: row.signatory.country or "" for row in located}
    return tuple(Group(codes[name], name, groups[name]) for name in sorted(groups, key=by_name))


def _grouped(rows: Iterable[Row], key: Callable[[Row], str]) -> dict[str, tuple[Row, ...]]:
    groups: dict[str, list[Row]] = defaultdict(list)
    for row in rows:
        groups[key(row)].append(row)
    return {name: tuple(members) for name, members in groups.items()}


def _newest_first(row: Row) -> tuple[int, tuple[str, str]]:
    return -row.signatory.signed.last_day.toordinal(), by_name(row.signatory.name)
