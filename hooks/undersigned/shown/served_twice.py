"""Pages that are served where another page is: which of them readers see is left to chance."""

from collections.abc import Iterator
from pathlib import PurePosixPath

from ..problem import Problem
from .built import BuiltSite

# MkDocs passes over a README beside an index.
_README, _INDEX = "README.md", "index.md"


def served_twice(site: BuiltSite) -> Iterator[Problem]:
    """A problem for each page of docs/ that is served where one that the site makes is, or another.

    A page of the same path as one that the site makes is no other: `outputs` says which one is
    published.
    """
    taken = {site.file_of(path): path for path in site.made.pages}
    for path in sorted(site.written, key=lambda each: (each not in site.made.pages, each)):
        if _is_passed_over(site, path):
            continue
        other = taken.setdefault(site.file_of(path), path)
        if other != path:
            message = f"is served where docs/{other} is; move its words to that page, or rename it"
            yield site.problem_of(path, message)


def _is_passed_over(site: BuiltSite, path: str) -> bool:
    page = PurePosixPath(path)
    return page.name == _README and site.is_written(page.with_name(_INDEX).as_posix())
