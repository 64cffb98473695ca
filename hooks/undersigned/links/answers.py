"""What a server answers, read no further than is needed."""

import codecs
import socket
import ssl
from dataclasses import dataclass

from urllib3.exceptions import ReadTimeoutError
from urllib3.response import BaseHTTPResponse

from ..text.source import MEBIBYTE

# Of a page, so much is read, counted once it is unpacked.
LARGEST = 2 * MEBIBYTE

_PIECE = 64 * 1024
_TEXTS = ("text/html", "application/xhtml+xml", "text/plain")
_PACKED = ("", "identity", "gzip", "x-gzip", "deflate")

# What pages are written in, by Python's names (the Encoding Standard, section 4.2). Python knows
# others that are no text, or take time with the square of their length, such as punycode.
_ENCODINGS = frozenset((
    "utf-8", "ascii", *(f"iso8859-{part}" for part in range(1, 17)),
    *(f"cp125{page}" for page in range(9)), "koi8-r", "koi8-u",
    "shift_jis", "euc_jp", "euc_kr", "gb2312", "gbk", "gb18030", "big5",
))  # fmt: skip


@dataclass(frozen=True, slots=True)
class Answer:
    """A status with what belongs to it, or the reason of a failure.

    `text` is nothing where it was not wanted or is none; `cut` tells that more would follow.
    """

    status: int = 0
    location: str = ""
    text: str | None = None
    cut: bool = False
    failure: str = ""


def answer_of(response: BaseHTTPResponse, with_text: bool) -> Answer:
    """The answer; what follows the headers is read only for a text that is wanted."""
    location = response.headers.get("Location", "")
    media, _, more = response.headers.get("Content-Type", "").partition(";")
    packed = response.headers.get("Content-Encoding", "").strip().lower()
    readable = media.strip().lower() in _TEXTS and packed in _PACKED
    if not with_text or not readable or not 200 <= response.status < 300:
        return Answer(response.status, location)
    content = _read(response)
    text = _decoded(content[:LARGEST], _charset(more))
    return Answer(response.status, location, text, len(content) > LARGEST)


def _read(response: BaseHTTPResponse) -> bytes:
    """The content, unpacked; at most a piece more than will be used."""
    content = bytearray()
    while len(content) <= LARGEST and (piece := response.read(_PIECE)):
        content += piece
    return bytes(content)


def _charset(parameters: str) -> str:
    for parameter in parameters.split(";"):
        name, _, value = parameter.partition("=")
        if name.strip().lower() == "charset":
            return value.strip().strip("\"'")
    return ""


def _decoded(content: bytes, charset: str) -> str:
    """The text, by what the server says, else as UTF-8; what fits neither way is marked."""
    try:
        encoding = codecs.lookup(charset).name
        if encoding in _ENCODINGS:
            return content.decode(encoding)
    except (LookupError, ValueError):
        pass
    return content.decode("utf-8", "replace")


LOOK = "look at it in a browser"
LATER = "try again later"

_ONLINE = "try again when the network is there"
PASSING = (LOOK, LATER, _ONLINE)

_NOWHERE = "has a name that leads nowhere; see whether it is right"
_NOT_NOW = f"has a name that cannot be looked up now; {LATER}"

# What is told of names where not one of them could be looked up: it says nothing of the names.
NAMELESS = (_NOWHERE, _NOT_NOW)
OFFLINE = f"has a name that could not be looked up; {_ONLINE}"


class NotAskedError(Exception):
    """What is not asked, with the reason."""


def failure_reason(error: Exception) -> str:
    """The reason of a failure, and what to do."""
    if isinstance(error, NotAskedError):
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
