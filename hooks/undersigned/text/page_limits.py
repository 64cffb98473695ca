"""What a page may hold, so that it is drawn in time that grows with its length.

Ordinary pages are far below: those of this site have 17 headings and 43 citations at most. A page
of the greatest length that has as much everywhere as is allowed takes Python-Markdown 3.11.3, with
the extensions that this site switches on, two seconds.
"""

import re
from collections.abc import Iterator
from pathlib import Path

import yaml

from ..normal_forms import MOST_MARKS, after_too_many_marks
from ..problem import Problem
from ..urls import LONGEST as LONGEST_ADDRESS
from .block_limits import Excess, excesses
from .characters import unreadable_in
from .fences import fences_in, without_fenced
from .pages import FRONT_MATTER, read_pages
from .source import KIBIBYTE, Source, line_starts, place_in, with_line_feeds
from .tag_limits import tag_excess
from .yaml_nodes import what_bars_nodes

MOST_BLOCKS = 20_000
MOST_HEADINGS = 1_000
MOST_NOTES = 2_000
MOST_CELLS = 30_000
MOST_FENCES = 2_000
MOST_UNCLOSED = 50
DEEPEST = 20
LONGEST_FRONT_MATTER = 16 * KIBIBYTE

_BLOCK = re.compile(r"\S(?>(?:[^\n]++|\n(?![ \t]*+(?:\n|\Z)))*)")
_HEADING = re.compile(r"^[ \t>*+\d.)-]*+#|^[ >]*+(?:=++|-++)[ \t]*+$|<h[1-6]", re.MULTILINE)
# A rule may have as many signs as fit on its line.
_RULE = r"(?! {0,3}(?:(?>(?:- {0,2})+)|(?>(?:\* {0,2})+))$)"
_NESTED = re.compile(
    rf"^{_RULE}(?:[ \t]*+(?:>|(?:[-*+]|\d{{1,9}}[.)])[ \t])){{{DEEPEST + 1}}}", re.MULTILINE
)
# Within lists, four columns are one step further in (Python-Markdown's `tab_length`).
_INDENTED = re.compile(
    rf"^(?>(?: {{0,3}}>)*)(?: {{0,3}}\t| {{4}}){{{DEEPEST + 1}}}[ \t]*+"
    r"(?:[-*+>:]|\d{1,9}[.)]|!!!|\?\?\?\+?|===[!+]?)[ \t]",
    re.MULTILINE,
)

_LONG_ADDRESS = re.compile(rf"(?<![^\s(<\"'\[])https?://[^\s<>\"]{{{LONGEST_ADDRESS - 7},}}", re.I)


def pages_beyond_limits(root: Path) -> Iterator[Problem]:
    """A problem for each page that is too long, or that Python-Markdown would take long to draw."""
    pages, problems = read_pages(root)
    yield from problems
    for page in pages:
        yield from beyond_limits(page)


def beyond_limits(page: Source) -> Iterator[Problem]:
    """What a page has too much of, each at the first that is."""
    yield from unreadable_in(page)
    text = with_line_feeds(page.text)
    if barred := _front_matter(page.path, text):
        yield barred
    starts = line_starts(text)
    for position, message in _excesses(text):
        yield Problem(page.path, *place_in(starts, position), message)


def _excesses(text: str) -> Iterator[Excess]:
    fences = fences_in(text)
    if len(fences.unclosed) > MOST_UNCLOSED:
        message = f"more than {MOST_UNCLOSED} fences are not closed; close each by its own signs"
        yield Excess(fences.unclosed[0], message)
    if len(fences.blocks) > MOST_FENCES:
        message = f"the page has more than {MOST_FENCES:,} blocks of code; {_DIVIDE}"
        yield Excess(fences.blocks[MOST_FENCES][0], message)
    bare = without_fenced(text, fences)
    for counted in (_headings, _notes, _nested, _marks, _addresses, tag_excess):
        if found := counted(bare):
            yield found
    yield from _of_blocks(bare)


_DIVIDE = "divide it into several pages"


def _of_blocks(bare: str) -> Iterator[Excess]:
    """What the blocks of a page have too much of, alone and together."""
    cells = 0
    for count, block in enumerate(_BLOCK.finditer(bare)):
        if count == MOST_BLOCKS:
            yield Excess(block.start(), f"the page has more than {MOST_BLOCKS:,} blocks; {_DIVIDE}")
        yield from (Excess(block.start() + at, why) for at, why in excesses(block[0]))
        before, cells = cells, cells + _cells(block[0])
        if before <= MOST_CELLS < cells:
            message = f"tables of the page have more than {MOST_CELLS:,} cells; {_DIVIDE}"
            yield Excess(block.start(), message)


def _cells(block: str) -> int:
    """How many cells a block has as a table: each row has as many as the longest."""
    if "|" not in block:
        return 0
    lines = block.split("\n")
    return len(lines) * max(line.count("|") for line in lines)


def _headings(bare: str) -> Excess | None:
    """Ids of headings are made unique one by one, and each is sought in the whole page."""
    if bare.count("\n") < MOST_HEADINGS:
        return None
    return _beyond(_HEADING, MOST_HEADINGS, "headings", bare)


def _notes(bare: str) -> Excess | None:
    if bare.count("[^") + bare.count("@") <= MOST_NOTES:
        return None
    return _beyond(_NOTE, MOST_NOTES, "notes and signs '@'", bare)


_NOTE = re.compile(r"\[\^|@")


def _beyond(pattern: re.Pattern[str], most: int, what: str, bare: str) -> Excess | None:
    for count, found in enumerate(pattern.finditer(bare)):
        if count == most:
            return Excess(found.start(), f"the page has more than {most:,} {what}; {_DIVIDE}")
    return None


def _nested(bare: str) -> Excess | None:
    if found := _NESTED.search(bare) or _INDENTED.search(bare):
        message = (
            f"quotations and lists stand in each other more than {DEEPEST} times; {_SHALLOWER}"
        )
        return Excess(found.start(), message)
    return None


_SHALLOWER = "take some of their signs away"


def _marks(bare: str) -> Excess | None:
    if at := after_too_many_marks(bare):
        message = f"more than {MOST_MARKS} combining marks follow each other; remove some"
        return Excess(at - 1, message)
    return None


def _addresses(bare: str) -> Excess | None:
    if found := _LONG_ADDRESS.search(bare):
        message = f"an address has {len(found[0]):,} characters; give one of at most"
        return Excess(found.start(), f"{message} {LONGEST_ADDRESS:,}")
    return None


def _front_matter(path: str, text: str) -> Problem | None:
    """What in the settings of a page would take long to read."""
    front = FRONT_MATTER.match(text)
    if front is None:
        return None
    if front.end() > LONGEST_FRONT_MATTER:
        message = f"front matter is longer than {LONGEST_FRONT_MATTER // KIBIBYTE} KiB; shorten it"
        return Problem(path, 1, 1, message)
    try:
        return what_bars_nodes(Source(path, text[: front.start(1)]), aliases=False)
    except yaml.YAMLError:
        return None  # which is shown as text
