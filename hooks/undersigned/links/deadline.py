"""A limit on the whole of an answer, which a server that drips cannot stretch."""

import socket
import threading
from contextlib import suppress
from types import TracebackType


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
