"""The pages of a site, as they are written."""

from collections.abc import Iterator
from pathlib import Path

from ..reporting.problems import Problem
from .source import Source, read_source

FOLDER = "docs"

# What MkDocs takes for pages (`mkdocs.utils.markdown_extensions`).
_SUFFIXES = (".md", ".markdown", ".mdown", ".mkdn", ".mkd")


def read_pages(root: Path) -> Iterator[Source | Problem]:
    """Every Markdown file beneath docs/, by path, or what bars it."""
    for place in sorted((root / FOLDER).rglob("*")):
        if place.suffix in _SUFFIXES and not place.is_dir():
            yield read_source(root, place.relative_to(root).as_posix())
