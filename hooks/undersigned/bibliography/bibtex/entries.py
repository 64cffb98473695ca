"""Entries of BibTeX files, read as far as they can be: behind a fault, reading goes on."""

import re

from ...problem import quoted
from ...text.source import Text
from .cursor import BEGINNING, FIELD, FIELD_WITHIN, NAME, Cursor, MalformedError
from .items import BibField

CLOSING = {"{": "}", "(": ")"}

# Keys as BibTeX has them, but that none has a '=' or begins with '@': there it was forgotten.
_KEYS = {"{": re.compile(r"(?!@)[^\s,{}=]+"), "(": re.compile(r"(?!@)[^\s,{}=()]+")}
_SPACED = re.compile(r"[ \t]+[^\s,{}()=@\"][^,{}()=@\"\r\n]*(?=,)")

# Where reading goes on behind a fault: at the next field, at the end of the entry on a line of its
# own, or where another entry begins.
_RESUMES = {
    closing: re.compile(
        rf",\s*(?={FIELD.pattern})|^[ \t]*(?={FIELD.pattern})"
        rf"|^[ \t]*{re.escape(closing)}[ \t]*,?[ \t\r]*$|{BEGINNING.pattern}",
        re.MULTILINE,
    )
    for closing in CLOSING.values()
}


# A row of commas, of which one is reported.
_COMMAS = re.compile(r",(?>(?:\s*,)*)")

# Fields behind the end of an entry, before a brace that would stand outside of every entry.
_STRAY = re.compile("[@{}]")
_FIELDS_BEHIND = re.compile(rf"[^@%{{}}\r\n]*?[,\r\n]\s*+(?={FIELD.pattern})")


class LeftOpenError(MalformedError):
    """An entry does not end before the next one begins, or before the end of the file."""


