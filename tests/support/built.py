"""Built pages, judged by what they are made of alone."""

from collections.abc import Iterable
from pathlib import Path

from undersigned.markup.built_pages import (
    JudgedTags,
    contents,
    page_problems,
    pages_among,
    read_page,
    refused,
)
from undersigned.markup.dead_links import dead_links, links_written
from undersigned.problem import Problem


def problems_on(pages: Iterable[tuple[str, bytes]]) -> list[Problem]:
    """What is refused on pages, given by path and bytes."""
    tags = JudgedTags()
    read = ((path, content.decode(errors="replace")) for path, content in pages)
    return page_problems(refused(path, html, read_page(html, tags)[1]) for path, html in read)


def dead_links_of(site: Path) -> list[str]:
    """What is said of the links of all pages of a built site."""
    pages = contents(pages_among(site.rglob("*")), site, site)
    return list(dead_links(site, ((path, links_written(html.decode())) for path, html in pages)))
