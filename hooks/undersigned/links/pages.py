"""The addresses that pages lead to, found in what becomes of their Markdown."""

import re
from collections.abc import Container, Iterator
from pathlib import Path

from ..reading.markdown import without_code, without_front_matter
from ..reading.pages import read_pages
from ..reading.source import Source, place_of
from ..reporting.problems import Problem
from .hypertext import web_addresses
from .standing import Lasting, Role, Standing

_EXTENSIONS = ("attr_list", "fenced_code", "footnotes", "md_in_html", "sane_lists", "tables")


def page_links(root: Path, signed: Container[str]) -> Iterator[Standing | Problem]:
    """The web addresses in pages, wherever they stand, or what bars a page.

    Pages whose paths are among the `signed` are published texts.
    """
    for page in read_pages(root):
        if isinstance(page, Problem):
            yield page
            continue
        try:
            links = dict.fromkeys(_web_addresses(page))
        except (RecursionError, AssertionError):
            yield Problem(page.path, 1, 1, "cannot be read as Markdown; make it plainer")
            continue
        lasting = Lasting.SIGNED if page.path in signed else None
        bare = without_code(page.text)
        for address in links:
            for position in _positions(bare, address):
                line, column = place_of(page.text, position)
                yield Standing(page.path, line, column, Role.LINK, address, lasting)


def _web_addresses(page: Source) -> Iterator[str]:
    # Imported late: no other command needs it.
    from markdown import markdown

    body = without_front_matter(page.text)
    return web_addresses(markdown(body, extensions=list(_EXTENSIONS)))


def _positions(text: str, address: str) -> list[int]:
    """Where an address stands; at the beginning if it is written otherwise."""
    written = re.escape(address).replace("&", "&(?:amp;)?")
    # Not where it only begins a longer one.
    found = re.finditer(rf"{written}(?![\w/%#?=&~+-]|[.,:;@!][\w/])", text)
    return [match.start() for match in found] or [0]
