"""Citations become notes by the package's own parser; mkdocs-bibtex is handed their safe names."""

from math import inf
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import CombinedEvent, event_priority
from mkdocs_bibtex.citation import Citation, CitationBlock, InlineReference
from mkdocs_bibtex.registry import ReferenceRegistry
from undersigned.bibliography.citations.footnotes import Footnotes, placeholder
from undersigned.text.pages import code_shown


class Registry(ReferenceRegistry):
    """The plugin's registry, fed from the notes of the package."""

    def __init__(self, notes: Footnotes) -> None:
        self.own, self.bib_data, self.footnote_format = notes, None, "{key}"

    def validate_citation_blocks(self, citation_blocks: list[CitationBlock]) -> None:
        """Read the names of the notes in the one pair of brackets that each page has."""
        for citation in (each for block in citation_blocks for each in block.citations):
            citation.key = bytes.fromhex(citation.key).decode()

    def validate_inline_references(self, _: list[InlineReference]) -> set[InlineReference]:
        """Bare keys have become names and notes before."""
        return set()

    def inline_text(self, _: CitationBlock) -> str:
        """Nothing: the references stand where the page cites."""
        return ""

    def reference_text(self, citation: Citation) -> str:
        """What stands for the words of a note until all of the page is drawn."""
        return placeholder(self.own.notes[citation.key])


@event_priority(50)
def on_config(config: MkDocsConfig) -> None:
    """Put the registry in place before the plugin would read references.bib once more."""
    plugin = config.plugins["bibtex"]
    plugin.config["bib_file"] = str(Path(config.config_file_path).resolve())  # its age is asked
    plugin.registry = Registry(Footnotes(config.extra["undersigned"].site.library))  # type: ignore[attr-defined]
    plugin.last_configured = inf  # type: ignore[attr-defined]


@event_priority(50)
def _cite(markdown: str, /, config: MkDocsConfig, **_: object) -> str:
    """Refer to notes in place of citations, and hand the plugin their names behind the page."""
    noted = config.plugins["bibtex"].registry.own.noted(markdown)  # type: ignore[attr-defined]
    names = "; ".join(f"@{note.name.encode().hex()}" for note in noted.notes)
    return f"{noted.text}\n\n[{names}]" if names else noted.text


@event_priority(-50)
def _show_code(markdown: str, /, **_: object) -> str:
    return code_shown(markdown)  # what the plugin must not take for a citation


on_page_markdown = CombinedEvent(_cite, _show_code)
