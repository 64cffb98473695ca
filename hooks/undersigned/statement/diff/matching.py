"""Which paragraph of the old text is which of the new one, and which of them moved."""

from collections import Counter, defaultdict, deque
from collections.abc import Iterable, Iterator, Sequence
from itertools import product

from .paragraphs import Paragraph
from .sequences import Pair, aligned, heaviest_increasing

# Two paragraphs are one, rewritten, where at least this share of the words of both is common to
# them in order.
ALIKE = 0.5

# So many pairs, of so many words with each other, are all compared, in less than a second. Of
# more, only those that share a word which few others have.
_EACH_WITH_EACH = 10_000
_WORD_WITH_WORD = 10**9
_RARE = 10
_CANDIDATES = 5

_PUNCTUATION = ".,:;!?()[]{}\"'’‘“”«»*_`—–-"


def matched(old: Sequence[Paragraph], new: Sequence[Paragraph]) -> list[Pair]:
    """The places of paragraphs that are the same or alike, by their places in the new text."""
    pairs = _equal([each.key for each in old], [each.key for each in new])
    rest_old = sorted(set(range(len(old))) - {pair[0] for pair in pairs})
    rest_new = sorted(set(range(len(new))) - {pair[1] for pair in pairs})
    was = {place: _words(old[place]) for place in rest_old}
    now = {place: _words(new[place]) for place in rest_new}
    return sorted([*pairs, *_most_alike(was, now)], key=lambda pair: pair[1])


def moved(pairs: Sequence[Pair], old: Sequence[Paragraph]) -> set[Pair]:
    """Which of the pairs, sorted by new place, moved: the fewest characters that need to."""
    places = [pair[0] for pair in pairs]
    stay = heaviest_increasing(places, [len(old[place].words) + 1 for place in places])
    return set(pairs) - {pairs[index] for index in stay}


def _equal(old: Sequence[str], new: Sequence[str]) -> list[Pair]:
    """Equal paragraphs: those in order first, then any that are left, in turn."""
    pairs = aligned(old, new)
    paired_old, paired_new = ({pair[side] for pair in pairs} for side in (0, 1))
    left: dict[str, deque[int]] = defaultdict(deque)
    for place, key in enumerate(old):
        if place not in paired_old:
            left[key].append(place)
    for place, key in enumerate(new):
        if place not in paired_new and left.get(key):
            pairs.append((left[key].popleft(), place))
    return pairs


Words = dict[int, list[str]]


def _most_alike(old: Words, new: Words) -> Iterator[Pair]:
    """The most alike of all first, each paragraph once; of equals, those that are nearest."""
    from rapidfuzz.distance import Indel

    numbers: dict[str, int] = {}
    was, now = (
        {place: [numbers.setdefault(w, len(numbers)) for w in ws] for place, ws in each.items()}
        for each in (old, new)
    )
    ranked = []
    for i, j in _candidates(was, now):
        share = Indel.normalized_similarity(was[i], now[j], score_cutoff=ALIKE)
        if share >= ALIKE and was[i]:
            ranked.append((-share, abs(i - j), i, j))
    taken_old, taken_new = set[int](), set[int]()
    for _, _, i, j in sorted(ranked):
        if i not in taken_old and j not in taken_new:
            taken_old.add(i)
            taken_new.add(j)
            yield i, j


Numbers = dict[int, list[int]]


def _candidates(old: Numbers, new: Numbers) -> Iterable[Pair]:
    work = sum(map(len, old.values())) * sum(map(len, new.values()))
    if len(old) * len(new) <= _EACH_WITH_EACH and work <= _WORD_WITH_WORD:
        return product(old, new)
    return _sharing_rare_words(old, new)


def _sharing_rare_words(old: Numbers, new: Numbers) -> Iterator[Pair]:
    """For each old paragraph, the new ones with which it shares most of the rarer words."""
    having: dict[int, list[int]] = defaultdict(list)
    for place, words in new.items():
        for word in set(words):
            having[word].append(place)
    for place, words in old.items():
        rare = (having[word] for word in set(words) if len(having.get(word, ())) <= _RARE)
        shared = Counter(other for others in rare for other in others)
        ranked = sorted(shared, key=lambda other: (-shared[other], abs(other - place), other))
        yield from ((place, other) for other in ranked[:_CANDIDATES])


def _words(paragraph: Paragraph) -> list[str]:
    """The words by which paragraphs are alike, whatever their case and punctuation."""
    return [word.strip(_PUNCTUATION) or word for word in paragraph.words.casefold().split()]
