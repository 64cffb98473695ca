"""Lists behind a list in HTML that has no items: an extension of Python-Markdown.

Python-Markdown adds the items of a list to the list before it, and looks at that one's last item
first: it fails over one without any, such as ``<ol markdown="span">…</ol>`` (measured, 3.11).
"""

import re
from xml.etree.ElementTree import Element, SubElement

from markdown import Extension, Markdown
from markdown.blockprocessors import BlockProcessor

_ITEM = re.compile(r" {0,3}(?:\d+\.|[*+-]) ")
_LISTS = ("ol", "ul")

# After rules (50), which may begin with the sign of an item, and before lists (40, 30).
_BEFORE_LISTS = 45


class _Apart(BlockProcessor):
    def test(self, parent: Element, block: str) -> bool:
        """Whether this is a list right behind one without items."""
        last = self.lastChild(parent)
        return (
            last is not None and last.tag in _LISTS and not len(last) and bool(_ITEM.match(block))
        )

    def run(self, parent: Element, blocks: list[str]) -> None:
        """Read it as if something stood between the two."""
        between = SubElement(parent, "div")
        self.parser.parseBlocks(parent, [blocks.pop(0)])
        parent.remove(between)


class ListsAfterHtmlExtension(Extension):
    """For whatever the extension ``md_in_html`` has Python-Markdown read."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802
        """Register before all that reads lists."""
        md.parser.blockprocessors.register(_Apart(md.parser), "undersigned-lists", _BEFORE_LISTS)


def makeExtension(**settings: object) -> ListsAfterHtmlExtension:  # noqa: N802
    """The extension, as Python-Markdown asks a module for it by name."""
    return ListsAfterHtmlExtension(**settings)
