"""The text of a list, in whichever of the usual encodings it was saved."""

import codecs
from typing import NamedTuple

from ..problem import Problem, quoted
from ..text.source import place_of

# What files begin with that are no text (the formats' own specifications), and what they are.
_SIGNATURES = (
    (b"PK\x03\x04", "a workbook or another zip archive; save the list as CSV, in UTF-8"),
    (b"\xd0\xcf\x11\xe0", "a workbook of the old form; save the list as CSV, in UTF-8"),
    (b"%PDF", "a PDF; copy the list into a spreadsheet and save it as CSV"),
    (b"\x1f\x8b", "compressed by gzip; unpack it"),
    (b"{\\rtf", "a document of a word processor; save the list as CSV"),
)

# Byte order marks. That of UTF-32 begins with that of UTF-16, and nobody saves lists in it.
_MARKS = (
    (codecs.BOM_UTF8, "utf-8", "UTF-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le", "UTF-16"),
    (codecs.BOM_UTF16_BE, "utf-16-be", "UTF-16"),
)

# In so many bytes UTF-16 shows itself by the zeros beside ASCII characters.
_SAMPLE = 4096


class Decoded(NamedTuple):
    """The text of a list, the name of its encoding for people, and whether that is a guess."""

    text: str
    encoding: str
    is_guess: bool = False


def decoded_list(
    path: str, content: bytes, encoding: str = ""
) -> tuple[Decoded | None, list[Problem]]:
    """The text of a list in UTF-8, UTF-16 or Windows-1252, or in the encoding given.

    None, and the problem, where it is empty or no text. What is no UTF-8 is taken for Windows-1252,
    a superset of the printable characters of Latin-1, unless most of it is UTF-8 after all.
    """
    if not content.strip(b"\0 \t\r\n\xef\xbb\xbf\xff\xfe"):
        return _none(path, "is empty; save the list into it")
    for signature, what in _SIGNATURES:
        if content.startswith(signature):
            return _none(path, f"is {what}")
    if encoding:
        return _decoded(path, content, encoding, encoding)
    for mark, codec, name in _MARKS:
        if content.startswith(mark):
            return _decoded(path, content.removeprefix(mark), codec, name)
    if codec := _without_mark(content):
        return _decoded(path, content, codec, "UTF-16")
    if b"\0" in content:
        line = content.count(b"\n", 0, content.index(b"\0")) + 1
        return _none(path, "holds a zero byte, so it is no text; save the list as CSV", line)
    return _utf_8_or_windows(path, content)


def _utf_8_or_windows(path: str, content: bytes) -> tuple[Decoded | None, list[Problem]]:
    try:
        return Decoded(content.decode("utf-8"), "UTF-8"), []
    except UnicodeDecodeError as error:
        replaced = content.decode("utf-8", "replace")
        bad = replaced.count("\ufffd")
        if sum(not each.isascii() for each in replaced) - bad > bad:
            return _not(path, content, error.start, "UTF-8, as the rest is")
    try:
        return Decoded(content.decode("cp1252"), "Windows-1252", is_guess=True), []
    except UnicodeDecodeError as error:
        name = "UTF-8 or Windows-1252"
        remedy = "or give '--encoding', such as cp932 (Japanese) or cp1251 (Cyrillic)"
        return _not(path, content, error.start, name, remedy)


def _without_mark(content: bytes) -> str:
    """The codec of UTF-16 that lacks its mark; empty where it is none."""
    sample = content[:_SAMPLE]
    even, odd = sample[::2].count(0), sample[1::2].count(0)
    if 2 * max(even, odd) < len(sample) // 2 or min(even, odd):
        return ""
    return "utf-16-le" if odd else "utf-16-be"


def _decoded(
    path: str, content: bytes, codec: str, name: str
) -> tuple[Decoded | None, list[Problem]]:
    try:
        text = content.decode(codec).removeprefix("\ufeff")
        text.encode()  # some codecs give halves of pairs, which cannot be written again
        return Decoded(text, name), []
    except LookupError:
        return _none(path, f"encoding {quoted(codec)} is not known; give one such as 'cp1250'")
    except UnicodeDecodeError as error:
        return _not(path, content, error.start, name)
    except UnicodeError:  # also of codecs that are of no text
        return _none(path, f"is not {name}; give '--encoding' with the name of its own")


def _not(
    path: str, content: bytes, at: int, name: str, remedy: str = ""
) -> tuple[None, list[Problem]]:
    before = content[:at].decode("latin-1")
    message = f"byte 0x{content[at]:02x} is not {name}; save the list as UTF-8"
    message += f", {remedy}" if remedy else ""
    return None, [Problem(path, *place_of(before, len(before)), message)]


def _none(path: str, message: str, line: int = 1) -> tuple[None, list[Problem]]:
    return None, [Problem(path, line, 1, message)]
