"""A parser for BibTeX files that keeps the whole text, and the place of every entry and field.

pybtex gives values, but neither the places of fields nor the text between entries.

A '%' outside of entries begins a remark, and `@comment` ends with its own brace, as for biber,
JabRef and Zotero. BibTeX and pybtex take an '@' in either for the start of an entry.
"""

import re
from collections.abc import Callable

from ...problem import Problem, Severity, quoted
from ...text.source import Source, Text
from .cursor import BEGINNING, NAME, Cursor, MalformedError
from .entries import CLOSING, EntryReader, no_equals_sign
from .items import BibField, Item, ItemType

_REMARK_OR_AT = re.compile(r"%[^\r\n]*|@")
_AT = re.compile("@")
# So many signs in words are reported one by one; a file of signs would have millions.
_MOST_SIGNS = 100
# An entry whose brace was forgotten: what follows is its fields.
_KEY_AND_COMMA = re.compile(r"[^\s,@]*[ \t]*,[ \t]*$", re.MULTILINE)
_HIDDEN_ENTRY = re.compile(r"@[ \t]*\w+[ \t]*[{(]")


def scan(source: Source) -> tuple[list[Item], list[Problem]]:
    """The items of a file, whose texts joined are its text, and a problem for each fault.

    Behind a fault, reading goes on, so that it hides no other. Entries that only some readers of
    BibTeX see are a note.
    """
    cursor, items = Cursor(source.text), list[Item]()
    reader, signs = _Reader(source.path, cursor), 0
    while cursor.next:
        start = cursor.position
        try:
            item = reader.command() if cursor.next == "@" else reader.text()
        except MalformedError as error:
            signs += isinstance(error, NoEntryError)
            is_sign = isinstance(error, NoEntryError) and signs < _MOST_SIGNS
            cursor.resume(error, _AT if is_sign else BEGINNING, start + 1)
            item = reader.item(start, ItemType.BROKEN)
        items.append(item)
    problems = [
        Problem(source.path, *cursor.place(each.position), each.message) for each in cursor.faults
    ]
    return items, [*problems, *reader.notes()]


class NoEntryError(MalformedError):
    """An '@' is only a sign in words."""


class _Reader:
    """A reader of the items of a file."""

    def __init__(self, path: str, cursor: Cursor) -> None:
        self._path, self._cursor = path, cursor
        self._hidden: list[int] = []
        self._comments_close = True

    def notes(self) -> list[Problem]:
        """One note on the entries that BibTeX would see in remarks."""
        if not self._hidden:
            return []
        count = len(self._hidden)
        others = f" ({count:,} are, in this file)" if count > 1 else ""
        message = f"an entry in a remark is one to BibTeX, and none to biber or here{others}"
        place = self._cursor.place(self._hidden[0])
        return [Problem(self._path, *place, f"{message}; remove its '@' to be sure", Severity.NOTE)]

    def item(
        self,
        start: int,
        kind: ItemType,
        type_: str = "",
        key: Text | None = None,
        fields: tuple[BibField, ...] = (),
        unread: frozenset[str] = frozenset(),
    ) -> Item:
        """The item from a position up to where the cursor is."""
        place = self._cursor.place(start)
        text = self._cursor.text[start : self._cursor.position]
        return Item(kind, text, *place, key or Text("", *place), type_, fields, self._path, unread)

    def text(self) -> Item:
        """The text up to the next '@' that is not in a remark."""
        cursor, start = self._cursor, self._cursor.position
        cursor.position = len(cursor.text)
        for token in _REMARK_OR_AT.finditer(cursor.text, start):
            if token[0] == "@":
                cursor.position = token.start()
                break
            self._note_entry(token.start(), token.end())
        return self.item(start, ItemType.TEXT)

    def command(self) -> Item:
        """The item that begins with '@': an entry, a string, a preamble or a comment."""
        cursor, start = self._cursor, self._cursor.position
        cursor.skip("@")
        cursor.skip_space()
        name = cursor.take(NAME)
        if name is None:
            message = "an '@' begins an entry, as in '@misc{key,'; in a remark, write 'at'"
            raise NoEntryError(start, message)
        cursor.skip_space()
        opening = cursor.next
        if opening in CLOSING:
            cursor.skip(opening)
        else:
            message = f"{quoted('@' + name.value)} begins no entry without '{{'"
            error = NoEntryError(start, f"{message}; add it, or write 'at'")
            if not _KEY_AND_COMMA.match(cursor.text, cursor.position):
                raise error
            cursor.faults.append(error)
            opening = "{"
        bodies: dict[str, Callable[[int, str], Item]] = {
            "comment": self._comment,
            "string": self._string,
            "preamble": self._preamble,
        }
        body = bodies.get(name.value.lower())
        return body(start, opening) if body else self._entry(start, name.value, opening)

    def _entry(self, start: int, type_: str, opening: str) -> Item:
        reader = EntryReader(self._cursor, start, type_, opening)
        reader.read()
        kind = ItemType.ENTRY if reader.key else ItemType.BROKEN
        fields, unread = tuple(reader.fields), frozenset(reader.unread)
        return self.item(start, kind, type_.lower(), reader.key, fields, unread)

    def _comment(self, start: int, opening: str) -> Item:
        """A comment up to its closing brace; where one was not closed, none may hold an entry.

        Otherwise each of many that are not closed would be read to the end of the file.
        """
        cursor, closing, depth = self._cursor, CLOSING[opening], 1
        tokens = re.compile(rf"[{opening}{closing}]|{BEGINNING.pattern}", re.MULTILINE)
        read = len(cursor.text)
        for token in tokens.finditer(cursor.text, cursor.position):
            if "@" in token[0] and not self._comments_close:
                read = token.start()
                break
            depth += token[0].count(opening) - token[0].count(closing)
            if not depth:
                self._note_entry(cursor.position, token.end())
                cursor.position = token.end()
                return self.item(start, ItemType.COMMENT)
        self._comments_close = False
        raise MalformedError(start, f"this @comment is not closed; add '{closing}'", read)

    def _string(self, start: int, opening: str) -> Item:
        cursor = self._cursor
        cursor.skip_space()
        name = cursor.take(NAME)
        if name is None:
            message = "this @string has no name; write '@string{name = {…}}'"
            raise MalformedError(cursor.position, message)
        try:
            if not cursor.skip("="):
                raise no_equals_sign(cursor, name, "string")
            field = BibField(name, cursor.value("string", name.value))
            self._close(start, CLOSING[opening], f"string {quoted(name.value)}")
        except MalformedError as error:
            cursor.resume(error, BEGINNING, start + 1)
            return self.item(start, ItemType.STRING, "", name, (), frozenset({""}))
        return self.item(start, ItemType.STRING, "", name, (field,))

    def _preamble(self, start: int, opening: str) -> Item:
        self._cursor.value("@preamble")
        self._close(start, CLOSING[opening], "this @preamble")
        return self.item(start, ItemType.PREAMBLE)

    def _close(self, start: int, closing: str, what: str) -> None:
        if not self._cursor.skip(closing):
            message = f"{what} is not closed; add '{closing}'"
            raise MalformedError(start, message, self._cursor.position)

    def _note_entry(self, start: int, end: int) -> None:
        if entry := _HIDDEN_ENTRY.search(self._cursor.text, start, end):
            self._hidden.append(entry.start())
