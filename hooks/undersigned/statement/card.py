"""The picture that other sites show beside a link, and what was written on it when it was drawn."""

import struct
import zlib

_SIGNATURE = b"\x89PNG\r\n\x1a\n"
_KEYWORD = b"Description\0"


def words_of(title: str, publisher: str, published: str) -> tuple[str, str]:
    """What the card says: the title, and beneath it when and by whom it was published."""
    return title, f"{published} · {publisher}"


def signed_picture(png: bytes, words: tuple[str, ...]) -> bytes:
    """The PNG with a note of its words: an iTXt chunk before the last (PNG, section 11.3.3.4)."""
    # No compression, no language, no translated keyword: four bytes and their ends.
    body = b"iTXt" + _KEYWORD + b"\0\0\0\0" + "\n".join(words).encode()
    chunk = struct.pack(">I", len(body) - 4) + body + struct.pack(">I", zlib.crc32(body))
    return png[:-12] + chunk + png[-12:]


def words_on(png: bytes) -> tuple[str, ...]:
    """The words that were noted in a PNG when it was drawn; none where nothing was noted."""
    at = len(_SIGNATURE)
    while at + 12 <= len(png):
        (length,) = struct.unpack(">I", png[at : at + 4])
        kind, body = png[at + 4 : at + 8], png[at + 8 : at + 8 + length]
        if kind == b"iTXt" and body.startswith(_KEYWORD):
            return tuple(body[len(_KEYWORD) + 4 :].decode().split("\n"))
        at += length + 12
    return ()
