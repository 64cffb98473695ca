"""A process that has imported what commands need, and forks one for each of them.

Run as a program, by `prepared.py`. Each order is one packet on a socket, a Python literal, with the
streams of the command; the answers are the number of its process and, when it ended, its status.
Orders come from `prepared.py` itself, and by another socket from programs that scripts find
(`handed.py`), at any time: where this is not what a new Python would be for one, nothing answers.
Nothing has run in this process but imports. So a fork of it is what a new Python would be once it
had imported these, and ends as Python ends, by the end of this file; but that it does not take its
modules apart when all else is done, which takes longer than most commands.
"""

import ast
import atexit
import gc
import os
import pkgutil
import runpy
import select
import signal
import socket
import sys
import tempfile
import time
from collections.abc import Callable, Mapping
from contextlib import suppress
from functools import partial
from importlib import import_module
from typing import Any

# What a build loads besides the package. `__main__` is missing, since that is what runs; so is
# `material.templates`, which says at its import how long its makers will maintain it.
ENGINE = (
    *("mkdocs.commands.build", "mkdocs.config.defaults", "mkdocs.contrib.search"),
    *("mkdocs.localization", "mkdocs.plugins", "mkdocs.theme"),
    *("material.plugins.search.plugin", "mkdocs_bibtex.plugin"),
    *("pybtex.backends.html", "pybtex.backends.markdown", "pybtex.style.formatting.unsrt"),
    *("markdown.extensions.attr_list", "markdown.extensions.codehilite"),
    *("markdown.extensions.fenced_code", "markdown.extensions.md_in_html"),
    *("markdown.extensions.sane_lists", "markdown.extensions.tables"),
    *("babel.numbers", "babel.support", "jinja2.ext", "pygments.formatters", "pygments.lexers"),
)
PACKET = 1 << 18  # more than the variables of an environment and a command ever took

# Of an environment, what a Python reads once, when it begins.
BEGINS = ("PYTHON", "LC_", "LANG", "LD_", "MALLOC_")

Run = Callable[..., object]


def imported() -> None:
    """Import the engine and every module of the package, and keep them where no garbage is."""
    for module in ENGINE:
        import_module(module)
    package = import_module("undersigned")
    for each in pkgutil.walk_packages(package.__path__, "undersigned."):
        if not each.name.endswith(".__main__"):
            import_module(each.name)
    gc.collect()
    gc.freeze()


class Orders:
    """Whoever orders, and the commands that run, each with whom its status is for."""

    def __init__(self, connection: socket.socket, listening: socket.socket) -> None:
        self._connection, self._listening = connection, listening
        self._begun_with = at_begin(os.environ)
        self._running: dict[int, tuple[int, socket.socket]] = {}
        self._waiting = select.poll()
        for each in (connection, listening):
            self._waiting.register(each, select.POLLIN)

    def forked(self) -> Run:
        """What to run, in the process that is to run it; the first one ends without orders."""
        signal.signal(signal.SIGINT, signal.SIG_IGN)  # for the command, and for who ordered it
        while True:
            for ready, _ in self._waiting.poll():
                if ready in self._running:
                    self._ended(ready)
                elif order := self._accepted(ready):
                    return order

    def _accepted(self, ready: int) -> Run | None:
        """What to run, in its process; nothing in the first one."""
        own = ready == self._connection.fileno()
        asker = self._connection if own else self._listening.accept()[0]
        packet, streams, _, _ = socket.recv_fds(asker, PACKET, 3)
        if own and not packet:
            raise SystemExit
        order = ast.literal_eval(packet.decode())
        if own or self._takes(order, streams):
            if not (number := os.fork()):
                self._close(asker)
                return become(order, streams)
            self._begun(number, asker)
        else:
            asker.close()
        for stream in streams:
            os.close(stream)
        return None

    def _takes(self, order: Mapping[str, Any], streams: list[int]) -> bool:
        """Whether a fork is what a new Python would be, which asks for terminals at its begin."""
        return at_begin(order["variables"]) == self._begun_with and not any(map(os.isatty, streams))

    def _begun(self, number: int, asker: socket.socket) -> None:
        ends = os.pidfd_open(number)
        self._running[ends] = number, asker
        self._waiting.register(ends, select.POLLIN)
        _answer(asker, number)

    def _ended(self, ends: int) -> None:
        number, asker = self._running.pop(ends)
        self._waiting.unregister(ends)
        os.close(ends)
        _answer(asker, os.waitpid(number, 0)[1])
        if asker is not self._connection:
            asker.close()

    def _close(self, asker: socket.socket) -> None:
        """Close what is of the first process alone."""
        for each in (self._connection, self._listening, asker):
            each.close()
        for ends, (_, other) in self._running.items():
            os.close(ends)
            other.close()


def _answer(asker: socket.socket, number: int) -> None:
    with suppress(ConnectionError):  # a program that was ended waits for no answer
        asker.send(str(number).encode())


def at_begin(variables: Mapping[str, str]) -> dict[str, str]:
    """Of an environment, what a Python reads once, when it begins."""
    return {name: value for name, value in variables.items() if name.startswith(BEGINS)}


def become(order: Mapping[str, Any], streams: list[int]) -> Run:
    """Take the streams, folder, variables and arguments of a command; what it runs."""
    signal.signal(signal.SIGINT, signal.default_int_handler)
    # The last ones of three: without one to read from, there is nothing to read.
    for number, stream in enumerate(streams, start=3 - len(streams)):
        os.dup2(stream, number)
        os.close(stream)
    os.environ.clear()
    os.environ.update(order["variables"])
    time.tzset()
    tempfile.tempdir = None
    os.chdir(order["folder"])
    what: str = order["command"][0]
    if order["file"]:
        sys.argv = list(order["command"])
        sys.path[0] = os.path.dirname(os.path.realpath(what))  # noqa: PTH120
        return partial(runpy.run_path, what)
    sys.argv = ["-m", *order["command"][1:]]
    sys.path[0] = order["folder"]
    return partial(runpy.run_module, what, alter_sys=True)


class Ending:
    """The end of a command that ended by itself: what remains is to leave."""

    def __init__(self) -> None:
        self._code: int | None = None
        atexit.register(self._leave)  # the first one registered is the last one called

    def run(self, command: Run) -> None:
        """Run a module or a file as a program, and remember how it ended."""
        try:
            command(run_name="__main__")
            self._code = 0
        except SystemExit as ended:
            self._code = ended.code if isinstance(ended.code, int) else None
            raise

    def _leave(self) -> None:
        if self._code is not None:
            with suppress(OSError, ValueError, AttributeError):  # closed, full, or none: as Python
                sys.stdout.flush()
                sys.stderr.flush()
                os._exit(self._code & 0xFF)


if __name__ == "__main__":
    # As a program it would find its neighbours here before the libraries of the same names.
    sys.path[0] = ""
    ending = Ending()
    imported()
    ending.run(Orders(*(socket.socket(fileno=int(each)) for each in sys.argv[1:])).forked())
