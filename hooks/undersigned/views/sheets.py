"""A register that is too long for one page, as sheets: by initial letter, then by size."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from ..model import Endorsement, Standing
from ..names.collation import Heading, heading_of
from .entries import ListedSignatory

# The folder of the sheets in docs/.
FOLDER = "signatories/list"

# In bytes. No page may exceed 150 kB compressed. Untrusted text can be incompressible, so its bytes
# are counted as they are; the difference is for the frame of the page.
LARGEST = 120_000

# In bytes: an upper bound of what the markup around one entry adds, compressed.
_MARKUP = 50

# Those who do not count, after all that do.
_APART = {
    Standing.ENDED: Heading(3, "No longer exist", "ended"),
    Standing.WITHDRAWN: Heading(4, "Withdrawn", "withdrawn"),
}


@dataclass(frozen=True, slots=True)
class Sheet:
    """The entries of the page at a path in docs/: sheet `number`, from 1, `of` those of a title."""

    path: str
    title: str
    number: int
    of: int
    entries: tuple[ListedSignatory, ...]
    standing: Standing = Standing.ENDORSES

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


def sections(entries: Iterable[ListedSignatory]) -> Iterator[Section]:
    """The sections of a register: by initial letter in canonical order, then those not counted.

    Every signatory is on exactly one sheet, and they keep the order in which they are given.
    """
    known: dict[str, Heading] = {}  # by initial, since many share one
    under: dict[Heading, list[ListedSignatory]] = defaultdict(list)
    apart: dict[Standing, list[ListedSignatory]] = defaultdict(list)
    for entry in entries:
        if entry.standing is not Standing.ENDORSES:
            apart[entry.standing].append(entry)
            continue
        initial = (entry.latest.sort_as or entry.name)[:1]
        heading = known.get(initial)
        if heading is None:
            heading = known[initial] = heading_of(initial)
        under[heading].append(entry)
    for heading in sorted(under):
        yield _section(heading, under[heading])
    for standing, heading in _APART.items():
        if apart[standing]:
            yield _section(heading, apart[standing], standing)


def _section(
    heading: Heading, entries: Sequence[ListedSignatory], standing: Standing = Standing.ENDORSES
) -> Section:
    parts = list(_parts(entries))
    sheets = tuple(
        Sheet(
            path=f"{FOLDER}/{heading.path}{'' if number == 1 else f'-{number}'}.md",
            title=heading.title,
            number=number,
            of=len(parts),
            entries=part,
            standing=standing,
        )
        for number, part in enumerate(parts, start=1)
    )
    return Section(heading.title, len(entries), sheets)


def _parts(entries: Iterable[ListedSignatory]) -> Iterator[tuple[ListedSignatory, ...]]:
    """The entries in runs of at most `LARGEST` bytes; an entry larger than that is one run."""
    part: list[ListedSignatory] = []
    total = 0
    for entry in entries:
        size = _size(entry)
        if part and total + size > LARGEST:
            yield tuple(part)
            part, total = [], 0
        part.append(entry)
        total += size
    yield tuple(part)


def _size(entry: ListedSignatory) -> int:
    """An upper bound of what a signatory adds to a page, in bytes, compressed.

    The name counts twice, for its id.
    """
    texts = f"{entry.name}{_texts(entry.latest)}"
    markup = _MARKUP
    for each in entry.signatory.earlier:
        texts += _texts(each)
        markup += _MARKUP
    return markup + (len(texts) if texts.isascii() else len(texts.encode()))


def _texts(endorsement: Endorsement) -> str:
    """What a page shows of an endorsement, in the words of its entry."""
    several = "".join((*endorsement.formerly, *endorsement.identifiers))
    return (
        f"{endorsement.name}{endorsement.website or ''}{endorsement.evidence or ''}{several}"
        f"{endorsement.archived or ''}{endorsement.affiliation or ''}{endorsement.statement or ''}"
    )
