"""Parts of a page that only some shape makes: notes, links of headings, tabs, task lists, icons.

Their classes and ids hide or place what has them, or scripts look for them: each is allowed where
the extension of Markdown that makes it has put it, and nowhere else.
"""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence

from ..problem import quoted
from .nesting import stands_alone
from .written_tags import Fault, Placed, Tag

_REFERENCE = re.compile(r"fnref[0-9]*:(.+)")
_NOTE = "fn:"
_OF_NOTES = re.compile(r"fn(?:ref[0-9]*)?:")
_PLACE = "footnote-"
_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
_ICONS = ("twemoji", "emojione", "gemoji")

# What a symbol that leads to its own heading has at most.
_SYMBOL = 20


class _Place:
    """A start tag of a page, with what it is in and what follows."""

    def __init__(self, html: str, tags: Sequence[Placed], index: int, opened: list[Tag]) -> None:
        self.html, self.tags, self.index = html, tags, index
        self.tag, self.opened = tags[index].tag, opened

    @property
    def parent(self) -> Tag:
        return self.opened[-1] if self.opened else Tag("")

    @property
    def words(self) -> str:
        """What stands between this tag and the next."""
        one, after = self.tags[self.index], self.tags[self.index + 1 : self.index + 2]
        end = after[0].start if after else len(self.html)
        return self.html[one.start + len(one.tag.written) : end]

    @property
    def following(self) -> Tag:
        """The next tag, where no words are between."""
        after = self.tags[self.index + 1 : self.index + 2]
        return after[0].tag if after and not self.words else Tag("")

    @property
    def is_short(self) -> bool:
        """Whether the element has a word or symbol in it, and nothing else."""
        after = self.tags[self.index + 1 : self.index + 2]
        return len(self.words) <= _SYMBOL and bool(after) and after[0].tag.ends


def misplaced(html: str, tags: Sequence[Placed]) -> Iterator[Fault]:
    """A fault for each part that stands where its extension of Markdown never puts it.

    Every element is closed.
    """
    opened: list[Tag] = []
    for index, each in enumerate(tags):
        tag = each.tag
        if tag.ends:
            opened.pop()
        elif tag.name:
            in_icon = opened and opened[-1].name == "svg"
            if tag.attributes or in_icon or tag.name in _ELEMENTS:
                yield from _wrong(_Place(html, tags, index, opened))
            if not stands_alone(each):
                opened.append(tag)
    yield from _notes_amiss(html, tags)


def _wrong(place: _Place) -> Iterator[Fault]:
    tag, start = place.tag, place.tags[place.index].start
    for name in tag.classes:
        amiss = name in _CLASSES and not _CLASSES[name](place)
        if amiss or (name.startswith(_PLACE) and name not in _CLASSES and not _is_place(place)):
            message = f"class {quoted(name)} is made by Markdown, and not here; leave it out"
            yield Fault(message, start, tag.written)
    anchor = tag.attributes.get("id", "")
    if _OF_NOTES.match(anchor) and not _is_noted(place, anchor):
        message = f"id {quoted(anchor)} is a note’s; write '[^1]' for one, or give another id"
        yield Fault(message, start, tag.written)
    if place.parent.name == "svg" and tag.name != "path":
        message = f"{quoted(tag.written)} is no shape of an icon; remove it"
        yield Fault(message, start, tag.written)
    if tag.name in _ELEMENTS and not _ELEMENTS[tag.name](place):
        message = f"element {quoted(tag.name)} is not made by Markdown here; remove it"
        yield Fault(message, start, tag.written)


def _is_noted(place: _Place, anchor: str) -> bool:
    if anchor.startswith(_NOTE):
        return place.tag.name == "li" and _in_notes(place) and len(place.opened) == 2
    note = _REFERENCE.fullmatch(anchor)
    after = place.following
    return (
        note is not None
        and place.tag.name == "sup"
        and "footnote-ref" in after.classes
        and after.attributes.get("href") == f"#{_NOTE}{note[1]}"
    )


def _is_place(place: _Place) -> bool:
    """Whether a mark is that of the first place of a note, with the number that stands there."""
    if place.tag.name != "sup" or "footnote-ref" not in place.following.classes:
        return False
    number = _Place(place.html, place.tags, place.index + 1, place.opened).words
    is_first = place.tag.attributes.get("id", "").startswith("fnref:")
    return is_first and place.tag.classes == (f"{_PLACE}{number}",)


