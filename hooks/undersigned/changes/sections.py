"""Sections of a summary, and names in its opening: so many as people read."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from enum import StrEnum
from typing import TypeVar

from ..markup.untrusted import codes
from ..text.source import Entry

# How many items a section lists; the rest are counted.
MOST = 40

# So many paths, names and ids of each kind are shown in the opening, each in so many characters.
_MOST_NAMED, _LONGEST = 20, 100


def named(texts: Iterable[str]) -> str:
    """Paths, names or ids as code on one line of the opening; empty if there are none."""
    return codes(texts, _MOST_NAMED, _LONGEST)


Item = TypeVar("Item")


def section(
    title: str, items: Sequence[Item], lines_of: Callable[[Item], Iterable[str]]
) -> Iterator[str]:
    """A heading and the lines of the first `MOST` items; nothing if there are none."""
    if items:
        yield from ("", f"## {title}", "")
        yield from (line for each in items[:MOST] for line in lines_of(each))
        if len(items) > MOST:
            yield f"- and {len(items) - MOST:,} more"


def gravity(
    cautions: Iterable[tuple[StrEnum, Entry]], gravest_first: Iterable[StrEnum]
) -> Callable[[Entry], int]:
    """A key by which the entries at which to look most closely come first."""
    order = {caution: rank for rank, caution in enumerate(gravest_first)}
    ranks: dict[int, int] = {}
    for caution, entry in cautions:
        rank = order[caution]
        ranks[id(entry)] = min(rank, ranks.get(id(entry), rank))
    return lambda entry: ranks.get(id(entry), len(order))
