"""A parser for BibTeX files that keeps the whole text, and the place of every entry and field.

pybtex gives values, but neither the places of fields nor the text between entries. The parser and
pybtex agree on what is an entry: both take every '@' outside of values as the start of one.
"""

import re
from collections.abc import Callable

from ..problem import Problem, quoted
from ..text.source import Source, Text
from .cursor import BEGINNING, NAME, Cursor, MalformedError
from .items import BibField, Item, ItemType

_KEY = re.compile(r"(?:(?!@)[^\s,{}()=]+)?")
_REMARK = re.compile(r"[ \t]*%")
_CLOSING = {"{": "}", "(": ")"}


def scan(source: Source) -> tuple[list[Item], list[Problem]]:
    """The items of a file, whose texts joined are its text, and a problem per malformed item."""
    cursor, items, problems = Cursor(source.text), list[Item](), list[Problem]()
    while cursor.next:
        start = cursor.position
        try:
            item = _at_command(cursor) if cursor.next == "@" else _text(cursor)
        except MalformedError as error:
            problems.append(Problem(source.path, *cursor.place(error.position), error.message))
            following = BEGINNING.search(source.text, max(error.read, start + 1))
            cursor.position = following.start() if following else len(source.text)
            item = _item(cursor, start, ItemType.BROKEN)
        items.append(item)
    return items, problems


def _item(
    cursor: Cursor,
    start: int,
    kind: ItemType,
    type_: str = "",
    key: Text | None = None,
    fields: tuple[BibField, ...] = (),
) -> Item:
    place = cursor.place(start)
    text = cursor.text[start : cursor.position]
    return Item(kind, text, *place, key or Text("", *place), type_, fields)


def _text(cursor: Cursor) -> Item:
    start, end = cursor.position, cursor.text.find("@", cursor.position)
    cursor.position = len(cursor.text) if end < 0 else end
    return _item(cursor, start, ItemType.TEXT)


def _at_command(cursor: Cursor) -> Item:
    """The item that begins with '@': an entry, a string, a preamble or a comment."""
    start = cursor.position
    if _REMARK.match(cursor.text, cursor.line_start(start)):
        message = "'%' does not hide an '@' from readers of BibTeX; remove the '@'"
        raise MalformedError(start, message)
    cursor.skip("@")
    cursor.skip_space()
    name = cursor.take(NAME)
    if name is None:
        message = "an '@' begins an entry, as in '@misc{key,'; in a remark, write 'at'"
        raise MalformedError(start, message)
    cursor.skip_space()
    opening = cursor.next
    if opening not in _CLOSING:
        message = f"{quoted('@' + name.value)} begins no entry without '{{'; add it, or write 'at'"
        raise MalformedError(start, message)
    cursor.skip(opening)
    return _bodies().get(name.value.lower(), _entry)(cursor, start, name.value, opening)


def _bodies() -> dict[str, Callable[[Cursor, int, str, str], Item]]:
    return {"comment": _comment, "string": _string, "preamble": _preamble}


def _comment(cursor: Cursor, start: int, _: str, opening: str) -> Item:
    closing, depth = _CLOSING[opening], 1
    for token in re.compile(f"[{opening}{closing}@]").finditer(cursor.text, cursor.position):
        if token[0] == "@":
            message = "an '@' inside of @comment begins an entry all the same; remove it"
            raise MalformedError(token.start(), message, token.end())
        depth += 1 if token[0] == opening else -1
        if not depth:
            cursor.position = token.end()
            return _item(cursor, start, ItemType.COMMENT)
    message = f"this @comment is not closed; add '{closing}'"
    raise MalformedError(start, message, len(cursor.text))


def _string(cursor: Cursor, start: int, _: str, opening: str) -> Item:
    cursor.skip_space()
    name = cursor.take(NAME)
    if name is None:
        message = "this @string has no name; write '@string{name = {…}}'"
        raise MalformedError(cursor.position, message)
    field = _field(cursor, name, "string")
    _close(cursor, start, _CLOSING[opening], f"string {quoted(name.value)}")
    return _item(cursor, start, ItemType.STRING, "", name, (field,))


def _preamble(cursor: Cursor, start: int, _: str, opening: str) -> Item:
    cursor.value("@preamble")
    _close(cursor, start, _CLOSING[opening], "this @preamble")
    return _item(cursor, start, ItemType.PREAMBLE)


def _entry(cursor: Cursor, start: int, type_: str, opening: str) -> Item:
    cursor.skip_space()
    key = cursor.take(_KEY)
    before = cursor.skip_space()
    if not key or not key.value or cursor.next == "=":
        message = f"this entry has no key; give it one, as in '@{type_[:20].lower()}{{key,'"
        raise MalformedError(start, message, before)
    closing, fields = _CLOSING[opening], list[BibField]()
    while not cursor.skip(closing):
        _refuse_end(cursor, start, key, fields)
        if not cursor.skip(","):
            raise _comma_missing(cursor, key, fields)
        if cursor.skip(closing):
            break
        _refuse_end(cursor, start, key, fields)
        fields.append(_named_field(cursor))
    return _item(cursor, start, ItemType.ENTRY, type_.lower(), key, tuple(fields))


def _comma_missing(cursor: Cursor, key: Text, fields: list[BibField]) -> MalformedError:
    if not fields:
        message = f"a comma is missing after the key {quoted(key.value)}; add it"
    else:
        value = f"the value of {quoted(fields[-1].name.value)}"
        message = f"a comma is missing after {value}, or braces around it; add them"
    return MalformedError(cursor.position, message)


def _named_field(cursor: Cursor) -> BibField:
    cursor.skip_space()
    name = cursor.take(NAME)
    if name is None:
        message = f"a field's name is wanted here, not {quoted(cursor.next)}; write 'name = {{…}}'"
        raise MalformedError(cursor.position, message)
    return _field(cursor, name, "field")


def _field(cursor: Cursor, name: Text, what: str) -> BibField:
    if not cursor.skip("="):
        message = f"{what} {quoted(name.value)} has no '='; write '{name.value[:20]} = {{…}}'"
        raise MalformedError(cursor.position - len(name.value), message)
    return BibField(name, cursor.value(what, name.value))


def _close(cursor: Cursor, start: int, closing: str, what: str) -> None:
    if not cursor.skip(closing):
        raise MalformedError(start, f"{what} is not closed; add '{closing}'", cursor.position)


def _refuse_end(cursor: Cursor, start: int, key: Text, fields: list[BibField]) -> None:
    """Raise `MalformedError` where the file ends or the next entry begins within this one."""
    before = cursor.skip_space()
    if not cursor.next or cursor.next == "@":
        until = cursor.named(cursor.position) if cursor.next else "the end of the file"
        remedy = "close it with '}'"
        if fields:
            name = fields[-1].name
            remedy += f", or a brace within {quoted(name.value)} on line {name.line}"
        message = f"entry {quoted(key.value)} is still open at {until}; {remedy}"
        raise MalformedError(start, message, cursor.position)
    cursor.position = before
