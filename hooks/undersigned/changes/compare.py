"""Comparison of two states of a register, entry by entry."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from ..fields import FIELDS
from ..names.slug import slug
from ..paths import DROP_INS, REGISTER
from ..text.source import Entry
from ..urls import page_of

_ORDER = [field.name for field in FIELDS]


class Difference(NamedTuple):
    """A field's value before and after; None where it was, or is, absent."""

    field: str
    old: str | None
    new: str | None


class Pair(NamedTuple):
    """An entry before and after."""

    before: Entry
    after: Entry

    @property
    def differences(self) -> list[Difference]:
        """The fields that differ, in the order of the model, then those unknown to it."""
        old, new = self.before.values, self.after.values
        unknown = sorted((old.keys() | new.keys()) - set(_ORDER))
        names = [name for name in [*_ORDER, *unknown] if old.get(name) != new.get(name)]
        return [Difference(name, old.get(name), new.get(name)) for name in names]

    @property
    def changed_fields(self) -> set[str]:
        """The names of the fields that differ."""
        return {each.field for each in self.differences}

    @property
    def is_withdrawal(self) -> bool:
        """Whether the endorsement has been withdrawn between the two states."""
        return self.before.get("withdrawn") is None and self.after.get("withdrawn") is not None

    @property
    def is_fold(self) -> bool:
        """Whether the entry has been moved from a drop-in into the register, unchanged."""
        moved = self.before.path.startswith(f"{DROP_INS}/") and self.after.path == REGISTER
        return moved and not self.differences


@dataclass(frozen=True, slots=True)
class Comparison:
    """The entries that were added, those that were removed, and those that are in both states."""

    added: tuple[Entry, ...]
    removed: tuple[Entry, ...]
    kept: tuple[Pair, ...]


def compared(before: Iterable[Entry], after: Iterable[Entry]) -> Comparison:
    """The comparison of two states of a register.

    Entries are paired by slug, several of one slug by all of their fields first. Renamed entries
    are paired by website or by all fields but the name.
    """
    old, new = _by_slug(before), _by_slug(after)
    kept: list[Pair] = []
    removed: list[Entry] = []
    added: list[Entry] = []
    for identity in dict.fromkeys([*old, *new]):
        pairs, old_left, new_left = _paired(old.get(identity, []), new.get(identity, []))
        kept += pairs
        removed += old_left
        added += new_left
    renamed = list(_renamed(removed, added))
    kept += renamed
    paired = {id(entry) for pair in renamed for entry in pair}
    return Comparison(
        tuple(entry for entry in added if id(entry) not in paired),
        tuple(entry for entry in removed if id(entry) not in paired),
        tuple(kept),
    )


def _by_slug(entries: Iterable[Entry]) -> dict[str, list[Entry]]:
    found: dict[str, list[Entry]] = defaultdict(list)
    for entry in entries:
        name = entry.get("name")
        found[slug(name.value) if name else ""].append(entry)
    return found


def _paired(
    old: Sequence[Entry], new: Sequence[Entry]
) -> tuple[list[Pair], list[Entry], list[Entry]]:
    """Pairs of entries with one slug, unchanged ones first, and the unpaired old and new ones."""
    pairs: list[Pair] = []
    old_left, new_left = list(old), list(new)
    for entry in old:
        same = next((each for each in new_left if each.values == entry.values), None)
        if same is not None:
            pairs.append(Pair(entry, same))
            old_left = [each for each in old_left if each is not entry]
            new_left = [each for each in new_left if each is not same]
    both = min(len(old_left), len(new_left))
    pairs += map(Pair, old_left[:both], new_left[:both])
    return pairs, old_left[both:], new_left[both:]


def _renamed(removed: Sequence[Entry], added: Sequence[Entry]) -> Iterable[Pair]:
    left = list(added)
    for before in removed:
        after = next((each for each in left if _is_renamed(before, each)), None)
        if after is not None:
            left = [each for each in left if each is not after]
            yield Pair(before, after)


def _is_renamed(before: Entry, after: Entry) -> bool:
    old, new = before.get("website"), after.get("website")
    if old and new and page_of(old.value) and page_of(old.value) == page_of(new.value):
        return True
    rest = _without_name(before)
    return len(rest) > 1 and rest == _without_name(after)


def _without_name(entry: Entry) -> dict[str, str]:
    return {name: value for name, value in entry.values.items() if name != "name"}
