"""Notes lead to the bibliography, and the bibliography back to each place that cites a source."""

from dataclasses import replace

from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import event_priority
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from undersigned.bibliography.footnotes import with_links
from undersigned.bibliography.page import bibliography, citing_pages


def on_nav(nav: Navigation, config: MkDocsConfig, files: Files) -> None:
    """Keep the order of the pages, in which the bibliography names those that cite a source."""
    order = tuple(page.file.src_uri for page in nav.pages)
    config.extra["undersigned"] = replace(config.extra["undersigned"], order=order)


def on_page_content(html: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Lead from each note to its source."""
    return with_links(html, files.src_uris["bibliography.md"].url_relative_to(page.file))


@event_priority(50)
def on_env(env: Environment, config: MkDocsConfig, files: Files) -> None:
    """Give templates the bibliography, once every page has been read."""
    made = config.extra["undersigned"]
    paths = dict.fromkeys((*made.order, *(file.src_uri for file in files.documentation_pages())))
    pages = [page for path in paths if (page := files.src_uris[path].page)]
    read = ((str(page.title), page.file.url, page.content or "") for page in pages)
    cited = citing_pages(read, config.plugins["bibtex"].registry.own.notes.values())  # type: ignore[attr-defined]
    view = replace(made.view, bibliography=bibliography(made.site.library, cited))
    config.extra["undersigned"] = replace(made, view=view)
