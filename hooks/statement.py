"""The published text: its plain bytes, its page by version, and its place in other pages."""

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page
from undersigned.locale import locale_of
from undersigned.views.versions import editions

# Alone on a line of any page, this stands for the text of the version in force.
MARKER = "\\statement"


def on_config(config: MkDocsConfig) -> None:
    """Give templates the versions, at `config.extra.editions`, the one in force first."""
    locale = locale_of(config.theme["language"])
    config.extra["editions"] = editions(config.extra["site"].versions, locale)


def on_files(files: Files, config: MkDocsConfig) -> None:
    """Serve each version's exact bytes beside its page."""
    for version in config.extra["site"].versions:
        path = f"principles/{version.number}.txt"
        files.append(File.generated(config, path, content=version.text.encode()))


def on_page_markdown(markdown: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Draw the page of each version, and set the text in force where a page asks for it.

    Wherever a text is shown, it is drawn in one way, from its words alone.
    """
    title = config.extra["statement"]["title"]
    texts = {version.number: version.text for version in config.extra["site"].versions}
    for edition in config.extra["editions"]:
        if page.file.src_uri == f"principles/{edition.number}.md":
            # Of lines such as 'Scope: all' at its head, MkDocs would have made settings.
            page.meta = {
                "template": "undersigned/version.html",
                "title": f"{title}, version {edition.number}",
                "description": f"The words that signatories of version {edition.number} of"
                f" “{title}” endorse, published {edition.published}.",
                "edition": edition,
            }
            return _block(texts[edition.number])
    block = _block(texts[config.extra["editions"][0].number])
    return "\n".join(block if line.strip() == MARKER else line for line in markdown.split("\n"))


def _block(text: str) -> str:
    return f'<div class="undersigned-text" markdown>\n\n{text}\n</div>'
