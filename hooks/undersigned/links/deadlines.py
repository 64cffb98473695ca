"""Deadlines that neither a slow server nor a slow resolver can extend."""

import socket
import threading
from collections.abc import Callable
from concurrent.futures import Future
from contextlib import suppress
from time import monotonic
from types import TracebackType
from typing import TypeVar

_Result = TypeVar("_Result")


class Deadline:
    """Shuts a socket down once its time has passed, even while an operation waits on it."""

    def __init__(self, seconds: float) -> None:
        self._shut = False
        self._end = monotonic() + seconds
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

    @property
    def passed(self) -> bool:
        """Whether its time has passed, be the timer as late as it may."""
        return self._shut or monotonic() >= self._end

    def left(self, most: float) -> float:
        """The seconds that are left, but not more than `most`; raises `TimeoutError` if none."""
        if self.passed:
            raise TimeoutError
        return min(most, max(0, self._end - monotonic()))

    def watch(self, watched: socket.socket) -> None:
        """Shut a socket down in time, through a duplicate, since TLS detaches the original.

        Raises `TimeoutError` where the time has passed already.
        """
        self._socket = watched.dup()
        if self.passed:
            raise TimeoutError

    def _pass(self) -> None:
        self._shut = True
        if self._socket is not None:
            with suppress(OSError):  # closed by the other end
                self._socket.shutdown(socket.SHUT_RDWR)


class Waits:
    """Waits for what cannot be interrupted, such as a name look-up, in threads of their own.

    What takes longer is left to itself; there are so many such threads at once at most.
    """

    def __init__(self, most: int) -> None:
        self._free = threading.Semaphore(most)

    def within(self, seconds: float, work: Callable[[], _Result]) -> _Result:
        """What the work gives; raises its error, or `TimeoutError` where it takes longer."""
        end = monotonic() + seconds
        if not self._free.acquire(timeout=seconds):
            raise TimeoutError
        future = Future[_Result]()
        threading.Thread(target=self._run, args=(work, future), daemon=True).start()
        return future.result(max(0, end - monotonic()))

    def _run(self, work: Callable[[], _Result], future: Future[_Result]) -> None:
        try:
            future.set_result(work())
        except Exception as error:
            future.set_exception(error)
        finally:
            self._free.release()
