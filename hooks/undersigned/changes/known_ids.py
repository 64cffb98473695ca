"""The ids that a register has and had, and those among them that an id is like."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from ..identity import id_of
from ..names.similarity import skeleton
from ..names.slug import slug
from ..paths import DROP_INS, REGISTER
from ..text.source import Entry
from .removed_values import removed_values

# Shorter ids may differ by one letter without being alike.
_SHORTEST = 6

# An id within another one, such as 'acme' in 'acme-security', is told from this length on.
_SHORTEST_PART = 3


@dataclass(frozen=True, slots=True)
class KnownIds:
    """The ids before a change, those that were `gone` before it, and `like` whom others look.

    `asked` is whether the history could be read for those that are gone.
    """

    there: frozenset[str]
    gone: frozenset[str] = frozenset()
    like: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    asked: bool = True

    def alike(self, entry: Entry) -> tuple[str, ...]:
        """The ids of others that the id given by an entry looks like."""
        return self.like.get(id_of(entry.values), ())

    def formerly(self, entry: Entry) -> list[str]:
        """The ids that were there of the earlier names of an entry."""
        earlier = (slug(text.value) for text in entry.each("formerly"))
        return [who for who in earlier if who in self.there and who != id_of(entry.values)]


def known_ids(root: Path, commit: str, before: Iterable[Entry], after: Iterable[Entry]) -> KnownIds:
    """The ids at a commit, before a change, and what is to be known of those after it.

    The history is asked only where an id is new.
    """
    there = frozenset(id_of(each.values) for each in before)
    new = {who: each for each in after if (who := id_of(each.values)) not in there}
    chosen = [who for who, each in new.items() if who != slug(each.values.get("name", ""))]
    like = dict(_like(chosen, there)) if chosen else {}
    if not new:
        return KnownIds(there, like=like)
    removed = _removed(root, commit)
    return KnownIds(there, frozenset(removed or ()) & new.keys(), like, asked=removed is not None)


def _like(chosen: Iterable[str], there: frozenset[str]) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Ids with those of others that look like them, or are part of them.

    Two look alike by their skeletons, also without any one letter of either.
    """
    keyed: dict[str, list[str]] = defaultdict(list)
    for who in chosen:
        for key in _keys(who):
            keyed[key].append(who)
    found: dict[str, dict[str, None]] = defaultdict(dict)
    for other in there:
        for who in {who for key in _keys(other) for who in keyed.get(key, ())}:
            found[who][other] = None
    for who in chosen:
        likes = dict.fromkeys([*sorted(found[who]), *_parts(who, there)])
        if likes:
            yield who, tuple(likes)


def _keys(who: str) -> Iterator[str]:
    looks = skeleton(who)
    yield looks
    if len(looks) >= _SHORTEST:
        yield from (looks[:left] + looks[left + 1 :] for left in range(len(looks)))


def _parts(who: str, there: frozenset[str]) -> Iterator[str]:
    """The ids that stand in another between hyphens."""
    words = who.split("-")
    for begin in range(len(words)):
        for end in range(begin + 1, len(words) + 1):
            part = "-".join(words[begin:end])
            if len(part) >= _SHORTEST_PART and part != who and part in there:
                yield part


def _removed(root: Path, commit: str) -> set[str] | None:
    """The ids of names and ids on lines that any commit of a branch removed; None if unknown."""
    lines = removed_values(root, commit, ("name", "id"), (REGISTER, DROP_INS))
    if lines is None:
        return None
    return {slug(text) if name == "name" else text for name, text in lines}
