"""Citations as footnotes: one note for each source, prefix and locator that a page cites."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from hashlib import sha256
from html import escape

from pybtex.richtext import Text

from ...markup.tags import tags, unescaped
from ...names.slug import slug
from ..library import Library
from ..style.notes import full_note, line, short_note
from ..style.reference import html
from ..style.short_form import name_in_text, short_forms
from .citable import citable, uncited
from .citation import Citation, anchor_of, written_key
from .occurrences import Occurrence, occurrences

# Affixes that a slug distinguishes: words alone before the source, or words and a number behind it,
# or a range of two. Others may differ and have one slug, such as 'pp. 80, 85' and 'pp. 80–85'.
_PLAIN_PREFIX = re.compile(r"[a-z]+( [a-z]+)*\.?")
_PLAIN_LOCATOR = re.compile(r"([a-z]+\.? )*(?=[a-z]*[0-9])[a-z0-9]+([–-][a-z0-9]+)?")

# Stands for the words of a note until the order of the notes is known.
_WORDS = '<a class="cited-source" href="note:{}"></a>'
_WORDS_OF = re.compile(_WORDS.format('([^"]+)'))

# A space between a word and a note, which stands close to it.
_SPACE = re.compile(r"(?<=[^\W_]) +\Z")

# A reference to a note that Python-Markdown has not read, or that is code of a page's own.
_REFERENCE = re.compile(r"\[\^([^\[\]\s]+)\]")

# The ids that Python-Markdown gives the references to a note.
_PLACE = re.compile(r"fnref\d*:(.+)")


@dataclass(frozen=True, slots=True)
class Note:
    """A source as it is cited: its key, the words before it, and the locator within it.

    One that is not `named` is without the author.
    """

    key: str
    prefix: str = ""
    locator: str = ""
    named: bool = True

    name: str = field(init=False, compare=False, repr=False)

    def __post_init__(self) -> None:
        """Give the note the label of its footnote, which is asked for often, once."""
        object.__setattr__(self, "name", self._label())

    def _label(self) -> str:
        """The anchor of the source and, with affixes, a dot and a slug of these.

        So a source that is cited with two different pages has two notes. No anchor has a dot, so
        none is the name of another note. Affixes that their slug does not distinguish are followed
        by six hexadecimal digits of their SHA-256.
        """
        affixes = " ".join(filter(None, (self.prefix, self.locator)))
        name = anchor_of(self.key) + ("" if self.named else ".-")
        if not affixes:
            return name
        name += f"{'.' if self.named else ''}{slug(affixes)}"
        plain = _PLAIN_LOCATOR if self.locator else _PLAIN_PREFIX
        if not (self.prefix and self.locator) and plain.fullmatch(affixes):
            return name
        return f"{name}-{sha256(f'{self.prefix}@{self.locator}'.encode()).hexdigest()[:6]}"

    @property
    def written(self) -> str:
        """The note as a page cites it, in brackets of its own."""
        key = f"{'' if self.named else '-'}{written_key(self.key)}"
        return f"[{', '.join(filter(None, (f'{self.prefix} {key}'.lstrip(), self.locator)))}]"


def note_of(key: str, citation: Citation) -> Note:
    """The note of a citation of the source with this key, white space in its affixes normalised."""
    prefix, locator = (" ".join(each.split()) for each in (citation.prefix, citation.locator))
    return Note(key, prefix, locator, not citation.nameless)


@dataclass(frozen=True, slots=True)
class Noted:
    """The Markdown of a page with references in place of citations, and the notes they lead to.

    In the text every other '@' is replaced, as in `code_hidden`.
    """

    text: str
    notes: Sequence[Note]

    def definitions(self) -> Iterator[str]:
        """The lines that make notes of them, for which `Footnotes.worded` has the words."""
        return (f"[^{note.name}]: {placeholder(note)}" for note in self.notes)


def placeholder(note: Note) -> str:
    """What stands for the words of a note until `Footnotes.worded` puts them in."""
    return _WORDS.format(note.name)


@dataclass(slots=True)
class Footnotes:
    """The notes of a site by their names, shared by all of its pages."""

    library: Library
    notes: dict[str, Note] = field(default_factory=dict)
    _keys: dict[str, str] = field(init=False)
    _full: dict[str, str] = field(default_factory=dict)
    _labels: set[str] = field(default_factory=set)

    def __post_init__(self) -> None:
        self._keys = {key.lower(): key for key in self.library.sources}

    def noted(self, text: str) -> Noted:
        """A page with references to notes in place of citations of known sources.

        A bare key is its author's name, with the reference behind. What cites no known source is
        left as it is.
        """
        self._labels |= {each[1] for each in _REFERENCE.finditer(text)}
        text = citable(text)
        pieces, end, used = list[str](), 0, dict[str, Note]()
        for each in occurrences(text, self._keys) if "@" in text else ():
            if notes := self._notes_of(each):
                before, name = uncited(text[end : each.start]), self._name(each, notes)
                pieces += [before if name or not each.bare else _SPACE.sub("", before), name]
                pieces += [f"[^{note.name}]" for note in notes]
                used |= {note.name: note for note in notes}
                end = each.end
        return Noted("".join([*pieces, uncited(text[end:])]), tuple(used.values()))

    def worded(self, page: str, bibliography: str) -> str:
        """The HTML of a page with the words of its notes, which lead to this address.

        The first note of a source has it in full, each further one in its short form.
        """
        names = [each[1] for each in _WORDS_OF.finditer(page) if each[1] in self.notes]
        cited = [self.notes[name].key for name in names]
        again = len(cited) > len(set(cited))
        forms = short_forms({key: self.library.sources[key] for key in cited}) if again else {}
        met, bibliography_called = set[str](), self.library.catalogue.gettext("Bibliography")

        def words(match: re.Match[str]) -> str:
            if not (note := self.notes.get(match[1])):
                return match[0]
            short = note.key in met
            met.add(note.key)
            shown = self._short(note, forms) if short else self._in_full(note)
            address = f"{bibliography}#{anchor_of(note.key)}"
            return f'{shown} <a class="cited-source" href="{address}">{bibliography_called}</a>'

        for reference, written in self.unread_in(page).items():
            page = page.replace(reference, escape(written))
        return _WORDS_OF.sub(words, page) if cited else page

    def unread_in(self, page: str) -> Mapping[str, str]:
        """References to notes that the HTML of a page still has, with the citations they stand for.

        They are in a part of the page that is not read as Markdown.
        """
        left = (each for each in _REFERENCE.finditer(page) if each[1] not in self._labels)
        return {each[0]: self.notes[each[1]].written for each in left if each[1] in self.notes}

    def _notes_of(self, each: Occurrence) -> list[Note]:
        """The notes of the known sources that are cited at a place."""
        found = []
        for citation in each.citations:
            if known := self._keys.get(citation.key.lower()):
                note = note_of(known, citation)
                found.append(self.notes.setdefault(note.name, note))
        return found

    def _name(self, each: Occurrence, notes: Sequence[Note]) -> str:
        """The author's name in place of a bare key, unless the text has it already."""
        if not each.bare or each.citations[0].nameless:
            return ""
        return html(name_in_text(self.library.sources[notes[0].key]))

    def _in_full(self, note: Note) -> str:
        if note.name not in self._full:
            source, around = self.library.sources[note.key], (note.prefix, note.locator, note.named)
            alone = around == ("", "", True)
            whole = (
                line(source, self.library.shown(note.key)) if alone else full_note(source, *around)
            )
            self._full[note.name] = whole
        return self._full[note.name]

    def _short(self, note: Note, forms: Mapping[str, Text]) -> str:
        source, form = self.library.sources[note.key], forms.get(note.key)
        return short_note(source, form, note.prefix, note.locator, note.named)


def places_in(page: str, keys: Mapping[str, str]) -> Mapping[str, tuple[str, ...]]:
    """By the key of each source the ids of the references to its notes, in document order.

    `keys` are those of the sources by the names of their notes.
    """
    found: dict[str, list[str]] = {}
    for tag in tags(page) if "fnref" in page else ():
        anchor = unescaped(tag.attributes.get("id", ""))
        if (place := _PLACE.fullmatch(anchor)) and place[1] in keys:
            found.setdefault(keys[place[1]], []).append(anchor)
    return {key: tuple(anchors) for key, anchors in found.items()}
