"""The register as it was at a commit, read out of git and never checked out."""

import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from ..reading.gathering import DROP_INS, LARGEST_DROP_IN, REGISTER, gathered, misplaced, waits
from ..reading.source import MEBIBYTE, Entry, Source, decoded
from ..reporting.changes import asked
from ..reporting.problems import Problem

_LISTED = re.compile(r"(\d+) \w+ ([0-9a-f]+) +(\d+|-)\t(.+)", re.DOTALL)
_LARGEST = 64 * MEBIBYTE

# So many at once: a command line is not endless.
_AT_ONCE = 500


class _File(NamedTuple):
    path: str
    blob: str
    size: int


def register_at(root: Path, commit: str) -> tuple[list[Entry], list[Problem]]:
    """The entries of a site at a commit, and what of them could not be read.

    A site that had no register had no entries. Raises `NoHistory` where git cannot tell.
    """
    files, problems = _files_at(root, commit)
    sources = dict(_contents(root, files))
    register = sources.pop(REGISTER, Source(REGISTER, ""))
    entries, more = gathered(register, sources.values())
    return entries, problems + more


def _files_at(root: Path, commit: str) -> tuple[list[_File], list[Problem]]:
    """What of the register is to be read; links and overlong files are not, as in a work tree."""
    listed = asked(root, "ls-tree", "-r", "-l", "-z", commit, "--", REGISTER, f"{DROP_INS}/")
    files: list[_File] = []
    problems: list[Problem] = []
    for mode, blob, size, path in map(_fields, filter(None, listed.split("\0"))):
        folder, _, name = path.rpartition("/")
        if path != REGISTER and (folder != DROP_INS or not waits(name)):
            continue
        wrong = _barred(path, mode, size)
        if wrong is None:
            files.append(_File(path, blob, int(size)))
        else:
            problems.append(wrong)
    return files, problems


def _fields(line: str) -> Sequence[str]:
    match = _LISTED.fullmatch(line)
    return match.groups() if match else ("", "", "-", line)


def _barred(path: str, mode: str, size: str) -> Problem | None:
    if not mode.startswith("100"):
        return Problem(path, 1, 1, "is not a plain file")
    if int(size) > (_LARGEST if path == REGISTER else LARGEST_DROP_IN):
        return Problem(path, 1, 1, "is too large to be read")
    return None if path == REGISTER else misplaced(path)


def _contents(root: Path, files: Sequence[_File]) -> Iterator[tuple[str, Source | Problem]]:
    """Each file's text: git prints many blobs in a row, and their sizes part them."""
    for first in range(0, len(files), _AT_ONCE):
        some = files[first : first + _AT_ONCE]
        printed = asked(root, "show", "--no-textconv", *(each.blob for each in some))
        rest = printed.encode("utf-8", "surrogateescape")
        for file in some:
            yield file.path, decoded(file.path, rest[: file.size])
            rest = rest[file.size :]
