"""Notes lead to the bibliography and back; all that needs every page is made of them."""

import logging
from dataclasses import replace

from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import event_priority
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.utils import write_file
from undersigned.bibliography.citations.footnotes import Footnotes
from undersigned.build.output import DrawnPage
from undersigned.data.search import PARTS, search_parts
from undersigned.problem import quoted

LOG = logging.getLogger("mkdocs.hooks.bibliography")


def on_nav(nav: Navigation, config: MkDocsConfig, files: Files) -> None:
    """Keep the order of the pages, in which the bibliography names those that cite a source."""
    order = tuple(page.file.src_uri for page in nav.pages)
    config.extra["undersigned"] = replace(config.extra["undersigned"], order=order)


@event_priority(60)
def on_page_markdown(markdown: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Show figures and the record where they belong, before what they cite becomes notes."""
    return str(config.extra["undersigned"].with_cited(markdown, page.file.src_uri, page.meta))


def on_page_content(html: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Give the notes their words, now that their order is known, and lead to the sources."""
    address = files.src_uris["bibliography.md"].url_relative_to(page.file)
    notes: Footnotes = config.plugins["bibtex"].registry.own  # type: ignore[attr-defined]
    for written in notes.unread_in(html).values():
        place = f"docs/{page.file.src_uri}"
        LOG.warning(f"{place}: {quoted(written)} stands where no Markdown is read; move it")
    return notes.worded(html, address)


@event_priority(50)
def on_env(env: Environment, config: MkDocsConfig, files: Files) -> None:
    """Give templates the bibliography and the glossary, and write what the search looks through."""
    made = config.extra["undersigned"]
    paths = dict.fromkeys((*made.order, *(file.src_uri for file in files.documentation_pages())))
    pages = [page for path in paths if (page := files.src_uris[path].page)]
    read = [
        DrawnPage(page.file.src_uri, page.file.url, str(page.title), page.content or "", page.meta)
        for page in pages
    ]
    made = made.with_pages(read, config.plugins["bibtex"].registry.own.notes.values())  # type: ignore[attr-defined]
    config.extra["undersigned"] = made
    write_file(search_parts(read, made.view).encode(), f"{config.site_dir}/{PARTS}")
    for message in made.dead_parts(read):
        LOG.warning(message)
    for page in pages:  # the theme's own index stays empty: it is fetched with every page
        page.meta["search"] = {"exclude": True}
