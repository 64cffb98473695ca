"""Requests to public machines alone, each with a deadline that a slow server cannot extend."""

import math
import socket
import ssl
from collections.abc import Callable, Sequence
from contextlib import closing
from dataclasses import dataclass, field
from http.client import HTTPException

from urllib3.connection import HTTPConnection
from urllib3.exceptions import HTTPError

from .answers import Answer, NotAskedError, answer_of, failure_reason
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
    for data, `whole` for the request as a whole. `share` is what each domain has of a run.
    """

    resolve: Callable[[str, int], Sequence[tuple[str, int]]] = looked_up
    trust: ssl.SSLContext = field(default_factory=ssl.create_default_context)
    allowed: Callable[[str], bool] = is_public
    connecting: float = 10
    silent: float = 10
    whole: float = 30
    share: Share = field(default_factory=Share)
    waits: Waits = field(default_factory=lambda: Waits(_LOOKED_UP_AT_ONCE))

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
        deadline = Deadline(min(self.whole, seconds))
        try:
            with deadline, closing(self._connected(target, deadline)) as connection:
                headers = {"Host": target.place, "User-Agent": agent, **_ACCEPTED}
                connection.request("GET", target.wanted, headers=headers, preload_content=False)
                answer = answer_of(connection.getresponse(), with_text, with_digest)
        except (OSError, HTTPError, HTTPException, ValueError, NotAskedError) as error:
            answer = Answer(failure=failure_reason(error))
        if deadline.passed:
            failure = f"took longer than {self.whole:g} seconds; try again later"
            return Answer(failure=failure, late=seconds < self.whole)
        return answer

    def _connected(self, target: Target, deadline: Deadline) -> HTTPConnection:
        """A connection to an IP address that was checked, since a name may resolve to another."""
        plain = self._reached(self._allowed_addresses(target, deadline), deadline)
        try:
            deadline.watch(plain)
            secured = plain
            if target.scheme == "https":
                secured = self.trust.wrap_socket(plain, server_hostname=target.host)
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
