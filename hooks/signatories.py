"""The register's pages, and the view of it that every template may use."""

from itertools import pairwise

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from undersigned.locale import locale_of
from undersigned.views.register import SPLIT, view
from undersigned.views.sheets import Sheet

# A page of the same path in docs/ gives the words; the template adds the register beneath them.
PAGES = {
    "signatories/index.md": ("undersigned/signatories.html", "# Signatories\n"),
    "signatories/by-country.md": ("undersigned/by-country.html", "# Signatories by country\n"),
    "signatories/by-date.md": ("undersigned/by-date.html", "# Signatories by date\n"),
    "signatories/evidence.md": ("undersigned/evidence.html", "# Evidence and its grades\n"),
}


def on_config(config: MkDocsConfig) -> None:
    """Give templates the register, at `config.extra.signatories`."""
    locale = locale_of(config.theme["language"])
    split = (config.extra.get("register") or {}).get("split", SPLIT)
    site = config.extra["site"]
    versions = [version.number for version in site.versions]
    config.extra["signatories"] = view(site.register, locale, versions, split)


def on_files(files: Files, config: MkDocsConfig) -> None:
    """Add the register's pages for which docs/ has no words of its own, its sheets and index."""
    for path, (_, words) in PAGES.items():
        if files.get_file_from_path(path) is None:
            files.append(File.generated(config, path, content=words))
    for path, sheet in _sheets(config).items():
        words, hidden = f"# {sheet.heading}\n", InclusionLevel.NOT_IN_NAV
        files.append(File.generated(config, path, content=words, inclusion=hidden))
    if index := config.extra["signatories"].index:
        files.append(File.generated(config, "signatories/filter.json", content=index))


def on_nav(nav: Navigation, config: MkDocsConfig, files: Files) -> None:
    """Chain the sheets, and open the navigation at the register while one is read."""
    pages = [page for path in _sheets(config) if (page := files.src_uris[path].page)]
    for before, after in pairwise(pages):
        before.next_page, after.previous_page = after, before
    if overview := files.src_uris["signatories/index.md"].page:
        for page in pages:
            page.parent = overview.parent


def on_page_markdown(markdown: str, page: Page, config: MkDocsConfig, files: Files) -> None:
    """Draw the register's pages with their templates; the search leaves the sheets out."""
    if page.file.src_uri in PAGES:
        page.meta.setdefault("template", PAGES[page.file.src_uri][0])
    elif sheet := _sheets(config).get(page.file.src_uri):
        page.meta.update(template="undersigned/sheet.html", sheet=sheet, search={"exclude": True})


def _sheets(config: MkDocsConfig) -> dict[str, Sheet]:
    """Every sheet by the path of its page."""
    return {f"{sheet.address}.md": sheet for sheet in config.extra["signatories"].sheets}
