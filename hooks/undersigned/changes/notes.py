"""What a change writes besides entries: comments, exceptions to the check of links, and pages."""

from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from ..links.allowlist import read_exceptions
from ..lists import LISTS
from ..paths import ALLOWLIST, VERSIONS
from ..problem import Problem
from .comment_changes import CommentChanges, comment_changes
from .snapshot import site_at
from .touched import Touched
from .unrecorded import unrecorded

_FILES = (*(path for kept in LISTS for path in (kept.path, kept.drop_ins)), VERSIONS, ALLOWLIST)


class Notes(NamedTuple):
    """The comments that differ, and addresses with reasons that links.yml exempts only now.

    `unrecorded` has a note for each page that changes without a line of its history.
    """

    comments: CommentChanges
    exempted: tuple[tuple[str, str], ...] = ()
    unrecorded: tuple[Problem, ...] = ()


def notes_since(root: Path, commit: str, touched: Sequence[Touched]) -> Notes:
    """What differs from a site at a commit.

    Raises `HistoryError` where git cannot list or read the files.
    """
    paths = [each.path for each in touched]
    pages = tuple(unrecorded(root, commit, touched))
    if not any(path.split("/")[0] in _FILES for path in paths):
        return Notes(CommentChanges(), unrecorded=pages)
    with site_at(root, commit, _FILES) as before:
        comments = comment_changes(before, root, paths)
        known = _exempted(before) if ALLOWLIST in paths else {}
    now = _exempted(root) if ALLOWLIST in paths else {}
    exempted = (each for each in now.items() if each not in known.items())
    return Notes(comments, tuple(exempted), pages)


def _exempted(root: Path) -> dict[str, str]:
    return {each.address.value: each.reason for each in read_exceptions(root)[0]}
