"""The words of a text as bytes: the same for everybody, whatever system they were fetched on."""

from hashlib import sha256


def normalised(text: str) -> str:
    """The text with every line end a line feed, as it is locked and served."""
    return text.replace("\r\n", "\n").replace("\r", "\n")


def digest(text: str) -> str:
    """The SHA-256 (FIPS 180-4) of the normalised text in UTF-8, as `sha256sum` prints it."""
    return sha256(normalised(text).encode()).hexdigest()
