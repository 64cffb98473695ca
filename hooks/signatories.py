"""The register's pages, and the view of it that every template may use."""

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page
from undersigned.language import locale_of
from undersigned.views import view

# A page of the same path in docs/ gives the words; the template adds the register beneath them.
PAGES = {
    "signatories/index.md": ("undersigned/signatories.html", "# Signatories\n"),
    "signatories/by-country.md": ("undersigned/by-country.html", "# Signatories by country\n"),
}


def on_config(config: MkDocsConfig) -> None:
    """Give templates the register, at `config.extra.register`."""
    locale = locale_of(config.theme["language"])
    config.extra["register"] = view(config.extra["site"].register, locale)


def on_files(files: Files, config: MkDocsConfig) -> None:
    """Add the register's pages for which docs/ has no words of its own."""
    for path, (_, words) in PAGES.items():
        if files.get_file_from_path(path) is None:
            files.append(File.generated(config, path, content=words))


def on_page_markdown(markdown: str, page: Page, config: MkDocsConfig, files: Files) -> None:
    """Draw the register's pages with their templates."""
    if page.file.src_uri in PAGES:
        page.meta.setdefault("template", PAGES[page.file.src_uri][0])
