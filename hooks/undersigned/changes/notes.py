"""What a change writes besides entries: comments, and exceptions to the check of links."""

from collections.abc import Collection
from pathlib import Path
from typing import NamedTuple

from ..links.allowlist import read_exceptions
from ..paths import ALLOWLIST, DROP_INS, REGISTER, VERSIONS
from .comment_changes import CommentChanges, comment_changes
from .snapshot import site_at

_FILES = (REGISTER, DROP_INS, VERSIONS, ALLOWLIST)


class Notes(NamedTuple):
    """The comments that differ, and addresses with reasons that links.yml exempts only now."""

    comments: CommentChanges
    exempted: tuple[tuple[str, str], ...] = ()


def notes_since(root: Path, commit: str, touched: Collection[str]) -> Notes:
    """What differs from a site at a commit.

    Raises `HistoryError` where git cannot list or read the files.
    """
    if not any(path.split("/")[0] in _FILES for path in touched):
        return Notes(CommentChanges())
    with site_at(root, commit, _FILES) as before:
        comments = comment_changes(before, root, touched)
        known = _exempted(before) if ALLOWLIST in touched else {}
    now = _exempted(root) if ALLOWLIST in touched else {}
    return Notes(comments, tuple(each for each in now.items() if each not in known.items()))


def _exempted(root: Path) -> dict[str, str]:
    return {each.address.value: each.reason for each in read_exceptions(root)[0]}
