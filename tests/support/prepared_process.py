"""A process that has imported what commands need, and forks one for each of them.

Run as a program, by `prepared.py`. Each order is one packet of JSON on a socket, with the two ends
to write to; the answers are the number of the command's process and, when it ended, its status.
Nothing has run in this process but imports. So a fork of it is what a new Python would be once it
had imported these, and ends as Python ends, by the end of this file; but that it does not take its
modules apart when all else is done, which takes longer than most commands.
"""

import atexit
import gc
import json
import os
import pkgutil
import runpy
import signal
import socket
import sys
import tempfile
import time
from contextlib import suppress
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


def ordered(connection: socket.socket) -> str:
    """The module to run, in the process that is to run it; the first one ends without orders."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # that is for the command, and for who ordered it
    while True:
        packet, streams, _, _ = socket.recv_fds(connection, PACKET, 2)
        if not packet:
            raise SystemExit
        if not (number := os.fork()):
            connection.close()
            return become(json.loads(packet), streams)
        for stream in streams:
            os.close(stream)
        connection.send(str(number).encode())
        connection.send(str(os.waitpid(number, 0)[1]).encode())


def become(order: dict[str, Any], streams: list[int]) -> str:
    """Take the streams, folder, variables and arguments of a command; the module that it runs."""
    signal.signal(signal.SIGINT, signal.default_int_handler)
    for number, stream in enumerate(streams, start=1):
        os.dup2(stream, number)
        os.close(stream)
    os.environ.clear()
    os.environ.update(order["variables"])
    time.tzset()
    tempfile.tempdir = None
    os.chdir(order["folder"])
    module: str = order["command"][0]
    sys.argv = ["-m", *order["command"][1:]]
    sys.path[0] = str(order["folder"])
    return module


class Ending:
    """The end of a command that ended by itself: what remains is to leave."""

    def __init__(self) -> None:
        self._code: int | None = None
        atexit.register(self._leave)  # the first one registered is the last one called

    def run(self, module: str) -> None:
        """Run a module as a program, and remember how it ended."""
        try:
            runpy.run_module(module, run_name="__main__", alter_sys=True)
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
    ending.run(ordered(socket.socket(fileno=int(sys.argv[1]))))
