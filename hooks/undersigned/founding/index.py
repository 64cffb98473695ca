"""The package in an index such as PyPI: pip finds it where it finds all others, as it is set up."""

import subprocess
import sys
import tempfile
from importlib.metadata import version
from pathlib import Path

from .wheels import NAME, Wheel, WheelError, wheel_at

# How often pip asks again where nobody answers.
_RETRIES = "2"


def from_index(number: str = "") -> Wheel:
    """The wheel of a version that pip finds in an index; without one, of the newest.

    Raises `WheelError` where there is none, and where nobody answers.
    """
    wanted = f"{NAME}=={number}" if number else NAME
    with tempfile.TemporaryDirectory(prefix="undersigned-") as folder:
        # Sources are not asked for: to build them would be to run them.
        options = ["--no-deps", "--only-binary", ":all:", "--retries", _RETRIES, "--dest", folder]
        quiet = ["--quiet", "--no-input", "--disable-pip-version-check"]
        command = [sys.executable, "-m", "pip", "download", *quiet, *options, wanted]
        done = subprocess.run(
            command, capture_output=True, encoding="utf-8", errors="replace", check=False
        )
        if done.returncode:
            said = done.stderr.strip().splitlines() or ["no reason is given"]
            message = f"pip finds no {wanted} ({said[-1].removeprefix('ERROR: ')})"
            remedy = "see whether this machine is connected, or name a wheel that you have"
            raise WheelError(f"{message}; {remedy}")
        wheel = wheel_at(Path(folder))
    return Wheel(wheel.name, wheel.content, indexed=True)


def running() -> str:
    """The version of the package that runs this."""
    return version(NAME)
