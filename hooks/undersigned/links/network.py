"""Requests to public machines alone, each with a deadline that a slow server cannot extend."""

import socket
import ssl
import threading
from collections.abc import Callable, Sequence
from contextlib import closing, suppress
from dataclasses import dataclass, field
from http.client import HTTPException
from types import TracebackType

from urllib3.connection import HTTPConnection
from urllib3.exceptions import HTTPError

from .answers import Answer, NotAskedError, answer_of, failure_reason
from .machines import is_public
from .targets import Target


class Deadline:
    """Shuts a socket down once its time has passed, even while an operation waits on it."""

    def __init__(self, seconds: float) -> None:
        self.passed = False
        self._socket: socket.socket | None = None
        self._timer = threading.Timer(seconds, self._pass)
        self._timer.daemon = True

    def __enter__(self) -> "Deadline":
        self._timer.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._timer.cancel()
        if self._socket is not None:
            self._socket.close()

    def watch(self, watched: socket.socket) -> None:
        """Shut a socket down in time, through a duplicate, since TLS detaches the original.

        Raises `TimeoutError` where the time has passed already.
        """
        self._socket = watched.dup()
        if self.passed:
            raise TimeoutError

    def _pass(self) -> None:
        self.passed = True
        if self._socket is not None:
            with suppress(OSError):  # closed by the other end
                self._socket.shutdown(socket.SHUT_RDWR)


# So many addresses of a host name are tried in turn.
_TRIED = 3


def looked_up(host: str, port: int) -> list[tuple[str, int]]:
    """The addresses of a host name: pairs of a numeric IP address and a port."""
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return list(dict.fromkeys((str(address[0]), int(address[1])) for *_, address in found))


@dataclass(frozen=True)
class Network:
    """How names are resolved, which IP addresses are allowed, the TLS context and the timeouts.

    In seconds: `connecting`, `silent` for each wait for data, `whole` for the request as a whole.
    """

    resolve: Callable[[str, int], Sequence[tuple[str, int]]] = looked_up
    trust: ssl.SSLContext = field(default_factory=ssl.create_default_context)
    allowed: Callable[[str], bool] = is_public
    connecting: float = 10
    silent: float = 10
    whole: float = 30

    def ask(
        self, target: Target, agent: str, with_text: bool = False, with_digest: bool = False
    ) -> Answer:
        """The answer for a target, with its text or digest if wanted, or why there is none."""
        deadline = Deadline(self.whole)
        try:
            with deadline, closing(self._connected(target, deadline)) as connection:
                headers = {"Host": target.place, "User-Agent": agent, **_ACCEPTED}
                connection.request("GET", target.wanted, headers=headers, preload_content=False)
                answer = answer_of(connection.getresponse(), with_text, with_digest)
        except (OSError, HTTPError, HTTPException, ValueError, NotAskedError) as error:
            answer = Answer(failure=failure_reason(error))
        if deadline.passed:
            return Answer(failure=f"took longer than {self.whole:g} seconds; try again later")
        return answer

    def _connected(self, target: Target, deadline: Deadline) -> HTTPConnection:
        """A connection to an IP address that was checked, since a name may resolve to another."""
        plain = self._reached(self._allowed_addresses(target))
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

    def _allowed_addresses(self, target: Target) -> Sequence[tuple[str, int]]:
        """The first addresses of a host name; raises `NotAskedError` if any is not allowed."""
        addresses = self.resolve(target.host, target.port)
        for number, _ in addresses:
            if not self.allowed(number):
                raise NotAskedError(f"leads to {number}, which is no public machine; correct it")
        return addresses[:_TRIED]

    def _reached(self, addresses: Sequence[tuple[str, int]]) -> socket.socket:
        """A socket connected to the first address that accepts; raises the last `OSError`."""
        failed: OSError = socket.gaierror("no machine has this name")
        for address in addresses:
            try:
                return socket.create_connection(address, timeout=self.connecting)
            except OSError as error:
                failed = error
        raise failed


_ACCEPTED = {
    "Accept": "text/html,application/xhtml+xml,*/*;q=0.8",
    "Accept-Encoding": "gzip, deflate",
    "Connection": "close",
}
