"""Who shares a key with somebody else, found among many without a list for each key."""

from collections.abc import Collection, Hashable, Iterable


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
