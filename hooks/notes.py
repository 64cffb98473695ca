"""Notes are numbered in the order in which a reader meets them."""

from xml.etree.ElementTree import Element

from markdown import Extension, Markdown
from markdown.extensions.footnotes import FootnoteExtension
from markdown.treeprocessors import Treeprocessor
from mkdocs.config.defaults import MkDocsConfig


class _ReadingOrder(Treeprocessor):
    """Python-Markdown numbers notes as it comes upon them, and comes to lists and tables last."""

    def __init__(self, md: Markdown, footnotes: FootnoteExtension) -> None:
        super().__init__(md)
        self.footnotes = footnotes

    def run(self, root: Element) -> None:
        """Renumber every reference; the notes themselves are sorted by the same order later."""
        notes = {
            f"#{self.footnotes.makeFootnoteId(note)}": note for note in self.footnotes.footnotes
        }
        order: dict[str, int] = {}
        for link in root.iter("a"):
            note = notes.get(link.get("href", ""))
            if link.get("class") == "footnote-ref" and note is not None:
                link.text = str(order.setdefault(note, len(order) + 1))
        self.footnotes.footnote_order = list(order)


class NotesInReadingOrder(Extension):
    """Added after the footnotes extension, between its reading of references and its sorting."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802
        """Run after inline markup (priority 20) and before the notes are sorted (19)."""
        for extension in md.registeredExtensions:
            if isinstance(extension, FootnoteExtension):
                md.treeprocessors.register(_ReadingOrder(md, extension), "reading-order", 19.5)


def on_config(config: MkDocsConfig) -> None:
    """Number the notes of every page, and sort them likewise."""
    config.mdx_configs.setdefault("footnotes", {})["USE_DEFINITION_ORDER"] = False
    config.markdown_extensions.append(NotesInReadingOrder())
