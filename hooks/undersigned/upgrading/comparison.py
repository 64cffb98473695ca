"""Two builds of a site, page by page: which words readers no longer meet, and which are new."""

import re
from collections.abc import Iterator, Mapping
from difflib import SequenceMatcher
from pathlib import Path
from typing import NamedTuple

from ..markup.document import Element, page

# What a page holds that nobody reads there.
_UNREAD = frozenset(("script", "style", "template", "noscript"))

_SPACE = re.compile(r"\s+")


class Change(NamedTuple):
    """Words of a page that others have replaced; empty where they only went, or only came."""

    before: str
    after: str


class PageChange(NamedTuple):
    """A page, by its file, and what changed of its words."""

    file: str
    changes: tuple[Change, ...]


class Comparison(NamedTuple):
    """Two builds of a site: pages by their files, and how many pages and other files differ.

    `same` pages have the same words, whatever else differs in them; `others` are files that are no
    pages, such as styles, and that differ, have come or have gone.
    """

    changed: tuple[PageChange, ...]
    come: tuple[str, ...]
    gone: tuple[str, ...]
    same: int
    others: tuple[str, ...]


def compared(before: Path, after: Path) -> Comparison:
    """What differs between the sites built into two folders."""
    old, new = _files(before), _files(after)
    pages = [file for file in old if file in new and _is_page(file)]
    found = (PageChange(file, tuple(_changes(old[file], new[file]))) for file in pages)
    changed = tuple(each for each in found if each.changes)
    return Comparison(
        changed,
        tuple(file for file in new if file not in old and _is_page(file)),
        tuple(file for file in old if file not in new and _is_page(file)),
        len(pages) - len(changed),
        tuple(_others(old, new)),
    )


def _files(folder: Path) -> Mapping[str, Path]:
    paths = sorted(path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path for path in paths}


def _is_page(file: str) -> bool:
    return file.endswith(".html")


def _others(old: Mapping[str, Path], new: Mapping[str, Path]) -> Iterator[str]:
    for file in sorted({*old, *new}):
        both = old.get(file), new.get(file)
        if not _is_page(file) and len({path.read_bytes() if path else None for path in both}) > 1:
            yield file


def _changes(old: Path, new: Path) -> Iterator[Change]:
    if old.read_bytes() == new.read_bytes():
        return
    before, after = words_on(old.read_bytes()), words_on(new.read_bytes())
    # Long pages would take the square of their length if common words were not left aside.
    matched = SequenceMatcher(None, before, after)
    for kind, start, end, first, last in matched.get_opcodes():
        if kind != "equal":
            yield Change(" ".join(before[start:end]), " ".join(after[first:last]))


def words_on(html: bytes) -> list[str]:
    """The words of a page in order, and what its pictures are said to show."""
    return list(_words(page(html)))


def _words(element: Element) -> Iterator[str]:
    for child in element.children:
        if isinstance(child, str):
            yield from filter(None, _SPACE.split(child))
        elif child.name not in _UNREAD:
            label = child.attributes.get("alt") or child.attributes.get("aria-label") or ""
            yield from filter(None, _SPACE.split(label))
            yield from _words(child)
