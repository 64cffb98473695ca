"""The rule about the order of entries in signatories.yml."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from ...identity import canonical_key
from ...paths import REGISTER
from ...problem import Problem, Severity, quoted
from ...text.source import Entry

# Where a name is in a key of the canonical order.
_NAME = 2


class Keyed(NamedTuple):
    """An entry with its values, and where it belongs in the canonical order."""

    key: tuple[str, ...]
    entry: Entry
    values: Mapping[str, str]


def keyed(entries: Iterable[Entry]) -> list[Keyed]:
    """The entries with their keys, which are worked out once, for the check and for sorting."""
    return [Keyed(canonical_key(values := entry.values), entry, values) for entry in entries]


def out_of_order(entries: Sequence[Keyed], blamed: Callable[[Entry], bool]) -> Iterator[Problem]:
    """The entries of signatories.yml are in canonical order; drop-ins have one entry each.

    Of two neighbours in the wrong order the later is reported, unless only the earlier is `blamed`.
    It is a note: a fold, or 'undersigned format', puts the entries in order.
    """
    named = [each for each in entries if each.entry.path == REGISTER and each.entry.get("name")]
    for (key, before, _), (following, after, _) in pairwise(named):
        if following < key:
            first, second = quoted(key[_NAME]), quoted(following[_NAME])
            found = (before, f"{first} stands before {second}")
            if blamed(after) or not blamed(before):
                found = (after, f"{second} stands after {first}")
            entry, message = found
            problem = entry.problem(f"{message}; 'undersigned format' mends it", "name")
            yield problem._replace(severity=Severity.NOTE)
