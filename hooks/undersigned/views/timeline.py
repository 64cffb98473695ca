"""When signatories endorsed the statement and when some withdrew, month by month or by year."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import NamedTuple

from ..dates import StatedDate, stated_date
from ..language import shown_month
from .rows import Row

# A timeline of more months than these is told by year: three years of months fit on a phone.
MOST_MONTHS = 36


class Period(NamedTuple):
    """A month or a year: who endorsed and who withdrew in it, and how many stood at its end."""

    label: str
    short: str
    stated: str
    endorsed: int
    withdrew: int
    standing: int


@dataclass(frozen=True, slots=True)
class Timeline:
    """Every period from the first endorsement to the last event, oldest first, none left out."""

    unit: str = "month"
    periods: tuple[Period, ...] = ()

    @property
    def endorsed(self) -> int:
        """How many ever endorsed the statement."""
        return sum(period.endorsed for period in self.periods)

    @property
    def withdrew(self) -> int:
        """How many of them withdrew."""
        return sum(period.withdrew for period in self.periods)

    @property
    def busiest(self) -> Period:
        """The first of the periods in which most endorsed."""
        return max(self.periods, key=lambda period: period.endorsed)


def timeline(active: Iterable[Row], withdrawn: Sequence[Row], locale: str) -> Timeline:
    """The timeline of a register; without a signatory it has no periods.

    A date of which only the month is known counts in its month.
    """
    endorsed = Counter(row.signed_on[:7] for row in active)
    endorsed.update(row.signed_on[:7] for row in withdrawn)
    withdrew = Counter(row.withdrawn_on[:7] for row in withdrawn)
    if not endorsed:
        return Timeline()
    stated = list(_months(min(endorsed), max(*endorsed, *withdrew, "")))
    if len(stated) <= MOST_MONTHS:
        return Timeline("month", tuple(_periods(stated, endorsed, withdrew, locale)))
    stated = list(dict.fromkeys(month[:4] for month in stated))
    return Timeline("year", tuple(_periods(stated, _yearly(endorsed), _yearly(withdrew), locale)))


def _months(first: str, last: str) -> Iterator[str]:
    """Every month from one to another, as ``YYYY-MM``."""
    start, end = (int(month[:4]) * 12 + int(month[5:]) - 1 for month in (first, last))
    for number in range(start, end + 1):
        yield f"{number // 12:04}-{number % 12 + 1:02}"


def _yearly(months: Counter[str]) -> Counter[str]:
    years: Counter[str] = Counter()
    for month, count in months.items():
        years[month[:4]] += count
    return years


def _periods(
    stated: Sequence[str], endorsed: Counter[str], withdrew: Counter[str], locale: str
) -> Iterator[Period]:
    standing = accumulate(endorsed[each] - withdrew[each] for each in stated)
    for each, then in zip(stated, standing, strict=True):
        label, short = _labels(stated_date(each), each, locale)
        yield Period(label, short, each, endorsed[each], withdrew[each], then)


def _labels(month: StatedDate | None, year: str, locale: str) -> tuple[str, str]:
    """A period's name in full, and as short as an axis wants it; a year is its own name."""
    if month is None:
        return year, year
    return shown_month(month, locale), shown_month(month, locale, short=True)
