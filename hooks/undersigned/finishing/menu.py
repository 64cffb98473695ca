"""Pages that have something to show, and to which the menu of a site does not lead."""

from collections.abc import Iterator

from ..bibliography.citations.citable import citable
from ..bibliography.citations.occurrences import cited_keys, occurrences
from ..deeds.entry_list import RECORD
from ..paths import RECORD_PAGE, SOURCES_PAGE
from ..problem import Problem, Severity
from ..register.entries import gather
from ..text.yaml_nodes import node_at
from .reading import SiteFiles, scalars


def the_record_is_in_the_menu(files: SiteFiles) -> Iterator[Problem]:
    """Once deeds are recorded, the menu leads to their page."""
    if _is_left_out(files, RECORD_PAGE) and gather(files.root, RECORD)[0]:
        yield _note(files, f"deeds are recorded, and no menu leads to them; add {RECORD_PAGE}")


def the_sources_are_in_the_menu(files: SiteFiles) -> Iterator[Problem]:
    """Once pages cite sources, the menu leads to the list of them."""
    if _is_left_out(files, SOURCES_PAGE) and any(_cites(page.text) for page in files.pages):
        yield _note(files, f"sources are cited, and no menu leads to them; add {SOURCES_PAGE}")


def _is_left_out(files: SiteFiles, path: str) -> bool:
    """Whether a page is not in the menu; where none is written, every page is in it."""
    menu = node_at(files.node, "nav")
    # Titles stand there as well, and no title is a path.
    return menu is not None and all(text.value.strip() != path for text in scalars(menu))


def _cites(text: str) -> bool:
    """Whether a page cites by a key in brackets: a bare one may be a word that is no key."""
    return "@" in text and any(cited_keys(occurrences(citable(text), ())))


def _note(files: SiteFiles, message: str) -> Problem:
    return files.at_setting(message, "nav", severity=Severity.NOTE)
