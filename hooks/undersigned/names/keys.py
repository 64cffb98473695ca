"""Keys and ids: who shares one, and the known one that somebody mistyped by a letter."""

from collections.abc import Collection, Hashable, Iterable, Iterator

# So many are compared within milliseconds, and each keeps as many strings as it has letters.
_MOST = 10_000


def sharing(keyed: Iterable[tuple[Hashable, int]]) -> Collection[list[int]]:
    """The positions of those who share a key, for each such key.

    Each key is given with the position of who has it; keys of one position follow each other.
    """
    first: dict[Hashable, int] = {}
    blocks: dict[Hashable, list[int]] = {}
    for key, who in keyed:
        holder = first.setdefault(key, who)
        if holder != who:
            block = blocks.setdefault(key, [holder])
            if block[-1] != who:
                block.append(who)
    return blocks.values()


class NearKeys:
    """Known keys, to be found by what differs from one in a letter, or in two that are swapped.

    Two such keys are equal once a letter of each, or of one, is left out. To look one up takes no
    longer for more keys, as comparing it with each would; of very many, none is found.
    """

    def __init__(self, known: Collection[str]) -> None:
        self._known: dict[str, str] = {}
        for key in known if len(known) <= _MOST else ():
            for short in _shortened(key):
                self._known.setdefault(short, key)

    def like(self, value: str) -> str:
        """The first known key that is nearly the value; empty where none is."""
        found = (self._known[short] for short in _shortened(value) if short in self._known)
        return next(found, "")


def _shortened(key: str) -> Iterator[str]:
    """The key, and each that it is without a letter."""
    yield key
    yield from (key[:at] + key[at + 1 :] for at in range(len(key)))
