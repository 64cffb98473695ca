"""English on pages in French: messages of the catalogue that a page has untranslated."""

import re
from collections.abc import Iterator
from functools import cache
from html import unescape
from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Message
from babel.messages.pofile import read_po

from .sites import REPOSITORY

_CATALOGUE = REPOSITORY / "hooks/undersigned/language/fr.po"
_PLACE = re.compile(r"%\(\w+\)s")
# Those that stand for a tag: the words around them stand side by side.
_TAG = re.compile(r"%\((?:\w+_)?(?:start|end)\)s|<[^>]*>")
# Elements within a text.
_WITHIN = "a|b|bdi|code|data|del|dfn|em|i|ins|span|strong|time"
_WORD = re.compile(r"[^\W\d_]{2,}")
_SPOKEN = re.compile(r'\b(?:alt|aria-label|content|data-[\w-]+|label|placeholder|title)="([^"]*)"')


def words_of(html: str) -> str:
    """What a page says, a line for each text: between its tags, and in attributes."""
    html = re.sub(r"\s+", " ", re.sub(r"(?s)<(script|style)\b.*?</\1>", "", html))
    read = re.sub(rf"</?(?:{_WITHIN})\b[^>]*>", "", html)
    texts = (*_SPOKEN.findall(html), *re.split(r"<[^>]*>", read))
    return "\n".join(unescape(text) for text in texts)


def english(message: Message) -> Iterator[str]:
    """The forms of a message in English, if they have two words and are others in French."""
    said = {message.id} if isinstance(message.id, str) else set(message.id)
    strings = [message.string] if isinstance(message.string, str) else message.string
    for each in said - set(strings or ()):
        if len(_WORD.findall(_PLACE.sub(" ", _TAG.sub("", each)))) >= 2:
            yield each


def pattern(message: str) -> str:
    """What finds a message on a page, whatever stands at its places."""
    parts = _PLACE.split(_TAG.sub("", message).replace("%%", "%"))
    return r"(?<!\w)" + r".{1,200}?".join(re.escape(each) for each in parts) + r"(?!\w)"


@cache
def messages() -> dict[str, re.Pattern[str]]:
    """The messages of two words or more, each with what finds it."""
    read = read_po(BytesIO(_CATALOGUE.read_bytes()))
    return {
        each: re.compile(pattern(each))
        for message in read
        if message.id
        for each in english(message)
    }


def said_in_english(site: Path) -> dict[str, list[str]]:
    """The messages that each page has in English, by its path."""
    found = {}
    for page in sorted(site.rglob("*.html")):
        words = words_of(page.read_text(encoding="utf-8"))
        if said := [message for message, at in messages().items() if at.search(words)]:
            found[page.relative_to(site).as_posix()] = said
    return found
