"""The Markdown pages of a site, and their code, comments and front matter."""

import re
from collections.abc import Iterator
from pathlib import Path

from ..paths import PAGES
from ..problem import Problem
from .source import Source, read_source

# The file name extensions of MkDocs' pages (`mkdocs.utils.markdown_extensions`).
_SUFFIXES = (".md", ".markdown", ".mdown", ".mkdn", ".mkd")


def links_among(root: Path) -> Iterator[Problem]:
    """A problem for each link below docs/: a build would publish its target, even outside."""
    for place in sorted((root / PAGES).rglob("*")):
        if place.is_symlink() and not _is_page(place):
            path = place.relative_to(root).as_posix()
            yield Problem(path, 1, 1, "is a link, which could publish any file; put the file here")


def read_pages(root: Path) -> tuple[list[Source], list[Problem]]:
    """Every Markdown file below docs/, by path, and a problem for each that cannot be read."""
    pages: list[Source] = []
    problems: list[Problem] = []
    for place in sorted((root / PAGES).rglob("*")):
        if _is_page(place):
            page, wrong = read_source(root, place.relative_to(root).as_posix())
            pages += [page] if page else []
            problems += wrong
    return pages, problems


def _is_page(place: Path) -> bool:
    return place.suffix in _SUFFIXES and not place.is_dir()


# Comments, fenced code blocks and code spans. A fence is closed by one that is at least as long
# (CommonMark 0.31, section 4.5); one that is not closed begins no block, as in Python-Markdown.
_CODE = re.compile(
    r"<!--.*?-->|^(?P<fence>(?P<sign>[`~])(?P=sign){2,}+)[^`\n]*\n.*?^(?P=fence)(?P=sign)*+[ \t]*$"
    r"|(?<![`\\])(?P<ticks>`+)(?!`)[^`](?:(?!\n[ \t]*\n).)*?(?<!`)(?P=ticks)(?!`)",
    re.MULTILINE | re.DOTALL,
)

# Words behind a comment, on its line.
_REST = re.compile(r"[ \t]*\S")

FRONT_MATTER = re.compile(r"\A---[ \t]*\n.*?\n(---|\.\.\.)[ \t]*(\n|\Z)", re.DOTALL)

# Replaces '@' in code: a private use character, which no page has.
HIDDEN = "\ue0ff"


def code_hidden(text: str) -> str:
    """A page with every '@' in code and comments replaced, so that none is read as a citation.

    Positions stay the same.
    """
    return _CODE.sub(lambda code: code[0].replace("@", HIDDEN), text)


def code_shown(text: str) -> str:
    """A page from `code_hidden`, as it was before."""
    return text.replace(HIDDEN, "@")


def without_code(text: str) -> str:
    """A page with spaces in place of code and comments; positions stay the same."""
    return _CODE.sub(lambda code: re.sub(r"[^\n]", " ", code[0]), text)


def code_masked(text: str) -> str:
    """A page with 'x' in place of code, which stays a part of its paragraph; comments are spaces.

    Positions stay the same.
    """

    def masked(code: re.Match[str]) -> str:
        alone = code[0].startswith("<") and not _REST.match(text, code.end())
        return re.sub(r"[^\n]", " " if alone else "x", code[0])

    return _CODE.sub(masked, text)


def without_front_matter(text: str) -> str:
    """A page without its front matter, the settings between '---' at its beginning."""
    return FRONT_MATTER.sub("", text, count=1)
