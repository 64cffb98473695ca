"""Tabs, in the one shape that the extension of Markdown gives them.

The theme's scripts look for each part of them, and stop at the first that they do not find: with
them the search and all else that scripts do on that page.
"""

import re
from collections.abc import Iterator, Sequence

from ..problem import quoted
from .written_tags import Fault, Placed, Tag

SET = "tabbed-set"
_NUMBERED = "data-tabs"


def tabs_amiss(tags: Sequence[Placed]) -> Iterator[Fault]:
    """A fault for each set of tabs, and each control, that is not of that shape."""
    controls: set[int] = set()
    for index, each in enumerate(tags):
        tag = each.tag
        if SET in tag.classes or _NUMBERED in tag.attributes:
            if not (found := _controls(tags, index)):
                message = "tabs are not whole; write them in Markdown, as '=== \"Title\"'"
                yield Fault(message, each.start, tag.written)
            controls |= {*found}
        elif tag.attributes.get("type") == "radio" and index not in controls:
            message = f"{quoted(tag.written)} chooses no tab; remove it"
            yield Fault(message, each.start, tag.written)


def _controls(tags: Sequence[Placed], index: int) -> range:
    """The places of the controls of a set, each with its label; none where something is amiss."""
    tag = tags[index].tag
    number, _, count = tag.attributes.get(_NUMBERED, "").partition(":")
    if tag.name != "div" or SET not in tag.classes or not re.fullmatch("[1-9][0-9]?", count):
        return range(0)
    controls = range(index + 1, index + 1 + min(int(count), len(tags) - index - 1))
    ids = [f"__tabbed_{number}_{each}" for each in range(1, int(count) + 1)] if controls else []
    named = [_control(tags[each].tag, f"__tabbed_{number}") for each in controls]
    labels = list(_labels(tags, controls.stop))
    return controls if ids and named == ids and labels == ids else range(0)


def _control(tag: Tag, name: str) -> str:
    """The id of a control of this name."""
    found = tag.attributes
    is_one = tag.name == "input" and found.get("type") == "radio" and found.get("name") == name
    return found.get("id", "") if is_one else ""


def _labels(tags: Sequence[Placed], index: int) -> Iterator[str]:
    """The controls that the labels of a set are for, and nothing where other parts are missing."""
    depth, found = 0, []
    for place in range(index, len(tags)):
        tag = tags[place].tag
        if place == index and "tabbed-labels" not in tag.classes:
            return
        if tag.name == "label" and not tag.ends and depth == 1:
            found.append(tag.attributes.get("for", ""))
        if tag.name in ("div", "label"):
            depth += -1 if tag.ends else 1
        if depth == 0:
            after = tags[place + 1].tag if place + 1 < len(tags) else Tag("")
            yield from found if "tabbed-content" in after.classes else ()
            return
