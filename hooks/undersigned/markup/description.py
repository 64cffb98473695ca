"""What a search engine and a shared link say of a page."""

import re

from .tags import Characters, EndTag, tokens, unescaped

# As much as a results page shows; longer ones are cut there anyway, in the middle of a word.
LONGEST = 160
_SPELLED_OUT = re.compile(r'<a href="([^"]+)">\1</a>')
_NOTE_MARK = "sup"


def first_paragraph(html: str) -> str:
    """The text of the first paragraph that has any, on one line, without marks of notes."""
    before_notes = html.partition('<div class="footnote">')[0]
    text, inside, silent = "", False, 0
    for token in tokens(before_notes):
        if isinstance(token, Characters):
            text += unescaped(token.text) if inside and not silent else ""
            continue
        ends = isinstance(token, EndTag)
        if token.name == "p" and (ends or not text.strip()):
            inside = not ends
        elif token.name == _NOTE_MARK:
            silent = max(0, silent + (-1 if ends else 1))
    return " ".join(text.split())


def with_addresses_marked(html: str) -> str:
    """A page whose links that show their address have a class: on paper it is not shown twice."""
    return _SPELLED_OUT.sub(r'<a class="undersigned-address" href="\1">\1</a>', html)


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
