"""The checks of citations in pages: every key is known, and nothing written is lost."""

from collections.abc import Collection, Iterator
from dataclasses import replace
from difflib import get_close_matches
from pathlib import Path

from ..problem import Problem, Severity, quoted
from ..text.pages import code_hidden, read_pages
from ..text.source import Source, place_of
from .checks import related_keys
from .citations import Loss, cited_keys, losses, own_notes
from .library import Library, references_of
from .style.entry_types import XDATA


def faulty_citations(root: Path, keys: Collection[str]) -> Iterator[Problem]:
    """A problem for each citation of a key that the bibliography lacks, or that loses words.

    Also one for each page that cannot be read. Keys are compared without case.
    """
    known = {key.lower() for key in keys}
    pages, problems = _pages(root)
    yield from problems
    for page in pages:
        found = [*_unknown(page, keys, known), *losses(page.text, known), *own_notes(page.text)]
        for position, message in found:
            yield Problem(page.path, *place_of(page.text, position), message)


def never_cited(root: Path, library: Library) -> Iterator[Problem]:
    """A note for each source that no page cites and that no cited source names as related."""
    pages, _ = _pages(root)
    cited = {key.lower() for page in pages for key, _ in cited_keys(page.text)}
    references = references_of(library)
    for reference in references:
        if reference.key.lower() in cited:
            cited |= related_keys(reference)
    for reference in references:
        if reference.key.lower() not in cited and reference.type != XDATA:
            message = f"no page cites {quoted(reference.key)}; cite it, or remove the entry"
            yield reference.problem(message)._replace(severity=Severity.NOTE)


def _pages(root: Path) -> tuple[list[Source], list[Problem]]:
    """The pages with their code hidden, and the problems of those that cannot be read."""
    pages, problems = read_pages(root)
    return [replace(page, text=code_hidden(page.text)) for page in pages], problems


def _unknown(page: Source, keys: Collection[str], known: Collection[str]) -> Iterator[Loss]:
    """A fault for each citation of an unknown key, with a similar key as a hint."""
    for key, position in cited_keys(page.text):
        if key.lower() not in known:
            near = get_close_matches(key, keys, n=1)
            hint = f"did you mean '{near[0]}'?" if near else "add it, or correct the key"
            yield Loss(position, f"citation {quoted(key)} is not in references.bib; {hint}")
