"""Entries as columns, the values of one field together, and how these become text.

What all values of a field have in common is found, and written, once for many entries: with
100,000 of them that takes a third of the time of entry after entry.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain, repeat
from typing import Any, NamedTuple

from ..fields import BETWEEN

# The values of each field, entry by entry: empty where an entry has none, and several values of an
# entry with line feeds between them. Fields that no entry has may be left out.
Columns = Mapping[str, Sequence[str]]

# Entries that are written at once; of many more, the text alone would fill the memory.
_AT_ONCE = 1_000


def batches(columns: Columns) -> Iterator[Columns]:
    """The columns in pieces of so many entries that these are written at once."""
    count = len(next(iter(columns.values()), ()))
    for start in range(0, count, _AT_ONCE):
        yield {name: cells[start : start + _AT_ONCE] for name, cells in columns.items()}


def columns_of(records: Iterable[Mapping[str, Any]], names: Iterable[str]) -> Columns:
    """The columns of these names, from the values of each entry, which are text or lists of it."""
    records = tuple(records)
    return {name: [_joined(record.get(name, "")) for record in records] for name in names}


class Column(NamedTuple):
    """A column as it is written: what stands before each value, the values, what stands behind."""

    before: str
    cells: Sequence[str]
    behind: str = ""


def rows(columns: Iterable[Column], end: str) -> str:
    """The entries one after another, with an end behind each.

    A value that is not given is left out together with what stands around it.
    """
    parts: list[Iterable[str]] = []
    between = ""
    for before, cells, behind in columns:
        if all(cells):
            parts += (repeat(between + before), cells)
            between = behind
        elif any(cells):
            given = [before + cell + behind if cell else "" for cell in cells]
            parts += (repeat(between), given)
            between = ""
    parts.append(repeat(between + end))
    return "".join(chain.from_iterable(zip(*parts, strict=False)))


def _joined(value: str | list[str]) -> str:
    return BETWEEN.join(value) if isinstance(value, list) else value
