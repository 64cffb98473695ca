"""Where `undersigned upgrade` looks for a newer version of the generator if none is named."""

from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path, PurePosixPath
from urllib.parse import unquote, urlsplit

from ..founding.index import from_index, running
from ..founding.wheels import VENDOR, Wheel, WheelError, in_order, origin, version_in, wheel_at
from ..problem import printable
from ..upgrading.requirements import Pin
from .from_wheel import wheel_from

# Where a wheel may be, in words, and how it is had from there.
_Place = tuple[str, Callable[[], Wheel]]


def newer(root: Path, pin: Pin, network: object) -> tuple[Wheel, str]:
    """The first newer wheel than a site requires, and where it was found, in words.

    It is looked for in vendor/, in the index where the site requires the package from one, and
    where the package that runs this was installed from. Raises `WheelError` where none is newer, or
    where the index or an address does not give it.
    """
    places = list(_places(root, pin, network))
    for place, wheel in places:
        found = wheel()
        if _is_newer(version_in(found.name), pin):
            return found, place
    where = " or ".join(place for place, _ in places) or f"{VENDOR}/"
    message = f"there is no newer wheel than {pin.name} in {where}"
    raise WheelError(f"{message}; put one into {VENDOR}/, or name it by --to")


def _places(root: Path, pin: Pin, network: object) -> Iterator[_Place]:
    """The places that have a wheel, in the order in which they are asked."""
    yield from _in_folder(root / VENDOR, f"{VENDOR}/")
    if pin.version:
        yield "the index", from_index
    installed = None
    with suppress(WheelError):  # a checkout, for one: it has come from nowhere
        installed = origin()
    if installed is None:
        return
    if "://" in installed:
        name = PurePosixPath(unquote(urlsplit(installed).path)).name
        if _is_newer(version_in(name), pin):
            yield printable(installed), lambda: wheel_from(installed, network)
    elif installed:
        folder = Path(installed).parent
        if folder != root / VENDOR:
            yield from _in_folder(folder, printable(str(folder)))
    elif not pin.version and _is_newer(running(), pin):
        yield "the index", lambda: from_index(running())


def _in_folder(folder: Path, words: str) -> Iterator[_Place]:
    """A folder as a place, if it has a wheel of the package."""
    with suppress(OSError):
        if any(version_in(path.name) for path in folder.iterdir()):
            yield words, lambda: wheel_at(folder)


def _is_newer(version: str, pin: Pin) -> bool:
    """Whether a version is newer than what a site requires."""
    return in_order(version) > in_order(version_in(pin.name))
