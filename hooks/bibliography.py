"""The bibliography: every source that is cited, with links to each place that cites it."""

from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from undersigned.bibliography.footnotes import places_in, with_links
from undersigned.bibliography.library import bibtex
from undersigned.bibliography.page import CitingPage, bibliography
from undersigned.bibliography.style.csl import csl_json
from undersigned.bibliography.style.entry_types import SourceGroup, group_of
from undersigned.paths import BIBLIOGRAPHY

PAGE = "bibliography.md"
GROUPS = {f"bibliography/{group.key}.md": group for group in SourceGroup}


def on_files(files: Files, config: MkDocsConfig) -> None:
    """Add the page, one for each group of sources, and the whole for programs."""
    library = config.extra["site"].library
    found = {group_of(entry) for entry in library.entries.values()}
    pages = {
        path: f"# Sources: {group.title.lower()}\n"
        for path, group in GROUPS.items()
        if group in found
    }
    for path, words in {PAGE: "# Bibliography\n", **pages}.items():
        if files.get_file_from_path(path) is None:
            hidden = InclusionLevel.NOT_IN_NAV
            files.append(File.generated(config, path, content=words, inclusion=hidden))
    text = bibtex(library, library.texts)
    for path, content in (
        (BIBLIOGRAPHY, text),
        ("references.csl.json", csl_json(library.sources.values())),
    ):
        files.append(File.generated(config, path, content=content))


def on_nav(nav: Navigation, config: MkDocsConfig, files: Files) -> None:
    """Keep the order of the pages, in which places are told."""
    config.extra["cited"] = {page.file.src_uri: {} for page in nav.pages}


def on_page_markdown(markdown: str, page: Page, config: MkDocsConfig, files: Files) -> None:
    """Draw the pages with their template."""
    if page.file.src_uri == PAGE or page.file.src_uri in GROUPS:
        group = GROUPS.get(page.file.src_uri)
        page.meta.setdefault("template", "undersigned/bibliography.html")
        page.meta["group"] = group
        if group:
            page.meta["search"] = {"exclude": True}


def on_page_content(html: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Note where sources are cited, and lead from each note to its source."""
    notes = config.plugins["bibtex"].registry.notes.values()  # type: ignore[attr-defined]
    config.extra["cited"][page.file.src_uri] = places_in(html, notes)
    return with_links(html, files.src_uris[PAGE].url_relative_to(page.file))


def on_env(env: Environment, config: MkDocsConfig, files: Files) -> None:
    """Give templates the bibliography, once every page has been read."""
    places: dict[str, list[CitingPage]] = {}
    for path, cited in config.extra["cited"].items():
        if page := files.src_uris[path].page:
            for key, anchors in cited.items():
                places.setdefault(key, []).append(CitingPage(str(page.title), page.url, anchors))
    config.extra["bibliography"] = bibliography(config.extra["site"].library, places)
