"""A register that is too long for one page, as sheets: by initial letter, by kind, by country."""

import unicodedata
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from ..language.catalogue import ENGLISH, Catalogue
from ..model import Endorsement, Standing
from ..names.collation import OTHERS, Heading, heading_of
from ..names.folding import folded
from .entries import ListedSignatory

# The folder of the sheets in docs/.
FOLDER = "signatories/list"

# In bytes. No page may exceed 150 kB compressed. Untrusted text can be incompressible, so its bytes
# are counted as they are; the difference is for the frame of the page.
LARGEST = 120_000

# In bytes: an upper bound of what the markup around one entry adds, compressed.
_MARKUP = 50

# The most entries of one sheet, of those with their evidence and of names alone: some ten screens
# of a desk. Of a very long register it is a hundredth, or there would be thousands of pages.
MOST = 200
MOST_NAMES = 400
_SHARE = 100

# Those who do not count, after all that do: their rank among the headings, and their path.
_APART = {Standing.ENDED: (3, "ended"), Standing.WITHDRAWN: (4, "withdrawn")}


@dataclass(frozen=True, slots=True)
class Sheet:
    """The entries of the page at a path in docs/: sheet `number`, from 1, `of` those of a title.

    `first` and `last` are the letters by which readers know which names these are, as at the head
    of a dictionary's page.
    """

    path: str
    title: str
    number: int
    of: int
    entries: tuple[ListedSignatory, ...]
    first: str
    last: str
    standing: Standing = Standing.ENDORSES

    def heading(self, title: str, catalogue: Catalogue) -> str:
        """The title of the page, in which `title` stands for what its entries have in common."""
        if self.of == 1:
            return catalogue.gettext("Signatories: %(title)s", title=title)
        return catalogue.gettext(
            "Signatories: %(title)s (%(number)s of %(count)s)",
            title=title,
            number=str(self.number),
            count=str(self.of),
        )


@dataclass(frozen=True, slots=True)
class Section:
    """The sheets under one title, and the count of their entries."""

    title: str
    count: int
    sheets: tuple[Sheet, ...]


def sections(
    entries: Sequence[ListedSignatory], catalogue: Catalogue = ENGLISH
) -> Iterator[Section]:
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
        initial = entry.sorted_by[:1]
        heading = known.get(initial)
        if heading is None:
            heading = known[initial] = heading_of(initial)
        under[heading].append(entry)
    most = max(MOST, len(entries) // _SHARE)
    for heading in sorted(under):
        shown = heading._replace(title=_titled(heading, catalogue))
        yield _section(shown, under[heading], most)
    for standing, (rank, path) in _APART.items():
        if apart[standing]:
            heading = Heading(rank, _titled_apart(standing, catalogue), path)
            yield _section(heading, apart[standing], most, standing)


def _titled(heading: Heading, catalogue: Catalogue) -> str:
    """What a heading is called; a script has its name in English, as Unicode gives it."""
    _ = catalogue.gettext
    if heading == OTHERS:
        return _("Digits and signs")
    return _("Chinese characters") if heading.path == "chinese-characters" else heading.title


def _titled_apart(standing: Standing, catalogue: Catalogue) -> str:
    _ = catalogue.gettext
    return _("No longer exist") if standing is Standing.ENDED else _("Withdrawn")


def _section(
    heading: Heading,
    entries: Sequence[ListedSignatory],
    most: int,
    standing: Standing = Standing.ENDORSES,
) -> Section:
    parts = list(_parts(entries, most, _size))
    sheets = _sheets(f"{FOLDER}/{heading.path}", heading.title, parts, standing)
    return Section(heading.title, len(entries), tuple(sheets))


def name_sheets(path: str, entries: Sequence[ListedSignatory]) -> tuple[Sheet, ...]:
    """Sheets of names, which lead to their entries: those of a kind or a country.

    `path` is that of the first in docs/, without its extension.
    """
    parts = list(_parts(entries, MOST_NAMES, _size_of_name))
    return tuple(_sheets(path, "", parts))


def _sheets(
    path: str,
    title: str,
    parts: Sequence[tuple[ListedSignatory, ...]],
    standing: Standing = Standing.ENDORSES,
) -> Iterator[Sheet]:
    for number, (part, (first, last)) in enumerate(zip(parts, _guides(parts), strict=True), 1):
        yield Sheet(
            path=f"{path}{'' if number == 1 else f'-{number}'}.md",
            title=title,
            number=number,
            of=len(parts),
            entries=part,
            first=first,
            last=last,
            standing=standing,
        )


def _guides(parts: Sequence[tuple[ListedSignatory, ...]]) -> list[tuple[str, str]]:
    """For each part, how its first name begins and its last, as far as tells it from the next."""
    ends = [(part[0].sorted_by, part[-1].sorted_by) for part in parts]
    guides = [[_beginning(first), _beginning(last)] for first, last in ends]
    for place, ((_, last), (first, _)) in enumerate(pairwise(ends)):
        guides[place][1] = _beginning(last, first)
        guides[place + 1][0] = _beginning(first, last)
    return [(first, last) for first, last in guides]


def _beginning(name: str, other: str = "") -> str:
    """The first letters of a name, two at least, and as many as tell it from another."""
    length = 2
    while length < len(name) and (
        unicodedata.category(name[length]).startswith("M")
        or (other and folded(name[:length].strip()) == folded(other[:length].strip()))
    ):
        length += 1
    return name[:length].strip()


def _parts(
    entries: Iterable[ListedSignatory], most: int, size_of: Callable[[ListedSignatory], int]
) -> Iterator[tuple[ListedSignatory, ...]]:
    """The entries in runs of so many and of `LARGEST` bytes at most; a larger entry is one run."""
    part: list[ListedSignatory] = []
    total = 0
    for entry in entries:
        size = size_of(entry)
        if part and (total + size > LARGEST or len(part) == most):
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


def _size_of_name(entry: ListedSignatory) -> int:
    """An upper bound of what the name of a signatory adds to a page, likewise."""
    texts = f"{entry.name}{entry.id}{entry.latest.affiliation or ''}"
    return _MARKUP + (len(texts) if texts.isascii() else len(texts.encode()))


def _texts(endorsement: Endorsement) -> str:
    """What a page shows of an endorsement, in the words of its entry."""
    several = "".join((*endorsement.formerly, *endorsement.identifiers))
    return (
        f"{endorsement.name}{endorsement.website or ''}{endorsement.evidence or ''}{several}"
        f"{endorsement.archived or ''}{endorsement.affiliation or ''}{endorsement.statement or ''}"
    )
