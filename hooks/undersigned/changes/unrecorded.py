"""Pages whose words a change alters without a new line in their history."""

import re
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path

from ..commentary.front_matter import HISTORY, read_opening
from ..commentary.opening import Opening
from ..paths import PAGES
from ..problem import Problem, Severity
from ..statement.naming import texts_set_for
from ..statement.versions import is_text
from ..text.pages import is_page, without_front_matter
from ..text.source import MEBIBYTE, Source, read_source, with_line_feeds
from ..text_paths import TextPaths
from .snapshot import site_at
from .touched import Touched

# Addresses of links and keys of sources: readers see the same words as before.
_UNSEEN = re.compile(r"\]\([^()\s]*\)|\[@[^\[\]]*\]")
_WORD = re.compile(r"\w+")
_LINE = re.compile(rf"^{HISTORY}:", re.MULTILINE)


def unrecorded(root: Path, commit: str, touched: Iterable[Touched]) -> Iterator[Problem]:
    """A note for each page with a history whose words differ from a commit, and its history not.

    Raises `HistoryError` where git cannot list or read the pages of the commit.
    """
    texts = texts_set_for(root)
    paths = [each.path for each in touched if _is_edited(each, texts)]
    if not paths:
        return
    with site_at(root, commit, paths) as before:
        for path in paths:
            old, new = (read_source(place, path, MEBIBYTE)[0] for place in (before, root))
            if old and new and _is_unrecorded(old, new):
                line = _LINE.search(with_line_feeds(new.text))
                number = new.text.count("\n", 0, line.start()) + 1 if line else 1
                yield Problem(path, number, 1, _MESSAGE, Severity.NOTE)


_MESSAGE = (
    f"the words of this page change, and its {HISTORY} has no new line; add one with the day and"
    " what changed, if readers are to know"
)


def _is_edited(file: Touched, texts: TextPaths) -> bool:
    is_own = file.path.startswith(f"{PAGES}/") and is_page(Path(file.path))
    is_there = not (file.is_new or file.is_gone or file.is_link)
    return is_own and is_there and file.path != texts.draft and not is_text(file.path, texts)


def _is_unrecorded(old: Source, new: Source) -> bool:
    before, after = _opening(old), _opening(new)
    if not before.history and not after.history:
        return False
    told = not {*after.history} <= {*before.history}
    return not told and _words(old, before) != _words(new, after)


def _opening(page: Source) -> Opening:
    return read_opening(page, date.max, lambda _: True)[0]


def _words(page: Source, opening: Opening) -> list[str]:
    """What readers see of a page, word by word."""
    text = without_front_matter(with_line_feeds(page.text))
    return _WORD.findall(_UNSEEN.sub("]", "\n".join((*opening.key_points, text))))
