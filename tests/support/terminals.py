"""Commands at a terminal, whose questions are answered."""

import os
import pty
import select
import subprocess
import sys
import time

from .sites import SmallSite


def at_a_terminal(site: SmallSite, command: list[str], answers: dict[str, list[str]]) -> str:
    """What a terminal shows of a command whose questions are answered in turn."""
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
        if not select.select([master], [], [], 0.1)[0]:
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
