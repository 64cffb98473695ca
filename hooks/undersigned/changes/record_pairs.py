"""Comparison of two states of the record of deeds, entry by entry."""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

from ..deeds.entry_list import RECORD
from ..text.source import Entry
from .differences import Difference, differing, is_folded, is_moved


class RecordPair(NamedTuple):
    """An entry before and after; `shared` is what says that both are one where no id does."""

    before: Entry
    after: Entry
    shared: str = ""

    @property
    def differences(self) -> list[Difference]:
        """The fields that differ, in canonical order."""
        return differing(self.before, self.after, RECORD)

    @property
    def changed_fields(self) -> set[str]:
        """The names of the fields that differ."""
        return {each.field for each in self.differences}

    @property
    def is_fold(self) -> bool:
        """Whether a drop-in was moved into the list, where it may gain the day of listing."""
        return is_folded(self.before, self.after, RECORD)

    @property
    def is_moved(self) -> bool:
        """Whether an entry stands in another file, and says what it said, without a fold."""
        return is_moved(self.before, self.after, RECORD)


class RecordComparison(NamedTuple):
    """The entries that were added, those that were removed, and those that are in both states."""

    added: tuple[Entry, ...]
    removed: tuple[Entry, ...]
    kept: tuple[RecordPair, ...]


def records_compared(before: Iterable[Entry], after: Iterable[Entry]) -> RecordComparison:
    """The comparison of two states of the record.

    Entries that are equal are paired first, then those of one id, in their order. An id follows
    from the signatory, the principle and the date, and changes with them: what is left is paired
    by what two entries alone have in common.
    """
    old, new = list(before), list(after)
    kept: list[RecordPair] = []
    for by_id in (_content, _id):
        kept += _paired(old, new, by_id)
    for shared, key in _SHARED:
        kept += _paired_alone(old, new, key, shared)
    return RecordComparison(tuple(new), tuple(old), tuple(kept))


def plain_words(sentence: str) -> str:
    """The words of a sentence, whatever their case and what stands between them."""
    return " ".join(re.findall(r"\w+", sentence.casefold()))


# Gives what two entries may have in common; empty where an entry has none of it.
_KeyOf = Callable[[Entry], object]


def _content(entry: Entry) -> object:
    return frozenset(entry.values.items())


def _id(entry: Entry) -> object:
    return RECORD.id_of(entry.values)


def _sentence(entry: Entry) -> object:
    return plain_words(entry.values.get("deed", ""))


def _evidence(entry: Entry) -> object:
    keys = {text.value for text in entry.each("sources")}
    return (entry.values.get("who"), frozenset(keys)) if keys else None


def _search(entry: Entry) -> object:
    found = entry.values.get("found")
    return (entry.values.get("who"), entry.values.get("principle")) if found else None


# What two entries may share, as it is said to people.
_SHARED: tuple[tuple[str, _KeyOf], ...] = (
    ("its sentence", _sentence),
    ("its sources", _evidence),
    ("what was looked for", _search),
)


def _paired(old: list[Entry], new: list[Entry], key: _KeyOf) -> list[RecordPair]:
    """The pairs of equal keys, in the order of the entries, which are taken from both lists."""
    waiting = _by_key(reversed(new), key)
    found = [RecordPair(each, same.pop()) for each in old if (same := waiting.get(key(each)))]
    _take(old, new, found)
    return found


def _paired_alone(old: list[Entry], new: list[Entry], key: _KeyOf, shared: str) -> list[RecordPair]:
    """The pairs of a key that one entry alone has on either side, taken from both lists."""
    before, after = _by_key(old, key), _by_key(new, key)
    found = [
        RecordPair(entries[0], after[one][0], shared)
        for one, entries in before.items()
        if one and len(entries) == len(after.get(one, ())) == 1
    ]
    _take(old, new, found)
    return found


def _by_key(entries: Iterable[Entry], key: _KeyOf) -> dict[object, list[Entry]]:
    found: dict[object, list[Entry]] = defaultdict(list)
    for entry in entries:
        found[key(entry)].append(entry)
    return found


def _take(old: list[Entry], new: list[Entry], found: Sequence[RecordPair]) -> None:
    taken = {id(entry) for pair in found for entry in (pair.before, pair.after)}
    old[:] = [entry for entry in old if id(entry) not in taken]
    new[:] = [entry for entry in new if id(entry) not in taken]
