"""The whole register as its pages show it: its counts, its groups, its sheets where it is long."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import partial
from heapq import nsmallest
from types import MappingProxyType

from ..dates import StatedDate
from ..fields import Kind
from ..gc_control import without_collecting
from ..model import Standing
from ..names.collation import by_name
from ..page_addresses import PageAddress, as_folder
from ..proofs.copies import Copy
from ..register.settings import AS_USUAL, RegisterSettings
from ..register.signatories import Register
from .beneath import Beneath, beneath
from .chart import LEAST, Chart, chart
from .entries import ListedSignatory, grouped, listed
from .filter import Choices, choices
from .filter_index import index
from .groups import OVERVIEW, SignatoryGroup, by_country, by_kind, by_year
from .sheets import Section, Sheet, sections
from .tally import Tally, tally
from .timeline import Timeline, timeline
from .versions import Support, support_by_version
from .words import Words

NEWEST = 5

# A register of fewer, on one page, is seen at a glance.
FILTERED_FROM = 10


@dataclass(frozen=True, slots=True)
class RegisterView:
    """All that a page shows of the register. `count` leaves out who has withdrawn or `ended`.

    `entries` are all signatories, in canonical order. Where there are `sections`, the register is
    too long for one page, and they are on its sheets; otherwise `years` has those who endorse it by
    the year of their first endorsement, newest first. `all_kinds` has individuals last. `choices`
    are what there is to filter by. `support` has every version, the one in force first. `earlier`
    is how many endorse none but versions that are no longer in force. `pages` has the address of
    the page that lists a signatory, from the root of the site, by its id. `named` are those who
    endorse it and whom the site names before others, in its order. Where names `stand_beneath` the
    text, `beneath` has them.
    """

    entries: tuple[ListedSignatory, ...]
    all_kinds: tuple[SignatoryGroup, ...]
    ended: tuple[ListedSignatory, ...]
    withdrawn: tuple[ListedSignatory, ...]
    named: tuple[ListedSignatory, ...]
    countries: tuple[SignatoryGroup, ...]
    newest: tuple[ListedSignatory, ...]
    timeline: Timeline
    choices: Choices
    support: tuple[Support, ...]
    earlier: int
    pages: Mapping[str, str]
    years: tuple[SignatoryGroup, ...] = ()
    sections: tuple[Section, ...] = ()
    stand_beneath: bool = False

    @property
    def kinds(self) -> tuple[SignatoryGroup, ...]:
        """The kinds of organisations."""
        return tuple(group for group in self.all_kinds if group.key != Kind.INDIVIDUAL)

    @property
    def individuals(self) -> tuple[ListedSignatory, ...]:
        """All individuals who endorse it."""
        found = (group.entries for group in self.all_kinds if group.key == Kind.INDIVIDUAL)
        return next(found, ())

    @property
    def organisations(self) -> int:
        """How many organisations endorse any version of the statement."""
        return sum(group.count for group in self.kinds)

    @property
    def count(self) -> int:
        """How many organisations and individuals endorse it."""
        return self.organisations + len(self.individuals)

    @property
    def apart(self) -> int:
        """How many are listed and not counted."""
        return len(self.ended) + len(self.withdrawn)

    @property
    def ranked_countries(self) -> list[SignatoryGroup]:
        """The countries with most signatories first, then by name."""
        return sorted(self.countries, key=lambda group: -group.count)

    @property
    def sheets(self) -> tuple[Sheet, ...]:
        """Every sheet of every section."""
        return tuple(sheet for section in self.sections for sheet in section.sheets)

    @property
    def others_newest(self) -> tuple[ListedSignatory, ...]:
        """The newest of those who are not named first."""
        named = {entry.id for entry in self.named}
        return tuple(entry for entry in self.newest if entry.id not in named)

    @property
    def beneath(self) -> Beneath | None:
        """Who stands beneath the text, if anybody does: all, or of many those on the overview."""
        if not self.stand_beneath:
            return None
        counted = tuple(entry for group in self.all_kinds for entry in group.entries)
        shown = (*self.named, *self.others_newest) if self.sections else counted
        versions = [each.version for each in self.support]
        return beneath(shown, versions, whole=not self.sections)

    @property
    def chains(self) -> Iterator[tuple[tuple[Sheet, ...], str]]:
        """Sheets that follow each other, and the path of the page that leads to them."""
        yield self.sheets, OVERVIEW
        for group in self.listed_groups:
            yield group.sheets, group.within

    @property
    def listed_groups(self) -> tuple[SignatoryGroup, ...]:
        """The groups with sheets of their own: kinds, then countries."""
        return tuple(group for group in (*self.all_kinds, *self.countries) if group.sheets)

    @property
    def is_filtered(self) -> bool:
        """Whether there are so many that a reader would rather filter than look."""
        return bool(self.sections) or len(self.entries) >= FILTERED_FROM

    def index(self, words: Words) -> str:
        """The index by which a script filters the sheets; empty where there are none."""
        offered = self.choices
        return index(self.sheets, offered, self.pages, words) if self.sections else ""

    @property
    def tally(self) -> Tally:
        """Those who are counted, as strokes."""
        return tally(self.count)

    @property
    def few(self) -> bool:
        """Whether those who endorse it are told one by one, rather than in numbers."""
        return self.count < LEAST

    @property
    def foremost(self) -> tuple[ListedSignatory, ...]:
        """Those who are told by name before all others: whom the site names, then all of few."""
        if not self.few:
            return self.named
        active = (each for each in self.entries if each.standing is Standing.ENDORSES)
        return (*self.named, *(each for each in active if each not in self.named))

    def recent(self, moment: datetime) -> tuple[ListedSignatory, ...]:
        """The newest, as far as they signed in the year before a moment; older ones are no news."""
        year = timedelta(days=366)
        return tuple(
            each for each in self.newest if moment.date() - each.latest.signed.last_day <= year
        )

    @property
    def chart(self) -> Chart | None:
        """The drawing of the timeline, where it says more than its numbers."""
        return chart(self.timeline)


def _pages(
    entries: Iterable[ListedSignatory], sections: Iterable[Section], address_of: PageAddress
) -> Mapping[str, str]:
    """The address, from the root of the site, of the page that lists each signatory, by its id."""
    sheets = [sheet for section in sections for sheet in section.sheets]
    if not sheets:
        return dict.fromkeys((entry.id for entry in entries), address_of(OVERVIEW))
    addresses = {sheet.path: address_of(sheet.path) for sheet in sheets}
    return {entry.id: addresses[sheet.path] for sheet in sheets for entry in sheet.entries}


@without_collecting()
def register_view(
    register: Register,
    words: Words,
    versions: Sequence[str],
    settings: RegisterSettings = AS_USUAL,
    address_of: PageAddress = as_folder,
    copies: Mapping[str, Copy] = MappingProxyType({}),
    published: StatedDate | None = None,
) -> RegisterView:
    """The register as pages show it; words only sort the countries, by their names.

    The versions are given by number, the one in force last. More entries than one page may have are
    spread over sheets. `address_of` gives a page's address, `copies` are of what servers said, by
    host. Who signed before the day `published` is founding.
    """
    entries = tuple(listed(register.signatories, versions[-1], copies, published))
    by_standing = grouped(entries, lambda entry: entry.standing)
    active = by_standing.get(Standing.ENDORSES, ())
    by_country_name = partial(_called, words)
    on_sheets = len(entries) > settings.split
    parts = tuple(sections(entries, words.catalogue)) if on_sheets else ()
    return RegisterView(
        entries=entries,
        all_kinds=by_kind(active, on_sheets),
        ended=by_standing.get(Standing.ENDED, ()),
        withdrawn=by_standing.get(Standing.WITHDRAWN, ()),
        named=_named(active, settings.named),
        countries=by_country(active, on_sheets, by_country_name),
        newest=tuple(_newest(active)),
        timeline=timeline(entries),
        choices=choices(entries, versions[::-1], by_country_name),
        support=tuple(support_by_version(active, versions[::-1])),
        earlier=sum(_is_earlier(entry) for entry in active),
        pages=_pages(entries, parts, address_of),
        years=() if parts else by_year(active),
        sections=parts,
        stand_beneath=settings.beneath,
    )


def _called(words: Words, code: str) -> tuple[str, str]:
    """What a country comes by in a list: what it is called."""
    return by_name(words.country(code))


def _named(entries: Iterable[ListedSignatory], ids: Sequence[str]) -> tuple[ListedSignatory, ...]:
    """Those who have these ids, in the order of the ids; whoever is not there is left out."""
    found = {entry.id: entry for entry in entries if entry.id in set(ids)} if ids else {}
    return tuple(found[each] for each in ids if each in found)


def _is_earlier(entry: ListedSignatory) -> bool:
    """Whether a signatory endorses none but versions that are no longer in force."""
    if not entry.signatory.earlier:
        return entry.latest.version != entry.in_force
    return entry.in_force not in entry.signatory.endorsed


def _newest(active: Sequence[ListedSignatory]) -> list[ListedSignatory]:
    """The newest of those who endorse it; endorsements of one day stay in the register's order."""
    days = {entry.latest.signed for entry in active}
    ages = {day: -day.last_day.toordinal() for day in days}
    return nsmallest(NEWEST, active, key=lambda entry: ages[entry.latest.signed])
