"""Longest common subsequences and heaviest increasing subsequences."""

from bisect import bisect_left, bisect_right
from collections.abc import Hashable, Iterable, Sequence

Pair = tuple[int, int]

# So many pairs of items are compared, one bit of memory each: 0.3 s and 140 MB. Two texts of
# 64 KiB, which have 32,768 words at most, have fewer.
LIMIT = 1_100_000_000


def aligned(old: Sequence[Hashable], new: Sequence[Hashable]) -> list[Pair]:
    """The positions of equal items, in order in both: as many pairs as there can be.

    Sequences with more than `LIMIT` pairs of items between their common beginning and their
    common end have nothing else in common.
    """
    head = _common_start(old, new)
    old_rest, new_rest = old[head:], new[head:]
    tail = _common_start(old_rest[::-1], new_rest[::-1])
    between = _longest_common(old_rest[: len(old_rest) - tail], new_rest[: len(new_rest) - tail])
    return [
        *((at, at) for at in range(head)),
        *((i + head, j + head) for i, j in between),
        *((len(old) - at, len(new) - at) for at in range(tail, 0, -1)),
    ]


def heaviest_increasing(places: Sequence[int], weights: Sequence[int]) -> list[int]:
    """The indexes of an increasing subsequence of the greatest total weight.

    Places are distinct, and weights are positive.
    """
    ends: list[int] = []  # increasing last places of subsequences, with their total weights
    totals: list[int] = []
    last: list[int] = []
    before: list[int] = []
    for index, (place, weight) in enumerate(zip(places, weights, strict=True)):
        at = bisect_left(ends, place)
        total = weight + (totals[at - 1] if at else 0)
        before.append(last[at - 1] if at else -1)
        # Subsequences that end later and weigh no more are dropped.
        to = bisect_right(totals, total)
        ends[at:to], totals[at:to], last[at:to] = [place], [total], [index]
    chosen = []
    index = last[-1] if last else -1
    while index >= 0:
        chosen.append(index)
        index = before[index]
    return chosen[::-1]


def _common_start(old: Sequence[Hashable], new: Sequence[Hashable]) -> int:
    """How many items both begin with."""
    shorter = min(len(old), len(new))
    return next((at for at in range(shorter) if old[at] != new[at]), shorter)


def _longest_common(old: Sequence[Hashable], new: Sequence[Hashable]) -> list[Pair]:
    if not 0 < len(old) * len(new) <= LIMIT:
        return []
    from rapidfuzz.distance import LCSseq

    blocks = LCSseq.opcodes(*numbered(old, new)).as_matching_blocks()
    return [(block.a + at, block.b + at) for block in blocks for at in range(block.size)]


def numbered(*sequences: Iterable[Hashable]) -> list[list[int]]:
    """The sequences with a number for each distinct item: RapidFuzz compares hashes alone."""
    numbers: dict[Hashable, int] = {}
    return [[numbers.setdefault(item, len(numbers)) for item in each] for each in sequences]
