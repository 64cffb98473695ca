"""A cursor over BibTeX that reads tokens and values, each with its place."""

import re
from bisect import bisect_right

from ...problem import quoted
from ...text.source import Text, line_starts, place_in

# Deep enough for any title; pybtex fails at 100.
DEEPEST = 50

# How many times its length a text is read again behind faults.
_PATIENCE = 4

# Names of types, fields and strings, such as JabRef's __markedentry and jabref:x, BibDesk's
# bdsk-url-1. BibTeX and pybtex also take brackets and '@'; no program writes them.
NAMED = r"[A-Za-z_][A-Za-z0-9_:+./!$&*;?|-]*"
NAME = re.compile(NAMED)
FIELD = re.compile(rf"{NAMED}[ \t]*=")

# A field within a value: a brace or a quote before it is not closed.
FIELD_WITHIN = re.compile(rf"[,\r\n]\s*{FIELD.pattern}")

_SPACE = re.compile(r"\s*")

# A line that begins an entry; within a value it means that a brace before it is not closed.
BEGINNING = re.compile(r"^[ \t]*@[ \t]*\w+[ \t]*[{(]", re.MULTILINE)
_ENTRY = rf"{BEGINNING.pattern}[ \t]*[^\s,{{}}()]+[ \t]*,"
_IN_BRACES = re.compile(rf"[{{}}]|{_ENTRY}", re.MULTILINE)
_IN_QUOTES = re.compile(rf'["{{}}]|{_ENTRY}', re.MULTILINE)
_WORD = re.compile(rf"[0-9]+|{NAMED}")


class MalformedError(Exception):
    """The text is not BibTeX: the position, the message, and how far the text was read."""

    def __init__(self, position: int, message: str, read: int | None = None) -> None:
        super().__init__(message)
        self.position, self.message = position, message
        self.read = position if read is None else read


class Cursor:
    """A text and the position up to which it has been read."""

    def __init__(self, text: str) -> None:
        self.text, self.position = text, 0
        self.faults: list[MalformedError] = []
        self._lines = line_starts(text)
        self._patience = _PATIENCE * len(text)

    @property
    def next(self) -> str:
        """The next character; empty at the end."""
        return self.text[self.position : self.position + 1]

    def place(self, position: int) -> tuple[int, int]:
        """The line and column of a position, from 1, by binary search."""
        return place_in(self._lines, position)

    def line_start(self, position: int) -> int:
        """The position at which the line of a position begins."""
        return self._lines[bisect_right(self._lines, position) - 1]

    def named(self, position: int) -> str:
        """The line and column of a position, as messages name them."""
        return "line {}, column {}".format(*self.place(position))

    def skip_space(self) -> int:
        """Skip white space; gives the position before it."""
        before = self.position
        if self.text[before : before + 1].isspace() and (space := _SPACE.match(self.text, before)):
            self.position = space.end()
        return before

    def resume(
        self, error: MalformedError, at: re.Pattern[str], after: int = 0
    ) -> re.Match[str] | None:
        """Report a fault, and go on where a pattern matches next behind it, or else at the end.

        What was read in vain is read again, so that a brace left open does not hide what follows
        its line; but in a file that makes this long it is not, so that the work for a file grows
        with its length alone.
        """
        self.faults.append(error)
        self._patience -= error.read - error.position
        behind = error.position if self._patience >= 0 else error.read
        match = at.search(self.text, max(behind, after))
        self.position = match.start() if match else len(self.text)
        return match

    def take(self, pattern: re.Pattern[str]) -> Text | None:
        """Read what a pattern matches here, with its place; None where it does not match."""
        match = pattern.match(self.text, self.position)
        if match is None:
            return None
        self.position = match.end()
        return Text(match[0], *self.place(match.start()))

    def skip(self, character: str) -> bool:
        """Skip white space and a character, if it is next; gives whether it was."""
        before = self.skip_space()
        if self.text.startswith(character, self.position):
            self.position += len(character)
            return True
        self.position = before
        return False

    def value(self, of: str, name: str = "") -> Text:
        """Read a value as written: braces, quotes, numbers and names of strings, joined by '#'.

        Raises `MalformedError` where there is none; `of` and `name` say in its message what lacks
        the value, such as a field and its name.
        """
        self.skip_space()
        start = self.position
        self._part(of, name)
        while self.skip("#"):
            self.skip_space()
            self._part(of, name)
        return Text(self.text[start : self.position], *self.place(start))

    def _part(self, of: str, name: str) -> None:
        if self.next == "{":
            self._braces()
        elif self.next == '"':
            self._quotes()
        elif self.take(_WORD) is None:
            named = f"{of} {quoted(name)}" if name else f"this {of}"
            message = f"{named} has no value here; put one in braces, or remove it"
            raise MalformedError(self.position, message)

    def _braces(self) -> None:
        start, depth = self.position, 0
        for token in _IN_BRACES.finditer(self.text, start):
            if token[0] == "{":
                depth += 1
            elif token[0] == "}":
                depth -= 1
            else:
                raise self._left_open(start, "brace", "}", token.start())
            if depth > DEEPEST:
                message = f"braces stand in each other more than {DEEPEST} deep; remove some"
                raise MalformedError(token.start(), message)
            if depth == 0:
                self.position = token.end()
                return
        raise self._left_open(start, "brace", "}", len(self.text))

    def _quotes(self) -> None:
        start = self.position
        self.position += 1
        while token := _IN_QUOTES.search(self.text, self.position):
            self.position = token.start()
            if token[0] == "{":
                self._braces()
            elif token[0] == '"':
                self.position = token.end()
                return
            else:
                self.position = start
                if token[0] != "}" or FIELD_WITHIN.search(self.text, start, token.start()):
                    raise self._left_open(start, "quote", '"', token.start())
                message = "this '}' closes nothing within the quotes"
                raise MalformedError(token.start(), f"{message}; remove it, or open it with '{{'")
        self.position = start
        raise self._left_open(start, "quote", '"', len(self.text))

    def _left_open(self, start: int, what: str, closing: str, read: int) -> MalformedError:
        until = self.named(read) if read < len(self.text) else "the end of the file"
        message = f"this {what} is still open at {until}; close it with {quoted(closing)}"
        return MalformedError(start, message, read)
