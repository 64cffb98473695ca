"""The whole register: its counts, its groups, and its sheets where it is long."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from heapq import nsmallest

from ..gc_control import without_collecting
from ..model import Kind, Signatory
from ..names.collation import by_name
from ..register.signatories import Register
from .filter import Choices, countries_of, index, kinds_of, versions_of
from .rows import KINDS, Row, Words
from .sheets import Section, Sheet, sections
from .timeline import Chart, Timeline, chart, timeline
from .versions import Support, support_by_version

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
class SignatoryGroup:
    """Signatories under one heading."""

    key: str
    title: str
    rows: tuple[Row, ...]

    @property
    def count(self) -> int:
        """How many signatories these are."""
        return len(self.rows)


@dataclass(frozen=True, slots=True)
class RegisterView:
    """All that a page shows of the register. `count` leaves out those who have withdrawn.

    Where there are `sections`, the register is too long for one page, and its entries are on
    their sheets; otherwise `years` has those who endorse it by year, newest first.
    `choices` are what there is to filter by. `standings` has every version, the one in force
    first.
    """

    kinds: tuple[SignatoryGroup, ...]
    individuals: tuple[Row, ...]
    withdrawn: tuple[Row, ...]
    countries: tuple[SignatoryGroup, ...]
    newest: tuple[Row, ...]
    timeline: Timeline
    choices: Choices
    standings: tuple[Support, ...]
    years: tuple[SignatoryGroup, ...] = ()
    sections: tuple[Section, ...] = ()

    @property
    def organisations(self) -> int:
        """How many organisations endorse the statement, in whatever version."""
        return sum(standing.organisations for standing in self.standings)

    @property
    def count(self) -> int:
        """How many organisations and individuals endorse it."""
        return sum(standing.count for standing in self.standings)

    @property
    def earlier(self) -> int:
        """How many of them endorse a version that is no longer in force."""
        return self.count - self.standings[0].count

    @property
    def ranked_countries(self) -> list[SignatoryGroup]:
        """The countries with most signatories first, then by name."""
        return sorted(self.countries, key=lambda group: -group.count)

    @property
    def sheets(self) -> tuple[Sheet, ...]:
        """Every sheet of every section."""
        return tuple(sheet for section in self.sections for sheet in section.sheets)

    @property
    def index(self) -> str:
        """The index by which a script filters the sheets; empty where there are none."""
        return index(self.sheets, self.choices) if self.sections else ""

    @property
    def chart(self) -> Chart | None:
        """The drawing of the timeline, if anybody ever signed."""
        return chart(self.timeline) if self.timeline.periods else None


@without_collecting()
def view(
    register: Register, locale: str, versions: Sequence[str], split: int = SPLIT
) -> RegisterView:
    """The register in the language of a CLDR locale, such as ``en_GB``.

    The versions are given by number, oldest first; the last is in force. With more than `split`
    entries, they are spread over the sheets of sections.
    """
    words = Words(locale, versions[-1])
    active = register.active
    rows = [words.row(each) for each in active]
    withdrawn = tuple(words.row(each) for each in register.withdrawn)
    kinds = _grouped(rows, lambda row: row.kind)
    every = rows + list(withdrawn)
    long = len(register.signatories) > split
    return RegisterView(
        kinds=tuple(
            SignatoryGroup(kind, heading, kinds[KINDS[kind]])
            for kind, heading in _HEADINGS.items()
            if KINDS[kind] in kinds
        ),
        individuals=kinds.get(KINDS[Kind.INDIVIDUAL], ()),
        withdrawn=withdrawn,
        countries=_by_country(rows, words.codes),
        newest=tuple(map(words.row, nsmallest(NEWEST, active, key=_newest_first))),
        timeline=timeline(rows, withdrawn, locale),
        choices=Choices(
            kinds_of(every),
            countries_of(every, words.codes),
            versions_of(every, versions[::-1]),
        ),
        standings=tuple(support_by_version(rows, versions[::-1])),
        years=() if long else _by_year(rows),
        sections=tuple(sections(rows, withdrawn)) if long else (),
    )


def _by_country(rows: Iterable[Row], codes: Mapping[str, str]) -> tuple[SignatoryGroup, ...]:
    groups = _grouped((row for row in rows if row.country), lambda row: row.country)
    return tuple(
        SignatoryGroup(codes[name], name, groups[name]) for name in sorted(groups, key=by_name)
    )


def _by_year(rows: Iterable[Row]) -> tuple[SignatoryGroup, ...]:
    """Newest first; where only the month is known, after the last day that it can mean."""
    newest_first = sorted(rows, key=lambda row: f"{row.signed_on}-31"[:10], reverse=True)
    years = _grouped(newest_first, lambda row: row.signed_on[:4])
    return tuple(SignatoryGroup(year, year, members) for year, members in years.items())


def _grouped(rows: Iterable[Row], key: Callable[[Row], str]) -> dict[str, tuple[Row, ...]]:
    groups: dict[str, list[Row]] = defaultdict(list)
    for row in rows:
        groups[key(row)].append(row)
    return {name: tuple(members) for name, members in groups.items()}


def _newest_first(signatory: Signatory) -> int:
    """Those of one day stay in the register's order."""
    return -signatory.signed.last_day.toordinal()
