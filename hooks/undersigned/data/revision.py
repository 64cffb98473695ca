"""Which commit a site is built from, where that is certain, and when that was made."""

import re
import subprocess
from pathlib import Path

from ..repository import ask_git
from ..site import CONFIGURATION

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
