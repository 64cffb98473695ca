"""Commands that wait for a server for a minute, and are interrupted meanwhile."""

import signal
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

# What is begun in the background of a shell is told to ignore interrupts, and so are its children.
_WAITING = """\
import os, signal, sys, time
from undersigned.cli import main
from undersigned.links.network import Network
signal.signal(signal.SIGINT, signal.default_int_handler)
def resolve(host, port):
    os.write(1, b"asked\\n")
    time.sleep(60)
main(sys.argv[1:], obj=Network(resolve=resolve))
"""


def interrupted(root: Path, command: Sequence[str]) -> tuple[int, str, str]:
    """The exit code of a command in a site, its output and errors, once it was interrupted.

    That is as soon as it looks up the first host. The test fails where it waits for the server.
    """
    with subprocess.Popen(
        [sys.executable, "-c", _WAITING, *command],
        cwd=root,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    ) as running:
        assert running.stdout is not None
        assert running.stdout.readline() == "asked\n"
        running.send_signal(signal.SIGINT)
        # What it waits for would take a minute.
        output, errors = running.communicate(timeout=30)
    return running.returncode, output, errors
