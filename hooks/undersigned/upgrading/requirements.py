"""The line of requirements.txt by which a site requires the generator."""

import re
from typing import NamedTuple

from ..founding.wheels import NAME, Wheel

# A wheel in the repository or at an address, over as many lines as its digests need (pip).
_REQUIRED = re.compile(
    rf"^(?:\./(?P<path>\S*{NAME}-\S+\.whl)|{NAME}\s*@\s*(?P<address>\S+))"
    r"(?P<rest>(?:[^\n\\]|\\\n|\\)*)(?:\n[ \t]+# the generator of this site)?",
    re.MULTILINE,
)
_DIGEST = re.compile(r"--hash=sha256:([0-9a-f]{64})")


class Pin(NamedTuple):
    """What a site requires: a path in the repository or an address, and the digest of the wheel.

    One of the two places is empty, and so is the digest where none is given.
    """

    path: str
    address: str
    sha256: str

    @property
    def name(self) -> str:
        """The name of the file of the wheel."""
        return (self.path or self.address.partition("#")[0]).rpartition("/")[2]


def pin_in(requirements: str) -> Pin | None:
    """What a requirements.txt requires of the generator; none where it does not name it."""
    found = _REQUIRED.search(requirements)
    if found is None:
        return None
    digest = _DIGEST.search(found["rest"])
    return Pin(found["path"] or "", found["address"] or "", digest[1] if digest else "")


def requiring(requirements: str, wheel: Wheel) -> str:
    """A requirements.txt that requires this wheel in the place of the one that it required."""
    return _REQUIRED.sub(lambda _: wheel.requirement, requirements, count=1)
