"""Contents of files on servers, byte for byte as they were sent."""

from urllib3.connection import HTTPConnection
from urllib3.exceptions import ProtocolError, SSLError
from urllib3.response import BaseHTTPResponse

from .answers import LATER, LONGEST_LOCATION, Answer

# The headers of a request for a file as it lies on the server.
EXACT = {"Accept": "text/plain,*/*;q=0.8", "Accept-Encoding": "identity", "Connection": "close"}

_CUT_OFF = f"is cut off before its end; {LATER}"
_COMPRESSED = "is sent compressed, which was not asked for; serve it as it is"


def exact_answer(connection: HTTPConnection, largest: int) -> Answer:
    """The answer to the request that was sent, with its content if its status is 200.

    The bytes are those that `curl` writes into a file: nothing is decoded, so nothing can unfold.
    Of a content that is larger than `largest` there is none, and it is `cut`. One whose end is
    missing fails: who can break a connection off must not be able to take the last lines away.
    """
    response = connection.getresponse()
    location = response.headers.get("Location", "")[: LONGEST_LOCATION + 1]
    if response.status != 200:
        return Answer(response.status, location)
    if response.headers.get("Content-Encoding", "").strip().lower() not in ("", "identity"):
        return Answer(failure=_COMPRESSED)
    try:
        content = _read(response, largest + 1)
    except (ProtocolError, SSLError):
        return Answer(failure=_CUT_OFF)
    if len(content) > largest:
        return Answer(response.status, cut=True)
    return Answer(response.status, content=content)


def _read(response: BaseHTTPResponse, most: int) -> bytes:
    """The first bytes of a content, at most so many, as they were sent."""
    content = bytearray()
    while len(content) < most:
        chunk = response.read(most - len(content), decode_content=False)
        if not chunk:
            break
        content += chunk
    return bytes(content)
