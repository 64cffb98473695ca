"""The package itself, as a new site requires it: where a wheel comes from, and its digest."""

import json
import re
from dataclasses import dataclass
from hashlib import sha256
from importlib.metadata import PackageNotFoundError, distribution
from io import BytesIO
from pathlib import Path
from urllib.parse import unquote, urlsplit
from urllib.request import url2pathname
from zipfile import is_zipfile

from ..problem import quoted
from ..text.source import MEBIBYTE

NAME = "undersigned"

# In bytes; the package has less than a tenth of it.
LARGEST = 16 * MEBIBYTE

# A wheel for every machine (PyPA, binary distribution format), of a version without letters.
_WHEEL = re.compile(rf"{NAME}-(\d+(?:\.\d+)*)-py3-none-any\.whl")

# Where a wheel lies that a site brings along.
VENDOR = "vendor"


class WheelError(Exception):
    """Why there is no wheel to be required, with the remedy, as the end of a message."""


@dataclass(frozen=True, slots=True)
class Wheel:
    """A wheel of the package: the name of its file, its bytes, and its address where it has one.

    `indexed` is one that pip finds by its version alone, in an index such as PyPI.
    """

    name: str
    content: bytes
    address: str = ""
    indexed: bool = False

    @property
    def path(self) -> str:
        """Where a site brings it along; empty where it is fetched from elsewhere instead."""
        return "" if self.address or self.indexed else f"{VENDOR}/{self.name}"

    @property
    def sha256(self) -> str:
        """The digest of its bytes."""
        return sha256(self.content).hexdigest()

    @property
    def requirement(self) -> str:
        """The lines of requirements.txt that require it and nothing else (pip, hash-checking)."""
        wanted = f"{NAME} @ {self.address}" if self.address else f"./{self.path}"
        if self.indexed:
            wanted = f"{NAME}=={version_in(self.name)}"
        return f"{wanted} \\\n    --hash=sha256:{self.sha256}\n    # the generator of this site"


def version_in(name: str) -> str:
    """The version of a wheel by the name of its file; empty where it is none of this package."""
    found = _WHEEL.fullmatch(name)
    return found[1] if found else ""


def in_order(version: str) -> tuple[int, ...]:
    """A version as numbers, by which it is older or newer than another; an empty one is oldest."""
    return tuple(map(int, re.findall(r"\d+", version)))


def origin() -> str:
    """Where the running package was installed from: a path, or an address (PEP 610).

    Empty if from an index: pip then notes nothing. Raises `WheelError` where it is a checkout, or
    where nothing says where it came from.
    """
    try:
        stated = distribution(NAME).read_text("direct_url.json")
        given = json.loads(stated) if stated else {}
    except (PackageNotFoundError, ValueError) as error:
        unknown = "nothing says where the package was installed from; give --from"
        raise WheelError(unknown) from error
    if "dir_info" in given:
        message = "the package runs from a folder of its sources, and not from a wheel"
        raise WheelError(f"{message}; build one there with 'make wheel', and name it by --from")
    address = given.get("url", "")
    parts = urlsplit(address)
    return url2pathname(unquote(parts.path)) if parts.scheme == "file" else address


def wheel_at(place: Path) -> Wheel:
    """A wheel by its path, or the newest in a folder. Raises `WheelError` where there is none."""
    path = _newest(place) if place.is_dir() else place
    if not path.is_file():
        raise WheelError(f"there is no {quoted(str(place))}; name a wheel, or a folder with one")
    try:
        with path.open("rb") as file:
            content = file.read(LARGEST + 1)
    except OSError as error:
        raise WheelError(f"{quoted(str(path))} cannot be read: {error.strerror}") from error
    return wheel_of(path.name, content)


def wheel_of(name: str, content: bytes, address: str = "") -> Wheel:
    """A wheel by the name of its file and its bytes. Raises `WheelError` where it is none."""
    if not _WHEEL.fullmatch(name):
        message = f"is no wheel of this package; name one such as {NAME}-1.0-py3-none-any.whl"
        raise WheelError(f"{quoted(name)} {message}")
    if len(content) > LARGEST or not is_zipfile(BytesIO(content)):
        raise WheelError(f"{quoted(name)} is no wheel, whatever its name says; build it anew")
    return Wheel(name, content, address)


def _newest(folder: Path) -> Path:
    """The wheel of the highest version in a folder. Raises `WheelError` where there is none."""
    found = {path: version for path in folder.iterdir() if (version := version_in(path.name))}
    if not found:
        message = "holds no wheel of this package; name another folder, or build one"
        raise WheelError(f"the folder {quoted(str(folder))} {message}")
    return max(found, key=lambda path: in_order(found[path]))
