"""Queries to git about the repository that holds a site."""

import os
import re
import subprocess
from collections.abc import Iterable, Mapping
from datetime import UTC, date, datetime
from pathlib import Path

from .paths import CONFIGURATION
from .problem import printable


def ask_git(root: Path, *arguments: str, seconds: float | None = None) -> str:
    """The output of a git command in a folder; optional locks are not taken.

    Bytes that are no UTF-8 become surrogates (PEP 383). Raises `OSError` where git cannot be run,
    `subprocess.CalledProcessError` where it fails, and `subprocess.TimeoutExpired` where it takes
    longer than `seconds`.
    """
    return ask_git_bytes(root, *arguments, seconds=seconds).decode("utf-8", "surrogateescape")


def ask_git_bytes(
    root: Path, *arguments: str, given: bytes = b"", seconds: float | None = None
) -> bytes:
    """The bytes that a git command prints, with `given` as its standard input.

    Raises `OSError` where git cannot be run, `subprocess.CalledProcessError` where it fails, and
    `subprocess.TimeoutExpired` where it takes longer than `seconds`.
    """
    command = ["git", "-C", str(root), "--no-optional-locks", *arguments]
    run = subprocess.run(
        command,
        input=given,
        capture_output=True,
        check=True,
        timeout=seconds,
        env={**os.environ, **_AS_IT_IS},
    )
    return run.stdout


# History as it was pushed: a clone's replaced objects and grafts do not count, and what a partial
# clone lacks is not fetched.
_AS_IT_IS = {
    "GIT_NO_REPLACE_OBJECTS": "1",
    "GIT_GRAFT_FILE": os.devnull,
    "GIT_NO_LAZY_FETCH": "1",
    "GIT_ALLOW_PROTOCOL": "none",
}


# The limit for a build: longer than git takes in any intact repository.
SECONDS = 10

_COMMIT = re.compile(r"# branch\.oid ([0-9a-f]{40}(?:[0-9a-f]{24})?)")


def revision(root: Path) -> str | None:
    """The hash of the commit at HEAD, if the site is part of it and the work tree is clean.

    None where there is no git or no repository, or where git fails.
    """
    if not _belongs(root):
        return None
    status = _git(root, "status", "--porcelain=v2", "--branch", "--untracked-files=normal")
    lines = (status or "").splitlines()
    if any(not line.startswith("#") for line in lines):
        return None
    return next((match[1] for line in lines if (match := _COMMIT.fullmatch(line))), None)


def committed(root: Path) -> str | None:
    """Seconds from 1970 to the commit at HEAD, if mkdocs.yml is tracked in that repository.

    None where it is not, or without git; empty where there is no commit.
    """
    if not _belongs(root):
        return None
    # A user's setting log.showSignature would have git print the check of a signature, too.
    return (_git(root, "log", "-1", "--no-show-signature", "--format=%ct", "HEAD") or "").strip()


def added_days(root: Path, folder: str, commit: str) -> dict[str, date]:
    """The day, in UTC, on which each file of a folder came to the branch of a commit, last of all.

    By path from the root of the site. Raises `HistoryError` where git knows no such commit.
    """
    options = ("--first-parent", "-m", "--diff-filter=A", "--no-renames", "--no-show-signature")
    shown = ("--name-only", "--relative", "-z", "--format=%x01%ct")
    days: dict[str, date] = {}
    day = date.min
    for text in asked(root, "log", *options, *shown, commit, "--", folder).split("\0"):
        # Names of files come after the time of their commit; only the first begins a line.
        name = text.removeprefix("\n")
        if name.startswith("\x01"):
            day = datetime.fromtimestamp(int(name[1:]), UTC).date()
        elif name:
            days.setdefault(name, day)
    return days


def is_kept_out(place: Path) -> bool:
    """Whether no commit takes up a new file by accident: it is in no work tree, or git ignores it.

    A work tree is known by the `.git` in it, also where git cannot be asked.
    """
    folder = place.parent.resolve()
    if not in_work_tree(folder):
        return True
    return _git(folder, "check-ignore", "--quiet", "--", f"./{place.name}") is not None


def in_work_tree(folder: Path) -> bool:
    """Whether a folder is in a work tree, known by its `.git` also where git cannot be asked."""
    return any((each / ".git").exists() for each in (folder, *folder.parents))


def is_tracked(place: Path) -> bool:
    """Whether git has a file already, so that to ignore it changes nothing."""
    folder = place.parent.resolve()
    return _git(folder, "ls-files", "--error-unmatch", "--", f"./{place.name}") is not None


def _belongs(root: Path) -> bool:
    """Whether git tracks mkdocs.yml; if not, the repository is another that encloses the site."""
    return _git(root, "ls-files", "--error-unmatch", "--", CONFIGURATION) is not None


def _git(root: Path, *arguments: str) -> str | None:
    """The output of a git command; none where it cannot be run, fails or takes too long."""
    try:
        return ask_git(root, *arguments, seconds=SECONDS)
    except (OSError, subprocess.SubprocessError):
        return None


# Of a partial clone, which git would complete from the network: no check asks that.
LACKING = "this clone lacks files of its history; run 'git fetch --refetch --no-filter'"


class HistoryError(Exception):
    """Git has no history to compare with; the message holds that of git, and a remedy."""


def asked(root: Path, *arguments: str) -> str:
    """The output of a git command; raises `HistoryError` where it cannot be run or fails."""
    return asked_bytes(root, *arguments).decode("utf-8", "surrogateescape")


def asked_bytes(root: Path, *arguments: str, given: bytes = b"") -> bytes:
    """The bytes that a git command prints, with `given` as its standard input.

    Raises `HistoryError` where git cannot be run or fails.
    """
    try:
        return ask_git_bytes(root, *arguments, given=given)
    except FileNotFoundError as error:
        raise HistoryError("git is not installed; install it") from error
    except OSError as error:
        raise HistoryError(f"git cannot be run: {error.strerror}; mend that") from error
    except subprocess.CalledProcessError as error:
        message = _message(error.stderr)
        lacking = "promisor" in message.casefold()
        raise HistoryError(
            LACKING if lacking else f"{message}; fetch it, or name another"
        ) from error


_HEADER = re.compile(rb"[0-9a-f]+ (\w+) (\d+)\n")


def blobs(root: Path, wanted: Iterable[str]) -> Mapping[str, bytes]:
    """The content of each blob by its hash, without those that this clone lacks.

    They are read at once, from git's batch output: a header with the size, then the bytes. Raises
    `HistoryError` where git cannot be run or fails.
    """
    hashes = list(dict.fromkeys(wanted))
    printed = asked_bytes(root, "cat-file", "--batch", given="\n".join([*hashes, ""]).encode())
    found, position = {}, 0
    for each in hashes:
        if header := _HEADER.match(printed, position):
            end = header.end() + int(header[2])
            if header[1] == b"blob":
                found[each] = printed[header.end() : end]
            position = end + 1
        else:  # "<hash> missing"
            position = printed.find(b"\n", position) + 1
    return found


def _message(stderr: bytes) -> str:
    """The first fatal message that git printed, without the advice that may follow it."""
    lines = stderr.decode("utf-8", "replace").splitlines()
    fatal = [line.removeprefix("fatal: ") for line in lines if line.startswith("fatal: ")]
    message = (fatal or lines[-1:] or ["git finds no common history"])[0]
    return printable(message.strip())
