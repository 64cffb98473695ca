"""Notes numbered as a reader meets them: an extension of Python-Markdown, beside ``footnotes``."""

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from markdown import Extension, Markdown
from markdown.extensions.footnotes import FootnoteExtension
from markdown.treeprocessors import Treeprocessor

from ..language.catalogue import ENGLISH, catalogue_of
from .ways_back import NOTES, WaysBack, is_reference

# After inline markup (20) and before the notes are sorted by the order of their numbers (19).
_BETWEEN = 19.5
# After each place has its link back (15), and before the page is written.
_AFTER = 14

# The class of the first place of a note, with its number: style sheets know by it where a note has
# to stand beside the text.
PLACE = "footnote-"


class _ReadingOrder(Treeprocessor):
    """Python-Markdown numbers notes as it comes upon them, and comes to lists and tables last."""

    def __init__(self, md: Markdown, footnotes: FootnoteExtension) -> None:
        super().__init__(md)
        self.footnotes = footnotes

    def run(self, root: Element) -> None:
        """Renumber every reference, and name and mark the places that refer to a note.

        The notes themselves are sorted by the same order later. What they refer to comes after what
        the text refers to.
        """
        known = {
            f"#{self.footnotes.makeFootnoteId(note)}": note for note in self.footnotes.footnotes
        }
        items = {f"#{item.get('id')}": item for item in root.findall(NOTES)}
        order, places, parts = dict[str, int](), dict[str, int](), [root]
        for part in parts:
            for place, link in _references(part, beneath=part is not root):
                target = link.get("href", "")
                if target not in known:
                    continue
                if target not in order:
                    order[target] = len(order) + 1
                    items[target].set("value", str(order[target]))  # counts though others be hidden
                    parts.append(items[target])
                places[target] = places.get(target, 0) + 1
                link.text = str(order[target])
                first = self.footnotes.makeFootnoteRefId(known[target])
                place.set("id", _numbered(first, places[target]))
                if places[target] == 1:
                    place.set("class", f"{PLACE}{order[target]}")
        self.footnotes.footnote_order = [known[target] for target in order]


class NotesInOrderExtension(Extension):
    """Needs ``footnotes`` to be registered before it, with `USE_DEFINITION_ORDER` off."""

    def __init__(self, **settings: object) -> None:
        self.config = {"locale": [ENGLISH.locale, "the CLDR locale of the ways back"]}
        super().__init__(**settings)

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802
        """Register between the reading of references and the sorting of notes, and at the end."""
        for extension in md.registeredExtensions:
            if isinstance(extension, FootnoteExtension):
                _count_places(extension)
                order = _ReadingOrder(md, extension)
                md.treeprocessors.register(order, "undersigned-reading-order", _BETWEEN)
                back = WaysBack(md, catalogue_of(str(self.getConfig("locale"))).on_pages)
                md.treeprocessors.register(back, "undersigned-ways-back", _AFTER)


def _references(part: Element, beneath: bool) -> Iterator[tuple[Element, Element]]:
    """The references to notes in a part of the page, in order; those of notes only `beneath` it."""
    if is_reference(part):
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
