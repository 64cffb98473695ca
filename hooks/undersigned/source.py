"""Text files that people edit, read without trusting them."""

import stat
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from .problems import Problem

MEBIBYTE = 1024 * 1024


class Text(NamedTuple):
    """A value as it was written, and the line and column (from 1) where it begins."""

    value: str
    line: int
    column: int


@dataclass(frozen=True, slots=True)
class Entry:
    """One mapping of a list: its fields in the order written, and where it begins."""

    path: str
    line: int
    column: int
    fields: Mapping[str, Text]
    keys: Mapping[str, Text]

    def get(self, field: str) -> Text | None:
        """The field's value, or nothing where the field is absent."""
        return self.fields.get(field)

    def problem(self, message: str, field: str | None = None) -> Problem:
        """A problem with a field's value, or with the entry as a whole."""
        place = self.fields.get(field) if field else None
        line, column = (place.line, place.column) if place else (self.line, self.column)
        return Problem(self.path, line, column, message)


@dataclass(frozen=True, slots=True)
class Source:
    """A text file: its path as people write it, from the root of the site, and its text."""

    path: str
    text: str


def read_source(root: Path, path: str, at_most: int = 64 * MEBIBYTE) -> Source | Problem:
    """The text of a UTF-8 file of at most so many bytes, or the one problem that bars it.

    Only a regular file is opened: a link could show a file from outside the repository, and a
    pipe would never end. A byte order mark, which some editors add, is dropped.
    """
    place = root / path
    try:
        status = place.lstat()
    except FileNotFoundError:
        return Problem(path, 1, 1, "there is no such file; add it, empty if need be")
    except OSError as error:
        return Problem(path, 1, 1, f"cannot be read: {error.strerror}")
    if not stat.S_ISREG(status.st_mode):
        return Problem(path, 1, 1, "is not a plain file; put the text itself here")
    if status.st_size > at_most:
        return Problem(path, 1, 1, f"is larger than {_size(at_most)}; shorten it")
    try:
        return _decoded(path, place.read_bytes())
    except OSError as error:
        return Problem(path, 1, 1, f"cannot be read: {error.strerror}")


def names_in(folder: Path) -> list[str]:
    """The names of what lies in a folder, sorted; none where there is no such folder."""
    try:
        return sorted(place.name for place in folder.iterdir())
    except (FileNotFoundError, NotADirectoryError):
        return []


def _decoded(path: str, content: bytes) -> Source | Problem:
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError as error:
        line, column = _place_of(content[: error.start].decode("utf-8"))
        byte = f"0x{content[error.start]:02x}"
        return Problem(path, line, column, f"byte {byte} is not UTF-8; save the file as UTF-8")
    return Source(path, text.removeprefix("\ufeff"))


def _place_of(before: str) -> tuple[int, int]:
    return before.count("\n") + 1, len(before) - (before.rfind("\n") + 1) + 1


def _size(count: int) -> str:
    return f"{count // MEBIBYTE} MiB" if count >= MEBIBYTE else f"{count // 1024} KiB"
