"""Notes numbered as a reader meets them: an extension of Python-Markdown, beside ``footnotes``."""

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from markdown import Extension, Markdown
from markdown.extensions.footnotes import FootnoteExtension
from markdown.treeprocessors import Treeprocessor

# After inline markup (20) and before the notes are sorted by the order of their numbers (19).
_BETWEEN = 19.5
_ITEMS = ".//div[@class='footnote']/ol/li"
# After each place has its link back (15), and before the page is written.
_AFTER = 14


class _ReadingOrder(Treeprocessor):
    """Python-Markdown numbers notes as it comes upon them, and comes to lists and tables last."""

    def __init__(self, md: Markdown, footnotes: FootnoteExtension) -> None:
        super().__init__(md)
        self.footnotes = footnotes

    def run(self, root: Element) -> None:
        """Renumber every reference, and name the places that refer to a note in their order.

        The notes themselves are sorted by the same order later. What they refer to comes after what
        the text refers to.
        """
        known = {
            f"#{self.footnotes.makeFootnoteId(note)}": note for note in self.footnotes.footnotes
        }
        items = {f"#{item.get('id')}": item for item in root.findall(_ITEMS)}
        order, places, parts = dict[str, int](), dict[str, int](), [root]
        for part in parts:
            for place, link in _references(part, beneath=part is not root):
                target = link.get("href", "")
                if target not in known:
                    continue
                if target not in order:
                    order[target] = len(order) + 1
                    parts.append(items[target])
                places[target] = places.get(target, 0) + 1
                link.text = str(order[target])
                first = self.footnotes.makeFootnoteRefId(known[target])
                place.set("id", _numbered(first, places[target]))
        self.footnotes.footnote_order = [known[target] for target in order]


class _Labels(Treeprocessor):
    """Python-Markdown gives all links back from a note one title, with a number it had before."""

    def run(self, root: Element) -> None:
        """Say of each link back where it leads, for screen readers as well."""
        for item in root.findall(_ITEMS):
            links = [link for link in item.iter("a") if link.get("class") == "footnote-backref"]
            for number, link in enumerate(links, 1):
                label = f"Back to place {number}" if len(links) > 1 else "Back to the text"
                link.set("title", label)
                link.set("aria-label", label)


class NotesInOrderExtension(Extension):
    """Needs ``footnotes`` to be registered before it, with `USE_DEFINITION_ORDER` off."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802
        """Register between the reading of references and the sorting of notes, and at the end."""
        for extension in md.registeredExtensions:
            if isinstance(extension, FootnoteExtension):
                _count_places(extension)
                order = _ReadingOrder(md, extension)
                md.treeprocessors.register(order, "undersigned-reading-order", _BETWEEN)
                md.treeprocessors.register(_Labels(md), "undersigned-labels", _AFTER)


def _references(part: Element, beneath: bool) -> Iterator[tuple[Element, Element]]:
    """The references to notes in a part of the page, in order; those of notes only `beneath` it."""
    if part.tag == "sup" and len(part) and part[0].get("class") == "footnote-ref":
        yield part, part[0]
    for child in part:
        if beneath or child.tag != "div" or child.get("class") != "footnote":
            yield from _references(child, beneath)


def _numbered(first: str, number: int) -> str:
    """The id of a place that refers to a note: Python-Markdown has 'fnref2:a' for the second."""
    return first if number == 1 else first.replace("fnref", f"fnref{number}", 1)


def _count_places(footnotes: FootnoteExtension) -> None:
    """Count the places without asking for each number anew, which takes quadratic time."""

    def unique(reference: str, found: bool = False) -> str:
        if found:
            footnotes.found_refs[reference] = footnotes.found_refs.get(reference, 0) + 1
        return reference

    setattr(footnotes, "unique_ref", unique)  # noqa: B010


def makeExtension(**settings: object) -> NotesInOrderExtension:  # noqa: N802
    """The extension, as Python-Markdown asks a module for it by name."""
    return NotesInOrderExtension(**settings)
