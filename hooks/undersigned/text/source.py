"""Untrusted text files: reading them, and the places of what is in them."""

import codecs
import re
import stat
from bisect import bisect_right
from collections.abc import Collection, Iterator, KeysView, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import NamedTuple

from ..problem import Problem

KIBIBYTE = 1024
MEBIBYTE = 1024 * KIBIBYTE

# Line ends (CommonMark 0.31, section 2.1; YAML 1.2, section 5.4).
LINE_BREAK = re.compile(r"\r\n?|\n")


class Text(NamedTuple):
    """A value as written, and the line and column, from 1, where it begins."""

    value: str
    line: int
    column: int


def joined(texts: Sequence[Text]) -> Text | None:
    """The values of a list as one, at the place of the first; none for an empty list."""
    return texts[0]._replace(value="\n".join(text.value for text in texts)) if texts else None


class Places(NamedTuple):
    """The values of an entry, its keys and each value of its lists, with their places."""

    fields: Mapping[str, Text]
    keys: Mapping[str, Text]
    lists: Mapping[str, tuple[Text, ...]]


class Entry(NamedTuple):
    """A mapping of a list: the values of its fields, in the order written, and its place.

    `values` has the fields with a value; of those in `lists`, which hold lists, with line feeds
    between the values. Places of values are worked out when they are asked for, which costs: those
    of an entry in canonical form, which has each value on a line of its own, follow from its lines.
    """

    path: str
    line: int
    column: int
    last_line: int
    values: Mapping[str, str]
    lists: Collection[str] = ()
    places: Places | None = None  # where they follow from nothing else

    @classmethod
    def placed(
        cls,
        path: str,
        line: int,
        column: int,
        last_line: int,
        fields: Mapping[str, Text],
        keys: Mapping[str, Text],
        lists: Mapping[str, tuple[Text, ...]] = MappingProxyType({}),
    ) -> "Entry":
        """An entry whose values, keys and values of lists stand at any places."""
        values = {name: text.value for name, text in fields.items()}
        return cls(path, line, column, last_line, values, lists, Places(fields, keys, lists))

    @property
    def given(self) -> KeysView[str]:
        """The names of the fields that are given, with a value or without."""
        return (self.places.keys if self.places else self.values).keys()

    @property
    def fields(self) -> Mapping[str, Text]:
        """The fields with a value; of a list, all values at the place of the first."""
        if self.places:
            return self.places.fields
        return {name: self._text(name, line) for name, line in self._lines()}

    @property
    def keys(self) -> Mapping[str, Text]:
        """The names of all fields that are given, with their places."""
        if self.places:
            return self.places.keys
        return {name: Text(name, line, self.column) for name, line in self._lines()}

    def with_places(self) -> "Entry":
        """The entry with its places worked out, for whoever asks for many of them."""
        lists = {name: self.each(name) for name in self.lists}
        return self._replace(places=self.places or Places(self.fields, self.keys, lists))

    def get(self, field: str) -> Text | None:
        """The value of a field, or None where it is absent."""
        if field not in self.values:
            return None
        if self.places:
            return self.places.fields[field]
        return next(self._text(field, line) for name, line in self._lines() if name == field)

    def each(self, field: str) -> tuple[Text, ...]:
        """Every value of a field that may hold a list; none where it is absent."""
        if self.places and field in self.lists:
            return self.places.lists[field]
        text = self.get(field)
        if text is None or field not in self.lists:
            return (text,) if text else ()
        items = enumerate(text.value.split("\n"), start=text.line)
        return tuple(Text(item, line, text.column) for line, item in items)

    def texts(self) -> Iterator[tuple[str, Text]]:
        """Every value with the name of its field, in the order written."""
        for name, text in self.fields.items():
            items = self.each(name) if name in self.lists else (text,)
            yield from ((name, item) for item in items)

    def _lines(self) -> Iterator[tuple[str, int]]:
        """The fields of an entry in canonical form, each with the line on which it stands."""
        line = self.line
        for name, value in self.values.items():
            yield name, line
            line += 2 + value.count("\n") if name in self.lists else 1

    def _text(self, name: str, line: int) -> Text:
        """The value of a field that stands on a line of an entry in canonical form."""
        if name in self.lists:
            return Text(self.values[name], line + 1, self.column + len("  - "))
        return Text(self.values[name], line, self.column + len(name) + len(": "))

    def problem(self, message: str, field: str | None = None) -> Problem:
        """A problem with a field's value, or with the entry as a whole."""
        if field and (place := self.get(field)):
            return self.problem_at(place, message)
        return Problem(self.path, self.line, self.column, message, last_line=self.last_line)

    def problem_at(self, place: Text, message: str) -> Problem:
        """A problem with one value of this entry."""
        return Problem(self.path, place.line, place.column, message)


