"""A citation as a note at the foot of a page: which source, and what is said of it there."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from hashlib import sha256

from ..markup.tags import tags, unescaped
from ..names.slug import slug
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


def linked_note(note: Note, library: Library) -> str:
    """The words of a note as HTML, with a link to its source in the bibliography.

    Where that is from the page of the note is left to `with_links`.
    """
    words = note_html(library.sources[note.key], note.prefix, note.locator)
    return (
        f'{words} <a class="undersigned-source" href="{_BIBLIOGRAPHY}{note.key}">Bibliography</a>'
    )


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
