"""Citations in pages: ``[@key]``, or several in one pair of brackets."""

import re
from collections.abc import Collection, Iterator
from difflib import get_close_matches
from pathlib import Path

from ..reading.source import Source, place_of, read_source
from ..reporting.problems import Problem, quoted

PAGES = "docs"
_BRACKETS = re.compile(r"\[[^\[\]\n]*@[^\[\]\n]*\]")

# An '@' after a letter is an e-mail address, not a citation.
_KEY = re.compile(r"(?<![\w.+-])@([\w-]+)")


def unknown_citations(root: Path, keys: Collection[str]) -> Iterator[Problem]:
    """A problem for each citation of a key that the bibliography lacks."""
    known = {key.lower() for key in keys}
    for place in sorted((root / PAGES).rglob("*.md")):
        page = read_source(root, place.relative_to(root).as_posix())
        if isinstance(page, Problem):
            yield page
            continue
        for key, position in _cited(page):
            if key.lower() not in known:
                near = get_close_matches(key, keys, n=1)
                hint = f"did you mean '{near[0]}'?" if near else "add it, or correct the key"
                message = f"citation {quoted(key)} is not in references.bib; {hint}"
                yield Problem(page.path, *place_of(page.text, position), message)


def _cited(page: Source) -> Iterator[tuple[str, int]]:
    for brackets in _BRACKETS.finditer(page.text):
        for key in _KEY.finditer(brackets[0]):
            yield key[1], brackets.start() + key.start()
