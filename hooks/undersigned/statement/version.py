"""Published versions of the text, and which of them a signature endorses."""

from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import sha256

from ..dates import StatedDate
from ..text.source import Text, with_line_feeds
from ..text_paths import AS_USUAL, TextPaths

# The number of the draft, shown while no version is published; no version can have it.
UNPUBLISHED = "0.0"


@dataclass(frozen=True, slots=True)
class Version:
    """A version as published: its number, such as ``1.0``, its date and its text in Markdown.

    `lock` is the digest that versions.yml states for the text, with its place; `texts` are where
    the pages of all versions are.
    """

    number: str
    published: StatedDate
    text: str
    lock: Text | None = None
    texts: TextPaths = AS_USUAL

    @property
    def path(self) -> str:
        """The file of the text, from the root of the site."""
        return self.texts.text_of(self.number)

    @property
    def page(self) -> str:
        """The path, in docs/, of its page."""
        return self.texts.page_of(self.number)

    @property
    def served(self) -> str:
        """The path, from the address of the site, of the exact bytes of the text."""
        return self.texts.served(self.number)

    @property
    def sha256(self) -> str:
        """The digest of the present text: 64 hexadecimal digits, in lower case."""
        return digest(self.text)

    @property
    def is_draft(self) -> bool:
        """Whether it is the draft, which nobody can endorse."""
        return self.number == UNPUBLISHED

    @property
    def parts(self) -> tuple[int, ...]:
        """The parts of the number, by which versions are ordered: ``1.9`` before ``1.10``."""
        return parts_of(self.number)


def parts_of(number: str) -> tuple[int, ...]:
    """The parts of a version's number without trailing zeros: ``1.0.0`` equals ``1.0``."""
    parts = [int(part) for part in number.split(".")]
    while parts and parts[-1] == 0:
        parts.pop()
    return tuple(parts)


def endorsed_by_default(versions: Sequence[Version], signed: StatedDate) -> Version:
    """The version that a signature of that date endorses if it names none; versions oldest first.

    The last version that was certainly published by then: where only a month is known, a
    signature never counts for words that may have come later. The first version, where none was
    certainly published.
    """
    certain = [each for each in versions if each.published.last_day <= signed.first_day]
    return certain[-1] if certain else versions[0]


def may_be_signed(version: Version, signed: StatedDate) -> bool:
    """Whether the version may have been published by the date of a signature."""
    return version.published.first_day <= signed.last_day


def digest(text: str) -> str:
    """The SHA-256 (FIPS 180-4) of the text with line feeds in UTF-8, as `sha256sum` prints it."""
    return sha256(with_line_feeds(text).encode()).hexdigest()
