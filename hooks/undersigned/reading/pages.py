"""The pages of a site, as they are written."""

from collections.abc import Iterator
from pathlib import Path

from ..reporting.problems import Problem
from .source import Source, read_source

FOLDER = "docs"

# What MkDocs takes for pages (`mkdocs.utils.markdown_extensions`).
_SUFFIXES = (".md", ".markdown", ".mdown", ".mkdn", ".mkd")


def links_among(root: Path) -> Iterator[Problem]:
    """A problem for each link beneath docs/: a build would publish what it leads to, anywhere."""
    for place in sorted((root / FOLDER).rglob("*")):
        if place.is_symlink() and not _is_page(place):
            path = place.relative_to(root).as_posix()
            yield Problem(path, 1, 1, "is a link, which could publish any file; put the file here")


def read_pages(root: Path) -> Iterator[Source | Problem]:
    """Every Markdown file beneath docs/, by path, or what bars it."""
    for place in sorted((root / FOLDER).rglob("*")):
        if _is_page(place):
            yield read_source(root, place.relative_to(root).as_posix())


def _is_page(place: Path) -> bool:
    return place.suffix in _SUFFIXES and not place.is_dir()
