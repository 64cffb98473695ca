"""A site as it was at a commit, put beside the work tree for as long as it is looked at.

Its files are read out of git as they were committed. `git archive` would leave out, and change,
what the attributes of that commit ask it to.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path, PurePosixPath
from tempfile import TemporaryDirectory
from typing import NamedTuple

from ..git import asked, asked_bytes
from ..paths import DROP_INS, REGISTER
from ..problem import Problem
from ..register.entries import gather
from ..text.source import MEBIBYTE, Entry

_LISTED = re.compile(r"(\d{6}) \w+ ([0-9a-f]+) +(\d+|-)\t(.+)", re.DOTALL)
_HEADER = re.compile(rb"[0-9a-f]+ blob (\d+)\n")

# More than any file of a site may have; of larger ones only the size is told.
_LARGEST = 64 * MEBIBYTE

# Git's mode of a symbolic link, and what that of a plain file begins with.
_LINK, _PLAIN = "120000", "100"


class _File(NamedTuple):
    path: str
    mode: str
    blob: str
    size: int


@contextmanager
def site_at(root: Path, commit: str, paths: Sequence[str]) -> Iterator[Path]:
    """A folder with those files and folders of a site as a commit has them.

    Links lead nowhere in it: what they lead to is no part of the commit. Raises `HistoryError`
    where git cannot say.
    """
    with TemporaryDirectory() as folder:
        site = Path(folder)
        files = list(_files_at(root, commit, paths))
        plain = [each for each in files if each.mode.startswith(_PLAIN) and each.size <= _LARGEST]
        contents = _contents(root, [each.blob for each in plain])
        for file in files:
            _put(site / file.path, file, contents.get(file.blob))
        yield site


def register_at(root: Path, commit: str) -> tuple[list[Entry], list[Problem]]:
    """The entries of a site at a commit, and what of them could not be read.

    A site that had no register had no entries. Raises `HistoryError` where git cannot tell.
    """
    with site_at(root, commit, (REGISTER, DROP_INS)) as before:
        if not (before / REGISTER).exists() and not (before / REGISTER).is_symlink():
            (before / REGISTER).touch()
        return gather(before)


def _files_at(root: Path, commit: str, paths: Sequence[str]) -> Iterator[_File]:
    listed = asked(root, "ls-tree", "-r", "-l", "-z", commit, "--", *paths)
    for line in filter(None, listed.split("\0")):
        if match := _LISTED.fullmatch(line):
            mode, blob, size, path = match.groups()
            # A tree made by other programs than git may hold any name.
            if ".." not in PurePosixPath(path).parts:
                yield _File(path, mode, blob, 0 if size == "-" else int(size))


def _contents(root: Path, blobs: Iterable[str]) -> dict[str, bytes]:
    """The content of each blob: git prints one after the other, each behind its size."""
    wanted = list(dict.fromkeys(blobs))
    printed = asked_bytes(root, "cat-file", "--batch", given="\n".join([*wanted, ""]).encode())
    found, position = {}, 0
    for blob in wanted:
        if header := _HEADER.match(printed, position):
            end = header.end() + int(header[1])
            found[blob] = printed[header.end() : end]
            position = end + 1
    return found


def _put(place: Path, file: _File, content: bytes | None) -> None:
    if not file.mode.startswith(_PLAIN) and file.mode != _LINK:
        return  # a repository of its own
    place.parent.mkdir(parents=True, exist_ok=True)
    if file.mode == _LINK:
        place.symlink_to("nowhere")
    elif content is not None:
        place.write_bytes(content)
    else:
        with place.open("wb") as empty:
            empty.truncate(file.size)  # so that a reader refuses it for its size
