"""Near-duplicates among many names, found without comparing every pair."""

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import chain, combinations, compress

# Shorter names may differ by one letter without being alike.
SHORTEST = 6

# With two edits, the words that differ must be this long: 'Oslo' is not nearly 'Bali'.
LONG = 8

# In people's names, a shorter word that differs is mostly another name: 'Jan' and 'Jon'.
LONG_IN_PEOPLE = 6

# In blocks of more names than this, a name is only compared with its neighbours.
_LARGE = 20
_NEIGHBOURS = 5

# From this length on, half of a name is shared with few others.
_QUARTERED = 12

_DIGITS = re.compile(r"\d+")


def near_pairs(
    names: Sequence[Sequence[str]], people: Sequence[bool] | None = None
) -> Iterator[tuple[int, int]]:
    """The positions of every two names, each given as its words, that are one or two edits apart.

    An edit adds, drops or replaces a letter, or swaps two adjacent ones (optimal string
    alignment). Two edits count only where the words that differ have `LONG` letters or more.
    Equal names and names that differ only in digits are not near. Two names of ``people`` are only
    near where one of them is probably mistyped, as `_is_slip` has it.

    Only names that share a key are compared. The keys of a short name are all of its letters but
    one; of a long name the first half, the second half, and the first and last quarter together.
    All pairs one edit apart share a key, and all pairs with two adjacent edits; a pair with two
    edits far apart may be missed. Where many names share a key, each is compared with its
    neighbours in the order of the names and in the order of the reversed names.
    """
    # Imported late: a register without names to compare never needs it.
    from rapidfuzz.distance.OSA import distance

    texts = ["".join(words) for words in names]
    bare = [_DIGITS.sub("", text) for text in texts]
    persons = people or [False] * len(names)
    known = Counter(chain.from_iterable({tuple(words) for words in compress(names, persons)}))
    seen: set[tuple[int, int]] = set()
    for block in _blocks(texts):
        for pair in _compared(block, texts):
            one, other = texts[pair[0]], texts[pair[1]]
            edits = distance(one, other, score_cutoff=2)
            if not 0 < edits < 3 or pair in seen or bare[pair[0]] == bare[pair[1]]:
                continue
            seen.add(pair)
            words = (names[pair[0]], names[pair[1]])
            if persons[pair[0]] and persons[pair[1]]:
                if edits == 1 and _is_slip(*words, known):
                    yield pair
            elif edits == 1 or min(map(_letters, _differing(*words))) >= LONG:
                yield pair


def swapped_pairs(
    names: Sequence[Sequence[str]], people: Sequence[bool]
) -> Iterator[tuple[int, int]]:
    """The positions of every two people whose names have the same words in another order.

    So 'Given Family' is found beside 'Family, Given'. Each name is paired with the first before it
    that has another order, in time that grows with the number of names.
    """
    orders: dict[tuple[str, ...], dict[tuple[str, ...], int]] = defaultdict(dict)
    for position, (words, person) in enumerate(zip(names, people, strict=True)):
        if person and len(words) > 1:
            order = tuple(words)
            first = orders[tuple(sorted(words))]
            earlier = next((at for other, at in first.items() if other != order), None)
            first.setdefault(order, position)
            if earlier is not None:
                yield earlier, position


def _differing(one: Sequence[str], other: Sequence[str]) -> tuple[Sequence[str], Sequence[str]]:
    """The words of two names without those that both begin with and those that both end with."""
    fewer = min(len(one), len(other))
    before = next((at for at in range(fewer) if one[at] != other[at]), fewer)
    fewer -= before
    after = next((at for at in range(fewer) if one[-1 - at] != other[-1 - at]), fewer)
    return one[before : len(one) - after], other[before : len(other) - after]


def _is_slip(one: Sequence[str], other: Sequence[str], known: Mapping[str, int]) -> bool:
    """Whether two people's names that are one edit apart are probably one name, mistyped once.

    Not so where either is one word, or where an initial, a short word or a first letter differs:
    those are other people. Nor where both spellings are ``known`` from further names.
    """
    if len(one) < 2 or len(other) < 2:
        return False
    differing = _differing(one, other)
    if min(map(_letters, differing)) < LONG_IN_PEOPLE or differing[0][0][0] != differing[1][0][0]:
        return False
    words = [word for each in differing for word in each]
    return min(map(len, words)) > 1 and any(known[word] == 1 for word in words)


def _letters(words: Sequence[str]) -> int:
    return len("".join(words))


def _blocks(texts: Sequence[str]) -> Iterator[list[int]]:
    """The positions of the texts that share a key, one kind of key after another to save memory."""
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
    """The keys of texts of one length: each text without each of its letters in turn.

    The texts that are one letter shorter are keys as they are.
    """
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
    """The keys of long texts: each cut by a quarter of its length, and of two letters more.

    The second key meets texts that are up to two letters longer.
    """
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
    """The pairs of a block to compare, the lower position first."""
    if len(block) <= _LARGE:
        yield from combinations(sorted(block), 2)
        return
    forwards = sorted((texts[position], position) for position in block)
    backwards = sorted((texts[position][::-1], position) for position in block)
    for order in (forwards, backwards):
        for distance in range(1, _NEIGHBOURS + 1):
            for (_, one), (_, other) in zip(order, order[distance:], strict=False):
                yield (one, other) if one < other else (other, one)
