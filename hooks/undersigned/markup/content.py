"""What a page's own content holds, judged by the list, as it is handed to the template."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import islice
from typing import NamedTuple

from ..problem import SCREENFUL, quoted
from .attribute_values import refused_class, refused_value
from .content_list import CLASSES, ELEMENTS, REFUSED, REFUSED_ATTRIBUTES
from .content_parts import misplaced
from .nesting import moved, unclosed
from .reserved import reserved_class
from .tabs import tabs_amiss
from .written_tags import Fault, Placed, Tag, tags_written, unread

# The class of a published text, where a page asks for it, and that of what the record says.
TEXT = "undersigned-text"
DEEDS = "undersigned-deeds"


class Given(NamedTuple):
    """How often a page is given what this project alone writes: a published text, the record."""

    texts: int = 0
    deeds: int = 0

    @property
    def classes(self) -> dict[str, int]:
        """How often each class may stand on it by which these are known."""
        return {name: count for name, count in ((TEXT, self.texts), (DEEDS, self.deeds)) if count}


NOTHING_GIVEN = Given()

_HANDLER = re.compile(r"on[a-z]+")


@lru_cache(1024)  # a page is judged before any is drawn, and once more when it is
def content_faults(
    html: str, classes: frozenset[str] = frozenset(), given: Given = NOTHING_GIVEN
) -> tuple[Fault, ...]:
    """A fault, with its remedy, for all that the list does not allow, in the order of the page.

    `classes` are those of the site's own style sheets; `given` is what the page was given, which
    alone has the classes `TEXT` and `DEEDS`.
    """
    tags = list(tags_written(html))
    torn = [*islice(unread(html, len(tags)), SCREENFUL)] or [*islice(unclosed(tags), SCREENFUL)]
    faults = [*_by_list(tags, CLASSES | classes | given.classes.keys()), *torn]
    faults += [] if torn else [*_too_many(tags, given), *misplaced(html, tags), *tabs_amiss(tags)]
    # A parser is asked only about what it reads in a time that is known.
    if not torn and all(each.tag.name in ELEMENTS for each in tags if each.tag.name):
        faults += moved(html, tags)
    return tuple(sorted(dict.fromkeys(faults), key=lambda fault: fault.start))


def _by_list(tags: Sequence[Placed], classes: frozenset[str]) -> Iterator[Fault]:
    known: dict[str, tuple[str, ...]] = {}
    for each in tags:
        tag = each.tag
        if tag.written not in known:
            known[tag.written] = tuple(refused(tag, classes))
        for message in known[tag.written]:
            yield Fault(message, each.start, tag.written)


def _too_many(tags: Sequence[Placed], given: Given) -> Iterator[Fault]:
    for name, count in given.classes.items():
        marked = [each for each in tags if name in each.tag.classes]
        for each in marked[count:]:
            message = f"class {quoted(name)} is {_WHOSE[name]}; leave it out"
            yield Fault(message, each.start, each.tag.written)


_WHOSE = {TEXT: "a published text’s", DEEDS: "the record’s of signatories’ deeds"}


def refused(tag: Tag, classes: frozenset[str]) -> Iterator[str]:
    """What is wrong with a tag by itself, and the remedy of each."""
    if tag.written.lower().startswith("<!d"):
        yield f"{quoted(tag.written)} is no part of a page; remove it"
    if not tag.name or tag.ends:
        return
    if tag.fault:
        yield f"{quoted(tag.written)}: {tag.fault}"
    if "markdown" in tag.attributes and (block := _UNREAD.keys() & set(tag.classes)):
        yield _UNREAD[block.pop()]  # written for the page's author
        return
    if tag.name in REFUSED:
        yield f"element {quoted(tag.name)} {REFUSED[tag.name]}; remove it"
    elif tag.name not in ELEMENTS:
        yield f"element {quoted(tag.name)} is not on the list of what pages hold; {_ELEMENT}"
    for name, value in tag.attributes.items():
        yield from _refused_attribute(tag, name, value)
    for each in tag.classes:
        if refused_class(tag.name, each, classes):
            own = reserved_class(each) or each.lower().startswith("md-")
            why = _FROM_ELSEWHERE if each == _DIAGRAM else _RESERVED if own else _UNLISTED
            yield f"class {quoted(each)} {why}"


_IN_HTML = (
    "'{}' stands in HTML, where it is not read; let it stand on one line of its own between other"
    " paragraphs, and list 'md_in_html' in mkdocs.yml"
)
# What is said of each block, by its class, where Markdown has not read it.
_UNREAD = {
    TEXT: _IN_HTML.format("\\statement"),
    "drawn-figure": _IN_HTML.format("\\figure{name}"),
    DEEDS: "the record of deeds stands where no Markdown is read; list 'md_in_html' in mkdocs.yml",
}
_DIAGRAM = "mermaid"
_ELEMENT = "write it in Markdown, or as a 'div' or 'span'"
_FROM_ELSEWHERE = "has a script load from elsewhere; put the diagram into docs/ as an SVG file"
_RESERVED = "is one by which templates mark things; remove it, or give one of your own"
_UNLISTED = (
    "is not on the list of what pages hold; remove it, or if it is your style sheet’s, name it"
    " under extra.classes in mkdocs.yml"
)


def _refused_attribute(tag: Tag, name: str, value: str) -> Iterator[str]:
    if _HANDLER.fullmatch(name):
        yield f"event handler {quoted(name)} runs code; remove it"
    elif name in REFUSED_ATTRIBUTES:
        yield f"attribute {quoted(name)} {REFUSED_ATTRIBUTES[name]}; remove it"
    elif tag.name not in ELEMENTS:
        return  # its element goes, and it with that
    elif name not in ELEMENTS[tag.name]:
        yield (
            f"attribute {quoted(name)} of {quoted(tag.name)} is not on the list of what pages hold;"
            " remove it"
        )
    elif wrong := refused_value(tag.name, name, value):
        yield f"{name} {quoted(value)} {wrong}"
