"""A register that is too long for one page, as sheets: by initial letter, then by size."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from ..names.collation import Heading, heading_of
from .entries import ListedEntry

# The folder of the sheets on the site.
FOLDER = "signatories/list"

# In bytes. No page may exceed 150 kB compressed. Untrusted text can be incompressible, so its bytes
# are counted as they are; the difference is for the frame of the page.
LARGEST = 120_000

# In bytes: an upper bound of what the markup around one entry adds, compressed.
_MARKUP = 50

_WITHDRAWN = Heading(3, "Withdrawn", "withdrawn")


@dataclass(frozen=True, slots=True)
class Sheet:
    """The entries of one page: sheet `number`, from 1, `of` those under one title."""

    address: str
    title: str
    number: int
    of: int
    entries: tuple[ListedEntry, ...]
    withdrawn: bool = False

    @property
    def heading(self) -> str:
        """The title of the page."""
        part = f" ({self.number} of {self.of})" if self.of > 1 else ""
        return f"Signatories: {self.title}{part}"


@dataclass(frozen=True, slots=True)
class Section:
    """The sheets under one title, and the count of their entries."""

    title: str
    count: int
    sheets: tuple[Sheet, ...]


def sections(active: Iterable[ListedEntry], withdrawn: Sequence[ListedEntry]) -> Iterator[Section]:
    """The sections of a register: by initial letter in canonical order, the withdrawn at the end.

    Every entry is on exactly one sheet, and entries keep the order in which they are given.
    """
    known: dict[str, Heading] = {}  # by initial, since many entries share one
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
    """The entries in runs of at most `LARGEST` bytes; an entry larger than that is one run."""
    part: list[ListedEntry] = []
    total = 0
    for entry in entries:
        size = _size(entry)
        if part and total + size > LARGEST:
            yield tuple(part)
            part, total = [], 0
        part.append(entry)
        total += size
    yield tuple(part)


def _size(entry: ListedEntry) -> int:
    """An upper bound of what an entry adds to a page, in bytes, compressed.

    The name counts twice, for its slug.
    """
    signatory = entry.signatory
    optional = (signatory.website, signatory.evidence, signatory.affiliation, signatory.statement)
    texts = "".join([signatory.name, signatory.name, *filter(None, optional)])
    return _MARKUP + (len(texts) if texts.isascii() else len(texts.encode()))
