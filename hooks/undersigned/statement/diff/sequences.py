"""What two sequences have in common, in order, at a cost that no sequence can drive up."""

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Hashable, Iterator, Sequence

Pair = tuple[int, int]

# So many comparisons of one item with another are made at once; that takes 12 MB and 10 ms.
LIMIT = 10**8


def aligned(old: Sequence[Hashable], new: Sequence[Hashable]) -> list[Pair]:
    """The places of equal items, in order in both: as many as there can be.

    Of sequences too long to be compared item by item, fewer may be found: what is alike at their
    ends, and between items that occur once in each (the idea of Bram Cohen's patience diff).
    """
    numbers: dict[Hashable, int] = {}
    one, other = ([numbers.setdefault(item, len(numbers)) for item in each] for each in (old, new))
    return list(_aligned(one, other, by_anchors=True))


def heaviest_increasing(places: Sequence[int], weights: Sequence[int]) -> list[int]:
    """Which of these distinct places, by index, rise and weigh most together; no weight is 0."""
    ends: list[int] = []  # rising places at which a sequence may end, and what it then weighs
    totals: list[int] = []
    last: list[int] = []
    before: list[int] = []
    for index, (place, weight) in enumerate(zip(places, weights, strict=True)):
        at = bisect_left(ends, place)
        total = weight + (totals[at - 1] if at else 0)
        before.append(last[at - 1] if at else -1)
        # Those that end later and weigh no more are of no use from here on.
        to = bisect_right(totals, total)
        ends[at:to], totals[at:to], last[at:to] = [place], [total], [index]
    chosen = []
    index = last[-1] if last else -1
    while index >= 0:
        chosen.append(index)
        index = before[index]
    return chosen[::-1]


def _aligned(old: list[int], new: list[int], by_anchors: bool) -> Iterator[Pair]:
    """What both begin with, what is common between, and what both end with."""
    most = min(len(old), len(new))
    head = next((at for at in range(most) if old[at] != new[at]), most)
    most -= head
    tail = next((at for at in range(most) if old[-1 - at] != new[-1 - at]), most)
    yield from ((at, at) for at in range(head))
    yield from _shifted(
        _between(old[head : len(old) - tail], new[head : len(new) - tail], by_anchors), head, head
    )
    yield from ((len(old) - at, len(new) - at) for at in range(tail, 0, -1))


def _between(old: list[int], new: list[int], by_anchors: bool) -> Iterator[Pair]:
    if not old or not new:
        return
    if len(old) * len(new) <= LIMIT:
        yield from _longest_common(old, new)
    elif by_anchors:
        yield from _around_anchors(old, new)


def _longest_common(old: list[int], new: list[int]) -> Iterator[Pair]:
    from rapidfuzz.distance import LCSseq

    for block in LCSseq.opcodes(old, new).as_matching_blocks():
        yield from ((block.a + at, block.b + at) for at in range(block.size))


def _around_anchors(old: list[int], new: list[int]) -> Iterator[Pair]:
    """Align what stands between items that occur once in each and keep their order."""
    once_old, once_new = (
        {item for item, count in Counter(each).items() if count == 1} for each in (old, new)
    )
    once = once_old & once_new
    at_old = {item: at for at, item in enumerate(old) if item in once}
    shared = [(at_old[item], at) for at, item in enumerate(new) if item in at_old]
    kept = heaviest_increasing([pair[0] for pair in shared], [1] * len(shared))
    a = b = 0
    for i, j in [*(shared[index] for index in kept), (len(old), len(new))]:
        yield from _shifted(_aligned(old[a:i], new[b:j], by_anchors=False), a, b)
        if i < len(old):
            yield i, j
        a, b = i + 1, j + 1


def _shifted(pairs: Iterator[Pair], by_old: int, by_new: int) -> Iterator[Pair]:
    return ((i + by_old, j + by_new) for i, j in pairs)
