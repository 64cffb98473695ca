"""Pages as an engine hands them to templates, by what any engine has of them."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Protocol


class Heading(Protocol):
    """A heading in the list of a page's headings, and those beneath it."""

    title: str
    id: str
    level: int

    @property
    def children(self) -> Sequence["Heading"]:
        """The headings beneath it."""


class EngineItem(Protocol):
    """A page or a section in the navigation, and the section that it is in."""

    title: str | None
    parent: "EngineItem | None"


class EnginePage(EngineItem, Protocol):
    """A page, with the words at its head and beneath, and those before and after it."""

    url: str
    canonical_url: str | None
    edit_url: str | None
    is_homepage: bool
    active: bool
    content: str | None
    markdown: str | None
    meta: Mapping[str, object]
    toc: Iterable[Heading]
    previous_page: "EnginePage | None"
    next_page: "EnginePage | None"
