"""Citations as footnotes: one note for each source, prefix and locator that a page cites."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from hashlib import sha256

from ..markup.tags import tags, unescaped
from ..names.slug import slug
from .citations import brackets_in, citations_in
from .library import Library
from .style.reference import note_html

# Affixes that a slug distinguishes: words, then a number or a range of two. Others may differ and
# have one slug, such as 'pp. 80, 85' and 'pp. 80–85'.
_PLAIN = re.compile(r"([a-z]+\.? )*[a-z0-9]+([–-][a-z0-9]+)?")

# Placeholder for the address of the bibliography, which is relative to each page.
_BIBLIOGRAPHY = "bibliography:"

# The ids that Python-Markdown gives the references to a note.
_PLACE = re.compile(r"fnref\d*:(.+)")


@dataclass(frozen=True, slots=True)
class Note:
    """A source as it is cited: its key, the words before it, and the locator within it."""

    key: str
    prefix: str = ""
    locator: str = ""

    @property
    def name(self) -> str:
        """The label of the footnote: the key of the source and, with affixes, a dot and their slug.

        So a source that is cited with two different pages has two notes. No key has a dot, so no
        key is the name of another note. Affixes that their slug does not distinguish are followed
        by six hexadecimal digits of their SHA-256.
        """
        affixes = " ".join(filter(None, (self.prefix, self.locator)))
        if not affixes:
            return self.key
        name = f"{self.key}.{slug(affixes)}"
        if _PLAIN.fullmatch(affixes):
            return name
        return f"{name}-{sha256(affixes.encode()).hexdigest()[:6]}"


def note_of(key: str, prefix: str, locator: str) -> Note:
    """The note of a citation, with white space in its affixes normalised.

    A hyphen before the '@' is dropped: other processors, such as Pandoc, take it to suppress the
    author.
    """
    return Note(key, " ".join(prefix.rstrip("- ").split()), " ".join(locator.split()))


class Footnotes:
    """The notes of a site by their names, shared by all of its pages.

    The HTML of each note is made once.
    """

    def __init__(self, library: Library) -> None:
        self.notes: dict[str, Note] = {}
        self._library = library
        self._keys = {key.lower(): key for key in library.sources}
        self._html: dict[str, str] = {}

    def noted(self, text: str) -> str:
        """The Markdown of a page with footnote references in place of citations, then the notes.

        Code must have been hidden in it. Brackets that cite no known source are left as they are.
        """
        names: dict[str, None] = {}
        for bracket in brackets_in(text):
            found = [note.name for note in self.of(bracket[1:-1])]
            if found:
                names |= dict.fromkeys(found)
                text = text.replace(bracket, "".join(f"[^{name}]" for name in found))
        return "\n".join([text, *(f"[^{name}]: {self.worded(name)}" for name in names)])

    def of(self, inside: str) -> list[Note]:
        """The notes of the known sources that are cited by the text inside a pair of brackets."""
        found = []
        for key, prefix, locator, _ in citations_in(inside):
            if known := self._keys.get(key.lower()):
                note = note_of(known, prefix, locator)
                found.append(self.notes.setdefault(note.name, note))
        return found

    def worded(self, name: str) -> str:
        """The HTML of a note, with a link to its source in the bibliography.

        The link has a placeholder for the address, which `with_links` replaces. Raises `KeyError`
        for a name that no citation has given.
        """
        if name not in self._html:
            note = self.notes[name]
            words = note_html(self._library.sources[note.key], note.prefix, note.locator)
            link = f'<a class="undersigned-source" href="{_BIBLIOGRAPHY}{note.key}">'
            self._html[name] = f"{words} {link}Bibliography</a>"
        return self._html[name]


def with_links(html: str, bibliography: str) -> str:
    """The HTML of a page whose notes link to the bibliography at this address."""
    return html.replace(f'href="{_BIBLIOGRAPHY}', f'href="{bibliography}#')


def places_in(html: str, notes: Iterable[Note]) -> Mapping[str, tuple[str, ...]]:
    """By the key of each source the ids of the references to its notes, in document order."""
    keys = {note.name: note.key for note in notes}
    found: dict[str, list[str]] = {}
    for tag in tags(html) if "fnref" in html else ():
        anchor = unescaped(tag.attributes.get("id", ""))
        if (place := _PLACE.fullmatch(anchor)) and place[1] in keys:
            found.setdefault(keys[place[1]], []).append(anchor)
    return {key: tuple(anchors) for key, anchors in found.items()}
