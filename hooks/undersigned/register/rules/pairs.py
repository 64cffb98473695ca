"""Pairs of entries that may be of one signatory: those with a key in common, or of names alike."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import count, islice

from ...names.keys import sharing
from ...names.similarity import skeletons
from ...urls import page_of
from .known import Known, are_told_apart

# The positions of two entries; the second is the one to report.
Pair = tuple[int, int]

# A function that gives the keys of many entries, each with the position of the entry.
Keys = Callable[[Sequence[Known]], Iterable[tuple[str, int]]]

# A function that gives the pairs of names, each as its words, of which some are people's.
NamePairs = Callable[[Sequence[Sequence[str]], Sequence[bool]], Iterator[Pair]]


def sharing_a_key(keys: Keys) -> Callable[[Sequence[Known]], Iterator[Pair]]:
    """A function that pairs each entry with the earlier ones that have a key of it.

    They are those that are paired with none themselves, so that of many copies each is paired once,
    and whoever adds another of several that are told apart learns of all at once; without any, it
    is the first of the others. An empty key is shared with none. Entries that are told apart are
    not paired.
    """

    def pairs(known: Sequence[Known]) -> Iterator[Pair]:
        for group in sorted(sharing(keys(known))):
            yield from _clashing(known, group)

    return pairs


def _clashing(known: Sequence[Known], group: Sequence[int]) -> Iterator[Pair]:
    """The pairs of one group of `sharing_a_key`."""
    alone, paired = _Others(known), _Others(known)
    seen = set[str]()
    for second in group:
        if known[second].id in seen:
            continue  # entries of one signatory, which other rules compare
        seen.add(known[second].id)
        found = sorted(islice(alone.like(second), _PAIRED_AT_MOST))
        found = found or list(islice(paired.like(second), 1))
        yield from ((first, second) for first in found)
        (paired if found else alone).add(second)


# Where thousands share a name with thousands, nobody reads a line for each pair.
_PAIRED_AT_MOST = 20


class _Others:
    """Entries of one group of `sharing_a_key`, kept apart by slug and by whether they chose an id.

    Of one slug, all that chose an id are told apart from all others, so they are passed over at
    once: thousands may have one name.
    """

    def __init__(self, known: Sequence[Known]) -> None:
        self._known = known
        self._places: dict[tuple[str, bool], list[int]] = {}

    def add(self, position: int) -> None:
        """Keep one more."""
        one = self._known[position]
        self._places.setdefault((one.slug, one.chose_id), []).append(position)

    def like(self, position: int) -> Iterator[int]:
        """Those from whom an entry is not told apart."""
        them = self._known[position]
        for (slug, chose_id), others in self._places.items():
            if slug != them.slug or not (chose_id or them.chose_id):
                yield from (one for one in others if not are_told_apart(self._known[one], them))


def unless_told_apart(pairs: NamePairs) -> Callable[[Sequence[Known]], Iterator[Pair]]:
    """A function that pairs entries by their words, unless they are told apart."""

    def unsettled(known: Sequence[Known]) -> Iterator[Pair]:
        words, people = [each.words for each in known], [each.person for each in known]
        found = pairs(words, people)
        return (each for each in found if not are_told_apart(known[each[0]], known[each[1]]))

    return unsettled


def names(known: Sequence[Known]) -> Iterable[tuple[str, int]]:
    """The folded name of each entry, with its position."""
    return zip([one.folded for one in known], count())


def drawn(known: Sequence[Known]) -> Iterable[tuple[str, int]]:
    """What each name looks like (UTS 39), with the position of its entry."""
    of_each = zip(skeletons([one.name for one in known]), count())
    return (each for each in of_each if each[0])


def looks(known: Sequence[Known]) -> Iterable[tuple[str, int]]:
    """What each name looks like in small letters or capitals, with the position of its entry."""
    of_each = ((look.replace(" ", ""), at) for at, one in enumerate(known) for look in one.looks)
    return (each for each in of_each if each[0])


def pages(known: Sequence[Known]) -> Iterable[tuple[str, int]]:
    """The page of each website, with the position of its entry."""
    websites = [one.entry.values.get("website") for one in known]
    return (
        (page, at) for at, website in enumerate(websites) if website and (page := page_of(website))
    )