class EntryReader:
    """A reader of one entry, from its key on, which reports faults to the cursor.

    `fields` are those that could be read. `unread` are the names of the others in lower case, with
    an empty one for what has no name.
    """

    def __init__(self, cursor: Cursor, start: int, type_: str, opening: str) -> None:
        self.key: Text | None = None
        self.fields: list[BibField] = []
        self.unread: set[str] = set()
        self._cursor, self._start, self._type = cursor, start, type_
        self._opening, self._closing = opening, CLOSING[opening]
        # Whether a comma has been read, and where the last value begins, if that was read at once.
        self._separated, self._value = False, -1

    def read(self) -> None:
        """Read to the end of the entry, or to where the next one begins."""
        try:
            self._read_key()
        except MalformedError as error:
            if not self._resumed(error):
                return
        while not self._closed():
            try:
                self._separate()
                if self._closed():
                    return
                self._refuse_end()
                self._read_field()
            except MalformedError as error:
                if not self._resumed(error):
                    return

    def _closed(self) -> bool:
        """Read the end of the entry; where fields follow it, the brace before them is reported."""
        cursor = self._cursor
        if not cursor.skip(self._closing):
            return False
        stray = _STRAY.search(cursor.text, cursor.position)
        end = stray.start() if stray and stray[0] != "@" else cursor.position
        fields = _FIELDS_BEHIND.match(cursor.text, cursor.position, end)
        if fields is None:
            return True
        self.unread.add(self.fields[-1].name.value.lower() if self.fields else "")
        message = f"this '{self._closing}' ends an entry whose fields go on; remove it"
        cursor.faults.append(MalformedError(cursor.position - 1, message))
        cursor.position, self._separated = fields.end(), True
        return False

    def _resumed(self, error: MalformedError) -> bool:
        """Whether the entry goes on behind a fault, which is reported."""
        cursor = self._cursor
        if isinstance(error, LeftOpenError):
            if not self._swallowed():
                cursor.resume(error, BEGINNING, error.read)
                return False
            after, self._value = self._value, -1
            self.unread.add(self.fields.pop().name.value.lower())
        elif cursor.next in (",", self._closing):
            cursor.faults.append(error)
            return True
        else:
            after = self._start + 1
        match = cursor.resume(error, _RESUMES[self._closing], after)
        self._separated = bool(match) and not cursor.text.startswith((",", "@"), cursor.position)
        return match is not None and "@" not in match[0]

    def _swallowed(self) -> bool:
        """Whether the last value goes over fields, so that a brace is left open in it."""
        return self._value >= 0 and bool(FIELD_WITHIN.search(self.fields[-1].value.value))

    def _read_key(self) -> None:
        cursor = self._cursor
        cursor.skip_space()
        start, key = cursor.position, cursor.take(_KEYS[self._opening])
        if key and (words := cursor.take(_SPACED)):
            key = key._replace(value=key.value + words.value.rstrip())
            message = f"key {quoted(key.value)} has white space in it; write it without"
            cursor.faults.append(MalformedError(start, message))
        before = cursor.skip_space()
        if key is None or cursor.next == "=":
            message = (
                f"this entry has no key; give it one, as in '@{self._type[:20].lower()}{{key,'"
            )
            error = MalformedError(self._start, message, before)
            if key is None:
                raise error
            cursor.faults.append(error)
            cursor.position, self._separated = start, True
            return
        self.key = key

    def _separate(self) -> None:
        """Read the comma before a field; where a field follows without one, report that."""
        cursor, end = self._cursor, self._cursor.position
        self._refuse_end()
        if self._separated or cursor.skip(","):
            self._separated = False
            return
        error = MalformedError(end, self._comma_missing())
        if not FIELD.match(cursor.text, cursor.position):
            self.unread.add(self.fields.pop().name.value.lower() if self.fields else "")
            raise error
        cursor.faults.append(error)

    def _comma_missing(self) -> str:
        if self.fields:
            value = f"the value of {quoted(self.fields[-1].name.value)}"
            return f"a comma is missing after {value}, or braces around it; add them"
        return (
            f"a comma is missing after the key {quoted(self.key.value if self.key else '')}; add it"
        )

    def _read_field(self) -> None:
        cursor = self._cursor
        name = cursor.take(NAME)
        if name is None:
            self.unread.add("")
            message = f"a field's name is wanted here, not {quoted(cursor.next)}; {self._remedy()}"
            error = MalformedError(cursor.position, message)
            if cursor.take(_COMMAS):
                cursor.position -= 1  # the last of them goes before the next field
            raise error
        self.unread.add(name.value.lower())
        if not cursor.skip("="):
            error = no_equals_sign(cursor, name, "field")
            cursor.skip_space()
            if cursor.next not in ("{", '"'):
                raise error
            cursor.faults.append(error)
        cursor.skip_space()
        self._value = cursor.position
        self.fields.append(BibField(name, cursor.value("field", name.value)))
        self.unread.discard(name.value.lower())

    def _remedy(self) -> str:
        remedies = {",": "remove the comma", "%": "move the remark above the entry"}
        return remedies.get(self._cursor.next, "write 'name = {…}'")

    def _refuse_end(self) -> None:
        """Raise `MalformedError` where the file ends or the next entry begins within this one."""
        cursor = self._cursor
        cursor.skip_space()
        if cursor.next and cursor.next != "@":
            return
        self.unread.add("")
        until = cursor.named(cursor.position) if cursor.next else "the end of the file"
        remedy = f"close it with '{self._closing}'"
        if self.fields:
            name = self.fields[-1].name
            remedy += f", or a brace within {quoted(name.value)} on line {name.line}"
        named = quoted(self.key.value) if self.key else "without a key"
        message = f"entry {named} is still open at {until}; {remedy}"
        read = max(cursor.line_start(cursor.position), self._start + 1)
        raise LeftOpenError(self._start, message, read)


def no_equals_sign(cursor: Cursor, name: Text, what: str) -> MalformedError:
    """The fault of a field or string whose name is read, and no '=' behind it."""
    message = f"{what} {quoted(name.value)} has no '='; write '{name.value[:20]} = {{…}}'"
    return MalformedError(cursor.position - len(name.value), message)
