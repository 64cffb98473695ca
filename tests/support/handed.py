"""Programs that scripts find, which hand what they are asked to the process with the imports."""

import sys
from pathlib import Path

from .prepared import prepared

UNDERSIGNED = Path(sys.executable).with_name("undersigned")

# Without `site`, and of few modules: it begins in a fifth of the time that a Python takes.
_PROGRAM = """\
#!{python} -IS
import os
import sys
from _signal import SIG_DFL, signal
from _socket import AF_UNIX, SCM_RIGHTS, SOCK_SEQPACKET, SOL_SOCKET, socket

REAL = {real!r}


def handed() -> socket:
    for each in range(3):
        os.fstat(each)
    asked = {{
        "command": (REAL, *sys.argv[1:]), "file": True, "folder": os.getcwd(),
        "variables": dict(os.environ),
    }}
    streams = b"".join(each.to_bytes(4, sys.byteorder) for each in range(3))
    process = socket(AF_UNIX, SOCK_SEQPACKET)
    process.connect({address!r})
    process.sendmsg([ascii(asked).encode()], [(SOL_SOCKET, SCM_RIGHTS, streams)])
    int(process.recv(64))
    return process


try:
    process = handed()
except (OSError, ValueError):  # no process, no such stream or folder, nothing answered
    os.execv(REAL, [REAL, *sys.argv[1:]])
ended = int(process.recv(64))
if os.WIFSIGNALED(ended):
    if os.WTERMSIG(ended) not in (9, 19):
        signal(os.WTERMSIG(ended), SIG_DFL)
    os.kill(os.getpid(), os.WTERMSIG(ended))
os._exit(os.waitstatus_to_exitcode(ended))
"""


def install(folder: Path, real: Path) -> None:
    """Write a program of the name of another into a folder, for scripts that have it on their path.

    It runs the other one, a file of Python, in a fork that has its streams, folder and variables;
    or in its own Python where the fork would not be what that is.
    """
    program = folder / real.name
    if sys.platform == "linux":
        address = prepared().address
        text = _PROGRAM.format(python=sys.executable, real=str(real), address=address)
        program.write_text(text)
        program.chmod(0o755)
    else:
        program.symlink_to(real)
