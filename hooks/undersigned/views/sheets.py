"""A register too long for one page, as many sheets: by initial letter, then by size."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from ..names.collation import Heading, heading_of
from .entries import ListedEntry

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
    entries: tuple[ListedEntry, ...]
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


def sections(active: Iterable[ListedEntry], withdrawn: Sequence[ListedEntry]) -> Iterator[Section]:
    """Every entry on one sheet: by initial letter in canonical order, the withdrawn at the end."""
    known: dict[str, Heading] = {}
    under: dict[Heading, list[ListedEntry]] = defaultdict(list)
    for entry in active:
        initial = entry.name[:1]
        heading = known.get(initial)
        if heading is None:
            heading = known[initial] = heading_of(initial)
        under[heading].append(entry)
    for heading in sorted(under):
        yield _section(heading, under[heading])
    if withdrawn:
        yield _section(_WITHDRAWN, withdrawn)


def _section(heading: Heading, entries: Sequence[ListedEntry]) -> Section:
    parts = list(_parts(entries))
    sheets = tuple(
        Sheet(
            address=f"{FOLDER}/{heading.path}{'' if number == 1 else f'-{number}'}",
            title=heading.title,
            number=number,
            of=len(parts),
            entries=part,
            withdrawn=heading is _WITHDRAWN,
        )
        for number, part in enumerate(parts, start=1)
    )
    return Section(heading.title, len(entries), sheets)


def _parts(entries: Iterable[ListedEntry]) -> Iterator[tuple[ListedEntry, ...]]:
    part: list[ListedEntry] = []
    total = 0
    for entry in entries:
        weight = _weight(entry)
        if part and total + weight > HEAVIEST:
            yield tuple(part)
            part, total = [], 0
        part.append(entry)
        total += weight
    yield tuple(part)


def _weight(entry: ListedEntry) -> int:
    """At least what an entry's page grows by, compressed; the name counts twice for its slug."""
    one = entry.signatory
    optional = (one.website, one.evidence, one.affiliation, one.statement)
    texts = "".join([one.name, one.name, *filter(None, optional)])
    return _MARKUP + (len(texts) if texts.isascii() else len(texts.encode()))
