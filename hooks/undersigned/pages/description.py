"""What a search engine and a shared link say of a page."""

import re
from html.parser import HTMLParser

# As much as a results page shows; longer ones are cut there anyway, in the middle of a word.
LONGEST = 160
_SILENT = ("sup", "script", "style")


class _FirstParagraph(HTMLParser):
    """The text of the first paragraph that has any, without marks of notes."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.text = ""
        self._inside = False
        self._silent = 0
        self.feed(html)

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        if tag == "p" and not self.text.strip():
            self._inside = True
        self._silent += tag in _SILENT

    def handle_endtag(self, tag: str) -> None:
        if tag == "p":
            self._inside = False
        self._silent -= tag in _SILENT

    def handle_data(self, text: str) -> None:
        if self._inside and not self._silent:
            self.text += text


def first_paragraph(html: str) -> str:
    """The text of the first paragraph of a page, on one line; nothing where there is none."""
    before_notes = html.partition('<div class="footnote">')[0]
    return " ".join(_FirstParagraph(before_notes).text.split())


def description(given: str | None, html: str, title: str, site: str) -> str:
    """A page's own description, or else its first paragraph, or else its title and the site's."""
    text = " ".join((given or "").split())
    return text or shortened(first_paragraph(html)) or f"{title}: {site}"


def shortened(text: str) -> str:
    """The text up to the last sentence that fits, or else up to the last word and an ellipsis."""
    if len(text) <= LONGEST:
        return text
    start = text[: LONGEST + 1]
    if sentences := re.match(r".{60,}[.!?](?=\s)", start):
        return sentences[0]
    return start[:LONGEST].rpartition(" ")[0].rstrip(" ,;:–") + "…"
