"""What a citation of the statement says, whatever its form."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from ..dates import StatedDate
from ..names.slug import slug
from ..versions.version import Version


@dataclass(frozen=True, slots=True)
class Citation:
    """The statement as a whole, in one version. Its publisher is its author, an institution."""

    title: str
    publisher: str
    published: StatedDate
    version: str
    address: str

    @property
    def key(self) -> str:
        """A name for it in somebody's list of sources, in ASCII: its title and its year."""
        return f"{slug(self.title)}-{self.published.year:04}"


def cited(statement: Mapping[str, str], versions: Sequence[Version], number: str = "") -> Citation:
    """The citation of a version, of the one in force unless another is named.

    By the names under `extra.statement`.
    """
    version = next((each for each in versions if each.number == number), versions[-1])
    return Citation(
        title=_on_one_line(statement["title"]),
        publisher=_on_one_line(statement["publisher"]),
        published=version.published,
        version=version.number,
        address=statement["address"].strip(),
    )


def _on_one_line(text: str) -> str:
    return " ".join(text.split())
