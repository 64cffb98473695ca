"""One published text, and which of several a signature is for."""

from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import sha256

from ..dates import StatedDate
from ..text.source import Text, with_line_feeds


@dataclass(frozen=True, slots=True)
class Version:
    """A text as published: its number, such as ``1.0``, its date and its words in Markdown.

    `lock` is the digest that versions.yml states for it, with its place.
    """

    number: str
    published: StatedDate
    text: str
    lock: Text | None = None

    @property
    def sha256(self) -> str:
        """The digest of the words as they are: 64 hexadecimal digits, in lower case."""
        return digest(self.text)

    @property
    def parts(self) -> tuple[int, ...]:
        """The number as numbers, by which versions follow each other: ``1.9`` before ``1.10``."""
        return parts_of(self.number)


def parts_of(number: str) -> tuple[int, ...]:
    """A version's number as numbers, without noughts at its end: ``1.0.0`` is ``1.0``."""
    parts = [int(part) for part in number.split(".")]
    while parts and parts[-1] == 0:
        parts.pop()
    return tuple(parts)


def endorsed_by_default(versions: Sequence[Version], signed: StatedDate) -> Version:
    """Which of the versions, oldest first, a signature of that date is for if it names none.

    The last that was certainly published by then: where only a month is known, nobody is taken
    to have signed words that may have come later. The first, where none certainly was.
    """
    certain = [each for each in versions if each.published.last_day <= signed.first_day]
    return certain[-1] if certain else versions[0]


def may_be_signed(version: Version, signed: StatedDate) -> bool:
    """Whether the version can have been published when somebody signed."""
    return version.published.first_day <= signed.last_day


def digest(text: str) -> str:
    """The SHA-256 (FIPS 180-4) of the text with line feeds in UTF-8, as `sha256sum` prints it."""
    return sha256(with_line_feeds(text).encode()).hexdigest()
