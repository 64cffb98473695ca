"""The Markdown of a page as HTML, with its headings, and its links as the site serves them."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from markdown import Markdown

from ..markup import lists_after_html, notes_in_order, tables_by_class
from ..markup.heading_ids import heading_id
from .extensions import ServedLinks

_OWN = tuple(each.__name__ for each in (lists_after_html, notes_in_order, tables_by_class))


@dataclass(slots=True)
class Heading:
    """A heading of a page: its words, as HTML, and those beneath it."""

    title: str
    id: str
    level: int
    children: Sequence["Heading"] = ()

    @property
    def url(self) -> str:
        """The way to it on its page."""
        return f"#{self.id}"


class DrawnWords(NamedTuple):
    """The HTML of a page's words, its headings, and its title if it begins with one."""

    html: str
    toc: Sequence[Heading]
    title: str


@dataclass(frozen=True, slots=True)
class Reading:
    """How Markdown is read on a site: extensions by their names, and the settings of these.

    `served` has the address of every page and file, by its path in docs/.
    """

    extensions: Sequence[str]
    settings: Mapping[str, dict[str, Any]]
    served: Mapping[str, str]

    @property
    def fault(self) -> str:
        """What Python-Markdown says of the extensions; empty where it takes all of them."""
        try:
            Markdown(extensions=self.extensions, extension_configs=dict(self.settings))
        except (ImportError, AttributeError, KeyError, TypeError, ValueError) as error:
            return str(error)
        return ""

    def drawn(self, words: str, path: str) -> DrawnWords:
        """The words of the page at a path in docs/, drawn."""
        links = ServedLinks(path, self.served)
        extensions = [*self.extensions, links]
        reader = Markdown(extensions=extensions, extension_configs=dict(self.settings))
        html = reader.convert(words)
        toc = _headings(getattr(reader, "toc_tokens", ()))
        titled = html.lstrip().startswith("<h1") and toc and toc[0].level == 1
        return DrawnWords(html, toc, toc[0].title if titled else "")


def reading_of(
    given: tuple[Sequence[str], Mapping[str, dict[str, Any]]],
    served: Mapping[str, str],
    locale: str,
    said: Callable[[Any], Any],
) -> Reading:
    """How Markdown is read with the package's extensions beside those that a site names.

    `said` gives settings in the language of the site, and `locale` is that of its notes.
    """
    extensions, settings = given
    options = {name: dict(each) for name, each in settings.items()}
    options.setdefault("footnotes", {})["USE_DEFINITION_ORDER"] = False
    options["toc"] = said({"slugify": heading_id, **options.get("toc", {})})
    options.setdefault(notes_in_order.__name__, {})["locale"] = locale
    return Reading([*dict.fromkeys([*extensions, *_OWN])], options, served)


def _headings(tokens: Sequence[Mapping[str, Any]]) -> Sequence[Heading]:
    return tuple(
        Heading(each["name"], each["id"], each["level"], _headings(each["children"]))
        for each in tokens
    )
