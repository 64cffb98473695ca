"""Snapshots: temporary folders with the files of a site as a commit has them.

The files are read from git's object database. `git archive` would omit and change files as the
commit's own attributes ask it to.
"""

import os
import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path, PurePosixPath
from tempfile import TemporaryDirectory
from typing import NamedTuple

from ..entry_list import SIGNATORIES, EntryList
from ..git import asked, blobs
from ..problem import Problem
from ..register.entries import gather
from ..text.source import MEBIBYTE, Entry

_LISTED = re.compile(r"(\d{6}) \w+ ([0-9a-f]+) +(\d+|-)\t(.+)", re.DOTALL)

# In bytes, more than any file of a site may have; of a larger file only the size is kept.
_LARGEST = 64 * MEBIBYTE

# Git's mode of a symbolic link, and the first digits of those of regular files.
_LINK, _REGULAR = "120000", "100"


class _File(NamedTuple):
    path: str
    mode: str
    blob: str
    size: int


@contextmanager
def site_at(root: Path, commit: str, paths: Sequence[str]) -> Iterator[Path]:
    """A temporary folder with the given files and folders of a site as a commit has them.

    Symbolic links are dangling in it: their targets are not part of the commit. Raises
    `HistoryError` where git cannot list or read the files.
    """
    with TemporaryDirectory() as folder:
        site = Path(folder)
        files = list(_files_at(root, commit, paths))
        readable = [
            each for each in files if each.mode.startswith(_REGULAR) and each.size <= _LARGEST
        ]
        contents = blobs(root, [each.blob for each in readable])
        for file in files:
            _write(site / file.path, file, contents.get(file.blob))
        yield site


def entries_at(
    root: Path, commit: str, kept: EntryList = SIGNATORIES
) -> tuple[list[Entry], list[Problem]]:
    """The entries of a list at a commit, and the problems of reading them.

    A site without the list has no entries. Raises `HistoryError` where git cannot list or read the
    files.
    """
    with site_at(root, commit, (kept.path, kept.drop_ins)) as before:
        if not os.path.lexists(before / kept.path):
            (before / kept.path).touch()
        return gather(before, kept)


def _files_at(root: Path, commit: str, paths: Sequence[str]) -> Iterator[_File]:
    listed = asked(root, "ls-tree", "-r", "-l", "-z", commit, "--", *paths)
    for line in filter(None, listed.split("\0")):
        if match := _LISTED.fullmatch(line):
            mode, blob, size, path = match.groups()
            # A tree that was not made by git may hold any name.
            if ".." not in PurePosixPath(path).parts:
                yield _File(path, mode, blob, 0 if size == "-" else int(size))


def _write(path: Path, file: _File, content: bytes | None) -> None:
    if not file.mode.startswith(_REGULAR) and file.mode != _LINK:
        return  # a submodule
    path.parent.mkdir(parents=True, exist_ok=True)
    if file.mode == _LINK:
        path.symlink_to("nowhere")
    elif content is not None:
        path.write_bytes(content)
    else:
        with path.open("wb") as empty:
            empty.truncate(file.size)  # so that readers refuse it for its size
