"""Near-duplicates among many names, found without comparing every pair."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain, combinations, compress

from .keys import sharing

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
    texts = ["".join(words) for words in names]
    persons = people or [False] * len(names)
    edits = _edits(texts)
    known = _words_of_people(names, persons) if edits else Counter()
    for one, other in sorted(edits):
        if _DIGITS.sub("", texts[one]) == _DIGITS.sub("", texts[other]):
            continue
        is_slip = edits[one, other] == 1
        if persons[one] and persons[other]:
            if is_slip and _is_slip(names[one], names[other], known):
                yield one, other
        elif is_slip or min(map(_letters, _differing(names[one], names[other]))) >= LONG:
            yield one, other


def _edits(texts: Sequence[str]) -> Mapping[tuple[int, int], int]:
    """How many edits the texts of each two positions are apart, where they are one or two."""
    pairs = (pair for block in _blocks(texts) for pair in _compared(block, texts))
    if (first := next(pairs, None)) is None:
        return {}
    # Imported late: a register in which no two names share a key never needs it.
    from rapidfuzz.distance.OSA import distance

    return {
        (one, other): apart
        for one, other in chain([first], pairs)
        if 0 < (apart := distance(texts[one], texts[other], score_cutoff=2)) < 3
    }


def _words_of_people(names: Sequence[Sequence[str]], persons: Sequence[bool]) -> Counter[str]:
    """How many people's names have each word; of those that are equal, one counts."""
    return Counter(chain.from_iterable({tuple(words) for words in compress(names, persons)}))


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
    lengths = sorted(by_length)
    for length in lengths:
        if SHORTEST <= length <= _QUARTERED:
            shorter = by_length.get(length - 1, []) if length > SHORTEST else []
            yield from _all_but_one(texts, length, by_length[length], shorter)
    # Each is cut by a quarter of its length, and of two letters more, to meet longer ones, too.
    by_quarter: dict[int, list[int]] = defaultdict(list)
    for length in lengths:
        for quarter in {length // 4, (length + 2) // 4} if length >= _QUARTERED else ():
            by_quarter[quarter] += by_length[length]
    for quarter, long in by_quarter.items():
        of_these, half = [texts[position] for position in long], 2 * quarter
        yield from sharing(zip([text[:half] for text in of_these], long, strict=True))
        yield from sharing(zip([text[-half:] for text in of_these], long, strict=True))
        ends = [text[:quarter] + text[-quarter:] for text in of_these]
        yield from sharing(zip(ends, long, strict=True))


def _all_but_one(
    texts: Sequence[str], length: int, same: Sequence[int], shorter: Sequence[int]
) -> Iterable[list[int]]:
    """The positions of texts of a length that are equal without a letter of each.

    The texts that are one letter shorter are compared as they are.
    """
    keys = [(texts[position], position) for position in shorter]
    for position in same:
        text = texts[position]
        keys += [(text[:at] + text[at + 1 :], position) for at in range(length)]
    return sharing(keys)


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
