"""Extensions of Python-Markdown: as settings list them, and one for links as they are served."""

import posixpath
from collections.abc import Mapping
from typing import Any
from urllib.parse import unquote, urlsplit, urlunsplit
from xml.etree.ElementTree import Element

from markdown import Extension, Markdown
from markdown.treeprocessors import Treeprocessor

from .addresses import address_from, leads_out

_LINKS = {"a": "href", "img": "src"}
_LAST = 0


def named_extensions(given: object) -> tuple[list[str], dict[str, dict[str, Any]]]:
    """Extensions of Markdown as mkdocs.yml lists them, and the settings of those that have any."""
    listed = [{name: each} for name, each in given.items()] if isinstance(given, dict) else given
    named = [each if isinstance(each, dict) else {str(each): None} for each in listed or ()]  # type: ignore[attr-defined]
    options = {str(name): dict(set_ or {}) for each in named for name, set_ in each.items()}
    return [*options], {name: each for name, each in options.items() if each}


class ServedLinks(Extension):
    """For the page at a path in docs/; `served` has where each page and file is, by its path."""

    def __init__(self, path: str, served: Mapping[str, str]) -> None:
        super().__init__()
        self.path, self.served = path, served

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802
        """Register behind all that makes links, as engines do."""
        md.treeprocessors.register(_Serving(md, self.path, self.served), "undersigned-links", _LAST)


class _Serving(Treeprocessor):
    def __init__(self, md: Markdown, path: str, served: Mapping[str, str]) -> None:
        super().__init__(md)
        self.path, self.served = path, served

    def run(self, root: Element) -> None:
        """Lead to where pages and files are served; what leads to none is left as it is."""
        for element in root.iter():
            name = _LINKS.get(element.tag, "")
            if name and (link := element.get(name)):
                element.set(name, self._served(link))

    def _served(self, link: str) -> str:
        scheme, host, path, query, part = urlsplit(link)
        # Python-Markdown hides the letters of an e-mail address behind a sign of its own.
        if scheme or host or not path or leads_out(link) or "\x02amp\x03" in link:
            return link
        target = posixpath.normpath(posixpath.join(posixpath.dirname(self.path), unquote(path)))
        if target not in self.served:
            return link
        way = address_from(self.served[target], self.served[self.path])
        return urlunsplit(("", "", way, query, part))
