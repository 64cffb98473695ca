"""Descriptions of pages, for search engines and link previews."""

import re

from ..language.catalogue import ENGLISH, Catalogue
from .tags import Characters, EndTag, tokens, unescaped

# Search results show about as much, and cut longer descriptions in the middle of a word.
LONGEST = 160
_SPELLED_OUT = re.compile(r'<a href="([^"]+)">\1</a>')
_NOTE_MARK = "sup"


def first_paragraph(html: str) -> str:
    """The text of the first paragraph that is not empty, on one line, without footnote marks."""
    before_notes = html.partition('<div class="footnote">')[0]
    text, inside, note_depth = "", False, 0
    for token in tokens(before_notes):
        if isinstance(token, Characters):
            text += unescaped(token.text) if inside and not note_depth else ""
            continue
        ends = isinstance(token, EndTag)
        if token.name == "p" and (ends or not text.strip()):
            inside = not ends
        elif token.name == _NOTE_MARK:
            note_depth = max(0, note_depth + (-1 if ends else 1))
    return " ".join(text.split())


def with_addresses_marked(html: str) -> str:
    """A page whose links that show their address have a class: on paper it is not shown twice."""
    return _SPELLED_OUT.sub(r'<a class="spelled-out" href="\1">\1</a>', html)


def description(
    given: object, html: str, title: str, site: str, catalogue: Catalogue = ENGLISH
) -> str:
    """The description of a page: its own, or its first paragraph, or its title and the site's."""
    text = " ".join(str(given or "").split()) or shortened(first_paragraph(html))
    return text or catalogue.gettext("%(title)s: %(site)s", title=title, site=site)


def shortened(text: str) -> str:
    """The text in at most `LONGEST` characters: whole sentences, or whole words and an ellipsis."""
    if len(text) <= LONGEST:
        return text
    start = text[: LONGEST + 1]
    if sentences := re.match(r".{60,}[.!?](?=\s)", start):
        return sentences[0]
    return start[:LONGEST].rpartition(" ")[0].rstrip(" ,;:–") + "…"
