"""Columns that Markdown aligns are aligned by a class: the policy refuses style attributes."""

from xml.etree.ElementTree import Element

from markdown import Extension, Markdown
from markdown.treeprocessors import Treeprocessor
from mkdocs.config.defaults import MkDocsConfig

CLASSES = {f"text-align: {side};": f"undersigned-{side}" for side in ("left", "center", "right")}


class _ByClass(Treeprocessor):
    """Python-Markdown knows the style attribute, or `align`, which HTML no longer has."""

    def run(self, root: Element) -> None:
        """Give every aligned cell a class, beside those it has."""
        for cell in (*root.iter("th"), *root.iter("td")):
            if aligned := CLASSES.get(cell.get("style", "")):
                del cell.attrib["style"]
                cell.set("class", " ".join(filter(None, (cell.get("class"), aligned))))


class TablesAlignedByClass(Extension):
    """For whatever the tables extension makes."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802
        """Run after attribute lists (priority 8), which may give classes of their own."""
        md.treeprocessors.register(_ByClass(md), "aligned-by-class", 5)


def on_config(config: MkDocsConfig) -> None:
    """Align the columns of every page."""
    config.markdown_extensions.append(TablesAlignedByClass())
