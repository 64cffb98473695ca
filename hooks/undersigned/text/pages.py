"""The Markdown pages of a site, and their code, comments and front matter."""

import re
from collections.abc import Callable, Iterator
from pathlib import Path

from ..paths import PAGES
from ..problem import Problem
from .code import Code, code_in
from .source import KIBIBYTE, Source, read_source

# The file name extensions of MkDocs' pages (`mkdocs.utils.markdown_extensions`).
_SUFFIXES = (".md", ".markdown", ".mdown", ".mkdn", ".mkd")


# The longest page of this site has 9 KiB.
LARGEST = 256 * KIBIBYTE


def links_among(root: Path) -> Iterator[Problem]:
    """A problem for each link below docs/: a build would publish its target, even outside."""
    for place in sorted((root / PAGES).rglob("*")):
        if place.is_symlink() and not is_page(place):
            path = place.relative_to(root).as_posix()
            yield Problem(path, 1, 1, "is a link, which could publish any file; put the file here")


def read_pages(root: Path) -> tuple[list[Source], list[Problem]]:
    """Every Markdown file below docs/, by path, and a problem for each that cannot be read."""
    pages: list[Source] = []
    problems: list[Problem] = []
    for place in sorted((root / PAGES).rglob("*")):
        if is_page(place):
            path = place.relative_to(root).as_posix()
            page, wrong = read_source(root, path, LARGEST, "divide it into several pages")
            pages += [page] if page else []
            problems += wrong
    return pages, problems


def is_page(place: Path) -> bool:
    """Whether a file of docs/ is a page, and not served as it is."""
    return place.suffix in _SUFFIXES and not place.is_dir()


_CHARACTERS = re.compile(r"[^\n]+")

# Words behind a comment, on its line.
_REST = re.compile(r"[ \t]*\S")

FRONT_MATTER = re.compile(r"\A---[ \t]*\n.*?\n(---|\.\.\.)[ \t]*(\n|\Z)", re.DOTALL)

# Replaces '@' in code: a private use character, which no page has.
HIDDEN = "\ue0ff"


def code_hidden(text: str) -> str:
    """A page with every '@' in code and comments replaced, so that none is read as a citation.

    Positions stay the same.
    """
    if "@" not in text:
        return text
    return _with_code(text, lambda code: text[slice(*code)].replace("@", HIDDEN))


def code_shown(text: str) -> str:
    """A page from `code_hidden`, as it was before."""
    return text.replace(HIDDEN, "@")


def without_code(text: str) -> str:
    """A page with spaces in place of code and comments; positions stay the same."""
    return _with_code(text, lambda code: blanked(text[slice(*code)]))


def code_masked(text: str) -> str:
    """A page with 'x' in place of code, which stays a part of its paragraph; comments are spaces.

    Positions stay the same.
    """

    def masked(code: Code) -> str:
        alone = text.startswith("<", code.start) and not _REST.match(text, code.end)
        return blanked(text[slice(*code)], " " if alone else "x")

    return _with_code(text, masked)


def blanked(text: str, sign: str = " ") -> str:
    """The text with a space, or another sign, in place of all but its line feeds."""
    return _CHARACTERS.sub(lambda run: sign * len(run[0]), text)


def _with_code(text: str, shown: Callable[[Code], str]) -> str:
    """A page with something else in place of each piece of its code and each of its comments."""
    pieces, end = list[str](), 0
    for code in code_in(text):
        pieces += [text[end : code.start], shown(code)]
        end = code.end
    return "".join([*pieces, text[end:]])


def without_front_matter(text: str) -> str:
    """A page without its front matter, the settings between '---' at its beginning."""
    return FRONT_MATTER.sub("", text, count=1)
