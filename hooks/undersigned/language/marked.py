"""Places of a message that hold more than words, such as a link: marked, and filled afterwards."""

from collections.abc import Iterator, Mapping
from typing import TypeVar

T = TypeVar("T")

# Stands around the name of a place in a message; no message has it.
_MARK = "\0"


def marked(*names: str) -> Mapping[str, str]:
    """What stands at these places of a message until `pieces` puts something else there."""
    return {name: f"{_MARK}{name}{_MARK}" for name in names}


def pieces(said: str, parts: Mapping[str, T]) -> Iterator[str | T]:
    """A message with these parts at its places, in the order that the language has them in."""
    for at, piece in enumerate(said.split(_MARK)):
        if at % 2 and piece in parts:
            yield parts[piece]
        elif piece:
            yield piece
