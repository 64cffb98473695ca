"""A list as a table, from JSON: a heading for each key, and a row for each object."""

import json
import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping
from typing import Any, NoReturn

from ..data.signatories import FORMAT
from ..fields import BETWEEN
from ..problem import Problem, quoted
from ..text.source import line_starts
from .encodings import Decoded
from .table import COLUMNS_AT_MOST, Row, Table

_KEY = "signatories"

# Half of a pair of UTF-16, which an escape of JSON may be, is no character and cannot be written.
_HALF = re.compile("[\ud800-\udfff]")


class _NotJson(ValueError):  # noqa: N818
    """The text is no list of objects; with the message, and the position of what is wrong."""

    def __init__(self, message: str, position: int) -> None:
        super().__init__(message)
        self.position = position


class _Object(dict[str, Any]):
    """An object, and the first key that it has twice."""

    twice = ""


def read_json(path: str, decoded: Decoded) -> tuple[Table | None, list[Problem]]:
    """The table in a text of JSON (RFC 8259), or none and the problem.

    The text is a list of objects, or such an object as a site publishes, `format` and
    `signatories`. A number is read as the text that stands there. A row that is no object, has a
    key twice or holds more than texts and lists of texts is one with a fault.
    """
    starts = line_starts(decoded.text)

    def place(position: int) -> tuple[int, int]:
        line = bisect_right(starts, position)
        return line, position - starts[line - 1] + 1

    try:
        found = list(_items(decoded.text))
    except _NotJson as error:
        return None, [Problem(path, *place(error.position), str(error))]
    except RecursionError:
        return None, [Problem(path, 1, 1, "is nested too deeply for a list; write one object each")]
    if not found:
        return None, [Problem(path, 1, 1, "is an empty list; write an object for each signatory")]
    if not any(_is_object(item) for _, item in found):
        message = "holds no object; write '{\"name\": …}' for each signatory"
        return None, [Problem(path, *place(found[0][0]), message)]
    headings = tuple(dict.fromkeys(key for _, item in found if _is_object(item) for key in item))
    if half := next(filter(_HALF.search, headings), ""):
        return None, [Problem(path, 1, 1, f"key {quoted(half)} holds half a character; mend it")]
    if len(headings) > COLUMNS_AT_MOST:
        message = (
            f"has {len(headings):,} keys, more than {COLUMNS_AT_MOST}; leave needless ones out"
        )
        return None, [Problem(path, 1, 1, message)]
    rows = tuple(_row(*place(position), item, headings) for position, item in found)
    return Table(path, headings, rows, f"JSON in {decoded.encoding}", is_csv=False), []


def _is_object(item: object) -> bool:
    return isinstance(item, _Object)


def _row(line: int, column: int, item: object, headings: tuple[str, ...]) -> Row:
    if not isinstance(item, _Object):
        return Row(line, column, ("",) * len(headings), "is no object; write '{\"name\": …}'")
    fault = f"has {quoted(item.twice)} twice; keep one" if item.twice else ""
    texts: dict[str, str] = {}
    for key, value in item.items():
        text = _text(value)
        if text is None:
            fault = fault or f"holds no text under {quoted(key)}; write text, or a list of texts"
        texts[key] = text or ""
    return Row(line, column, tuple(texts.get(each, "") for each in headings), fault)


def _text(value: object) -> str | None:
    """The text of a value, that of several with line feeds between; none where it is no text."""
    if value is None:
        return ""
    if isinstance(value, list):
        several = all(isinstance(each, str) and BETWEEN not in each for each in value)
        value = BETWEEN.join(value) if several else None
    return value if isinstance(value, str) and not _HALF.search(value) else None


def _object(pairs: list[tuple[str, Any]]) -> _Object:
    made = _Object(pairs)
    if len(made) < len(pairs):
        seen: set[str] = set()
        made.twice = next(key for key, _ in pairs if key in seen or seen.add(key))  # type: ignore[func-returns-value]
    return made


def _refuse_constant(name: str) -> NoReturn:
    raise ValueError(f"{name} is no value of JSON")


_DECODER = json.JSONDecoder(
    object_pairs_hook=_object,
    parse_int=str,
    parse_float=str,
    parse_constant=_refuse_constant,
)


def _items(text: str) -> Iterator[tuple[int, Any]]:
    """The items of the list in a text, each with its position."""
    at = _blank(text, 0)
    if text[at : at + 1] == "{":
        value, end = _value(text, at)
        at = _list_in(text, at, value)
    elif text[at : at + 1] != "[":
        raise _NotJson("is no list; write '[', an object for each signatory, and ']'", at)
    else:
        end = -1
    at = _blank(text, at + 1)
    while text[at : at + 1] != "]":
        value, after = _value(text, at)
        yield at, value
        at = _blank(text, after)
        if text[at : at + 1] == ",":
            at = _blank(text, at + 1)
        elif text[at : at + 1] != "]":
            raise _NotJson("this is not JSON: a comma or ']' is missing; add it", at)
    rest = _blank(text, end if end >= 0 else at + 1)
    if rest < len(text):
        raise _NotJson("something stands behind the end of the list; remove it", rest)


def _list_in(text: str, at: int, value: Mapping[str, Any]) -> int:
    """The position at which the list in an object of a site's own form begins."""
    if twice := getattr(value, "twice", ""):
        raise _NotJson(f"has {quoted(twice)} twice; keep one", at)
    if not isinstance(value.get(_KEY), list):
        raise _NotJson(f"has no list under '{_KEY}'; write '[', an object for each, and ']'", at)
    if value.get("format", str(FORMAT)) != str(FORMAT):
        message = f"is of format {quoted(str(value['format']))}; this reads format {FORMAT}"
        raise _NotJson(f"{message}, so fetch the file anew or move to the generator's newest", at)
    at = _blank(text, at + 1)
    while True:
        key, at = _value(text, at)
        at = _blank(text, _blank(text, at) + 1)
        if key == _KEY:
            return at
        _, at = _value(text, at)
        at = _blank(text, _blank(text, at) + 1)


def _value(text: str, at: int) -> tuple[Any, int]:
    try:
        return _DECODER.raw_decode(text, at)
    except json.JSONDecodeError as error:
        message = f"this is not JSON: {error.msg.lower()}; mend it, or export the list anew"
        raise _NotJson(message, error.pos) from error
    except ValueError as error:
        raise _NotJson(f"this is not JSON: {error}; write it as text", at) from error


def _blank(text: str, at: int) -> int:
    """The position of the first character from here on that is no white space of JSON."""
    while text[at : at + 1] in (" ", "\t", "\n", "\r"):
        at += 1
    return at
