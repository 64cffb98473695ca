"""The ways back from notes to the places that refer to them, named by the words that stand there.

A row of equal arrows says nothing of where each leads, and a screen reader nothing at all.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from html import unescape
from xml.etree.ElementTree import Element, SubElement

from markdown import Markdown
from markdown.extensions.footnotes import NBSP_PLACEHOLDER
from markdown.treeprocessors import Treeprocessor

from ..language.catalogue import Catalogue

NOTES = ".//div[@class='footnote']/ol/li"
_WAY = "footnote-backref"

# Stands in a message for the links; no message has it.
_PLACES = "\0"

# Of the words before a number, as many as are taken in at a glance.
_WORDS, _SIGNS = 5, 40

# More than they can be: what is kept of a long paragraph while its places are read.
_KEPT = 400

# The elements whose words are read as one: what stands before them says nothing of a place in them.
_WORDS_IN = "p li td th dd dt div blockquote caption figcaption summary h1 h2 h3 h4 h5 h6"
_BLOCKS = frozenset(_WORDS_IN.split())
_SENTENCE = re.compile(r"(?<=[.!?…。！？])[\"'’”)\]]*\s+")
_BEHIND = " \t\n\xa0.,;:!?…"

# What Python-Markdown has put aside until a page is written: raw HTML, and characters by number.
_ASIDE = re.compile("\x02(?:wzxhzdk:(?P<raw>[0-9]+)|(?P<sign>[0-9]+)|(?P<amp>amp))\x03")


class WaysBack(Treeprocessor):
    """Puts the ways back into a paragraph of their own, the last of each note.

    Of two places with the same words the second is numbered. A note to which nothing refers has
    none.
    """

    def __init__(self, md: Markdown, catalogue: Catalogue) -> None:
        super().__init__(md)
        self.markdown, self.catalogue = md, catalogue

    def run(self, root: Element) -> None:
        """Replace the links that Python-Markdown has written by named ones, in reading order."""
        places = self._places(root) if (items := root.findall(NOTES)) else {}
        for item in items:
            _remove_ways(item)
            if ways := places.get(f"#{item.get('id')}"):
                _add_ways(item, ways, self.catalogue)

    def _places(self, root: Element) -> Mapping[str, list[tuple[str, str]]]:
        """By the address of each note the ids of its places, with the words before each."""
        found: dict[str, list[tuple[str, str]]] = {}
        before, block = "", root
        for element, text, starts in _pieces(root, root):
            if element is not block:
                before, block = "", element
            if starts is not None:
                anchor, target = starts.get("id", ""), starts[0].get("href", "")
                found.setdefault(target, []).append((anchor, _last(before)))
            before = (before + self._plain(text))[-_KEPT:]
        return found

    def _plain(self, text: str) -> str:
        """Text of the tree as a reader sees it."""

        def shown(aside: re.Match[str]) -> str:
            if aside["raw"]:
                raw = str(self.markdown.htmlStash.rawHtmlBlocks[int(aside["raw"])])
                return unescape(raw) if raw.startswith("&") else ""
            return chr(int(aside["sign"])) if aside["sign"] else "&"

        return _ASIDE.sub(shown, text).replace(NBSP_PLACEHOLDER, " ")


def is_reference(element: Element) -> bool:
    """Whether an element is the number of a note, where the text refers to it."""
    return element.tag == "sup" and len(element) > 0 and element[0].get("class") == "footnote-ref"


def _pieces(element: Element, block: Element) -> Iterator[tuple[Element, str, Element | None]]:
    """The text of a page in pieces: in which block each stands, and behind which reference."""
    yield block, element.text or "", None
    for child in element:
        if is_reference(child):
            yield block, child.tail or "", child
            continue
        yield from _pieces(child, child if child.tag in _BLOCKS else block)
        yield block, child.tail or "", None


def _last(text: str) -> str:
    """The last few words of a text, of one sentence, without the marks behind them."""
    text = text.rstrip(_BEHIND)
    words = _SENTENCE.split(text)[-1].split()[-_WORDS:]
    while len(words) > 1 and len(" ".join(words)) > _SIGNS:
        del words[0]
    shown = " ".join(words)[-_SIGNS:]
    if not any(sign.isalnum() for sign in shown):
        return ""
    return shown if "(" in shown else shown.rstrip(")")


def _remove_ways(item: Element) -> None:
    """Take away the links back of a note, the space before them, and a paragraph left empty."""
    for part in list(item.iter()):
        for link in [each for each in part if each.tag == "a" and each.get("class") == _WAY]:
            part.remove(link)
    last = item[-1] if len(item) else item
    if len(last) and last[-1].tail:
        last[-1].tail = last[-1].tail.removesuffix(NBSP_PLACEHOLDER)
    elif not len(last) and last.text:
        last.text = last.text.removesuffix(NBSP_PLACEHOLDER)
    if last is not item and not len(last) and not (last.text or "").strip():
        item.remove(last)


def _add_ways(item: Element, places: Sequence[tuple[str, str]], catalogue: Catalogue) -> None:
    """Add the paragraph: 'Back to ‘these words’, ‘others’'."""
    _, paragraph = catalogue.gettext, SubElement(item, "p")
    before, _links, behind = _("Back to %(places)s", places=_PLACES).partition(_PLACES)
    between, met = catalogue.pgettext("between names", ", "), dict[str, int]()
    paragraph.text = before
    for number, (anchor, words) in enumerate(places, 1):
        name = _("‘%(words)s’", words=words) if words else _("the text")
        met[name] = met.get(name, 0) + 1
        link = SubElement(paragraph, "a", {"class": _WAY, "dir": "auto", "href": f"#{anchor}"})
        link.text = f"{name} ({met[name]})" if met[name] > 1 else name
        link.tail = between if number < len(places) else behind
