"""Columns aligned by a class: an extension of Python-Markdown, beside ``tables``.

Python-Markdown knows the style attribute, which the content security policy refuses, or `align`,
which HTML no longer has.
"""

from xml.etree.ElementTree import Element

from markdown import Extension, Markdown
from markdown.treeprocessors import Treeprocessor

CLASSES = {f"text-align: {side};": f"align-{side}" for side in ("left", "center", "right")}

# After attribute lists (8), which may give classes of their own.
_AFTER_ATTRIBUTES = 5


class _ByClass(Treeprocessor):
    def run(self, root: Element) -> None:
        """Give every aligned cell a class, beside those it has."""
        for cell in (*root.iter("th"), *root.iter("td")):
            if aligned := CLASSES.get(cell.get("style", "")):
                del cell.attrib["style"]
                cell.set("class", " ".join(filter(None, (cell.get("class"), aligned))))


class TablesByClassExtension(Extension):
    """For whatever the extension ``tables`` makes."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802
        """Register behind all that may give a cell a class."""
        md.treeprocessors.register(_ByClass(md), "undersigned-tables", _AFTER_ATTRIBUTES)


def makeExtension(**settings: object) -> TablesByClassExtension:  # noqa: N802
    """The extension, as Python-Markdown asks a module for it by name."""
    return TablesByClassExtension(**settings)
