"""The words of a text as bytes: the same for everybody, whatever system they were fetched on."""

from hashlib import sha256

from ..reading.source import with_line_feeds


def digest(text: str) -> str:
    """The SHA-256 (FIPS 180-4) of the text with line feeds in UTF-8, as `sha256sum` prints it."""
    return sha256(with_line_feeds(text).encode()).hexdigest()
