"""Which files of a site an upgrade writes, and which it leaves to their owner."""

from collections.abc import Iterator, Mapping
from contextlib import suppress
from hashlib import sha256
from io import BytesIO
from pathlib import Path
from typing import NamedTuple
from zipfile import BadZipFile, ZipFile

from ..founding.carried import LOCK
from ..founding.marks import Ownership, is_owned, marked, ownership
from ..founding.wheels import VENDOR, Wheel, WheelError
from .requirements import Pin, requiring

# Where a wheel has the list of what it needs, and its digests.
_LISTED = f"undersigned/founding/carried/{LOCK}"

# What other files of the generator's call, so it is written where it is not there.
_CALLED = (".github/scripts/", "tools/")


class Left(NamedTuple):
    """A file that is left as it is, by its path, and why."""

    path: str
    why: str


class Writing(NamedTuple):
    """The text of each file to be written, by its path; what is left, and what nobody needs now."""

    texts: Mapping[str, str]
    left: tuple[Left, ...]
    needless: tuple[str, ...]


def lock_in(wheel: Wheel) -> str:
    """What a wheel needs, each package with its digests. Raises `WheelError` where it says not."""
    broken = KeyError, BadZipFile, UnicodeDecodeError, OSError, NotImplementedError, RuntimeError
    with suppress(*broken), ZipFile(BytesIO(wheel.content)) as archive:
        return archive.read(_LISTED).decode()
    message = f"{wheel.name} has no list of what it needs: it is older than this command"
    raise WheelError(f"{message}; name a newer one by --to")


def required_now(requirements: str, wheel: Wheel) -> str:
    """A requirements.txt that requires a wheel: written anew, or if edited, by its line.

    Raises `WheelError` where the wheel has no list.
    """
    if ownership(requirements) is not Ownership.GENERATOR:
        return requiring(requirements, wheel)
    return marked(f"{lock_in(wheel).rstrip()}\n{wheel.requirement}\n")


def planned(root: Path, own: Mapping[str, str], required: str, pin: Pin, wheel: Wheel) -> Writing:
    """What is written into the site under a folder, given the generator's `own` files for it.

    `required` is the text of its requirements.txt from then on, `pin` what it required before.
    """
    texts, left = {LOCK: required}, list[Left]()
    for path, text in own.items():
        if path == LOCK or not is_owned(path):
            continue
        present = _text(root / path)
        if present == text:
            continue
        if present is None and not path.startswith(_CALLED):
            left.append(Left(path, "which is not there"))
        elif present is None or ownership(present) is Ownership.GENERATOR:
            texts[path] = text
        else:
            left.append(Left(path, f"which is {ownership(present).value}"))
    return Writing(texts, tuple(left), tuple(_needless(root, pin, wheel)))


def _needless(root: Path, pin: Pin, wheel: Wheel) -> Iterator[str]:
    """The wheel that the site required before and brought along, if it is still that one."""
    path = root / pin.path
    own = pin.path == f"{VENDOR}/{pin.name}"  # elsewhere it is no file of this site
    brought = own and pin.path != wheel.path and path.is_file()
    if brought and sha256(path.read_bytes()).hexdigest() == pin.sha256:
        yield pin.path


def _text(path: Path) -> str | None:
    """The text of a file; none where there is no file, and another than any where it is no text."""
    try:
        return path.read_bytes().decode(errors="surrogateescape").replace("\r\n", "\n")
    except OSError:
        return None
