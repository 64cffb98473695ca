"""Rows of a list, drawn by their shape: a long register has 100,000, and few shapes."""

import re
from collections.abc import Callable, Iterable
from operator import itemgetter
from typing import Any, NamedTuple

from markupsafe import Markup, escape

# A character that no text of a site may hold.
_BETWEEN = "\0"
_PLACE = re.compile(f"{_BETWEEN}([0-9]+){_BETWEEN}")


class _Shape(NamedTuple):
    """A row with a place for each text that it shows, and what takes these texts from a row."""

    pattern: str
    texts: Callable[[Any], tuple[str, ...]]


def drawn(rows: Iterable[Any], draw: Callable[..., str], *given: object) -> Markup:
    """Every row as a template's macro draws it with what is given, each text escaped.

    Rows are named tuples of texts, but for the last value. Where that is not None, the row is drawn
    by itself. What the macro draws of another depends on which of its texts are empty, and on them
    only by showing them as they are: so one row of each shape is drawn, with a place for each text.
    The texts of all are escaped at once, since each by itself takes ten times as long.
    """
    shapes: dict[tuple[bool, ...], _Shape] = {}
    patterns: list[str] = []
    texts: list[str] = []
    for row in rows:
        if row[-1] is not None:
            patterns.append(_literal(draw(row, *given)))
            continue
        key = tuple(map(bool, row))
        shape = shapes.get(key)
        if shape is None:
            shape = shapes[key] = _shape(draw(_with_places(row), *given))
        patterns.append(shape.pattern)
        texts += shape.texts(row)
    shown = str(escape(_BETWEEN.join(texts))).split(_BETWEEN) if texts else ()
    return Markup("".join(patterns) % tuple(shown))


def _with_places(row: Any) -> Any:
    """The row with the mark of its place for each text that is not empty."""
    places = (f"{_BETWEEN}{number}{_BETWEEN}" if text else "" for number, text in enumerate(row))
    return row._replace(**dict(zip(row._fields[:-1], places, strict=False)))


def _shape(drawn: str) -> _Shape:
    shown = [int(number) for number in _PLACE.findall(drawn)]
    pattern = _PLACE.sub("%s", _literal(drawn))
    # Of one value alone `itemgetter` makes no tuple.
    return _Shape(pattern, itemgetter(*shown) if len(shown) > 1 else _each(shown))


def _each(shown: list[int]) -> Callable[[Any], tuple[str, ...]]:
    return lambda row: tuple(row[number] for number in shown)


def _literal(text: str) -> str:
    return text.replace("%", "%%")
