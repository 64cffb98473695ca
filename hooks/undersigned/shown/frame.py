"""Where something stands on a page: the elements around it, which only templates write.

There are too many ways to hide what an element holds. So all elements around it have to be those
that are expected, each with its attributes and no others.
"""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from ..markup.document import Element


class Step(NamedTuple):
    """An element around another, by its name and attributes."""

    name: str
    attributes: frozenset[tuple[str, str]]

    def __str__(self) -> str:
        """The start tag, with what was expected of it or not."""
        pairs = (f'{name}="{value}"' if value else name for name, value in sorted(self.attributes))
        return f"<{' '.join((self.name, *pairs))}>"


# The remedy where something stands astray.
IN_SIGHT = "close or remove the HTML in the words of this page, and 'template' at their head"

# What a site sets for a whole page, and what sets a group of entries apart for the filter.
_SET_BY_SITE = ("dir", "lang")
_OF_A_GROUP = "data-kind"


def steps_to(element: Element) -> tuple[Step, ...]:
    """The elements around one, the outermost first."""
    return tuple(map(step_of, reversed([*element.ancestors()])))


def steps_with(element: Element) -> tuple[Step, ...]:
    """The elements around one and itself, the outermost first."""
    return (*steps_to(element), step_of(element))


def written(*tags: str) -> tuple[Step, ...]:
    """Elements by name and class, such as ``ul.undersigned-entries``, the outermost first."""
    named = (tag.partition(".") for tag in tags)
    return tuple(
        Step(name, frozenset([("class", kind)] if kind else [])) for name, _, kind in named
    )


def astray(found: Sequence[Step], expected: Iterable[Sequence[Step]]) -> str:
    """What stands around something and should not, or what is missing; empty if all is right.

    `expected` are the ways in which it may stand; the one that goes furthest is held against it.
    """
    ways = list(expected)
    if tuple(found) in map(tuple, ways):
        return ""
    nearest = max(ways, key=lambda way: _common(found, way))
    common = _common(found, nearest)
    if common < len(found):
        return f"within {found[common]}"
    return f"outside of {nearest[common]}"


def _common(found: Sequence[Step], way: Sequence[Step]) -> int:
    pairs = zip(found, way, strict=False)
    return next(
        (place for place, (one, other) in enumerate(pairs) if one != other),
        min(len(found), len(way)),
    )


def hiding(frame: Iterable[Step]) -> str:
    """What could hide in the frame of all pages; empty if it is of plain elements alone."""
    for step in frame:
        if step.name not in _PLAIN or not all(map(_is_plain, step.attributes)):
            return f"within {step}"
    return ""


_PLAIN = ("article", "body", "div", "html", "main", "section")


def _is_plain(attribute: tuple[str, str]) -> bool:
    name, _ = attribute
    return name in ("class", "id") or name.startswith("data-")


def step_of(element: Element) -> Step:
    """An element by its name and those of its attributes that its template writes."""
    return Step(element.name, frozenset(_judged(element)))


def _judged(element: Element) -> Iterator[tuple[str, str]]:
    whole = element.name in ("html", "body")
    for name, value in element.attributes.items():
        free = name in _SET_BY_SITE or name.startswith("data-") if whole else name == _OF_A_GROUP
        if not free:
            yield name, value
