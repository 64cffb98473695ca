"""A limit on the whole of an answer, which a server that drips cannot stretch."""

import ipaddress
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
from .targets import Target


class Deadline:
    """Hangs up once its time has passed, whatever is being waited for on the line."""

    def __init__(self, seconds: float) -> None:
        self.passed = False
        self._line: socket.socket | None = None
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
        if self._line is not None:
            self._line.close()

    def watch(self, line: socket.socket) -> None:
        """Hang up this line in time; a handle of its own, since TLS takes the other away."""
        self._line = line.dup()
        if self.passed:
            raise TimeoutError

    def _pass(self) -> None:
        self.passed = True
        if self._line is not None:
            with suppress(OSError):  # the other end was quicker
                self._line.shutdown(socket.SHUT_RDWR)


# Machines of one name that are tried in turn, where the first cannot be reached.
_TRIED = 3

# NAT64 (RFC 6052): an IPv4 address in the last 32 bits.
_TRANSLATED = ipaddress.ip_network("64:ff9b::/96")


def looked_up(host: str, port: int) -> list[tuple[str, int]]:
    """The machines of a name: each a numeric address and a port."""
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return list(dict.fromkeys((str(place[0]), int(place[1])) for *_, place in found))


def is_public(number: str) -> bool:
    """Whether a numeric address is one machine of the public internet, however it is wrapped."""
    try:
        address = ipaddress.ip_address(number)
    except ValueError:
        return False
    if isinstance(address, ipaddress.IPv6Address):
        inner = address.ipv4_mapped or address.sixtofour
        if address in _TRANSLATED:
            inner = ipaddress.IPv4Address(int(address) & 0xFFFFFFFF)
        if inner is not None:
            return is_public(str(inner))
        if address.is_site_local:
            return False
    return address.is_global and not address.is_multicast and not address.is_reserved


@dataclass(frozen=True)
class Network:
    """How machines are found, which of them may be asked, whom TLS trusts, and how long all takes.

    In seconds: `connecting`, `silent` for each wait for more, `whole` for everything together.
    """

    resolve: Callable[[str, int], Sequence[tuple[str, int]]] = looked_up
    trust: ssl.SSLContext = field(default_factory=ssl.create_default_context)
    allowed: Callable[[str], bool] = is_public
    connecting: float = 10
    silent: float = 10
    whole: float = 30

    def ask(self, target: Target, agent: str, with_text: bool = False) -> Answer:
        """What is answered, or why nothing was; the text is read only where it is wanted."""
        deadline = Deadline(self.whole)
        try:
            with deadline, closing(self._connected(target, deadline)) as connection:
                headers = {"Host": target.place, "User-Agent": agent, **_ACCEPTED}
                connection.request("GET", target.wanted, headers=headers, preload_content=False)
                answer = answer_of(connection.getresponse(), with_text)
        except (OSError, HTTPError, HTTPException, ValueError, NotAskedError) as error:
            answer = Answer(failure=failure_reason(error))
        if deadline.passed:
            return Answer(failure=f"took longer than {self.whole:g} seconds; try again later")
        return answer

    def _connected(self, target: Target, deadline: Deadline) -> HTTPConnection:
        """A connection to a machine that has been judged, not to a name that may change."""
        bare = self._reached(self._machines(target))
        try:
            deadline.watch(bare)
            line = bare
            if target.scheme == "https":
                line = self.trust.wrap_socket(bare, server_hostname=target.host)
        except BaseException:
            bare.close()
            raise
        connection = HTTPConnection(target.host, target.port, timeout=self.silent)
        connection.sock = line
        return connection

    def _machines(self, target: Target) -> Sequence[tuple[str, int]]:
        """The machines of a name, if all of them are public."""
        machines = self.resolve(target.host, target.port)
        for number, _ in machines:
            if not self.allowed(number):
                raise NotAskedError(f"leads to {number}, which is no public machine; correct it")
        return machines[:_TRIED]

    def _reached(self, machines: Sequence[tuple[str, int]]) -> socket.socket:
        failed: OSError = socket.gaierror("no machine has this name")
        for machine in machines:
            try:
                return socket.create_connection(machine, timeout=self.connecting)
            except OSError as error:
                failed = error
        raise failed


_ACCEPTED = {
    "Accept": "text/html,application/xhtml+xml,*/*;q=0.8",
    "Accept-Encoding": "gzip, deflate",
    "Connection": "close",
}
