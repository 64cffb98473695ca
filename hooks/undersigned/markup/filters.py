"""What templates may do with the HTML of a page's words, and with rows."""

from collections.abc import Callable, Mapping
from typing import Any

from markupsafe import Markup, escape

from .nesting import headed, parted, parted_behind
from .reading_time import minutes
from .rows_by_shape import drawn
from .tags import Tag, tags


def link(address: str, **attributes: str) -> Markup:
    """The tag that begins a link, for a sentence in which a translator moves it."""
    named = {"href": address, **attributes}
    return Markup("<a{}>").format(
        Markup("").join(Markup(' {}="{}"').format(*each) for each in named.items())
    )


FILTERS: Mapping[str, Callable[..., Any]] = {
    "parted": parted,
    "parted_behind": parted_behind,
    "headed": headed,
    "minutes": minutes,
    "drawn": drawn,
    "link": link,
}


def first_tag(html: str, element: str, attribute: str, value: str) -> Tag | None:
    """The first tag of an element that has the value among the words of an attribute, if any has.

    Only tags before the value are read: to read all from the beginning takes thirty times as long.
    """
    place = -1
    while (place := html.find(value, place + 1)) >= 0:
        start = max(0, html.rfind(f"<{element}", 0, place))
        tag = next(tags(html, start), None)
        if tag and tag.name == element and value in tag.attributes.get(attribute, "").split():
            return tag
    return None


def with_label_escaped(html: str, label: str) -> str:
    """The HTML of a page in which a theme has written this label into attributes as it is."""
    return html.replace(f'aria-label="{label}"', f'aria-label="{escape(label)}"')
