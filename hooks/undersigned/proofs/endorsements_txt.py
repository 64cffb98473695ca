"""The file `endorsements.txt`, in which a server says which texts its owner endorses.

docs/proof.md specifies it for those who write one. As in robots.txt (RFC 9309) and security.txt
(RFC 9116), what a reader does not know it passes over, so that later forms break no earlier reader.
"""

import re
from collections.abc import Iterator
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from ..fields import LONGEST_NAME
from ..invisible import hidden_in
from ..normal_forms import nfc
from ..urls import LONGEST

# The path on its host (RFC 8615).
PATH = ".well-known/endorsements.txt"

# The most bytes that are read: as much as MTA-STS allows for a policy (RFC 8461, section 3.2).
LARGEST = 64 * 1024

_FORMAT = "1"

_LINE = re.compile(
    r"(endorse|withdraw)[ \t]+1[ \t]+sha256:([0-9a-fA-F]{64})[ \t]+(\S+)"
    r"[ \t]+([0-9]{4}-[0-9]{2}-[0-9]{2})(?:[ \t]+(.*))?"
)
_BEGINS_AS_LINE = re.compile(r"(?:endorse|withdraw)[ \t]+1(?:[ \t]|$)")

# Python's own splitting of lines knows others, which could stand within a name.
_LINE_END = re.compile(r"\r\n|\n|\r")


class Action(StrEnum):
    """What a line does: it endorses a text, or takes an endorsement back."""

    ENDORSE = "endorse"
    WITHDRAW = "withdraw"


class Line(NamedTuple):
    """One line: the digest in lower case, the address as written, and its number from 1.

    The `name` is empty where the line gives none.
    """

    action: Action
    sha256: str
    address: str
    day: date
    name: str
    number: int


class EndorsementsFile(NamedTuple):
    """The lines of a file, and the numbers of those that begin as one and cannot be read."""

    lines: tuple[Line, ...] = ()
    unread: tuple[int, ...] = ()


def read_file(content: bytes) -> tuple[EndorsementsFile | None, str]:
    """What a file says; or None and why it says nothing, as the end of a message.

    It is UTF-8, with or without a byte order mark and with the line ends of any system.
    """
    if len(content) > LARGEST:
        return None, f"has more than {LARGEST:,} bytes; keep it shorter"
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return None, "is not UTF-8; save it as UTF-8"
    if "\0" in text:
        return None, "holds a NUL, as files of other encodings do; save it as UTF-8"
    lines, unread = list[Line](), list[int]()
    for number, written_line in _numbered(text):
        if line := _read(written_line, number):
            lines.append(line)
        elif _BEGINS_AS_LINE.match(written_line):
            unread.append(number)
    return EndorsementsFile(tuple(lines), tuple(unread)), ""


def written(action: Action, sha256: str, address: str, day: date, name: str = "") -> str:
    """The line that says so, without its end."""
    return " ".join(filter(None, (begun(action, sha256, address), day.isoformat(), name)))


def begun(action: Action, sha256: str, address: str) -> str:
    """A line up to its day, which whoever serves it adds."""
    return f"{action.value} {_FORMAT} sha256:{sha256} {address}"


def name_form(name: str) -> str:
    """The form in which names are compared: NFC, with single spaces."""
    return " ".join(nfc(name).split())


def _numbered(text: str) -> Iterator[tuple[int, str]]:
    for number, line in enumerate(_LINE_END.split(text), start=1):
        yield number, line.strip(" \t")


def _read(line: str, number: int) -> Line | None:
    """The line of a text; None for comments, and for what no such line is."""
    found = _LINE.fullmatch(line)
    if found is None:
        return None
    action, sha256, address, day, name = found.groups(default="")
    try:
        on = date.fromisoformat(day)
    except ValueError:
        return None
    if len(address) > LONGEST or len(name) > LONGEST_NAME or hidden_in(line):
        return None
    return Line(Action(action), sha256.lower(), address, on, name_form(name), number)
