"""The comments that a change writes into files of entries, takes out of them, or moves by a fold.

Nobody sees them on a page, and the differences of entries do not show them.
"""

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from pathlib import Path
from typing import NamedTuple

import yaml

from ..lists import LISTS, list_of
from ..paths import ALLOWLIST, VERSIONS
from ..problem import Severity, stopping
from ..register.entries import LARGEST
from ..text.comments import comments_in, entry_spans, perhaps_comments
from ..text.modelines import is_own_schema_line
from ..text.source import Source, lines_of, names_in, read_source
from ..text.yaml_reader import read_entries


class FileComment(NamedTuple):
    """A comment of the file at a path, and its line."""

    path: str
    line: int
    text: str


class CommentChanges(NamedTuple):
    """The comments that are `new`, those that are `gone`, and those that came with a fold."""

    new: tuple[FileComment, ...] = ()
    gone: tuple[FileComment, ...] = ()
    folded: tuple[FileComment, ...] = ()


def comment_changes(before: Path, after: Path, touched: Iterable[str]) -> CommentChanges:
    """The comments that differ between two states of a site, in the files that were touched.

    A comment that moves is neither new nor gone; from a drop-in to its list it is `folded`.
    """
    paths = sorted({path for path in touched if _holds_entries(path)})
    lines = [(path, _differing(_hashed(before, path), _hashed(after, path))) for path in paths]
    old = [each for path, differing in lines for each in _comments(before, path, differing)]
    new = [each for path, differing in lines for each in _comments(after, path, differing)]
    found, gone = _less(new, old), _less(old, new)
    written = set(found)
    kept = [each for each in new if each not in written]
    folded = [each for path in _LISTED for each in _come_to(path, old, kept)]
    return CommentChanges(tuple(found), tuple(gone), tuple(folded))


_LISTED = tuple(kept.path for kept in LISTS)


def _come_to(
    path: str, old: Iterable[FileComment], kept: Iterable[FileComment]
) -> Iterator[FileComment]:
    """The comments of a file that were there before in another one."""
    before = Counter(each.text for each in old if each.path == path)
    now = (each for each in kept if each.path == path)
    return (each for each in now if not _taken(before, each.text))


def _holds_entries(path: str) -> bool:
    return path in (VERSIONS, ALLOWLIST) or any(kept.has_form(path) for kept in LISTS)


def _hashed(root: Path, path: str) -> Counter[str]:
    """The lines of a file that may hold a comment; none where it cannot be read."""
    source = _source(root, path)
    if source is None or "#" not in source.text:
        return Counter()
    return Counter(line.strip() for line in lines_of(source.text) if "#" in line)


def _source(root: Path, path: str) -> Source | None:
    """A file, if its folder is none that a link puts in the place of another."""
    folder, _, name = path.rpartition("/")
    if folder and name not in names_in(root, folder)[0]:
        return None
    return read_source(root, path, LARGEST)[0]


def _differing(old: Counter[str], new: Counter[str]) -> AbstractSet[str]:
    return {line for line in old.keys() | new.keys() if old[line] != new[line]}


def _comments(root: Path, path: str, differing: AbstractSet[str]) -> Iterator[FileComment]:
    """The comments on the lines of a file that differ, but for that of the project's own schema.

    Of a long register only the entries around these lines are read for them.
    """
    source = _source(root, path) if differing else None
    if source is None:
        return
    lines = lines_of(source.text)
    numbers = [n for n, line in enumerate(lines, 1) if "#" in line and line.strip() in differing]
    kept = list_of(path)
    several = kept.several if kept else frozenset[str]()
    entries, problems = read_entries(source, several, Severity.NOTE)
    if stopping(problems):
        found = [(each.line, each.text) for each in perhaps_comments(source.text)]
    else:
        starts = sorted({1, len(lines) + 1, *(each.line for each in entries)})
        found = list(_around(lines, starts, numbers))
    wanted = set(numbers)
    for line, text in found:
        if line in wanted and not is_own_schema_line(text, path):
            yield FileComment(path, line, text)


def _around(
    lines: Sequence[str], starts: Sequence[int], numbers: Iterable[int]
) -> Iterator[tuple[int, str]]:
    """The comments of the entries that hold some lines; entries begin on the lines of `starts`."""
    for position in sorted({bisect_right(starts, number) for number in numbers}):
        begin, end = starts[position - 1], starts[position]
        text = "\n".join(lines[begin - 1 : end - 1])
        try:
            found = comments_in(text, entry_spans(text))
        except yaml.YAMLError:  # entries in brackets, of which several stand on a line
            found = perhaps_comments(text)
        yield from ((begin - 1 + each.line, each.text) for each in found)


def _less(some: Iterable[FileComment], others: Iterable[FileComment]) -> list[FileComment]:
    """Some comments without as many of the same words as others have."""
    left = Counter(each.text for each in others)
    return [each for each in some if not _taken(left, each.text)]


def _taken(left: Counter[str], text: str) -> bool:
    """Whether one of these is left, which is then taken."""
    left[text] -= 1
    return left[text] >= 0
