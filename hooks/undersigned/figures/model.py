"""Figures as their files state them: what each is about, and its rows."""

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from ..dates import StatedDate


class FigureKind(StrEnum):
    """How the rows of a figure are drawn."""

    BARS = "bars"
    SHARE = "share"
    COUNTS = "counts"
    TIMELINE = "timeline"
    STEPS = "steps"


class Bound(StrEnum):
    """What a number leaves open, in the words that stand before it."""

    AT_LEAST = "at least"
    MORE_THAN = "more than"
    ABOUT = "about"
    UP_TO = "up to"

    @property
    def is_open(self) -> bool:
        """Whether the true number may well be higher."""
        return self in (Bound.AT_LEAST, Bound.MORE_THAN)


class EventKind(StrEnum):
    """What sort of event a timeline has, each told by a shape and a word."""

    LAW = "law"
    COURT = "court"
    GOVERNMENT = "government"
    COMPANY = "company"
    REPORT = "report"
    SETBACK = "setback"


@dataclass(frozen=True, slots=True)
class When:
    """A date, the last one where it is a range, or another one that a source gives."""

    first: StatedDate
    until: StatedDate | None = None
    other: StatedDate | None = None


@dataclass(frozen=True, slots=True)
class Break:
    """Where a principle, by its number, breaks a chain of steps, and how."""

    principle: int
    words: str


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a figure; what its kind has no use for is empty.

    `whole` is the number of which the value is a part. `sources` are keys of the bibliography.
    """

    label: str = ""
    value: Decimal = Decimal(0)
    bound: Bound | None = None
    whole: Decimal | None = None
    note: str = ""
    sources: tuple[str, ...] = ()
    when: When | None = None
    event: EventKind | None = None
    breaks: tuple[Break, ...] = ()


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure: its name, which is unique on its site, its words, and its rows in order.

    `path` is its file from the root of the site. `alt` says in words what the drawing shows; `unit`
    is the noun of what is counted, in the plural.
    """

    name: str
    path: str
    kind: FigureKind
    title: str
    alt: str
    unit: str = ""
    caveat: str = ""
    sources: tuple[str, ...] = ()
    rows: tuple[Row, ...] = ()

    @property
    def keys(self) -> tuple[str, ...]:
        """Every source that the figure cites, each once, in order."""
        cited = (key for row in self.rows for key in row.sources)
        return tuple(dict.fromkeys((*self.sources, *cited)))
