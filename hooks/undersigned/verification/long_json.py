"""JSON with one long list, read item by item, so that a hostile file costs time and no memory."""

import json
import re
from collections.abc import Callable
from typing import Any

_SPACE = re.compile(r"[ \t\n\r]*")

# An item is tried within so many characters: nearly all are short, and each trial copies them.
_TRIED = (4 * 1024, 64 * 1024)

# So many members stand beside the list at most.
_MEMBERS = 64


class JsonError(ValueError):
    """The text is not JSON of the form that is read; the message is the end of a sentence."""


def plain_object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """The object of these members.

    Raises `JsonError` where one stands twice: of such readers take the one or the other (RFC 8259,
    section 4), so that a site could say this to people and that to whoever verifies it.
    """
    members = dict(pairs)
    if len(members) != len(pairs):
        raise JsonError("has a member twice")
    return members


def no_number(written: str) -> None:
    """Raise `JsonError` for NaN and Infinity, which JSON lacks (RFC 8259, section 6)."""
    raise JsonError(f"has {written}, which is no number")


_DECODER = json.JSONDecoder(object_pairs_hook=plain_object, parse_constant=no_number)


def read_members(text: str, long: str, take: Callable[[Any], None], most: int) -> dict[str, Any]:
    """The members of the object that is a text, save the list `long`, whose items `take` gets.

    Raises `JsonError` where it is no such object, has a member twice, an item of more than 64 Ki
    characters, or more than `most` items. The time is proportional to the length of the text.
    """
    members = dict[str, Any]()
    at = _after(text, 0, "{")
    while not _is_at(text, at, "}"):
        if members:
            at = _after(text, at, ",")
        name, at = _value(text, at)
        if not isinstance(name, str) or name in members or len(members) == _MEMBERS:
            raise JsonError("has no names for its members, or one twice")
        at = _after(text, at, ":")
        if name == long:
            members[name], at = None, _items(text, at, take, most)
        else:
            members[name], at = _value(text, at)
    if _skipped(text, _after(text, at, "}")) != len(text):
        raise JsonError("goes on behind its end")
    return members


def _items(text: str, at: int, take: Callable[[Any], None], most: int) -> int:
    """Hand on each item of the list at a position; gives the position behind the list."""
    at, count = _after(text, at, "["), 0
    while not _is_at(text, at, "]"):
        if count:
            at = _after(text, at, ",")
        count += 1
        if count > most:
            raise JsonError(f"lists more than {most:,}, and this program reads no more")
        item, at = _value(text, at)
        take(item)
    return _after(text, at, "]")


def _value(text: str, at: int) -> tuple[Any, int]:
    """The value at a position, and the position behind it and the space that follows."""
    at = _skipped(text, at)
    for most in _TRIED:
        try:
            value, length = _DECODER.raw_decode(text[at : at + most])
        except JsonError as error:
            raise JsonError(f"{error}, behind character {at + 1:,}") from error
        except (ValueError, RecursionError):
            continue
        # What reaches the end of the trial, such as a number, may go on behind it.
        if length < most:
            return value, _skipped(text, at + length)
    raise JsonError(f"cannot be read at character {at + 1:,}")


def _skipped(text: str, at: int) -> int:
    found = _SPACE.match(text, at)
    return found.end() if found else at


def _is_at(text: str, at: int, sign: str) -> bool:
    return text.startswith(sign, _skipped(text, at))


def _after(text: str, at: int, sign: str) -> int:
    """The position behind a sign; raises `JsonError` where another stands there."""
    at = _skipped(text, at)
    if not text.startswith(sign, at):
        raise JsonError(f"cannot be read at character {at + 1:,}: '{sign}' is missing")
    return at + len(sign)
