"""Work that a second processor does meanwhile, in a process of its own.

A thread would not do: of one process, Python runs one thread at a time. A fork knows all that its
parent knows, so nothing has to be handed over but the result.
"""

import os
import pickle
import signal
import sys
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Generic, TypeVar
from weakref import finalize

_Result = TypeVar("_Result")

# What is done for so many entries is worth a process of its own.
MANY = 2_000


class Work(Generic[_Result]):
    """Work that has begun, in a process of its own where there is a processor for it.

    What it may do besides giving a result is to write files: should its process end before its
    time, the work is done once more, here. So a failure of it is raised here, too.
    """

    def __init__(
        self,
        work: Callable[[], _Result],
        *,
        is_long: bool = True,
        otherwise: Callable[[], _Result] | None = None,
    ) -> None:
        """Begin it in a process of its own only if it `is_long`: that costs some milliseconds.

        Where that process ends before its time, the result is what is done `otherwise`, if that is
        given: so what the work is done with need not be held here until then.
        """
        self._child = _begun(work) if is_long and may_fork() else None
        self._work = otherwise if self._child and otherwise else work
        if self._child:
            # Whatever ends this process, an interrupt included, ends the other one.
            self._stop = finalize(self, _stop, os.getpid(), *self._child)

    def result(self) -> _Result:
        """What the work gives, once it is done; to be asked for once."""
        if self._child:
            content = _read(self._child[1])
            self._stop()
            with suppress(EOFError, pickle.UnpicklingError):
                result: _Result = pickle.loads(content)
                return result
        return self._work()


def processor_is_free() -> bool:
    """Whether a process for one more piece of work would run at the same time, and be safe.

    To be asked where much memory would be touched, of which each process has a copy of its own.
    """
    return may_fork() and len(os.sched_getaffinity(0)) > 1 + sum(map(_runs, _children()))


def may_fork() -> bool:
    """Whether there are several processors, and a fork is safe.

    A fork has none of the threads of its parent, and keeps what they had locked. macOS forbids its
    own libraries in a fork (Python's `multiprocessing` says why it does not fork there).
    """
    if sys.platform != "linux":
        return False
    alone = len(list(Path("/proc/self/task").iterdir())) == 1
    return alone and len(os.sched_getaffinity(0)) > 1


def _children() -> list[str]:
    """The numbers of the processes that this one has begun (`proc_tid_children(5)`).

    A kernel may be built without this list; then none is known.
    """
    with suppress(OSError):
        number = os.getpid()
        return Path(f"/proc/{number}/task/{number}/children").read_text(encoding="ascii").split()
    return []


def _runs(number: str) -> bool:
    """Whether a process has not ended: until it is waited for, one that has is a zombie."""
    with suppress(OSError):
        # Its name, in parentheses, may hold anything; its state follows (`proc_pid_stat(5)`).
        return Path(f"/proc/{number}/stat").read_bytes().rpartition(b") ")[2][:1] != b"Z"
    return False


def _begun(work: Callable[[], _Result]) -> tuple[int, int]:
    """The number of a process that does the work, and the end of a pipe that brings its result."""
    reading, writing = os.pipe()
    if number := os.fork():
        os.close(writing)
        return number, reading
    try:
        signal.signal(signal.SIGINT, signal.SIG_DFL)
        os.close(reading)
        nothing = os.open(os.devnull, os.O_WRONLY)
        for stream in (1, 2):  # whoever does the work once more says what there is to say
            os.dup2(nothing, stream)
        with os.fdopen(writing, "wb") as pipe:
            pickle.dump(work(), pipe, pickle.HIGHEST_PROTOCOL)
    finally:
        os._exit(0)  # not by an exception, and without what the parent does at its end


def _read(pipe: int) -> bytes:
    with os.fdopen(pipe, "rb", closefd=False) as file:
        return file.read()


def _stop(parent: int, number: int, pipe: int) -> None:
    if os.getpid() != parent:
        return  # a fork, which inherits what it did not begin
    with suppress(ProcessLookupError):
        os.kill(number, signal.SIGKILL)
    with suppress(ChildProcessError):  # nobody is waited for where whoever began us ignores SIGCHLD
        os.waitpid(number, 0)
    os.close(pipe)