def _in_notes(place: _Place) -> bool:
    above = place.opened[:2]
    return [one.name for one in above] == ["div", "ol"] and "footnote" in above[0].classes


def _is_reference(place: _Place) -> bool:
    href = place.tag.attributes.get("href", "")
    note = _REFERENCE.fullmatch(place.parent.attributes.get("id", ""))
    return place.tag.name == "a" and note is not None and href == f"#{_NOTE}{note[1]}"


def _is_way_back(place: _Place) -> bool:
    href = place.tag.attributes.get("href", "")
    return place.tag.name == "a" and _in_notes(place) and href.startswith("#fnref")


def _is_source(place: _Place) -> bool:
    """Whether a link leads from a note to its source, as notes on paper have none."""
    href = place.tag.attributes.get("href", "")
    return place.tag.name == "a" and _in_notes(place) and "#" in href and place.is_short


def _is_own_link(place: _Place) -> bool:
    href = place.tag.attributes.get("href", "")
    return (
        place.tag.name == "a"
        and place.parent.name in _HEADINGS
        and href == f"#{place.parent.attributes.get('id', '')}"
        and place.is_short
    )


def _is_icon(place: _Place) -> bool:
    return place.tag.name == "img" or (place.tag.name == "span" and not place.words.strip())


def _in(parent: str) -> Callable[[_Place], bool]:
    return lambda place: place.tag.name == "div" and parent in place.parent.classes


def _is_choice(place: _Place) -> bool:
    """Whether a control is a task's box, which nobody can change, or chooses a tab."""
    attributes = place.tag.attributes
    if attributes.get("type") == "radio":
        return "tabbed-set" in place.parent.classes and attributes.get("id", "").startswith("__tab")
    in_task = any("task-list-item" in one.classes for one in place.opened[-3:])
    return attributes.get("type") == "checkbox" and "disabled" in attributes and in_task


def _is_caption(place: _Place) -> bool:
    return "tabbed-labels" in place.parent.classes or "task-list-control" in place.tag.classes


def _is_line(place: _Place) -> bool:
    """Whether a link in highlighted code, which its style hides, has no words."""
    in_code = any(one.name in ("code", "pre") for one in place.opened)
    return not (in_code and "id" in place.tag.attributes and place.words.strip())


_CLASSES: Mapping[str, Callable[[_Place], bool]] = {
    "footnote": lambda place: place.tag.name == "div" and not place.opened,
    "footnote-ref": _is_reference,
    "footnote-backref": _is_way_back,
    "headerlink": _is_own_link,
    "cited-source": _is_source,
    "tabbed-set": lambda place: place.tag.name == "div" and "data-tabs" in place.tag.attributes,
    "tabbed-labels": _in("tabbed-set"),
    "tabbed-content": _in("tabbed-set"),
    "tabbed-block": _in("tabbed-content"),
    "task-list-control": lambda place: place.tag.name == "label",
    "task-list-indicator": lambda place: place.tag.name == "span" and not place.words.strip(),
    **dict.fromkeys(_ICONS, _is_icon),
}
_ELEMENTS: Mapping[str, Callable[[_Place], bool]] = {
    "a": _is_line,
    "input": _is_choice,
    "label": _is_caption,
    "svg": lambda place: not {*_ICONS}.isdisjoint(place.parent.classes),
    "path": lambda place: place.parent.name == "svg",
}


def _notes_amiss(html: str, tags: Sequence[Placed]) -> Iterator[Fault]:
    """A fault for a second list of notes, and for what follows the list: it ends the page."""
    depth = 0
    lists = [i for i, each in enumerate(tags) if "footnote" in each.tag.classes]
    for other in lists[:-1]:
        message = "class 'footnote' is that of the notes at the end of a page; leave it out"
        yield Fault(message, tags[other].start, tags[other].tag.written)
    for each in tags[lists[-1] :] if lists else ():
        if each.tag.name and not (not each.tag.ends and stands_alone(each)):
            depth += -1 if each.tag.ends else 1
        if depth == 0 and each.tag.ends:
            if html[each.start + len(each.tag.written) :].strip():
                start = tags[lists[-1]].start
                message = "class 'footnote' is that of the notes at the end of a page; leave it out"
                yield Fault(message, start, tags[lists[-1]].tag.written)
            return
