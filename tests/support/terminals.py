"""Commands at a terminal, whose questions are answered, or which are interrupted there."""

import os
import pty
import re
import select
import subprocess
import sys
import termios
import time
from collections.abc import Mapping, Sequence
from pathlib import Path

from .sites import SmallSite

# Has the terminal send its interrupts (Ctrl-C) to the command, as a shell does.
_CONTROLLED = (
    "import fcntl, os, sys, termios; fcntl.ioctl(0, termios.TIOCSCTTY, 0);"
    " os.execv(sys.executable, [sys.executable, *sys.argv[1:]])"
)

# What a terminal is: nothing that a machine which tests says of itself.
_ENVIRONMENT = {"TERM": "xterm-256color"}


class Terminal:
    """Python at a terminal of its own, and all that it wrote there."""

    def __init__(
        self, arguments: Sequence[str], folder: Path, variables: Mapping[str, str] | None = None
    ) -> None:
        self.shown = ""
        self._master, terminal = pty.openpty()
        termios.tcsetwinsize(terminal, (40, 100))
        environment = {name: value for name, value in os.environ.items() if name != "CI"}
        self.running = subprocess.Popen(
            [sys.executable, "-c", _CONTROLLED, *arguments],
            cwd=folder,
            stdin=terminal,
            stdout=terminal,
            stderr=terminal,
            start_new_session=True,
            env={**environment, **_ENVIRONMENT, **(variables or {})},
        )
        os.close(terminal)

    def until(self, text: str) -> None:
        """Wait until something was written; the test fails where it is not within a minute."""
        self.until_like(re.escape(text))

    def until_like(self, pattern: str) -> None:
        """Wait until something was written that is like a regular expression."""
        deadline = time.monotonic() + 60
        while not re.search(pattern, self.shown):
            assert time.monotonic() < deadline, self.shown
            assert self._read(), self.shown

    def press_interrupt(self) -> None:
        """Press Ctrl-C."""
        os.write(self._master, b"\x03")

    def ended(self) -> int:
        """The exit code of the command, once it has ended and all is read."""
        while self._read():
            pass
        os.close(self._master)
        return self.running.wait(timeout=60)

    @property
    def screen(self) -> str:
        """What is seen in the end: lines that were drawn anew are as they were drawn last."""
        return "\n".join(map(_last_drawn, self.shown.split("\r\n")))

    def _read(self) -> bool:
        """Read what is written next; whether there is more to come, within a minute."""
        if not select.select([self._master], [], [], 60)[0]:
            self.running.kill()
            raise AssertionError(f"nothing more is written after: {self.shown}")
        try:
            written = os.read(self._master, 65536)
        except OSError:  # the other end is closed
            return False
        self.shown += written.decode(errors="replace")
        return bool(written)


def _last_drawn(line: str) -> str:
    cells: list[str] = []
    for drawn in line.split("\r"):
        place = 0
        for part in re.split("(\x1b\\[K)", drawn):
            if part == "\x1b[K":
                del cells[place:]
            else:
                cells[place : place + len(part)] = part
                place += len(part)
    return "".join(cells)


def at_a_terminal(site: SmallSite, command: list[str], answers: dict[str, list[str]]) -> str:
    """What a terminal shows of a command whose questions are answered in turn, while they are."""
    master, terminal = pty.openpty()
    running = subprocess.Popen(
        [sys.executable, "-m", "undersigned", *command],
        cwd=site.root,
        stdin=terminal,
        stdout=terminal,
        stderr=terminal,
    )
    os.close(terminal)
    shown, answered, deadline = "", 0, time.monotonic() + 30
    while time.monotonic() < deadline:
        if not select.select([master], [], [], 1)[0]:
            if not any(answers.values()) and shown[answered:].endswith(": "):
                break  # a question that nobody answers
            continue
        try:
            shown += os.read(master, 4096).decode()
        except OSError:  # the other end is closed
            break
        question = shown[answered:]
        for beginning, texts in answers.items():
            if beginning in question and question.endswith(": ") and texts:
                answered = len(shown)
                os.write(master, f"{texts.pop(0)}\n".encode())
                break
    os.close(master)
    running.kill()
    running.wait()
    assert not any(answers.values()), shown
    return shown
