"""Reading in order and on paper: the chain of principles, and the whole as one document."""

import re

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.pages import Page

DOCUMENT = "principles/print.md"

# A link whose text is its address: on paper it is not followed by the address once more.
_SPELLED_OUT = re.compile(r'<a href="([^"]+)">\1</a>')


def on_files(files: Files, config: MkDocsConfig) -> None:
    """Add the document to print, unless docs/ has a page of that path."""
    if files.get_file_from_path(DOCUMENT) is None:
        level = InclusionLevel.NOT_IN_NAV
        file = File.generated(config, DOCUMENT, content="\\statement\n", inclusion=level)
        files.append(file)


def on_page_markdown(markdown: str, page: Page, config: MkDocsConfig, files: Files) -> None:
    """Draw principles with their chain, in place of the theme's way on to other sections."""
    if page.meta.get("principle"):
        page.meta.setdefault("template", "undersigned/principle.html")
        page.meta["hide"] = [*page.meta.get("hide", []), "footer"]
    elif page.file.src_uri == DOCUMENT and page.file.generated_by:
        title = config.extra["statement"]["title"]
        page.meta.update(
            template="undersigned/print.html",
            title=f"{title}, to print",
            description="The text and those who endorse it as one document, to print or to keep.",
            search={"exclude": True},
            hide=["navigation", "toc"],
        )


def on_page_content(html: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Mark the links whose text is their address."""
    return _SPELLED_OUT.sub(r'<a class="undersigned-address" href="\1">\1</a>', html)
