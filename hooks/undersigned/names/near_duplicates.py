"""Which of many names are nearly equal, found without comparing each with each."""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import combinations

# Names of fewer letters differ by one without being alike.
SHORTEST = 6

# Where two letters differ, what differs must be this long: 'Oslo' is not nearly 'Bali'.
LONG = 8

# Blocks of more names than this are not compared each with each, only with their neighbours.
_LARGE = 20
_NEIGHBOURS = 5

# From this length on, half of a name is enough to tell it from most.
_QUARTERED = 12

_DIGITS = re.compile(r"\d+")


def near_pairs(names: Sequence[Sequence[str]]) -> Iterator[tuple[int, int]]:
    """The positions of each two names, given in words, that differ by one edit or by two.

    An edit adds, drops or replaces a letter, or swaps two beside each other (optimal string
    alignment); two edits count where the words that hold them are long. Equal names, and those
    that differ only in digits, are not near.

    Only names that share a key are compared: all letters but one for short names; for long ones
    the first half, the second, or the first and last quarter. Every pair of one edit shares a key,
    and of two edits beside each other; a pair of two edits far apart may be missed. Where many
    share a key, a name is compared with those next to it in order, read from either end.
    """
    # Imported late: registers without names to compare never need it.
    from rapidfuzz.distance.OSA import distance

    texts = ["".join(words) for words in names]
    seen: set[tuple[int, int]] = set()
    for block in _blocks(texts):
        for pair in _compared(block, texts):
            one, other = texts[pair[0]], texts[pair[1]]
            edits = distance(one, other, score_cutoff=2)
            if not 0 < edits < 3 or pair in seen or _DIGITS.sub("", one) == _DIGITS.sub("", other):
                continue
            seen.add(pair)
            if edits == 1 or _what_differs(names[pair[0]], names[pair[1]]) >= LONG:
                yield pair


def _what_differs(one: Sequence[str], other: Sequence[str]) -> int:
    """How many letters are left, at least, without the words that begin and end both names."""
    fewer = min(len(one), len(other))
    before = next((at for at in range(fewer) if one[at] != other[at]), fewer)
    fewer -= before
    after = next((at for at in range(fewer) if one[-1 - at] != other[-1 - at]), fewer)
    return min(len("".join(words[before : len(words) - after])) for words in (one, other))


def _blocks(texts: Sequence[str]) -> Iterator[list[int]]:
    """Positions of texts that share a key. Keys of one kind are held at a time, to spare memory."""
    by_length: dict[int, list[int]] = defaultdict(list)
    for position, text in enumerate(texts):
        by_length[len(text)].append(position)
    for length in range(SHORTEST, _QUARTERED + 1):
        shorter = by_length[length - 1] if length > SHORTEST else []
        same = by_length[length]
        yield from _sharing(_all_but_one(texts, shorter, same))
    long = [position for position, text in enumerate(texts) if len(text) >= _QUARTERED]
    for cut in (_first_half, _second_half, _both_ends):
        yield from _sharing(_cut(texts, long, cut))


def _sharing(keyed: Iterable[tuple[str, int]]) -> Iterator[list[int]]:
    blocks: dict[str, list[int]] = {}
    for key, position in keyed:
        block = blocks.setdefault(key, [])
        if not block or block[-1] != position:
            block.append(position)
    return (block for block in blocks.values() if len(block) > 1)


def _all_but_one(
    texts: Sequence[str], shorter: list[int], same: list[int]
) -> Iterator[tuple[str, int]]:
    """The texts that are one letter shorter as they are, the others without each letter in turn."""
    if not same:
        return
    yield from ((texts[position], position) for position in shorter)
    for position in same:
        text = texts[position]
        for left_out in range(len(text)):
            yield text[:left_out] + text[left_out + 1 :], position


def _cut(
    texts: Sequence[str], long: list[int], cut: Callable[[str, int], str]
) -> Iterator[tuple[str, int]]:
    """Each text cut by its quarters, and as a text that is longer by two letters would be cut."""
    for position in long:
        text = texts[position]
        size, longer = len(text) // 4, (len(text) + 2) // 4
        yield cut(text, size), position
        if longer > size:
            yield cut(text, longer), position


def _first_half(text: str, quarter: int) -> str:
    return text[: 2 * quarter]


def _second_half(text: str, quarter: int) -> str:
    return text[-2 * quarter :]


def _both_ends(text: str, quarter: int) -> str:
    return text[:quarter] + "\n" + text[-quarter:]


def _compared(block: list[int], texts: Sequence[str]) -> Iterator[tuple[int, int]]:
    """The pairs of a block that are worth comparing, the lower position first."""
    if len(block) <= _LARGE:
        yield from combinations(sorted(block), 2)
        return
    forwards = sorted((texts[position], position) for position in block)
    backwards = sorted((texts[position][::-1], position) for position in block)
    for order in (forwards, backwards):
        for distance in range(1, _NEIGHBOURS + 1):
            for (_, one), (_, other) in zip(order, order[distance:], strict=False):
                yield (one, other) if one < other else (other, one)
