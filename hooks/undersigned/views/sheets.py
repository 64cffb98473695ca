"""A register too long for one page, as many sheets: by initial letter, then by size."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from ..names.collation import Heading, heading_of
from .rows import Row

# Where the sheets are on the site.
FOLDER = "signatories/list"

# No page may exceed 150 kB compressed. Text written by others can be incompressible, so its own
# bytes are what is counted; the rest allows for the page's frame.
HEAVIEST = 120_000

# What the markup around one entry adds, compressed, and more.
_MARKUP = 50

_WITHDRAWN = Heading(3, "Withdrawn", "withdrawn")


@dataclass(frozen=True, slots=True)
class Sheet:
    """The entries of one page: the `number`th of those under one title."""

    address: str
    title: str
    number: int
    of: int
    rows: tuple[Row, ...]
    withdrawn: bool = False

    @property
    def heading(self) -> str:
        """What the page is called."""
        part = f" ({self.number} of {self.of})" if self.of > 1 else ""
        return f"Signatories: {self.title}{part}"


@dataclass(frozen=True, slots=True)
class Section:
    """The sheets under one title, and how many entries they hold."""

    title: str
    count: int
    sheets: tuple[Sheet, ...]


def sections(active: Iterable[Row], withdrawn: Sequence[Row]) -> Iterator[Section]:
    """Every entry on one sheet: by initial letter in canonical order, the withdrawn at the end."""
    known: dict[str, Heading] = {}
    under: dict[Heading, list[Row]] = defaultdict(list)
    for row in active:
        initial = row.name[:1]
        heading = known.get(initial)
        if heading is None:
            heading = known[initial] = heading_of(initial)
        under[heading].append(row)
    for heading in sorted(under):
        yield _section(heading, under[heading])
    if withdrawn:
        yield _section(_WITHDRAWN, withdrawn)


def _section(heading: Heading, rows: Sequence[Row]) -> Section:
    parts = list(_parted(rows))
    sheets = tuple(
        Sheet(
            address=f"{FOLDER}/{heading.path}{'' if number == 1 else f'-{number}'}",
            title=heading.title,
            number=number,
            of=len(parts),
            rows=part,
            withdrawn=heading is _WITHDRAWN,
        )
        for number, part in enumerate(parts, start=1)
    )
    return Section(heading.title, len(rows), sheets)


def _parted(rows: Iterable[Row]) -> Iterator[tuple[Row, ...]]:
    part: list[Row] = []
    total = 0
    for row in rows:
        weight = _weight(row)
        if part and total + weight > HEAVIEST:
            yield tuple(part)
            part, total = [], 0
        part.append(row)
        total += weight
    yield tuple(part)


def _weight(row: Row) -> int:
    """At least what an entry's page grows by, compressed; the name counts twice for its slug."""
    texts = row.name + row.name + row.website + row.evidence + row.affiliation + row.statement
    return _MARKUP + (len(texts) if texts.isascii() else len(texts.encode()))
