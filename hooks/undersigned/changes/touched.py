"""The files that a change touches, and what it does to each."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from ..git import asked
from ..normal_forms import nfc

# The modes by which git marks a symbolic link and a submodule, and a file that may be run.
_LINKS = ("120000", "160000")
_EXECUTABLE = "100755"

_NO_BLOB = "0"


class Touched(NamedTuple):
    """A file that a change touches, by its path; `earlier` is the path it was renamed from.

    `is_new` and `is_gone` are whether it was not there before, and is no longer; `is_link` whether
    it is a symbolic link or a submodule; `may_run` whether the change made it executable.
    """

    path: str
    is_new: bool = False
    is_gone: bool = False
    is_link: bool = False
    may_run: bool = False
    earlier: str = ""

    @property
    def what(self) -> str:
        """What the change does to the file, in words; empty where it edits it."""
        what = "new" if self.is_new else "removed" if self.is_gone else ""
        run = "now executable" if self.may_run else ""
        return ", ".join(filter(None, (what, run)))


class _Line(NamedTuple):
    """What git prints of a file: its modes and blobs before and after."""

    modes: tuple[str, str]
    blobs: tuple[str, str]
    status: str
    path: str


def touched_since(root: Path, commit: str, *, whole: bool = False) -> list[Touched]:
    """The files of a site that differ from a commit, by path; of the `whole` repository if asked.

    Paths are relative to the root of the site, or of the repository. Settings of the change itself
    cannot hide a submodule. Raises `HistoryError` where git cannot list them.
    """
    scope = "--no-relative" if whole else "--relative"
    options = ("--raw", "--no-abbrev", "--no-renames", "--ignore-submodules=none", scope, "-z")
    fields = asked(root, "diff", *options, commit).split("\0")
    lines = [_line(about, path) for about, path in zip(fields[0::2], fields[1::2], strict=False)]
    gone = {each.blobs[0]: each.path for each in lines if each.status == "D"}
    found = [_touched(each, gone) for each in lines]
    if not whole:
        others = asked(root, "ls-files", "--others", "--exclude-standard", "-z").split("\0")
        found += (Touched(path, is_new=True) for path in others if path)
    return sorted(found)


def _line(about: str, path: str) -> _Line:
    before, after, old, new, status = about.removeprefix(":").split(" ")
    return _Line((before, after), (old, new), status[:1], path)


def _touched(line: _Line, gone: dict[str, str]) -> Touched:
    before, after = line.modes
    is_new = line.status == "A"
    earlier = gone.get(line.blobs[1], "") if is_new and line.blobs[1].strip(_NO_BLOB) else ""
    return Touched(
        line.path,
        is_new=is_new,
        is_gone=line.status == "D",
        is_link=after in _LINKS,
        may_run=after == _EXECUTABLE and before != _EXECUTABLE,
        earlier=earlier,
    )


def look_alikes(root: Path, paths: Iterable[str]) -> Iterator[tuple[str, str]]:
    """The paths, of files or folders, that are another's but for case and composed characters.

    Each comes with the other. Systems that do not tell them apart keep one of the two.
    """
    new = set(paths)
    spelt: dict[str, set[str]] = defaultdict(set)
    listed = asked(root, "ls-files", "-z").split("\0") if new else []
    for each in {part for path in {*listed, *new} for part in _with_folders(path)}:
        spelt[_folded(each)].add(each)
    for each in sorted({part for path in new for part in _with_folders(path)}):
        yield from ((each, other) for other in sorted(spelt[_folded(each)] - {each}))


def _with_folders(path: str) -> Iterator[str]:
    """A path, and that of each folder that it lies in."""
    parts = path.split("/")
    return ("/".join(parts[:end]) for end in range(1, len(parts) + 1))


def _folded(path: str) -> str:
    return nfc(nfc(path).casefold())
