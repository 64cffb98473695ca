"""The whole register as its pages show it: its counts, its groups, its sheets where it is long."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from heapq import nsmallest

from ..gc_control import without_collecting
from ..model import Kind
from ..names.collation import by_name
from ..register.signatories import Register
from .entries import ListedEntry, grouped, listed
from .filter import Choices, choices, index
from .sheets import Section, Sheet, sections
from .timeline import Chart, Timeline, chart, timeline
from .versions import Support, support_by_version
from .words import Words

NEWEST = 5

# A register of more entries than this is split over pages, unless the site says otherwise.
SPLIT = 500

# The page that lists a register which is not split.
_OVERVIEW = "signatories/"


@dataclass(frozen=True, slots=True)
class SignatoryGroup:
    """Signatories of one kind, country or year, by its key: a `Kind`, a code, a number."""

    key: str
    entries: tuple[ListedEntry, ...]

    @property
    def count(self) -> int:
        """How many signatories these are."""
        return len(self.entries)


@dataclass(frozen=True, slots=True)
class RegisterView:
    """All that a page shows of the register. `count` leaves out those who have withdrawn.

    `entries` are all of them, in canonical order. Where there are `sections`, the register is too
    long for one page, and its entries are on their sheets; otherwise `years` has those who endorse
    it by year, newest first. `kinds` are those of organisations. `choices` are what there is to
    filter by. `support` has every version, the one in force first.
    """

    entries: tuple[ListedEntry, ...]
    kinds: tuple[SignatoryGroup, ...]
    individuals: tuple[ListedEntry, ...]
    withdrawn: tuple[ListedEntry, ...]
    countries: tuple[SignatoryGroup, ...]
    newest: tuple[ListedEntry, ...]
    timeline: Timeline
    choices: Choices
    support: tuple[Support, ...]
    years: tuple[SignatoryGroup, ...] = ()
    sections: tuple[Section, ...] = ()

    @property
    def organisations(self) -> int:
        """How many organisations endorse any version of the statement."""
        return sum(each.organisations for each in self.support)

    @property
    def count(self) -> int:
        """How many organisations and individuals endorse it."""
        return sum(each.count for each in self.support)

    @property
    def earlier(self) -> int:
        """How many of them endorse a version that is no longer in force."""
        return self.count - self.support[0].count

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

    def pages(self) -> dict[str, str]:
        """The address, from the root of the site, of the page that lists an entry, by its slug."""
        if self.sections:
            on_sheets = ((each.slug, sheet) for sheet in self.sheets for each in sheet.entries)
            return {slug: f"{sheet.address}/" for slug, sheet in on_sheets}
        return dict.fromkeys((entry.slug for entry in self.entries), _OVERVIEW)


@without_collecting()
def register_view(
    register: Register, words: Words, versions: Sequence[str], split: int = SPLIT
) -> RegisterView:
    """The register as pages show it; words only sort the countries, by their names.

    The versions are given by number, oldest first; the last is in force. With more than `split`
    entries, they are spread over the sheets of sections.
    """
    entries = tuple(listed(register.signatories, versions[-1]))
    active = [entry for entry in entries if entry.signatory.withdrawn is None]
    withdrawn = tuple(entry for entry in entries if entry.signatory.withdrawn is not None)
    kinds = grouped(active, lambda entry: entry.signatory.kind)
    long = len(entries) > split

    def by_country_name(code: str) -> tuple[str, str]:
        return by_name(words.country(code))

    countries = grouped(active, lambda entry: entry.signatory.country or "")
    return RegisterView(
        entries=entries,
        kinds=tuple(
            SignatoryGroup(kind, kinds[kind])
            for kind in Kind
            if kind in kinds and kind is not Kind.INDIVIDUAL
        ),
        individuals=kinds.get(Kind.INDIVIDUAL, ()),
        withdrawn=withdrawn,
        countries=tuple(
            SignatoryGroup(code, countries[code])
            for code in sorted(filter(None, countries), key=by_country_name)
        ),
        newest=tuple(nsmallest(NEWEST, active, key=_newest_first)),
        timeline=timeline(active, withdrawn),
        choices=choices(entries, versions[::-1], by_country_name),
        support=tuple(support_by_version(active, versions[::-1])),
        years=() if long else _by_year(active),
        sections=tuple(sections(active, withdrawn)) if long else (),
    )


def _by_year(entries: Iterable[ListedEntry]) -> tuple[SignatoryGroup, ...]:
    """Newest first; where only the month is known, after the last day of it."""
    newest_first = sorted(entries, key=_day_or_31st, reverse=True)
    years = grouped(newest_first, lambda entry: f"{entry.signatory.signed.year:04}")
    return tuple(SignatoryGroup(year, members) for year, members in years.items())


def _day_or_31st(entry: ListedEntry) -> tuple[int, int, int]:
    signed = entry.signatory.signed
    return signed.year, signed.month, signed.day or 31


def _newest_first(entry: ListedEntry) -> int:
    """Entries of one day stay in the register's order."""
    return -entry.signatory.signed.last_day.toordinal()
