"""Answers of servers, read no further than needed, and the reasons of failed requests."""

import codecs
import hashlib
import socket
import ssl
from dataclasses import dataclass
from datetime import datetime

from urllib3.exceptions import ReadTimeoutError
from urllib3.response import BaseHTTPResponse

from ..text.source import MEBIBYTE
from .certificates import Certificate

# So many bytes of a page are read, counted after decompression.
LARGEST = 2 * MEBIBYTE

# RFC 9110, section 4.1, recommends support for 8000 octets; longer addresses are not portable.
LONGEST_LOCATION = 8000

_CHUNK = 64 * 1024
_TEXTS = ("text/html", "application/xhtml+xml", "text/plain", "application/json")
_COMPRESSIONS = ("", "identity", "gzip", "x-gzip", "deflate")

# The encodings of pages (Encoding Standard, section 4.2) by Python's names. Python has others that
# are no text, or take quadratic time, such as punycode.
_ENCODINGS = frozenset((
    "utf-8", "ascii", *(f"iso8859-{part}" for part in range(1, 17)),
    *(f"cp125{page}" for page in range(9)), "koi8-r", "koi8-u",
    "shift_jis", "euc_jp", "euc_kr", "gb2312", "gbk", "gb18030", "big5",
))  # fmt: skip


@dataclass(frozen=True, slots=True)
class Answer:
    """A status with the location and the text that belong to it, or the reason of a failure.

    `text` is None where it was not asked for or the content is no text; `cut` is whether the
    content is longer than `LARGEST`. `digest` is of what is no text, where it was asked for.
    `mentions` is whether the text mentions the statement, where that was looked for. `late` is
    whether there is no answer only since the domain or the run had no more time. `content` has the
    bytes as they were sent, where those were asked for; then `certificate` is the server's, and
    `at` says when it answered.
    """

    status: int = 0
    location: str = ""
    text: str | None = None
    cut: bool = False
    failure: str = ""
    digest: str = ""
    mentions: bool | None = None
    late: bool = False
    content: bytes | None = None
    certificate: Certificate | None = None
    at: datetime | None = None


def answer_of(response: BaseHTTPResponse, with_text: bool, with_digest: bool = False) -> Answer:
    """The answer of a response, whose body is read only where its text or digest is asked for."""
    # Cut where it is too long in any case: there may be many.
    location = response.headers.get("Location", "")[: LONGEST_LOCATION + 1]
    media, _, more = response.headers.get("Content-Type", "").partition(";")
    compression = response.headers.get("Content-Encoding", "").strip().lower()
    readable = media.strip().lower() in _TEXTS and compression in _COMPRESSIONS
    if not 200 <= response.status < 300 or not (with_digest or (with_text and readable)):
        return Answer(response.status, location)
    content = _read(response)
    if not readable:
        digest = hashlib.sha256(content[:LARGEST]).hexdigest() if content else ""
        return Answer(response.status, location, cut=len(content) > LARGEST, digest=digest)
    text = _decoded(content[:LARGEST], _charset(more))
    return Answer(response.status, location, text, len(content) > LARGEST)


def _read(response: BaseHTTPResponse) -> bytes:
    """The content after decompression, at most a chunk more than `LARGEST`."""
    content = bytearray()
    while len(content) <= LARGEST and (chunk := response.read(_CHUNK)):
        content += chunk
    return bytes(content)


def _charset(parameters: str) -> str:
    for parameter in parameters.split(";"):
        name, _, value = parameter.partition("=")
        if name.strip().lower() == "charset":
            return value.strip().strip("\"'")
    return ""


def _decoded(content: bytes, charset: str) -> str:
    """The text in the encoding that the server states, or else UTF-8 with U+FFFD for errors."""
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
# Remedies that change nothing on the site.
PASSING = (LOOK, LATER, _ONLINE)

_NOWHERE = "has a name that leads nowhere; see whether it is right"
_NOT_NOW = f"has a name that cannot be looked up now; {LATER}"

# Failures of name resolution; where every name fails, `OFFLINE` is the reason instead.
UNRESOLVED = (_NOWHERE, _NOT_NOW)
OFFLINE = f"has a name that could not be looked up; {_ONLINE}"


class NotAskedError(Exception):
    """An address is not asked; the text is the reason."""


def failure_reason(error: Exception) -> str:
    """The reason of a failed request and its remedy, as the end of a message."""
    if isinstance(error, NotAskedError):
        return str(error)
    if isinstance(error, socket.gaierror) and error.errno == socket.EAI_AGAIN:
        return _NOT_NOW
    for kind, words in _WORDS:
        if isinstance(error, kind):
            return words
    if isinstance(error, ssl.SSLCertVerificationError):
        fault = (error.verify_message or "it is not trusted").rstrip(".")
        return f"has a certificate that does not hold: {fault}; {LOOK}"
    if isinstance(error, OSError) and error.strerror and not isinstance(error, ssl.SSLError):
        return f"cannot be reached: {error.strerror.lower()}; {LATER}"
    return f"does not speak as web servers do; {LOOK}"


_WORDS: tuple[tuple[type[Exception], str], ...] = (
    (socket.gaierror, _NOWHERE),
    (UnicodeError, _NOWHERE),
    (TimeoutError, f"does not answer in time; {LATER}"),
    (ReadTimeoutError, f"does not answer in time; {LATER}"),
)
