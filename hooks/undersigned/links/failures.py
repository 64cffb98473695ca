"""Why nothing was answered, in words that say what to do."""

import socket
import ssl

from urllib3.exceptions import ReadTimeoutError

LOOK = "look at it in a browser"
LATER = "try again later"

_ONLINE = "try again when the network is there"
PASSING = (LOOK, LATER, _ONLINE)

_NOWHERE = "has a name that leads nowhere; see whether it is right"
_NOT_NOW = f"has a name that cannot be looked up now; {LATER}"

# What is told of names where not one of them could be looked up: it says nothing of the names.
NAMELESS = (_NOWHERE, _NOT_NOW)
OFFLINE = f"has a name that could not be looked up; {_ONLINE}"


class Refused(Exception):  # noqa: N818
    """What is not asked, with the reason."""


def told(error: Exception) -> str:
    """The reason of a failure, and what to do."""
    if isinstance(error, Refused):
        return str(error)
    if isinstance(error, socket.gaierror) and error.errno == socket.EAI_AGAIN:
        return _NOT_NOW
    for kind, words in _WORDS:
        if isinstance(error, kind):
            return words
    if isinstance(error, ssl.SSLCertVerificationError):
        said = (error.verify_message or "it is not trusted").rstrip(".")
        return f"has a certificate that does not hold: {said}; {LOOK}"
    if isinstance(error, OSError) and error.strerror and not isinstance(error, ssl.SSLError):
        return f"cannot be reached: {error.strerror.lower()}; {LATER}"
    return f"does not speak as web servers do; {LOOK}"


_WORDS: tuple[tuple[type[Exception], str], ...] = (
    (socket.gaierror, _NOWHERE),
    (UnicodeError, _NOWHERE),
    (TimeoutError, f"does not answer in time; {LATER}"),
    (ReadTimeoutError, f"does not answer in time; {LATER}"),
)
