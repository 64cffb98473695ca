"""Git, asked about the repository of a site."""

import re
import subprocess
from pathlib import Path

from .paths import CONFIGURATION
from .problem import printable


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


# Longer than any healthy repository takes; a build does not wait for a sick one.
SECONDS = 10

_COMMIT = re.compile(r"# branch\.oid ([0-9a-f]{40}(?:[0-9a-f]{24})?)")


def revision(root: Path) -> str | None:
    """The commit at HEAD, if the site belongs to it and nothing in its repository differs from it.

    Without git, without a repository or in any doubt there is none.
    """
    if not _belongs(root):
        return None
    status = _git(root, "status", "--porcelain=v2", "--branch", "--untracked-files=normal")
    lines = (status or "").splitlines()
    if any(not line.startswith("#") for line in lines):
        return None
    return next((match[1] for line in lines if (match := _COMMIT.fullmatch(line))), None)


def committed(root: Path) -> str | None:
    """Seconds from 1970 to the commit at HEAD, if the site belongs to it, changed since or not."""
    if not _belongs(root):
        return None
    # A user's settings may have git print what it thinks of signatures in the same breath.
    return (_git(root, "log", "-1", "--no-show-signature", "--format=%ct", "HEAD") or "").strip()


def _belongs(root: Path) -> bool:
    """Whether mkdocs.yml is in git; if not, the repository is somebody else's, around this site."""
    return _git(root, "ls-files", "--error-unmatch", "--", CONFIGURATION) is not None


def _git(root: Path, *arguments: str) -> str | None:
    try:
        return ask_git(root, *arguments, seconds=SECONDS)
    except (OSError, subprocess.SubprocessError):
        return None


class HistoryError(Exception):
    """There is no git history to compare with; the message says what git said, and a remedy."""


def asked(root: Path, *arguments: str) -> str:
    """What git prints; raises `HistoryError` where it cannot tell."""
    return asked_bytes(root, *arguments).decode("utf-8", "surrogateescape")


def asked_bytes(root: Path, *arguments: str, given: bytes = b"") -> bytes:
    """The bytes that git prints once it has read those given; raises as `asked` does."""
    try:
        return ask_git_bytes(root, *arguments, given=given)
    except FileNotFoundError as error:
        raise HistoryError("git is not installed; install it") from error
    except OSError as error:
        raise HistoryError(f"git cannot be run: {error.strerror}; mend that") from error
    except subprocess.CalledProcessError as error:
        raise HistoryError(f"{_said(error.stderr)}; fetch it, or name another") from error


def _said(complaint: bytes) -> str:
    """Git's own words, without the advice that may follow them."""
    lines = complaint.decode("utf-8", "replace").splitlines()
    fatal = [line.removeprefix("fatal: ") for line in lines if line.startswith("fatal: ")]
    said = (fatal or lines[-1:] or ["git finds no common history"])[0]
    return printable(said.strip())
