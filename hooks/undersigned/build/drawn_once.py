"""Pages that a preview has drawn, each kept while all that its template may read stays the same."""

from collections.abc import Iterable, Iterator, Mapping
from functools import partial
from pathlib import Path
from typing import Any

from jinja2 import Template

from .engine_pages import EngineItem, EnginePage, Heading
from .kept import Kept, contents

# Settings that an engine makes anew at each build, from the file of settings.
_OF_ONE_BUILD = frozenset(("plugins", "hooks", "extra"))

# What templates are given that is the same for every page, or is the page.
_OF_ENGINES = frozenset(("config", "nav", "page", "pages"))


def drawn_with(
    configuration: str, templates: str, settings: Mapping[str, object]
) -> tuple[object, ...]:
    """What all pages are drawn with: the files of settings and of templates, the settings as read.

    Templates of packages stay as they are while a preview runs.
    """
    read = {name: value for name, value in settings.items() if name not in _OF_ONE_BUILD}
    places = map(Path, (configuration, templates))
    files = (contents(each.parent, [each.name]) for each in places)
    return read, *files


def drawn_once(kept: Kept, shared: object, menu: Iterable[EnginePage]) -> type[Template]:
    """The class of templates by which no page is drawn again that is made of what it was made of.

    That is itself, what templates are given for it alone, what all pages have `shared`, and of each
    page of the `menu` all but its words.
    """
    others = [_named(page) for page in menu]
    state = kept.made("state", lambda: (shared, others), object)

    class DrawnOnce(Template):
        """A template whose pages are kept."""

        def render(self, *args: Any, **kwargs: Any) -> str:
            """The page as it is kept, or drawn."""
            given = dict(*args, **kwargs)
            draw = partial(super().render, given)
            page: EnginePage | None = given.get("page")
            if page is None:  # what is of no page, such as a site map, reads many
                return draw()
            own = {name: given[name] for name in given.keys() - _OF_ENGINES}
            near = [each and _named(each) for each in (page, page.previous_page, page.next_page)]
            of = state, self.name, own, near, _words_of(page)
            return kept.made(("page", page.url), lambda: of, draw)

    return DrawnOnce


def _named(page: EnginePage) -> tuple[object, ...]:
    """What a page is called, where it is, and what it says at its head."""
    addresses = page.url, page.canonical_url, page.edit_url, page.is_homepage
    return page.title, addresses, dict(page.meta), list(_above(page.parent))


def _above(section: EngineItem | None) -> Iterator[str | None]:
    while section is not None:
        yield section.title
        section = section.parent


def _words_of(page: EnginePage) -> tuple[object, ...]:
    """The words of a page, as they are written and as they are drawn, and its headings."""
    return page.markdown, page.content, list(_headings(page.toc))


def _headings(headings: Iterable[Heading]) -> Iterator[tuple[str, str, int]]:
    for each in headings:
        yield each.title, each.id, each.level
        yield from _headings(each.children)
