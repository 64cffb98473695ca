"""The checks of citations in pages: every key is known, and nothing written is lost."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from difflib import get_close_matches
from pathlib import Path

from ...commentary.openings import recommended
from ...paths import BIBLIOGRAPHY
from ...problem import Problem, Severity, quoted
from ...text.pages import code_hidden, read_pages
from ...text.source import Source, line_starts, place_in
from ..checks import related_keys
from ..files import among
from ..library import Library
from ..values.entry_types import XDATA
from .citable import citable, parted
from .citation import anchor_of, written_key
from .losses import Loss, losses, own_notes, unread_citations
from .occurrences import Occurrence, cited_keys, occurrences
from .strays import HINTED, strays


def faulty_citations(
    pages: Iterable[Source], keys: Collection[str], files: Sequence[str] = (BIBLIOGRAPHY,)
) -> Iterator[Problem]:
    """A problem for each citation of a key that the bibliography lacks, or that loses words.

    Also notes on bare keys that stay text. Keys are compared without case.
    """
    known = {key.lower() for key in keys}
    for page in (page for page in pages if "@" in page.text or "_bibliography" in page.text):
        starts = line_starts(page.text)
        for severity, (position, message) in _found(page.text, keys, known, files):
            yield Problem(page.path, *place_in(starts, position), message, severity=severity)


def _found(
    written: str, keys: Collection[str], known: Collection[str], files: Sequence[str]
) -> Iterator[tuple[Severity, Loss]]:
    """What is to be said of a page."""
    text, regions = parted(written)
    hidden, found = code_hidden(written), list(occurrences(text, known))
    problems = [
        *_unknown(found, keys, known, files),
        *losses(text, found, known),
        *own_notes(text, found, anchor_of),
        *unread_citations(hidden, regions, known),
    ]
    yield from ((Severity.PROBLEM, each) for each in problems)
    notes = [*unread_citations(hidden, regions, known, bare=True), *strays(text, found, keys)]
    yield from ((Severity.NOTE, each) for each in notes)


def never_cited(root: Path, library: Library, others: Iterable[str] = ()) -> Iterator[Problem]:
    """A note for each source that no page cites and that no cited source names as related.

    `others` are keys that are cited elsewhere than in the words of pages.
    """
    pages, _ = read_pages(root)
    known = {key.lower() for key in library.entries}
    found = (occurrences(citable(page.text), known) for page in pages)
    cited = {key.lower() for each in found for key, _ in cited_keys(each)}
    cited |= {key.lower() for key in others}
    cited |= {key.lower() for page in pages for key in recommended(page)}
    references = list(library.references.values())
    for reference in references:
        if reference.key.lower() in cited:
            cited |= related_keys(reference)
    for reference in references:
        if reference.key.lower() not in cited and reference.type != XDATA:
            message = f"no page cites {quoted(reference.key)}; cite it, or remove the entry"
            yield reference.problem(message)._replace(severity=Severity.NOTE)


def _unknown(
    found: Sequence[Occurrence], keys: Collection[str], known: Collection[str], files: Sequence[str]
) -> Iterator[Loss]:
    """A fault for each citation of an unknown key, with a similar key as a hint."""
    lacking = ((key, at) for key, at in cited_keys(found) if key.lower() not in known)
    for number, (key, position) in enumerate(lacking):
        hint = "add it, or correct the key"
        if near := get_close_matches(key, keys, n=1) if number < HINTED else []:
            braced = written_key(near[0]).startswith("@{")
            hint = f"did you mean {quoted(written_key(near[0]) if braced else near[0])}?"
        yield Loss(position, f"citation {quoted(key)} is not in {among(files)}; {hint}")
