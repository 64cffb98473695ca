"""Requests to public machines alone, each with a deadline that a slow server cannot extend."""

import math
import socket
import ssl
from collections.abc import Callable, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from http.client import HTTPException

from urllib3.connection import HTTPConnection
from urllib3.exceptions import HTTPError

from .answers import Answer, NotAskedError, answer_of, failure_reason
from .certificates import certificate_of
from .contents import EXACT, exact_answer
from .deadlines import Deadline, Waits
from .machines import is_public
from .queues import Share
from .targets import Target

# So many addresses of a host name are tried in turn.
_TRIED = 3

# So many look-ups may go on at once, with those that nobody waits for any more.
_LOOKED_UP_AT_ONCE = 64


def looked_up(host: str, port: int) -> list[tuple[str, int]]:
    """The addresses of a host name: pairs of a numeric IP address and a port."""
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return list(dict.fromkeys((str(address[0]), int(address[1])) for *_, address in found))


@dataclass(frozen=True)
class Network:
    """How names are resolved, which IP addresses are allowed, the TLS context and the limits.

    In seconds: `connecting` for each look-up of a name and each connection, `silent` for each wait
    for data, `whole` for the request as a whole. `share` is what each domain has of a run. `clock`
    tells when a request was answered.
    """

    resolve: Callable[[str, int], Sequence[tuple[str, int]]] = looked_up
    trust: ssl.SSLContext = field(default_factory=ssl.create_default_context)
    allowed: Callable[[str], bool] = is_public
    connecting: float = 10
    silent: float = 10
    whole: float = 30
    share: Share = field(default_factory=Share)
    waits: Waits = field(default_factory=lambda: Waits(_LOOKED_UP_AT_ONCE))
    clock: Callable[[], datetime] = lambda: datetime.now(UTC)

    def ask(
        self,
        target: Target,
        agent: str,
        with_text: bool = False,
        with_digest: bool = False,
        seconds: float = math.inf,
    ) -> Answer:
        """The answer for a target, with its text or digest if wanted, or why there is none.

        `seconds` is the time that there is for it, if that is less than `whole`.
        """
        headers = {"User-Agent": agent, **_ACCEPTED}

        def read(connection: HTTPConnection) -> Answer:
            return answer_of(connection.getresponse(), with_text, with_digest)

        return self._answer(target, headers, read, seconds)

    def fetch(self, target: Target, agent: str, largest: int, seconds: float = math.inf) -> Answer:
        """The answer for a target with the exact bytes of its content, or why there is none.

        They are at most `largest`. `seconds` is the time that there is for it, if that is less than
        `whole`.
        """
        headers = {"User-Agent": agent, **EXACT}

        def read(connection: HTTPConnection) -> Answer:
            certificate = certificate_of(connection.sock)
            answer = exact_answer(connection, largest)
            return replace(answer, certificate=certificate, at=self.clock())

        return self._answer(target, headers, read, seconds, exact=True)

    def _answer(
        self,
        target: Target,
        headers: Mapping[str, str],
        read: Callable[[HTTPConnection], Answer],
        seconds: float,
        exact: bool = False,
    ) -> Answer:
        """What is read of the response for a target, or why there is none."""
        deadline = Deadline(min(self.whole, seconds))
        try:
            with deadline, closing(self._connected(target, deadline, exact)) as connection:
                sent = {"Host": target.place, **headers}
                connection.request("GET", target.wanted, headers=sent, preload_content=False)
                answer = read(connection)
        except (OSError, HTTPError, HTTPException, ValueError, NotAskedError) as error:
            answer = Answer(failure=failure_reason(error))
        if deadline.passed:
            failure = f"took longer than {self.whole:g} seconds; try again later"
            return Answer(failure=failure, late=seconds < self.whole)
        return answer

    def _connected(self, target: Target, deadline: Deadline, exact: bool) -> HTTPConnection:
        """A connection to an IP address that was checked, since a name may resolve to another.

        Unless it is `exact`, an end of the connection that TLS does not announce (RFC 8446, section
        6.1) passes for that of the content.
        """
        plain = self._reached(self._allowed_addresses(target, deadline), deadline)
        try:
            deadline.watch(plain)
            secured = plain
            if target.scheme == "https":
                secured = self.trust.wrap_socket(
                    plain, server_hostname=target.host, suppress_ragged_eofs=not exact
                )
        except BaseException:
            plain.close()
            raise
        connection = HTTPConnection(target.host, target.port, timeout=self.silent)
        connection.sock = secured
        return connection

    def _allowed_addresses(self, target: Target, deadline: Deadline) -> Sequence[tuple[str, int]]:
        """The first addresses of a host name; raises `NotAskedError` if any is not allowed."""
        seconds = deadline.left(self.connecting)
        try:
            addresses = self.waits.within(seconds, lambda: self.resolve(target.host, target.port))
        except TimeoutError:
            raise socket.gaierror(socket.EAI_AGAIN, "the look-up takes too long") from None
        for number, _ in addresses:
            if not self.allowed(number):
                raise NotAskedError(f"leads to {number}, which is no public machine; correct it")
        return addresses[:_TRIED]

    def _reached(self, addresses: Sequence[tuple[str, int]], deadline: Deadline) -> socket.socket:
        """A socket connected to the first address that accepts; raises the last `OSError`."""
        failed: OSError = socket.gaierror("no machine has this name")
        for address in addresses:
            seconds = deadline.left(self.connecting)
            try:
                return socket.create_connection(address, timeout=seconds)
            except OSError as error:
                failed = error
        raise failed


_ACCEPTED = {
    "Accept": "text/html,application/xhtml+xml,*/*;q=0.8",
    "Accept-Encoding": "gzip, deflate",
    "Connection": "close",
}
