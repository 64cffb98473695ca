"""What has become of each entry of a register."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from ..model import FIELDS
from ..names.slug import slug
from ..paths import DROP_INS, REGISTER
from ..text.source import Entry
from ..urls import page_of

_ORDER = [field.name for field in FIELDS]


class Difference(NamedTuple):
    """One field before and after; nothing where it was, or is, absent."""

    field: str
    old: str | None
    new: str | None


class Pair(NamedTuple):
    """One entry as it was and as it is."""

    before: Entry
    after: Entry

    @property
    def differences(self) -> list[Difference]:
        """The fields that differ, in the order in which fields are written."""
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
        """Whether the entry has been withdrawn since."""
        return self.before.get("withdrawn") is None and self.after.get("withdrawn") is not None

    @property
    def is_fold(self) -> bool:
        """Whether a drop-in has moved into the register, unchanged."""
        moved = self.before.path.startswith(f"{DROP_INS}/") and self.after.path == REGISTER
        return moved and not self.differences


@dataclass(frozen=True, slots=True)
class Comparison:
    """The entries that were added and removed, and those that were there before and still are."""

    added: tuple[Entry, ...]
    removed: tuple[Entry, ...]
    kept: tuple[Pair, ...]


def compared(before: Iterable[Entry], after: Iterable[Entry]) -> Comparison:
    """Each entry beside what has become of it.

    An entry is found again by its slug, of several by all of its fields; one that was renamed, by
    its website or by all other fields.
    """
    old, new = _by_slug(before), _by_slug(after)
    kept: list[Pair] = []
    gone: list[Entry] = []
    come: list[Entry] = []
    for identity in dict.fromkeys([*old, *new]):
        pairs, lost, found = _paired(old.get(identity, []), new.get(identity, []))
        kept += pairs
        gone += lost
        come += found
    renamed = list(_renamed(gone, come))
    kept += renamed
    left = {id(entry) for pair in renamed for entry in pair}
    return Comparison(
        tuple(entry for entry in come if id(entry) not in left),
        tuple(entry for entry in gone if id(entry) not in left),
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
    """Pairs of entries of one slug, the unchanged first, and what is left on either side."""
    pairs: list[Pair] = []
    lost, found = list(old), list(new)
    for entry in old:
        same = next((each for each in found if each.values == entry.values), None)
        if same is not None:
            pairs.append(Pair(entry, same))
            lost = [each for each in lost if each is not entry]
            found = [each for each in found if each is not same]
    both = min(len(lost), len(found))
    pairs += map(Pair, lost[:both], found[:both])
    return pairs, lost[both:], found[both:]


def _renamed(gone: Sequence[Entry], come: Sequence[Entry]) -> Iterable[Pair]:
    left = list(come)
    for before in gone:
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
