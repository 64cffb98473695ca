"""The lines that a change touches, so that only problems of these lines are held against it."""

import re
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from ..git import asked
from ..problem import Problem, Severity
from ..revisions import resolved
from ..text.source import Entry

_HUNK = re.compile(r"^@@ -\S+ \+(\d+)(?:,(\d+))? @@", re.MULTILINE)

# A line end for readers of Markdown and YAML, but not for git.
_OTHER_LINE_END = re.compile(rb"\r(?!\n)")


@dataclass(frozen=True, slots=True)
class FileDiff:
    """What a change did to a file, by line numbers of the present file, from 1.

    `ranges` are the lines that were written, `cuts` the lines directly after which lines were
    removed and not replaced. `whole` is whether the file as a whole counts as changed.
    """

    ranges: tuple[range, ...] = ()
    cuts: frozenset[int] = frozenset()
    whole: bool = False

    def meets(self, first: int, last: int) -> bool:
        """Whether the change touches any of the lines from `first` to `last`."""
        written = any(lines.start <= last and first < lines.stop for lines in self.ranges)
        return self.whole or written or any(first <= cut <= last for cut in self.cuts)


@dataclass(frozen=True, slots=True)
class Diff:
    """What a change touches, by path relative to the root of the site."""

    files: Mapping[str, FileDiff]

    def touch(self, entry: Entry) -> bool:
        """Whether the change touches any line of an entry."""
        return self._meets(entry.path, entry.line, entry.last_line)

    def lighten(self, problems: Iterable[Problem]) -> list[Problem]:
        """The problems, with those that the change does not cause reduced to notes."""
        folders = {str(each) for path in self.files for each in PurePosixPath(path).parents}
        return [
            problem if self._causes(problem, folders) else problem._replace(severity=Severity.NOTE)
            for problem in problems
        ]

    def _causes(self, problem: Problem, folders: Collection[str]) -> bool:
        """Whether a problem is on lines of the change, or concerns one of its files or folders."""
        if problem.also in self.files or problem.path in folders:
            return True
        last = max(problem.line, problem.last_line)
        return self._meets(problem.path, problem.line, last)

    def _meets(self, path: str, first: int, last: int) -> bool:
        return self.files.get(path, FileDiff()).meets(first, last)


def diff_since(root: Path, base: str) -> Diff:
    """What has changed under a folder since a commit, as `parting` gives it.

    Includes committed and uncommitted changes, and untracked files that are not ignored. Raises
    `HistoryError` where git cannot read the commit.
    """
    # A branch's own .gitmodules could hide its submodules.
    options = ("--name-status", "--no-renames", "--ignore-submodules=none", "--relative", "-z")
    listed = asked(root, "diff", *options, base)
    fields = listed.split("\0")
    files = {}
    for status, path in zip(fields[0::2], fields[1::2], strict=False):
        whole = status in "AD"
        files[path] = FileDiff(whole=True) if whole else _touched(root, base, path)
    untracked = asked(root, "ls-files", "--others", "--exclude-standard", "-z").split("\0")
    return Diff(files | {path: FileDiff(whole=True) for path in untracked if path})


def parting(root: Path, revision: str) -> str:
    """The merge base of HEAD and a revision.

    Raises `HistoryError` where there is no repository or no such revision.
    """
    return asked(root, "merge-base", "--", resolved(root, revision), "HEAD").strip()


def text_before(root: Path, base: str, path: str) -> str:
    """A file's text at a commit, as `parting` gives it; empty where there was no such file.

    Raises `HistoryError` where git cannot read the commit.
    """
    exists = asked(root, "ls-tree", "--name-only", base, "--", path)
    return asked(root, "cat-file", "blob", f"{base}:./{path}") if exists else ""


def _touched(root: Path, base: str, path: str) -> FileDiff:
    """What a change did to a file, taken as text in spite of attributes and zero bytes."""
    if _has_other_line_ends(root / path):
        return FileDiff(whole=True)
    options = ("--unified=0", "--text", "--no-textconv", "--no-color", "--no-ext-diff")
    diff = asked(root, "--literal-pathspecs", "diff", *options, "--relative", base, "--", path)
    ranges, cuts = [], []
    for start, length in _HUNK.findall(diff):
        first, count = int(start), int(length or 1)
        if count:
            ranges.append(range(first, first + count))
        else:
            cuts.append(first)
    return FileDiff(tuple(ranges), frozenset(cuts))


def _has_other_line_ends(file: Path) -> bool:
    """Whether a file has line ends that git does not count."""
    try:
        return not file.is_symlink() and _OTHER_LINE_END.search(file.read_bytes()) is not None
    except OSError:
        return False
