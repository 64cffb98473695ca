"""Notes numbered as a reader meets them: an extension of Python-Markdown, beside ``footnotes``."""

from xml.etree.ElementTree import Element

from markdown import Extension, Markdown
from markdown.extensions.footnotes import FootnoteExtension
from markdown.treeprocessors import Treeprocessor

# After inline markup (20) and before the notes are sorted by the order of their numbers (19).
_BETWEEN = 19.5


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


class NotesInOrderExtension(Extension):
    """Needs ``footnotes`` to be registered before it, with `USE_DEFINITION_ORDER` off."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802
        """Register between the reading of references and the sorting of notes."""
        for extension in md.registeredExtensions:
            if isinstance(extension, FootnoteExtension):
                order = _ReadingOrder(md, extension)
                md.treeprocessors.register(order, "undersigned-reading-order", _BETWEEN)


def makeExtension(**settings: object) -> NotesInOrderExtension:  # noqa: N802
    """The extension, as Python-Markdown asks a module for it by name."""
    return NotesInOrderExtension(**settings)
