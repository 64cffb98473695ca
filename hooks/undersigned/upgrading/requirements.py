"""The line of requirements.txt by which a site requires the generator."""

import re
from typing import NamedTuple

from ..founding.wheels import NAME, Wheel

# A wheel in the repository, at an address or in an index, over as many lines as its digests need
# (pip).
_REQUIRED = re.compile(
    rf"^(?:\./(?P<path>\S*{NAME}-\S+\.whl)|{NAME}[ \t]*@[ \t]*(?P<address>\S+)"
    rf"|{NAME}[ \t]*==[ \t]*(?P<version>\d+(?:\.\d+)*)(?![\w.]))"
    r"(?P<rest>(?:[^\n\\]|\\\n|\\)*)(?:\n[ \t]+# the generator of this site)?",
    re.MULTILINE,
)
_DIGEST = re.compile(r"--hash=sha256:([0-9a-f]{64})")


class Pin(NamedTuple):
    """What a site requires: a path in the repository, an address, or a version in an index.

    Two of the three are empty, and so is the digest of the wheel where none is given.
    """

    path: str
    address: str
    sha256: str
    version: str = ""

    @property
    def name(self) -> str:
        """The name of the file of the wheel."""
        if self.version:
            return f"{NAME}-{self.version}-py3-none-any.whl"
        return (self.path or self.address.partition("#")[0]).rpartition("/")[2]


def pin_in(requirements: str) -> Pin | None:
    """What a requirements.txt requires of the generator; none where it does not name it."""
    found = _REQUIRED.search(requirements)
    if found is None:
        return None
    digest = _DIGEST.search(found["rest"])
    places = found["path"] or "", found["address"] or ""
    return Pin(*places, digest[1] if digest else "", found["version"] or "")


def requiring(requirements: str, wheel: Wheel) -> str:
    """A requirements.txt that requires this wheel in the place of the one that it required."""
    return _REQUIRED.sub(lambda _: wheel.requirement, requirements, count=1)
