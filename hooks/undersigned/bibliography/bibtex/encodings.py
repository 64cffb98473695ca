"""Files of the bibliography in whichever encoding they were saved: only UTF-8 is right."""

import codecs
import re
import shlex
from collections.abc import Sequence
from pathlib import Path

from ...problem import Problem, printable
from ...text.source import MEBIBYTE, Source, content_of, decoded, place_of

LARGEST = 16 * MEBIBYTE

# Byte order marks; that of UTF-32 begins with that of UTF-16.
_MARKS = (
    (codecs.BOM_UTF32_LE, "UTF-32"),
    (codecs.BOM_UTF32_BE, "UTF-32"),
    (codecs.BOM_UTF16_LE, "UTF-16"),
    (codecs.BOM_UTF16_BE, "UTF-16"),
)

# In so many bytes UTF-16 shows itself by the zeros beside ASCII characters.
_SAMPLE = 4096

# Runs of bytes that are no ASCII. In East Asian encodings nearly all are of whole pairs, and in
# European ones most are single letters.
_RUN = re.compile(rb"[\x80-\xff]+")
_PAIRED = 0.9


def read_bibliography(root: Path, path: str) -> tuple[Source | None, list[Problem]]:
    """The text of a file of the bibliography, and a problem where that is not UTF-8.

    A text in another encoding is given as it seems to be, so that its other faults are found.
    """
    content, problems = content_of(root, path, LARGEST)
    if content is None:
        return None, problems
    source, problems = decoded(path, content)
    return (source, problems) if source else _as_it_seems(path, content)


def _as_it_seems(path: str, content: bytes) -> tuple[Source | None, list[Problem]]:
    """The text of a file that is not UTF-8, and the problem with the command that converts it."""
    if name := _wide(content):
        text = content.decode(name, "replace").removeprefix("\ufeff")
        message = f"is in {name}; save the file as UTF-8, or run {_command(path, name)}"
        return Source(path, text), [Problem(path, 1, 1, message)]
    plain = content.removeprefix(codecs.BOM_UTF8)
    start = _first_fault(plain)
    before = plain[:start].decode("utf-8")
    runs = _RUN.findall(plain)
    bad = sum(_first_fault(run) >= 0 for run in runs)
    if 2 * bad < len(runs):
        text, message = plain.decode("utf-8", "replace"), _letter_anew(plain[start], bad)
    else:
        name = _narrow(plain, runs)
        text = plain.decode(name or "latin-1", "replace")
        message = f"byte 0x{plain[start]:02x} is not UTF-8; save the file as UTF-8"
        if name:
            message += f", or, if it is in {name} as it seems, run {_command(path, name)}"
    return Source(path, text), [Problem(path, *place_of(before, len(before)), message)]


def _letter_anew(byte: int, bad: int) -> str:
    """The message for a file that is UTF-8 but for some bytes: converting it spoils the rest."""
    others = f" ({bad:,} are not, in this file)" if bad > 1 else ""
    meant = bytes([byte]).decode("cp1252", "ignore")
    remedy = f"write it anew, perhaps as '{meant}'" if meant else "remove it"
    return f"byte 0x{byte:02x} is not UTF-8 as the rest is{others}; {remedy}"


def _command(path: str, name: str) -> str:
    """The command that converts a file; `iconv` cannot write what it reads."""
    file, new = shlex.quote(path), shlex.quote(f"{path}.new")
    return printable(f"`iconv -f {name} -t UTF-8 {file} > {new} && mv {new} {file}`")


def _wide(content: bytes) -> str:
    """The name of an encoding of two or four bytes a character; empty where it is none."""
    if name := next((name for mark, name in _MARKS if content.startswith(mark)), ""):
        return name
    sample = content[:_SAMPLE]
    even, odd = sample[::2].count(0), sample[1::2].count(0)
    if 2 * max(even, odd) < len(sample) // 2 or min(even, odd):
        return ""
    return "UTF-16LE" if odd else "UTF-16BE"


def _narrow(plain: bytes, runs: Sequence[bytes]) -> str:
    """The name of an encoding that a file may be in; empty where none is likely.

    Windows-1252 has the printable characters of Latin-1, and more of them.
    """
    paired = sum(len(run) % 2 == 0 for run in runs)
    names = ["GB18030"] if paired >= _PAIRED * len(runs) else []
    for name in (*names, "WINDOWS-1252"):
        try:
            plain.decode(name)
        except UnicodeDecodeError:
            continue
        return name
    return ""


def _first_fault(content: bytes) -> int:
    """The position of the first byte that is not UTF-8; -1 where all are."""
    try:
        content.decode("utf-8")
    except UnicodeDecodeError as error:
        return error.start
    return -1
