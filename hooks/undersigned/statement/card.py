"""The card, a PNG that other sites show beside a link, and the words stored in it."""

import struct
import zlib

_SIGNATURE = b"\x89PNG\r\n\x1a\n"
_KEYWORD = b"Description\0"


def words_of(title: str, roles: str, published: str) -> tuple[str, str]:
    """The words on the card: the title, and below it the date of publication and who did what."""
    return title, f"{published} · {roles}"


def signed_picture(png: bytes, words: tuple[str, ...]) -> bytes:
    """The PNG with its words in an iTXt chunk before the last chunk (PNG, section 11.3.3.4)."""
    # Zero bytes for no compression, no language and no translated keyword.
    body = b"iTXt" + _KEYWORD + b"\0\0\0\0" + "\n".join(words).encode()
    chunk = struct.pack(">I", len(body) - 4) + body + struct.pack(">I", zlib.crc32(body))
    return png[:-12] + chunk + png[-12:]


def words_on(png: bytes) -> tuple[str, ...]:
    """The words stored in a PNG by `signed_picture`; none where there is no such chunk."""
    at = len(_SIGNATURE)
    while at + 12 <= len(png):
        (length,) = struct.unpack(">I", png[at : at + 4])
        kind, body = png[at + 4 : at + 8], png[at + 8 : at + 8 + length]
        if kind == b"iTXt" and body.startswith(_KEYWORD):
            return tuple(body[len(_KEYWORD) + 4 :].decode().split("\n"))
        at += length + 12
    return ()
