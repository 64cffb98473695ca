"""Whose turn it is to be asked in a week, so that in time all are, whatever their number."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import TypeVar

from ..urls import owner_domain
from .targets import Target

_Item = TypeVar("_Item")

# Fractions of 2 to the 64th: those of the golden ratio and of the root of 2. Their multiples fall
# evenly on a circle, and one says nothing of the other, so that no two turns keep step for ever.
_WHOLE = 64
_GOLDEN = 0x9E3779B97F4A7C15
_ROOT = 0x6A09E667F3BCC908


def week_of(day: date) -> int:
    """The number of the ISO week, counted through all years, so that none begins anew."""
    return (day.toordinal() - 1) // 7


def part_of(items: Sequence[_Item], week: int, most: int) -> list[_Item]:
    """The part of a list whose turn it is in a week: `most` of them, or all where they are fewer.

    The list has as few parts as possible, and the weeks take them one after another: while it stays
    as it is, any as many weeks as there are parts have all of it. What comes and goes in the list
    moves the parts a little, or makes them one more or fewer; that delays an item by one round at
    most. A part that is short takes from its neighbours on both sides, which is room for that.
    """
    parts = -(-len(items) // most)
    if parts < 2:
        return list(items)
    first, end = (turn * len(items) // parts for turn in (week % parts, week % parts + 1))
    first -= (most - (end - first)) // 2
    return [items[place % len(items)] for place in range(first, first + most)]


def begun(items: Sequence[_Item], week: int, step: int = _GOLDEN) -> list[_Item]:
    """A list that begins elsewhere each week, since a run may end before its end."""
    first = (week * step) % (1 << _WHOLE) * len(items) >> _WHOLE
    return [*items[first:], *items[:first]]


def whose_turn(targets: Iterable[Target], week: int, most: int) -> list[Target]:
    """The addresses to ask in a week, in its order: of each domain `most` at most."""
    domains: dict[str, list[Target]] = {}
    known: dict[str, str] = {}
    for target in sorted(targets):
        if target.host not in known:
            known[target.host] = owner_domain(target.host)
        domains.setdefault(known[target.host], []).append(target)
    return [
        target
        for domain in begun(sorted(domains), week)
        for target in begun(part_of(domains[domain], week, most), week, _ROOT)
    ]
