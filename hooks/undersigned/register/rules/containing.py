"""The rule that no organisation's name holds that of another, unless an entry says why."""

import re
from collections.abc import Iterator, Mapping, Sequence

from ...names.as_lines import forms_of
from ...names.looks import looks_of
from ...names.similarity import distinctive_words
from ...problem import Problem, Severity, Way, quoted
from ...text.source import Entry
from .known import Known, known_among
from .remedies import elsewhere, mended

# A name that so many others hold is a common word, such as 'University': it tells nobody apart. In
# 22 public lists, all names that more than 20 of one list hold are such.
_COMMON = 20

# Within a longer word, shorter names are found by chance: 'Atos' in 'Hematos'.
_LONG = 8

# How many wholes a part is followed to.
_STEPS = 10

# Where a word begins within another, as in 'AcmeSecurity' and 'ABCSecurity' but not in 'GmbH'.
_BEGINNING = re.compile("[A-Z](?:(?<=[a-z]{3}[A-Z])|(?<=[A-Z]{3})(?=[a-z]{2}))")


def containing_pairs(known: Sequence[Known]) -> Iterator[tuple[int, int]]:
    """The positions of every two organisations, the name of one of which holds the other's.

    It has the words of the other in one piece, as they look, or a long word that begins or ends
    with it. Left out are pairs of which an entry says that one is part of the other, succeeded by
    it or distinct from it, and names that many others hold. Time grows with the number of names.
    """
    names = _Names(known)
    related = _Related(known)
    holders: dict[int, list[int]] = {}
    for position, (one, apart) in enumerate(zip(known, _apart(known), strict=True)):
        if one.person or not (within := names.within(one, apart)):
            continue
        for held in dict.fromkeys(within):
            if one.id != known[held].id and not related.are(one.id, known[held].id):
                holders.setdefault(held, []).append(position)
    for held, positions in holders.items():
        if len({known[each].id for each in positions}) <= _COMMON:
            yield from ((min(held, each), max(held, each)) for each in positions)


def _apart(known: Sequence[Known]) -> Sequence[str]:
    """The names with a space before each word that begins within another, as in 'AcmeSecurity'."""
    return forms_of([one.name for one in known], lambda names: _BEGINNING.sub(r" \g<0>", names))


def held_names(entries: Sequence[Entry]) -> Mapping[int, list[str]]:
    """The ids of those whose names an entry holds or is within, by the identity of its object."""
    known, found = known_among(entries), dict[int, list[str]]()
    for one, other in containing_pairs(known):
        found.setdefault(id(known[one].entry), []).append(known[other].id)
        found.setdefault(id(known[other].entry), []).append(known[one].id)
    return found


def one_name_within(second: Known, first: Known) -> Problem:
    """A name with a registered one in it, such as 'Acme Security', is probably of one house.

    It says by `part_of` that it is, or by `distinct_from` that it is not.
    """
    place = first.place_of("name")
    if len(second.folded) > len(first.folded):
        found = f"{quoted(second.name)} holds the name of {quoted(first.name)} on {place}"
        part = () if second.entry.get("part_of") else (Way("part_of", first.id, "if it is a part"),)
    else:
        found = f"{quoted(second.name)} is within the name of {quoted(first.name)} on {place}"
        there = elsewhere(f"add 'part_of: {second.id}' there", "if that is a part")
        part = () if first.entry.get("part_of") else (there,)
    ways = (*part, Way("distinct_from", first.id, "if they are two"))
    return mended(second.entry, found, ways, "name")._replace(severity=Severity.WARNING)


class _Names:
    """The names of organisations as they look, to be found within others word by word.

    Of the first word of each name, `_counts` has the bits of how many words such names have; of
    long single words, `_ends` has the first and last letters.
    """

    def __init__(self, known: Sequence[Known]) -> None:
        self._positions: dict[str, int] = {}
        self._counts: dict[str, int] = {}
        self._ends: set[str] = set()
        for position, one in enumerate(known):
            if one.person or len(one.folded) < 2:
                continue
            for look in one.looks:
                self._positions.setdefault(look, position)
                first, space, _ = look.partition(" ")
                bit = 1 << look.count(" ") + 1
                self._counts[first] = self._counts.get(first, 0) | bit
                if not space and len(look) >= _LONG:
                    self._ends |= {look[:_LONG], look[-_LONG:]}

    def within(self, one: Known, apart: str) -> Sequence[int]:
        """The positions of the names that a name holds, be it with its words `apart`."""
        looks = one.looks
        if len(looks) == 1 and apart == one.name:
            words = looks[0].split()
            return () if self._holds_none(words) else self._of_words(words)
        if apart != one.name:
            looks += looks_of(apart, distinctive_words(apart))
        return [held for look in looks for held in self._of_words(look.split())]

    def _holds_none(self, words: Sequence[str]) -> bool:
        """Whether a glance shows that no name is within these words, as nearly always."""
        if self._ends or self._counts.get(words[0], 0) & ((1 << len(words)) - 1):
            return False
        return self._counts.keys().isdisjoint(words[1:])

    def _of_words(self, words: Sequence[str]) -> list[int]:
        found: list[int] = []
        last = len(words)
        for start, word in enumerate(words):
            # The name itself is not within itself.
            bits = (1 << (last - start + (start > 0))) - 1
            if counts := self._counts.get(word, 0) & bits:
                found += self._of_counts(words[start:], counts)
            if len(word) > _LONG and not self._ends.isdisjoint((word[:_LONG], word[-_LONG:])):
                found += self._of_parts(word)
        return found

    def _of_counts(self, words: Sequence[str], counts: int) -> Iterator[int]:
        for count in range(1, counts.bit_length()):
            if counts >> count & 1 and (look := " ".join(words[:count])) in self._positions:
                yield self._positions[look]

    def _of_parts(self, word: str) -> Iterator[int]:
        for count in range(_LONG, len(word)):
            for part in (word[:count], word[-count:]):
                if part in self._positions:
                    yield self._positions[part]


class _Related:
    """What entries say of each other's signatories."""

    def __init__(self, known: Sequence[Known]) -> None:
        self._distinct: set[tuple[str, str]] = set()
        self._onwards: dict[str, set[str]] = {}
        for one in known:
            for other in one.distinct:
                self._distinct |= {(one.id, other), (other, one.id)}
            for field in ("part_of", "succeeded_by"):
                if field in one.entry.values:
                    self._onwards.setdefault(one.id, set()).add(one.entry.values[field])

    def are(self, one: str, other: str) -> bool:
        """Whether it is said of two signatories that they are of one house, or are two."""
        if (one, other) in self._distinct:
            return True
        return other in self._above(one) or one in self._above(other)

    def _above(self, who: str) -> set[str]:
        """Those that a signatory is part of or succeeded by, also by way of others."""
        above, last = set[str](), {who}
        for _ in range(_STEPS):
            last = {whole for each in last for whole in self._onwards.get(each, ())} - above
            above |= last
        return above
