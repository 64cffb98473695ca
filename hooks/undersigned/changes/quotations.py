"""Pages outside of the published texts that quote them, and now quote them otherwise."""

import re
from collections.abc import Collection, Iterable, Iterator
from itertools import islice
from pathlib import Path

from ..paths import PAGES
from ..statement.naming import texts_set_for
from ..statement.versions import is_text
from ..text.source import MEBIBYTE, names_in, read_source
from ..text_paths import TextPaths
from .risks import risk_of
from .snapshot import site_at

# So many words in a row are a quotation; fewer are common in any text on the subject.
WORDS = 6

_WORD = re.compile(r"\w+")
_LARGEST = MEBIBYTE


def quoting_otherwise(root: Path, commit: str, touched: Collection[str]) -> Iterator[str]:
    """The touched pages in which not the same words in a row are those of a published text.

    Raises `HistoryError` where git cannot list or read the pages of the commit.
    """
    texts = texts_set_for(root)
    pages = [path for path in touched if _is_page(path, texts)]
    published = [f"{texts.source}/{name}" for name in names_in(root, texts.source)[0]]
    quoted = {each for path in published if is_text(path, texts) for each in _rows(root, path)}
    if not pages or not quoted:
        return
    with site_at(root, commit, (PAGES,)) as before:
        for path in pages:
            if quoted & {*_rows(before, path)} != quoted & {*_rows(root, path)}:
                yield path


def _is_page(path: str, texts: TextPaths) -> bool:
    """Whether a path is that of a page of content; the draft quotes the text by its nature."""
    in_pages = path.startswith(f"{PAGES}/") and path.endswith(".md")
    return in_pages and path != texts.draft and risk_of(path, texts) is None


def _rows(root: Path, path: str) -> Iterable[tuple[str, ...]]:
    """Every so many words of a page that follow each other, in lower case."""
    source, _ = read_source(root, path, _LARGEST)
    words = [word.casefold() for word in _WORD.findall(source.text)] if source else []
    return zip(*(islice(words, start, None) for start in range(WORDS)), strict=False)
