"""How many endorse the statement, as strokes in bundles of five, the fifth across the other four.

A stroke stands for one signatory as long as there is room for each, then for five, for
twenty-five and so on: the drawing of 100,000 is no larger than that of 1,000.
"""

from collections.abc import Iterator
from typing import NamedTuple

MOST_STROKES = 1_000

# Five bundles are drawn as one part, and lines break between parts.
_IN_PART = 25

# As the site's mark has it: strokes are 5 apart and 16 high, a bundle's fifth begins before them.
_APART, _TOP, _FOOT = 5, 4, 20
_BUNDLE = 27
_FEW, _SOME = 25, 300


class Part(NamedTuple):
    """At most twenty-five strokes: their path in a box that is `width` wide and 24 high."""

    path: str
    width: int


class Tally(NamedTuple):
    """So many `strokes`, each for `worth` signatories, the last for as many as are left.

    `size` is how large they are drawn, of ``large``, ``middle`` and ``small``.
    """

    strokes: int
    worth: int
    size: str
    parts: tuple[Part, ...]


def tally(count: int) -> Tally:
    """The tally of so many signatories."""
    worth = 1
    while count > worth * MOST_STROKES:
        worth *= 5
    strokes = -(-count // worth)
    size = "large" if strokes <= _FEW else "middle" if strokes <= _SOME else "small"
    return Tally(strokes, worth, size, tuple(_parts(strokes)))


def _parts(strokes: int) -> Iterator[Part]:
    whole, rest = divmod(strokes, _IN_PART)
    yield from [_part(_IN_PART)] * whole
    if rest:
        yield _part(rest)


def _part(strokes: int) -> Part:
    path = "".join(_bundle(place, min(5, strokes - 5 * place)) for place in range(-(-strokes // 5)))
    whole, rest = divmod(strokes, 5)
    return Part(path, whole * _BUNDLE + (rest * _APART + 4 if rest else 0))


def _bundle(place: int, strokes: int) -> str:
    left = place * _BUNDLE
    upright = "".join(
        f"M{left + 4 + _APART * each} {_TOP}V{_FOOT}" for each in range(min(4, strokes))
    )
    return f"{upright}M{left + 1} 17.5L{left + 22} 6.5" if strokes == 5 else upright
