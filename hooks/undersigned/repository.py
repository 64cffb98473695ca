"""Git, asked about the repository of a site."""

import subprocess
from pathlib import Path


def ask_git(root: Path, *arguments: str, seconds: float | None = None) -> str:
    """What git prints of the repository around a folder, without waiting for its locks.

    Paths that are no UTF-8 are kept as they are. Raises OSError where git cannot be run,
    `subprocess.CalledProcessError` where it fails and `subprocess.TimeoutExpired` where it takes
    longer than the seconds given.
    """
    return ask_git_bytes(root, *arguments, seconds=seconds).decode("utf-8", "surrogateescape")


def ask_git_bytes(
    root: Path, *arguments: str, given: bytes = b"", seconds: float | None = None
) -> bytes:
    """The bytes that git prints once it has read those given; raises as `ask_git` does."""
    command = ["git", "-C", str(root), "--no-optional-locks", *arguments]
    run = subprocess.run(command, input=given, capture_output=True, check=True, timeout=seconds)
    return run.stdout
