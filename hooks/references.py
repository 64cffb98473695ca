"""Citations such as ``[see @key, p. 80]`` become notes; mkdocs-bibtex reads them, no more."""

from collections.abc import Sequence
from math import inf
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import event_priority
from mkdocs_bibtex.citation import Citation, CitationBlock, InlineReference
from mkdocs_bibtex.registry import ReferenceRegistry
from undersigned.bibliography.citations import keys_in
from undersigned.bibliography.footnotes import Note, linked_note, note_of
from undersigned.bibliography.library import Library


class Notes(ReferenceRegistry):
    """The plugin's registry, in which a source cited in two ways has two notes."""

    def __init__(self, library: Library) -> None:
        self.bib_data, self.footnote_format = library, "{key}"
        # Keys in whatever case they are cited.
        self.keys = {key.lower(): key for key in library.entries}
        self.notes: dict[str, Note] = {}
        self.formatted: dict[Note, str] = {}

    def validate_citation_blocks(self, citation_blocks: Sequence[CitationBlock]) -> None:
        """Name the note of each citation.

        Unknown keys have stopped the build before; what is left is no citation, such as an e-mail
        address in brackets.
        """
        for block in citation_blocks:
            cited = {key.lower() for key in keys_in(str(block))} & self.keys.keys()
            block.citations = [each for each in block.citations if each.key.lower() in cited]
            for citation in block.citations:
                key = self.keys[citation.key.lower()]
                note = note_of(key, citation.prefix, citation.suffix)
                self.notes[note.name] = note
                citation.key = note.name

    def validate_inline_references(
        self, inline_references: Sequence[InlineReference]
    ) -> set[InlineReference]:
        """Citations stand in brackets alone."""
        return set()

    def inline_text(self, citation_block: CitationBlock) -> str:
        """References to the notes of a bracket, or the bracket as it is."""
        references = "".join(f"[^{citation.key}]" for citation in citation_block.citations)
        return references or str(citation_block)

    def reference_text(self, citation: Citation) -> str:
        """The note itself; most sources are cited on several pages."""
        note = self.notes[citation.key]
        if note not in self.formatted:
            self.formatted[note] = linked_note(note, self.bib_data)
        return self.formatted[note]


@event_priority(50)
def on_config(config: MkDocsConfig) -> None:
    """Put the registry in place before the plugin would read references.bib once more."""
    plugin = config.plugins["bibtex"]
    # It asks how old its file is, and a site may have none.
    plugin.config["bib_file"] = str(Path(config.config_file_path).resolve())
    plugin.registry, plugin.last_configured = Notes(config.extra["site"].library), inf  # type: ignore[attr-defined]
