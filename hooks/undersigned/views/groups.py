"""The signatories in groups: by kind, by country, by year; in a long register with their sheets."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from ..fields import Kind
from .entries import ListedSignatory, by_first, grouped
from .sheets import Sheet, name_sheets

# The pages that lead to all entries, by their paths in docs/.
OVERVIEW = "signatories/index.md"
BY_COUNTRY = "signatories/by-country.md"

# Names of a kind or a country in a register of more entries would fill hundreds of pages that
# nobody looks through; the filter finds them there.
MOST_GROUPED = 20_000

# The folders, in docs/, of the sheets of kinds and of countries.
_KINDS = "signatories/kind"
_COUNTRIES = "signatories/country"


@dataclass(frozen=True, slots=True)
class SignatoryGroup:
    """Signatories of one kind, country or year, by its key: a `Kind`, a code, a number.

    `sheets` are the pages that list their names, where the register is too long for one page, and
    not so long that nobody would look through them.
    """

    key: Kind | str
    entries: tuple[ListedSignatory, ...]
    sheets: tuple[Sheet, ...] = ()

    @property
    def is_country(self) -> bool:
        """Whether it is of a country."""
        return not isinstance(self.key, Kind) and self.key.isalpha()

    @property
    def within(self) -> str:
        """The path of the page of the navigation that leads to its sheets."""
        return BY_COUNTRY if self.is_country else OVERVIEW

    @property
    def count(self) -> int:
        """How many signatories these are."""
        return len(self.entries)


def by_kind(entries: Sequence[ListedSignatory], on_sheets: bool) -> tuple[SignatoryGroup, ...]:
    """The kinds that there are, in the model's order."""
    kinds = grouped(entries, lambda entry: entry.latest.kind)
    return tuple(
        SignatoryGroup(
            kind, kinds[kind], _sheets(f"{_KINDS}/{kind}", kinds[kind], entries, on_sheets)
        )
        for kind in Kind
        if kind in kinds
    )


def by_country(
    entries: Sequence[ListedSignatory],
    on_sheets: bool,
    by_country_name: Callable[[str], tuple[str, str]],
) -> tuple[SignatoryGroup, ...]:
    """The countries that signatories name, sorted by what these are called."""
    lands = grouped(entries, lambda entry: entry.latest.country or "")
    return tuple(
        SignatoryGroup(
            code,
            lands[code],
            _sheets(f"{_COUNTRIES}/{code.lower()}", lands[code], entries, on_sheets),
        )
        for code in sorted(filter(None, lands), key=by_country_name)
    )


def by_year(entries: Iterable[ListedSignatory]) -> tuple[SignatoryGroup, ...]:
    """By the first endorsement, newest first; where only the month is known, after its last day."""
    newest_first = sorted(entries, key=_day_or_31st, reverse=True)
    years = grouped(newest_first, lambda entry: f"{entry.signatory.first.signed.year:04}")
    return tuple(
        SignatoryGroup(year, tuple(map(by_first, members))) for year, members in years.items()
    )


def _sheets(
    path: str,
    entries: Sequence[ListedSignatory],
    whole: Sequence[ListedSignatory],
    on_sheets: bool,
) -> tuple[Sheet, ...]:
    return name_sheets(path, entries) if on_sheets and len(whole) <= MOST_GROUPED else ()


def _day_or_31st(entry: ListedSignatory) -> tuple[int, int, int]:
    signed = entry.signatory.first.signed
    return signed.year, signed.month or 12, signed.day or 31
