"""What a change touches, so that nobody is told off over somebody else's entry."""

import re
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from ..git import asked
from ..problem import Problem, Severity
from ..text.source import Entry

_HUNK = re.compile(r"^@@ -\S+ \+(\d+)(?:,(\d+))? @@", re.MULTILINE)

# Git ends a line with a line feed alone, readers with this as well.
_OTHER_BREAK = re.compile(rb"\r(?!\n)")


@dataclass(frozen=True, slots=True)
class FileDiff:
    """What a change did to one file, by line numbers of the file as it is now.

    `cuts` are the lines directly after which lines were removed and none put in their place.
    """

    ranges: tuple[range, ...] = ()
    cuts: frozenset[int] = frozenset()
    whole: bool = False

    def meets(self, first: int, last: int) -> bool:
        """Whether the change touches any line from the first to the last."""
        written = any(lines.start <= last and first < lines.stop for lines in self.ranges)
        return self.whole or written or any(first <= cut <= last for cut in self.cuts)


@dataclass(frozen=True, slots=True)
class Diff:
    """What a change touches, by path from the root of the site."""

    files: Mapping[str, FileDiff]

    def touch(self, entry: Entry) -> bool:
        """Whether the change touches an entry."""
        return self._meets(entry.path, entry.line, entry.last_line)

    def lighten(self, problems: Iterable[Problem]) -> list[Problem]:
        """The problems, those on lines that the change does not touch made notes."""
        folders = {str(each) for path in self.files for each in PurePosixPath(path).parents}
        return [
            problem if self._causes(problem, folders) else problem._replace(severity=Severity.NOTE)
            for problem in problems
        ]

    def _causes(self, problem: Problem, folders: Collection[str]) -> bool:
        """Whether a problem is on lines of the change, or about a folder with a file of it."""
        if problem.also in self.files or problem.path in folders:
            return True
        last = max(problem.line, problem.last_line)
        return self._meets(problem.path, problem.line, last)

    def _meets(self, path: str, first: int, last: int) -> bool:
        return self.files.get(path, FileDiff()).meets(first, last)


def diff_since(root: Path, revision: str) -> Diff:
    """What has changed under a folder since the history parted from a revision.

    Counts what is committed, what is not yet, and files that git does not track and does not
    ignore. Raises `HistoryError` where there is no repository or no such revision.
    """
    parted = parting(root, revision)
    listed = asked(root, "diff", "--name-status", "--no-renames", "--relative", "-z", parted)
    fields = listed.split("\0")
    files = {}
    for status, path in zip(fields[0::2], fields[1::2], strict=False):
        whole = status in "AD"
        files[path] = FileDiff(whole=True) if whole else _touched(root, parted, path)
    untracked = asked(root, "ls-files", "--others", "--exclude-standard", "-z").split("\0")
    return Diff(files | {path: FileDiff(whole=True) for path in untracked if path})


def parting(root: Path, revision: str) -> str:
    """The commit at which the history parted from a revision; raises `HistoryError`."""
    return asked(root, "merge-base", "--", revision, "HEAD").strip()


def text_before(root: Path, revision: str, path: str) -> str:
    """A file's text where the history parted from a revision; empty where it was not there yet.

    Raises `HistoryError` as `diff_since` does.
    """
    parted = parting(root, revision)
    there = asked(root, "ls-tree", "--name-only", parted, "--", path)
    return asked(root, "cat-file", "blob", f"{parted}:./{path}") if there else ""


def _touched(root: Path, parted: str, path: str) -> FileDiff:
    """What a change did to a file, which is text whatever attributes or zero bytes say of it."""
    if _breaks_otherwise(root / path):
        return FileDiff(whole=True)
    options = ("--unified=0", "--text", "--no-textconv", "--no-color", "--no-ext-diff")
    diff = asked(root, "--literal-pathspecs", "diff", *options, "--relative", parted, "--", path)
    ranges, cuts = [], []
    for start, length in _HUNK.findall(diff):
        first, count = int(start), int(length or 1)
        if count:
            ranges.append(range(first, first + count))
        else:
            cuts.append(first)
    return FileDiff(tuple(ranges), frozenset(cuts))


def _breaks_otherwise(place: Path) -> bool:
    """Whether a file has lines that git does not count."""
    try:
        return not place.is_symlink() and _OTHER_BREAK.search(place.read_bytes()) is not None
    except OSError:
        return False
