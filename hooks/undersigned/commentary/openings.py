"""The openings of all pages of a site, by their paths in docs/."""

from collections.abc import Collection, Mapping
from datetime import date
from pathlib import Path

from ..paths import PAGES
from ..problem import Problem
from ..text.pages import read_pages
from .front_matter import read_opening
from .opening import Opening


def read_openings(
    root: Path, today: date, texts: Collection[str]
) -> tuple[Mapping[str, Opening], list[Problem]]:
    """What pages say of themselves, of those that do, and what is wrong with that.

    `texts` are the paths of those that are published: of their files no setting is taken.
    """
    openings, problems = dict[str, Opening](), list[Problem]()
    pages = read_pages(root)[0]
    written = {page.path.removeprefix(f"{PAGES}/") for page in pages}
    for page in pages:
        if page.path in texts:
            continue
        opening, wrong = read_opening(page, today, lambda at: at in written or _is_made(at))
        if opening.key_points or opening.history:
            openings[opening.path] = opening
        problems += wrong
    return openings, problems


# Pages that a site has without a file in docs/ begin with one of these. Which of them there are is
# known when they are made: a template that leads to another says so.
_MADE = ("signatories/", "principles/", "bibliography/", "bibliography.md", "data.md")


def _is_made(path: str) -> bool:
    return path.startswith(_MADE)
