"""Citations become notes by the package's own parser; mkdocs-bibtex finds the brackets."""

from math import inf
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import CombinedEvent, event_priority
from mkdocs_bibtex.citation import Citation, CitationBlock, InlineReference
from mkdocs_bibtex.registry import ReferenceRegistry
from undersigned.bibliography.footnotes import Footnotes
from undersigned.text.pages import code_hidden, code_shown


class Registry(ReferenceRegistry):
    """The plugin's registry, fed from the notes of the package."""

    def __init__(self, notes: Footnotes) -> None:
        self.own, self.bib_data, self.footnote_format = notes, None, "{key}"

    def validate_citation_blocks(self, citation_blocks: list[CitationBlock]) -> None:
        """Put the package's notes in place of what the plugin has read of each bracket."""
        for block in citation_blocks:
            block.citations = [Citation(note.name) for note in self.own.of(block.raw)]

    def validate_inline_references(self, _: list[InlineReference]) -> set[InlineReference]:
        """Only brackets cite."""
        return set()

    def inline_text(self, citation_block: CitationBlock) -> str:
        """References to the notes of a bracket, or the bracket as it is."""
        names = "".join(f"[^{citation.key}]" for citation in citation_block.citations)
        return names or str(citation_block)

    def reference_text(self, citation: Citation) -> str:
        """The words of a note."""
        return self.own.worded(citation.key)


@event_priority(50)
def on_config(config: MkDocsConfig) -> None:
    """Put the registry in place before the plugin would read references.bib once more."""
    plugin = config.plugins["bibtex"]
    plugin.config["bib_file"] = str(Path(config.config_file_path).resolve())  # its age is asked
    notes = Footnotes(config.extra["undersigned"].site.library)
    plugin.registry, plugin.last_configured = Registry(notes), inf  # type: ignore[attr-defined]


@event_priority(50)
def _hide_code(markdown: str, /, **_: object) -> str:
    """Take code from the plugin, which would cite in it."""
    return code_hidden(markdown)


@event_priority(-50)
def _show_code(markdown: str, /, **_: object) -> str:
    """Give it back to the page."""
    return code_shown(markdown)


on_page_markdown = CombinedEvent(_hide_code, _show_code)
