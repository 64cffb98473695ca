"""The option `--from`: where the package comes from that a new site requires."""

from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING
from urllib.parse import unquote, urlsplit

from ..founding.index import from_index, running
from ..founding.wheels import LARGEST, Wheel, WheelError, origin, wheel_at, wheel_of
from ..problem import quoted
from .asking import network_in

if TYPE_CHECKING:
    from ..links.network import Network

# So many redirects are followed: hosts of releases lead to where their files are.
_MOST = 5


def wheel_from(given: str | None, network: object) -> Wheel:
    """The wheel at a path, in a folder or at an https address; by default that of this package.

    Where this one came from an index, pip fetches the same version from there. Raises `WheelError`
    where there is none. `network` replaces the real one if it is a `Network`.
    """
    place = given or origin()
    if not place:
        return from_index(running())
    if "://" in place:
        return _fetched(place, network_in(network))
    return wheel_at(Path(place))


def _fetched(address: str, network: "Network") -> Wheel:
    """The wheel at an address, byte for byte, wherever that leads."""
    # Imported late: most sites are begun from a file.
    from ..links.run import program
    from ..links.targets import redirected, target_of

    target = target_of(address, plain=False)
    for _ in range(_MOST):
        if isinstance(target, str):
            break
        answer = network.fetch(target, program(), LARGEST)
        if answer.content is not None:
            name = PurePosixPath(unquote(urlsplit(address).path)).name
            return wheel_of(name, answer.content, address)
        if not (300 <= answer.status < 400 and answer.location):
            why = answer.failure or f"answers with the status {answer.status}"
            raise WheelError(
                f"the address {quoted(address)} {'is too large' if answer.cut else why}"
            )
        target = redirected(target, answer.location)
    why = target if isinstance(target, str) else "leads from one address to the next"
    raise WheelError(f"the address {quoted(address)} {why}")
