"""A citation as a note at the foot of a page: which source, and what is said of it there."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from hashlib import sha256

from ..markup.tags import tags, unescaped
from ..names.slug import slug
from .citations import brackets_in, citations_in
from .library import Library
from .style.reference import note_html

# What a slug keeps apart: words, and a number or a range of two behind them. Of anything more,
# such as 'pp. 80, 85' beside 'pp. 80–85', two may give one slug and say different things.
_PLAIN = re.compile(r"([a-z]+\.? )*[a-z0-9]+([–-][a-z0-9]+)?")

# Stands for the address of the bibliography, which each page reaches by its own way.
_BIBLIOGRAPHY = "bibliography:"

# How Python-Markdown names the places at which a note is referred to.
_PLACE = re.compile(r"fnref\d*:(.+)")


@dataclass(frozen=True, slots=True)
class Note:
    """A source as one page cites it: with words before it, and where in it to look."""

    key: str
    prefix: str = ""
    locator: str = ""

    @property
    def name(self) -> str:
        """Its name among the notes of a page: the source’s key, and what else is said of it.

        So a source that is cited with two different pages has two notes. No key has the dot that
        follows it here, so none is the name of another source's note.
        """
        affixes = " ".join(filter(None, (self.prefix, self.locator)))
        if not affixes:
            return self.key
        name = f"{self.key}.{slug(affixes)}"
        if _PLAIN.fullmatch(affixes):
            return name
        return f"{name}-{sha256(affixes.encode()).hexdigest()[:6]}"


def note_of(key: str, prefix: str, locator: str) -> Note:
    """The note of a citation as it is written; spaces around words say nothing.

    Nor does a hyphen before the '@', by which others leave out an author whom the text names.
    """
    return Note(key, " ".join(prefix.rstrip("- ").split()), " ".join(locator.split()))


class Footnotes:
    """The notes of the citations of a site; each is named and worded once for all of its pages."""

    def __init__(self, library: Library) -> None:
        self.notes: dict[str, Note] = {}
        self._library = library
        self._keys = {key.lower(): key for key in library.entries}
        self._worded: dict[str, str] = {}

    def noted(self, text: str) -> str:
        """A page in Markdown with references to notes in place of its citations, then the notes.

        Code must be hidden from it. Brackets that cite no known source stay as they are.
        """
        names: dict[str, None] = {}
        for bracket in brackets_in(text):
            found = [note.name for note in self.of(bracket[1:-1])]
            if found:
                names |= dict.fromkeys(found)
                text = text.replace(bracket, "".join(f"[^{name}]" for name in found))
        return "\n".join([text, *(f"[^{name}]: {self.worded(name)}" for name in names)])

    def of(self, inside: str) -> list[Note]:
        """The notes of the known sources that the inside of a pair of brackets cites."""
        found = []
        for key, prefix, locator, _ in citations_in(inside):
            if known := self._keys.get(key.lower()):
                note = note_of(known, prefix, locator)
                found.append(self.notes.setdefault(note.name, note))
        return found

    def worded(self, name: str) -> str:
        """The words of a note as HTML, with a link to its source in the bibliography.

        Where the bibliography is, from the page of the note, is put in by `with_links`.
        """
        if name not in self._worded:
            note = self.notes[name]
            words = note_html(self._library.sources[note.key], note.prefix, note.locator)
            link = f'<a class="undersigned-source" href="{_BIBLIOGRAPHY}{note.key}">'
            self._worded[name] = f"{words} {link}Bibliography</a>"
        return self._worded[name]


def with_links(html: str, bibliography: str) -> str:
    """A page whose notes lead to the bibliography, which is at that address."""
    return html.replace(f'href="{_BIBLIOGRAPHY}', f'href="{bibliography}#')


def places_in(html: str, notes: Iterable[Note]) -> Mapping[str, tuple[str, ...]]:
    """For each source that a page cites the anchors at which it does, in the page’s order."""
    keys = {note.name: note.key for note in notes}
    found: dict[str, list[str]] = {}
    for tag in tags(html) if "fnref" in html else ():
        anchor = unescaped(tag.attributes.get("id", ""))
        if (place := _PLACE.fullmatch(anchor)) and place[1] in keys:
            found.setdefault(keys[place[1]], []).append(anchor)
    return {key: tuple(anchors) for key, anchors in found.items()}
