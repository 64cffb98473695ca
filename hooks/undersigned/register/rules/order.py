"""The rule about the order of entries in a list."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple, Protocol

from ...entry_list import SIGNATORIES, EntryList
from ...problem import Problem, Severity, quoted
from ...text.source import Entry


class Ranked(Protocol):
    """What has a place in the canonical order: an entry, by a key."""

    @property
    def key(self) -> tuple[str, ...]:
        """The key by which it is sorted."""

    @property
    def entry(self) -> Entry:
        """The entry."""


class Keyed(NamedTuple):
    """An entry and where it belongs in the canonical order."""

    key: tuple[str, ...]
    entry: Entry


def keyed(entries: Iterable[Entry], kept: EntryList = SIGNATORIES) -> list[Keyed]:
    """The entries with their keys, which are worked out once, for the check and for sorting."""
    return [Keyed(kept.key(entry.values), entry) for entry in entries]


def out_of_order(
    entries: Sequence[Ranked], blamed: Callable[[Entry], bool], kept: EntryList = SIGNATORIES
) -> Iterator[Problem]:
    """The entries of the list itself are in canonical order; drop-ins have one entry each.

    Of two neighbours in the wrong order the later is reported, unless only the earlier is `blamed`.
    It is a note: a fold, or 'undersigned format', puts the entries in order.
    """
    by = kept.named_by
    of_list = (each for each in entries if each.entry.path == kept.path)
    for one, other in pairwise(each for each in of_list if by in each.entry.values):
        if other.key < one.key:
            before, after = one.entry, other.entry
            first, second = (quoted(_called(each.values, kept)) for each in (before, after))
            found = (before, f"{first} stands before {second}")
            if blamed(after) or not blamed(before):
                found = (after, f"{second} stands after {first}")
            entry, message = found
            problem = entry.problem(f"{message}; 'undersigned format' mends it", by)
            yield problem._replace(severity=Severity.NOTE)


def _called(values: Mapping[str, str], kept: EntryList) -> str:
    """The name of an entry, or its id where entries have no name."""
    return values["name"] if "name" in values else kept.id_of(values)
