"""The comments that a change writes into files of entries, takes out of them, or moves by a fold.

Nobody sees them on a page, and the differences of entries do not show them.
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from ..fields import SEVERAL
from ..paths import ALLOWLIST, DROP_INS, REGISTER, VERSIONS, is_drop_in
from ..problem import Severity, stopping
from ..register.entries import LARGEST
from ..text.comments import comments_in, entry_spans, perhaps_comments
from ..text.modelines import is_own_schema_line
from ..text.source import names_in, read_source
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

    A comment that moves is neither new nor gone; from a drop-in to the register it is `folded`.
    """
    paths = {path for path in touched if _holds_entries(path)}
    old_lines, new_lines = _with_hashes(before, paths), _with_hashes(after, paths)
    differing = sorted(path for path in paths if old_lines.get(path) != new_lines.get(path))
    old = [each for path in differing for each in _comments(before, path)]
    new = [each for path in differing for each in _comments(after, path)]
    found, gone = _less(new, old), _less(old, new)
    kept_before = Counter(each.text for each in old if each.path == REGISTER)
    written = set(found)
    in_register = [each for each in new if each.path == REGISTER and each not in written]
    folded = [each for each in in_register if not _taken(kept_before, each.text)]
    return CommentChanges(tuple(found), tuple(gone), tuple(folded))


def _holds_entries(path: str) -> bool:
    folder, _, name = path.rpartition("/")
    return path in (REGISTER, VERSIONS, ALLOWLIST) or (folder == DROP_INS and is_drop_in(name))


def _with_hashes(root: Path, paths: Iterable[str]) -> dict[str, Counter[str]]:
    """The lines of each file that may hold a comment; of a file without any, nothing."""
    names = set(names_in(root, DROP_INS)[0])
    found = {}
    for path in paths:
        if path.startswith(f"{DROP_INS}/") and path.rpartition("/")[2] not in names:
            continue
        source, _ = read_source(root, path, LARGEST)
        lines = source.text.splitlines() if source and "#" in source.text else ()
        if hashed := Counter(line.strip() for line in lines if "#" in line):
            found[path] = hashed
    return found


def _comments(root: Path, path: str) -> Iterator[FileComment]:
    """The comments of a file, but for the line of the project's own schema."""
    source, _ = read_source(root, path, LARGEST)
    if source is None or "#" not in source.text:
        return
    text = source.text
    sound = not stopping(read_entries(source, SEVERAL, Severity.NOTE)[1])
    for each in comments_in(text, entry_spans(text)) if sound else perhaps_comments(text):
        if not is_own_schema_line(each.text, path):
            yield FileComment(path, each.line, each.text)


def _less(some: Iterable[FileComment], others: Iterable[FileComment]) -> list[FileComment]:
    """Some comments without as many of the same words as others have."""
    left = Counter(each.text for each in others)
    return [each for each in some if not _taken(left, each.text)]


def _taken(left: Counter[str], text: str) -> bool:
    """Whether one of these is left, which is then taken."""
    left[text] -= 1
    return left[text] >= 0
