"""Rows of a list, drawn by their shape: a long register has 100,000, and few shapes."""

import re
from collections.abc import Callable, Iterable, Sequence
from operator import itemgetter
from typing import Any, NamedTuple

from markupsafe import Markup, escape

# A character that no text of a site may hold.
_BETWEEN = "\0"
_PLACE = re.compile(f"{_BETWEEN}([0-9]+){_BETWEEN}")


class _Shape(NamedTuple):
    """What is drawn of each row of a shape, before, between and behind its texts, and these."""

    drawn: Sequence[str]
    texts: Callable[[Any], tuple[str, ...]]


def drawn(rows: Iterable[Any], draw: Callable[..., str], *given: object) -> Markup:
    """Every row as a template's macro draws it with what is given, each text escaped.

    Rows are named tuples: what many share, texts, and what few have. With something in the last a
    row is drawn by itself. What the macro draws of another depends on what it shares, on which of
    its texts are empty, and on them only by showing them as they are: so one row of each shape is
    drawn, with a place for each text. The texts of all are escaped at once, since each by itself
    takes ten times as long.
    """
    shapes: dict[tuple[object, ...], _Shape] = {}
    pieces: list[str] = []
    texts: list[str] = []
    for row in rows:
        if row[-1] is not None:
            pieces.append(draw(row, *given))
        else:
            key = row[0], *map(bool, row)
            shape = shapes.get(key)
            if shape is None:
                shape = shapes[key] = _shape(draw(_with_places(row), *given))
            pieces += shape.drawn
            texts += shape.texts(row)
        texts.append("")  # nothing stands between two rows
    shown = pieces * 2
    shown[::2] = pieces
    shown[1::2] = str(escape(_BETWEEN.join(texts))).split(_BETWEEN) if texts else ()
    return Markup("".join(shown))


def _with_places(row: Any) -> Any:
    """The row with the mark of its place for each text that is not empty."""
    places = (f"{_BETWEEN}{at}{_BETWEEN}" if text else "" for at, text in enumerate(row[1:-1], 1))
    return row._make((row[0], *places, None))


def _shape(drawn: str) -> _Shape:
    pieces = _PLACE.split(drawn)
    shown = [int(number) for number in pieces[1::2]]
    # Of one value alone `itemgetter` makes no tuple.
    texts = itemgetter(*shown) if len(shown) > 1 else lambda row: tuple(row[at] for at in shown)
    return _Shape(pieces[::2], texts)
