"""Commands of the engine and of the package, and files, run as Python runs them, without imports.

To import all that a build needs takes longer than to build a small site. So a process imports it
once for each worker of a run and forks for each command: see `prepared_process.py`. What it cannot
be for a command runs in a new Python: other modules, other code of the package, another setting of
Python or of a language, which it reads when it begins.
"""

import atexit
import os
import selectors
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from contextlib import suppress
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import undersigned

from .prepared_process import at_begin

PACKAGE = Path(undersigned.__file__).parent
PROGRAM = Path(__file__).with_name("prepared_process.py")
MODULES = ("mkdocs", "undersigned")

Ran = subprocess.CompletedProcess[str]


def run_module(
    *command: str, cwd: Path, env: Mapping[str, str] | None = None, timeout: float = 120
) -> Ran:
    """Run a module of this Python with its arguments, in a folder; what `subprocess.run` gives."""
    variables = dict(os.environ if env is None else env)
    if may_fork(command, cwd, variables):
        return prepared().run(command, cwd, variables, timeout)
    return _in_own_python(["-m", *command], cwd, variables, timeout)


def run_file(file: Path, *arguments: str, cwd: Path, env: Mapping[str, str] | None = None) -> Ran:
    """Run a file of Python with arguments, in a folder; what `subprocess.run` gives."""
    variables = dict(os.environ if env is None else env)
    command = (str(file), *arguments)
    if _may_fork(cwd, variables):
        return prepared().run(command, cwd, variables, file=True)
    return _in_own_python(command, cwd, variables)


def _in_own_python(
    arguments: Sequence[str], cwd: Path, variables: Mapping[str, str], timeout: float = 120
) -> Ran:
    return subprocess.run(
        [sys.executable, *arguments],
        cwd=cwd,
        env=variables,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=timeout,
        check=False,
    )


def may_fork(command: tuple[str, ...], cwd: Path, variables: Mapping[str, str]) -> bool:
    """Whether the process that is prepared is what a new one would be for this command."""
    if command[0] not in MODULES or not _may_fork(cwd, variables):
        return False
    if command[0] == "undersigned":
        return not (cwd / "undersigned").exists()
    # The engine's hooks import the package that lies beside them, if one does.
    own = cwd / "hooks" / "undersigned"
    elsewhere = {"-f", "--config-file"}.intersection(command)
    return not elsewhere and (not own.exists() or _stamps(own) == prepared().stamps)


def _may_fork(cwd: Path, variables: Mapping[str, str]) -> bool:
    if sys.platform != "linux" or not cwd.is_dir():
        return False
    return at_begin(variables) == prepared().begun_with


class Prepared:
    """The process that has the imports. Its end of a socket is closed with this one's."""

    def __init__(self) -> None:
        self.begun_with = at_begin(os.environ)
        self.stamps = _stamps(PACKAGE)
        self._connection, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
        self._folder = TemporaryDirectory()
        self.address = f"{self._folder.name}/orders"
        listening = socket.socket(socket.AF_UNIX, socket.SOCK_SEQPACKET)
        with theirs, listening:
            listening.bind(self.address)
            listening.listen()
            passed = [theirs.fileno(), listening.fileno()]
            # Its streams are pipes, as those of each command are: Python asks when it begins.
            self._process = subprocess.Popen(
                [sys.executable, str(PROGRAM), *map(str, passed)],
                cwd="/",
                stdin=subprocess.DEVNULL,
                stdout=subprocess.PIPE,
                stderr=subprocess.PIPE,
                pass_fds=passed,
            )

    def run(
        self,
        command: tuple[str, ...],
        cwd: Path,
        variables: Mapping[str, str],
        timeout: float = 120,
        file: bool = False,
    ) -> Ran:
        """Run a module in a fork, or a file, named first in a command.

        Raises `subprocess.TimeoutExpired` where it takes too long.
        """
        number, pipes = self._begin({
            "command": command, "file": file, "folder": str(cwd.resolve()),
            "variables": dict(variables),
        })  # fmt: skip
        try:
            out, err = _contents(pipes, time.monotonic() + timeout)
        except TimeoutError:
            with suppress(ProcessLookupError):
                os.kill(number, signal.SIGKILL)
            self._answer()
            raise subprocess.TimeoutExpired(command, timeout) from None
        code = os.waitstatus_to_exitcode(self._answer())
        arguments = command if file else ("-m", *command)
        return Ran([sys.executable, *arguments], code, _text(out), _text(err))

    def end(self) -> None:
        """End the process, which ends when nobody gives it orders any more."""
        self._connection.close()
        self._process.communicate()
        self._folder.cleanup()

    def _begin(self, order: Mapping[str, object]) -> tuple[int, list[int]]:
        """The number of the process of a command, and where its two streams are read."""
        (out, their_out), (err, their_err) = os.pipe(), os.pipe()
        packet = ascii(order).encode()
        try:
            socket.send_fds(self._connection, [packet], [their_out, their_err])
        finally:
            os.close(their_out)
            os.close(their_err)
        return self._answer(), [out, err]

    def _answer(self) -> int:
        """The next number that the process answers with; fails with what it said if it ended."""
        answer = self._connection.recv(64)
        assert answer, self._process.communicate()[1].decode()
        return int(answer)


@cache
def prepared() -> Prepared:
    """The process of this worker, begun when it is first asked for."""
    begun = Prepared()
    atexit.register(begun.end)
    return begun


def _stamps(package: Path) -> set[tuple[str, int, int]]:
    """Every file of a package with its size and when it changed, which a copy has likewise."""
    stamps, beneath = set(), [""]
    while beneath:
        folder = beneath.pop()
        with os.scandir(f"{package}/{folder}") as entries:
            for entry in entries:
                name = f"{folder}/{entry.name}"
                if not entry.is_dir():
                    status = entry.stat()
                    stamps.add((name, status.st_size, status.st_mtime_ns))
                elif entry.name != "__pycache__":
                    beneath.append(name)
    return stamps


def _contents(pipes: list[int], until: float) -> list[bytes]:
    """All that comes from each pipe; raises `TimeoutError` if one is open at that moment."""
    read = {pipe: bytearray() for pipe in pipes}
    try:
        with selectors.DefaultSelector() as waiting:
            for pipe in pipes:
                waiting.register(pipe, selectors.EVENT_READ)
            while waiting.get_map():
                ready = waiting.select(max(0, until - time.monotonic()))
                if not ready:
                    raise TimeoutError
                for key, _ in ready:
                    part = os.read(key.fd, 1 << 16)
                    read[key.fd] += part
                    if not part:
                        waiting.unregister(key.fd)
    finally:
        for pipe in pipes:
            os.close(pipe)
    return [bytes(content) for content in read.values()]


def _text(content: bytes) -> str:
    """What is printed, with the ends of lines that `subprocess` gives."""
    return content.decode().replace("\r\n", "\n").replace("\r", "\n")
