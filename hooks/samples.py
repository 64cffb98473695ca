"""Citations in samples of code are shown as written; mkdocs-bibtex reads them everywhere."""

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import CombinedEvent, event_priority
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page
from undersigned.text.pages import code_hidden, code_shown


@event_priority(50)
def _hide_code(markdown: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Take from the plugin what is no citation."""
    return code_hidden(markdown)


@event_priority(-50)
def _show_code(markdown: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Give it back to the page."""
    return code_shown(markdown)


on_page_markdown = CombinedEvent(_hide_code, _show_code)
