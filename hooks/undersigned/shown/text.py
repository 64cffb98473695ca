"""Whether a page shows a locked text once, where a reader sees it, and word for word."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise, zip_longest
from typing import NamedTuple

from ..markup.document import Element, fragment
from ..problem import counted, quoted
from ..statement.notes import ANCHOR
from .frame import Step, astray, steps_to, written

CLASS = "undersigned-text"

# Between the frame of a page and a text, by the templates that print the words of a page.
_PLACES = (
    (),
    written("div.undersigned-home", "section.undersigned-home__statement"),
    written("article.undersigned-document"),
)

# Anchors of lines of code and the like, which extensions of Markdown count by page.
_ANCHORS = ("for", "id", "name")
_COUNTED = "__"

_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
_WITH_SCHEME = re.compile(r"[a-z][a-z0-9+.-]*:|//", re.IGNORECASE)


class Part(NamedTuple):
    """Words, or the tag of an element with its attributes, or its end."""

    words: str = ""
    tag: str = ""
    attributes: tuple[tuple[str, str], ...] = ()

    def __str__(self) -> str:
        """The words, or the tag as it is written."""
        pairs = "".join(f' {name}="{value}"' for name, value in self.attributes)
        return self.words or f"<{self.tag}{pairs}>"


@dataclass(frozen=True)
class LockedText:
    """A version of the text: its number, and its HTML as it is drawn alone."""

    number: str
    html: str

    @cached_property
    def parts(self) -> list[Part]:
        """What the text is made of, in order."""
        drawn = [each for each in fragment(self.html) if isinstance(each, Element)]
        return [part for element in drawn for part in parts_of(element)]


def faults_of_text(
    page: Element, frame: Sequence[Step], text: LockedText, wanted: bool
) -> Iterator[str]:
    """What is wrong with how a page shows a text; one where it is not `wanted` may have none."""
    shown = page.select(f".{CLASS}")
    what = f"the text of version {quoted(text.number)}"
    if not shown and wanted:
        yield f"{what} is not shown; {_ALONE}"
    elif len(shown) > 1:
        yield f"{what} is shown {counted(len(shown), 'time')}; {_ONCE}"
    for element in shown:
        if place := astray(steps_to(element), [(*frame, *inner) for inner in _PLACES]):
            yield f"{what} stands {place}, where readers may not see it; {_ALONE}"
        yield from _led_away(page, element, what)
        if other := difference(parts_of(element), text.parts):
            yield f"{what} is not shown as it was locked, at {quoted(other)}; {_UNCHANGED}"


def _led_away(page: Element, element: Element, what: str) -> Iterator[str]:
    """What is wrong if a mark in a text leads to something else on the page than its note."""
    own = [each.attributes["id"] for each in element.select(f'[id^="{ANCHOR}"]')]
    if own and len(page.select(f'[id^="{ANCHOR}"]')) > len(own):
        yield f"{what} has notes whose ids stand on this page elsewhere, too; {_OTHERWISE}"


_OTHERWISE = f"give what has an id that begins with '{ANCHOR}' another one"
_ALONE = (
    "let '\\statement' stand on one line of its own between other paragraphs, and not in a list,"
    " in code, in a quotation or in HTML; close or remove the HTML before it"
)
_ONCE = "leave '\\statement' on one line, and remove HTML that poses as the text"
_UNCHANGED = (
    "remove from the page what changes it: an abbreviation, a reference, attributes in braces, or"
    " HTML or spaces around '\\statement'"
)


def parts_of(element: Element) -> list[Part]:
    """An element and all in it, in order, without what differs with the page around it."""
    found: list[Part] = []
    waiting: list[Element | str | Part] = [element]
    while waiting:
        each = waiting.pop()
        if isinstance(each, Element):
            found.append(Part(tag=each.name, attributes=tuple(sorted(_kept(each)))))
            waiting += (Part(tag=f"/{each.name}"), *reversed([*each.children]))
        elif isinstance(each, Part):
            found.append(each)
        elif words := " ".join(each.split()):
            found.append(Part(words))
    return found


def _kept(element: Element) -> Iterator[tuple[str, str]]:
    """The attributes of an element, but for anchors of a page's own and addresses in the site."""
    for name, value in element.attributes.items():
        own = value.startswith(_COUNTED) if name in _ANCHORS else False
        if name == "href" and not _WITH_SCHEME.match(value):
            yield name, ""
        elif name == "src":  # a picture of a text has its digest in the last part
            yield name, value.rpartition("/")[2]
        elif not own and not (name == "id" and element.name in _HEADINGS):
            yield name, value


def difference(shown: Sequence[Part], locked: Sequence[Part]) -> str:
    """Where what is shown and what was locked part; empty where they are the same."""
    both = list(zip_longest(shown, locked, fillvalue=Part()))
    for (one, other), (behind, _) in pairwise(both):
        if one != other and one.words and other.words.startswith(one.words):
            return str(behind)
        if one != other:
            break
    return next(
        (str(one) if one != Part() else str(other) for one, other in both if one != other), ""
    )
