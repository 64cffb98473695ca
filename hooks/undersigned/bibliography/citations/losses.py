"""What a page would lose around its citations, each with a remedy."""

import re
from collections.abc import Callable, Collection, Iterable, Iterator
from typing import NamedTuple

from ...problem import quoted
from ...text.unread import Region, Unread
from .citation import CITING, is_lost, key_in, parts_of, written_key
from .occurrences import Occurrence, cited_keys, occurrences

_BROKEN = re.compile(r"\[[^\[\]\n]+\n(?:[^\[\]\n]+\n)?[^\[\]\n]*\](?!\()")
_OWN_NOTE = re.compile(r"^ {0,3}\[\^([^\]\n]+)\]:", re.MULTILINE)

# Brackets with a place in a source.
PLACE = r"\[(?:[a-z]{1,8}\.?[ \t])?[§¶]{0,2}[ \t]?\d"
_PLACE_BELOW = re.compile(rf"[ \t]*\n[ \t>]*({PLACE}[^\[\]\n]*\](?![(\[:]))", re.IGNORECASE)

# A command for a list of every source, for which this site has a page.
_LISTING = re.compile(r"\\[a-z]+_bibliography\b")


class Loss(NamedTuple):
    """Text that the page would lose: its position, and a message that ends with a remedy."""

    position: int
    message: str


def losses(text: str, found: Iterable[Occurrence], known: Collection[str]) -> Iterator[Loss]:
    """What a page would lose around citations of known keys, which are given in lower case."""
    for each in found:
        if not each.stray and _mentions(text[each.start : each.end], known):
            yield from _lost_within(text, each)
        if each.bare and not each.stray and (place := _PLACE_BELOW.match(text, each.end)):
            message = f"the locator of {quoted(each.citations[0].key)} stands on another line"
            yield Loss(place.start(1), f"{message}; write both on one")
    if listing := _LISTING.search(text):
        message = f"{quoted(listing[0])} would add notes to which nothing leads"
        yield Loss(listing.start(), f"{message}; link to bibliography.md in its place")
    for broken in _BROKEN.finditer(text):
        if _mentions(broken[0], known):
            message = "nobody takes brackets over several lines for a citation; write them on one"
            yield Loss(broken.start(), message)


def own_notes(text: str, found: Iterable[Occurrence], name: Callable[[str], str]) -> Iterator[Loss]:
    """The footnotes of a page that would be lost, since a source that it cites has their label.

    `name` gives the label of the note of a key.
    """
    own = list(_OWN_NOTE.finditer(text))
    cited = {name(key).lower() for key, _ in cited_keys(found)} if own else ()
    for note in own:
        if note[1].lower() in cited:
            message = f"note {quoted(note[1])} has the name of a source that is cited here"
            yield Loss(note.start(1), f"{message}; give the note another name")


_BESIDE = "cite it in the words of the page"
_REMEDIES = {
    Unread.HTML: "write 'markdown' into the tags around it, as '<div markdown>', or take them away",
    Unread.INDENTED: "take the spaces before it away or, if it is code, put it between fences",
}


def unread_citations(
    text: str, regions: Collection[Region], known: Collection[str], bare: bool = False
) -> Iterator[Loss]:
    """The citations of known keys in parts of a page that are not read as Markdown.

    They are those in brackets or, where that is asked, the bare keys in raw HTML and front matter.
    """
    for start, end, why in regions:
        asked = "@" in text[start:end] and (not bare or why in (Unread.HTML, Unread.FRONT_MATTER))
        for each in occurrences(text[start:end], known) if asked else ():
            keys = [cited.key for cited in each.citations if cited.key.lower() in known]
            if keys and each.bare == bare:
                shown = quoted(written_key(keys[0]) if bare else f"[{written_key(keys[0])}]")
                message = f"{shown} in {why} would be shown as it is written"
                yield Loss(start + each.start, f"{message}; {_REMEDIES.get(why, _BESIDE)}")


def _mentions(text: str, known: Collection[str]) -> bool:
    """Whether a text holds a citation of a known key."""
    return any(key_in(each).lower() in known for each in CITING.finditer(text))


def _lost_within(text: str, each: Occurrence) -> Iterator[Loss]:
    """What would be lost of the brackets of a citation."""
    if each.words:
        message = "a citation cannot be in the words of a link"
        yield Loss(each.start, f"{message}; put it behind the link, or a space before the '('")
    for at, part in parts_of(text[each.inside : each.end - 1]):
        if not (each.bare and at == 0):
            yield from _lost_of(part, each.inside + at)
        elif another := CITING.search(part):
            yield _no_citation(key_in(another), each.inside + another.start())


def _lost_of(part: str, start: int) -> Iterator[Loss]:
    """What would be lost of a part between semicolons, which begins at the position `start`."""
    key = CITING.match(part, part.find("@")) if "@" in part else None
    if key is None:
        yield from _lost_words(part, start)
        return
    behind = part[key.end() :]
    if is_lost(behind):
        message = f"{quoted(behind.strip())} behind {quoted(key_in(key))} would be lost"
        yield Loss(start + key.end(), f"{message}; put a comma before it, or ';' if it cites")
    elif another := CITING.search(part, key.end()):
        yield _no_citation(key_in(another), start + another.start())


def _lost_words(part: str, start: int) -> Iterator[Loss]:
    """What would be lost of a part without a citation, which begins at the position `start`."""
    if key := CITING.search(part):
        yield _no_citation(key_in(key), start + key.start())
    elif words := part.strip():
        message = f"{quoted(words)} cites nothing and would be lost"
        remedy = "put it behind a citation and a comma, or outside of the brackets"
        yield Loss(start + part.index(words), f"{message}; {remedy}")


def _no_citation(key: str, position: int) -> Loss:
    """A key whose '@' is not the first of its part."""
    message = f"{quoted(key)} would be no citation; put ';' before it, or before its words"
    return Loss(position, message)
