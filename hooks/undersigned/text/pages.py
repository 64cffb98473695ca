"""The pages of a site, as they are written."""

import re
from collections.abc import Iterator
from pathlib import Path

from ..paths import PAGES
from ..problem import Problem
from .source import Source, read_source

# What MkDocs takes for pages (`mkdocs.utils.markdown_extensions`).
_SUFFIXES = (".md", ".markdown", ".mdown", ".mkdn", ".mkd")


def links_among(root: Path) -> Iterator[Problem]:
    """A problem for each link beneath docs/: a build would publish what it leads to, anywhere."""
    for place in sorted((root / PAGES).rglob("*")):
        if place.is_symlink() and not _is_page(place):
            path = place.relative_to(root).as_posix()
            yield Problem(path, 1, 1, "is a link, which could publish any file; put the file here")


def read_pages(root: Path) -> Iterator[Source | Problem]:
    """Every Markdown file beneath docs/, by path, or what bars it."""
    for place in sorted((root / PAGES).rglob("*")):
        if _is_page(place):
            yield read_source(root, place.relative_to(root).as_posix())


def _is_page(place: Path) -> bool:
    return place.suffix in _SUFFIXES and not place.is_dir()


# Comments, blocks between fences, and spans between as many backticks as begin them. A fence is
# closed by one that is at least as long (CommonMark 0.31, section 4.5); one that nothing closes
# begins no block, since Python-Markdown draws what follows it as words.
_CODE = re.compile(
    r"<!--.*?-->|^(?P<fence>(?P<sign>[`~])(?P=sign){2,}+)[^`\n]*\n.*?^(?P=fence)(?P=sign)*+[ \t]*$"
    r"|(?<![`\\])(?P<ticks>`+)(?!`)[^`](?:(?!\n[ \t]*\n).)*?(?<!`)(?P=ticks)(?!`)",
    re.MULTILINE | re.DOTALL,
)

_FRONT_MATTER = re.compile(r"\A---[ \t]*\n.*?\n(---|\.\.\.)[ \t]*(\n|\Z)", re.DOTALL)

# Stands for an '@' in code: of the private use area, so that no page has it.
_HIDDEN = "\ue0ff"


def code_hidden(text: str) -> str:
    """A page that cites nothing in code and comments; every place in it stays as it is."""
    return _CODE.sub(lambda code: code[0].replace("@", _HIDDEN), text)


def code_shown(text: str) -> str:
    """A page whose code was hidden, as it was."""
    return text.replace(_HIDDEN, "@")


def without_code(text: str) -> str:
    """A page with blanks in place of code and comments, so that every position stays."""
    return _CODE.sub(lambda code: re.sub(r"[^\n]", " ", code[0]), text)


def without_front_matter(text: str) -> str:
    """The words of a page, without the settings between '---' at its head."""
    return _FRONT_MATTER.sub("", text, count=1)