@dataclass(frozen=True, slots=True)
class Source:
    """A text file: its path, relative to the root of the site and with slashes, and its text.

    `marked` is whether it begins with a byte order mark, which is not part of the text.
    """

    path: str
    text: str
    marked: bool = False


def read_source(
    root: Path, path: str, at_most: int = 64 * MEBIBYTE, remedy: str = "shorten it"
) -> tuple[Source | None, list[Problem]]:
    """The text of a UTF-8 file of at most so many bytes, or none and the problem of reading it.

    A byte order mark, which some editors add, is dropped. The `remedy` is that of a file which is
    too large.
    """
    content, problems = content_of(root, path, at_most, remedy)
    return (None, problems) if content is None else decoded(path, content)


def content_of(
    root: Path, path: str, at_most: int, remedy: str = "shorten it"
) -> tuple[bytes | None, list[Problem]]:
    """The content of a file of at most so many bytes, or none and the problem of reading it.

    The last part of the path must be a regular file: a link could reveal a file outside the
    repository, and a pipe never ends.
    """
    file = root / path
    try:
        status = file.lstat()
        if not stat.S_ISREG(status.st_mode):
            return None, [Problem(path, 1, 1, "is not a plain file; put the text itself here")]
        if status.st_size > at_most:
            message = f"is larger than {_size(at_most)}; {remedy}"
            return None, [Problem(path, 1, 1, message)]
        return file.read_bytes(), []
    except FileNotFoundError:
        return None, [Problem(path, 1, 1, "there is no such file; add it")]
    except OSError as error:
        return None, [Problem(path, 1, 1, f"cannot be read: {error.strerror}")]


def names_in(root: Path, path: str) -> tuple[list[str], list[Problem]]:
    """The sorted names of the files in a folder, and the problem of reading it, if there is one.

    No names where there is no such folder.
    """
    folder = root / path
    try:
        if not stat.S_ISDIR(folder.lstat().st_mode):
            return [], [Problem(path, 1, 1, "is not a folder; make it one, or remove it")]
        return sorted(each.name for each in folder.iterdir()), []
    except FileNotFoundError:
        return [], []
    except OSError as error:
        return [], [Problem(path, 1, 1, f"cannot be read: {error.strerror}")]


def place_of(text: str, position: int) -> tuple[int, int]:
    """The line and column, from 1, of a position in a text; columns count code points."""
    breaks = [match.end() for match in LINE_BREAK.finditer(text, 0, position)]
    return len(breaks) + 1, position - (breaks[-1] if breaks else 0) + 1


def lines_of(text: str) -> list[str]:
    """The lines of a text without their line ends; an empty text has one line."""
    return LINE_BREAK.split(text)


def line_starts(text: str) -> list[int]:
    """The position at which each line of a text begins."""
    return [0, *(match.end() for match in LINE_BREAK.finditer(text))]


def place_in(starts: Sequence[int], position: int) -> tuple[int, int]:
    """The line and the column, from 1, of a position in a text whose lines start at these."""
    line = bisect_right(starts, position)
    return line, position - starts[line - 1] + 1


def with_line_feeds(text: str) -> str:
    """The text with a line feed for every line end."""
    return text.replace("\r\n", "\n").replace("\r", "\n")


def decoded(path: str, content: bytes) -> tuple[Source | None, list[Problem]]:
    """The text of a file with this content, or none and the place of what is not UTF-8."""
    plain = content.removeprefix(codecs.BOM_UTF8)
    if plain[:2] in (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE) or plain[1:4:2] == b"\0\0":
        return None, [Problem(path, 1, 1, "is in UTF-16; save the file as UTF-8")]
    try:
        return Source(path, plain.decode("utf-8"), marked=plain != content), []
    except UnicodeDecodeError as error:
        before = plain[: error.start].decode("utf-8")
        message = f"byte 0x{plain[error.start]:02x} is not UTF-8; save the file as UTF-8"
        return None, [Problem(path, *place_of(before, len(before)), message)]


def _size(count: int) -> str:
    return f"{count // MEBIBYTE} MiB" if count >= MEBIBYTE else f"{count // KIBIBYTE} KiB"
