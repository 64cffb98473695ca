"""Every page of a site with its words drawn, and what is made of all of them."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any, NamedTuple
from urllib.parse import quote

from markupsafe import escape

from ..bibliography.citations.footnotes import Footnotes
from ..markup.content_problems import Content, content_problems, titles, words_in
from ..markup.description import with_addresses_marked
from ..paths import PAGES, SOURCES_PAGE
from ..problem import Problem, quoted, setting_problem
from ..publication import Publication
from ..text.pages import code_shown
from .addresses import address_from
from .configuration import EngineSettings
from .docs import Docs, parted, unlisted
from .engines import THEME_CLASSES
from .markdown import reading_of
from .navigation import Navigation, navigation, titled
from .page import SourceFile, StagedPage


class DrawnSite(NamedTuple):
    """What is published, now that all pages are known, and these by their paths in docs/."""

    made: Publication
    pages: Mapping[str, StagedPage]


def drawn_site(
    made: Publication, engine: EngineSettings, docs: Docs, menu: Navigation
) -> tuple[DrawnSite | None, list[Problem]]:
    """Every page drawn, or none and what pages hold that is not allowed on them."""
    made = replace(made, order=tuple(menu.places))
    drawer = _Drawer(made, engine, docs, menu)
    if fault := drawer.reading.fault:
        message = f"markdown_extensions cannot be used: {fault}; mend them, or install what lacks"
        return None, [setting_problem(message)]
    pages = {path: drawer.page(path) for path in paths_of(made, docs)}
    problems = [*drawer.unread(), *_judged(made, engine, pages.values())]
    if problems:
        return None, problems
    pages = _chained(made, pages)
    in_order = [pages[path] for path in dict.fromkeys((*made.order, *pages))]
    known = made.with_pages([page.drawn for page in in_order], drawer.notes.notes.values())
    return DrawnSite(known, pages), []


def paths_of(made: Publication, docs: Docs) -> Sequence[str]:
    """The paths of all pages: those of docs/, then those that this project makes beside them."""
    return list(dict.fromkeys((*docs.pages, *made.pages)))


def files_served(made: Publication, docs: Docs) -> dict[str, str]:
    """The address of each file that is no page, from the root of the site, by its path in docs/."""
    paths = (*docs.files, *(file.path for file in made.files))
    return {path: quote(path) for path in paths}


def menu_of(made: Publication, engine: EngineSettings, docs: Docs) -> Navigation:
    """The menu that mkdocs.yml gives, or else the one that is made of the pages for menus."""
    paths = paths_of(made, docs)
    if (given := engine.values.get("nav")) is not None:
        return navigation(given, paths)
    navigable = [each for each in paths if each in docs.pages or made.pages[each].navigable]
    left_out = unlisted(engine, navigable)
    return navigation(None, [each for each in navigable if each not in left_out])


class _Drawer:
    """What draws one page after another, and keeps the notes of all of them."""

    def __init__(
        self, made: Publication, engine: EngineSettings, docs: Docs, menu: Navigation
    ) -> None:
        self.made, self.docs, self.menu = made, docs, menu
        settings = made.view.settings
        self.notes = Footnotes(made.site.library)
        self.served = {path: settings.address_of(path) for path in paths_of(self.made, self.docs)}
        files = files_served(made, docs)
        given = engine.extensions
        self.reading = reading_of(given, files | self.served, settings.locale, self.made.said)
        self.left: list[tuple[str, str]] = []

    def page(self, path: str) -> StagedPage:
        """The page at a path in docs/, whose meta has its description."""
        made, text = self.made, self.docs.pages.get(path)
        source = made.pages[path].words if text is None else text
        given, words = parted(source) if text is not None else ({}, source)
        meta, words = self._cited(path, text is None, given, words)
        drawn = self.reading.drawn(words, path)
        self.left += [(path, each) for each in self.notes.unread_in(drawn.html).values()]
        address = self.served[path]
        html = self.notes.worded(drawn.html, address_from(self.served[SOURCES_PAGE], address))
        page = self._page(path, meta, drawn.title)
        described = made.described(page.to_engine, html, made.view.settings.site_name)
        return replace(
            page,
            meta={**meta, "description": escape(described)},
            markdown=words,
            content=with_addresses_marked(html),
            toc=drawn.toc,
            source=source,
            is_made=text is None,
        )

    def _cited(
        self, path: str, is_made: bool, given: Mapping[str, object], words: str
    ) -> tuple[dict[str, Any], str]:
        """The meta and the Markdown of a page, in which citations are notes."""
        noted = self.notes.noted(self.made.with_cited(words, path, given))
        whole = "\n\n".join(filter(None, (noted.text, "\n".join(noted.definitions()))))
        meta, words = self.made.framed(path, is_made, given, whole)
        return meta, code_shown(words)

    def _page(self, path: str, meta: Mapping[str, Any], title: str) -> StagedPage:
        """A page of which all but its words is known."""
        address, section = self.served[path], self.menu.sections.get(path)
        site_url = self.made.view.settings.site_url
        is_first = section is None and address in ("./", "index.html")
        named = self.menu.places[path].title if path in self.menu.places else ""
        return StagedPage(
            file=SourceFile(path, address),
            title=named or str(meta.get("title") or title or _named(path, is_first)),
            meta=meta,
            markdown="",
            content="",
            toc=(),
            canonical_url=f"{site_url}{address.removeprefix('./')}" if site_url else None,
            is_homepage=is_first,
            parent=section,
        )

    def unread(self) -> Iterator[Problem]:
        """A problem for each citation that no Markdown was read around."""
        for path, written in self.left:
            message = f"{quoted(written)} stands where no Markdown is read; move it"
            yield Problem(f"{PAGES}/{path}", 1, 1, message)


def _named(path: str, is_first: bool) -> str:
    """What a page is called that has no title anywhere, as MkDocs has it."""
    return "Home" if is_first else titled(path.rpartition("/")[2].rpartition(".")[0])


def _judged(
    made: Publication, engine: EngineSettings, pages: Iterable[StagedPage]
) -> Iterator[Problem]:
    """What pages and the navigation hold that is not on the list of what pages may hold."""
    settings = made.view.settings
    named = [settings.site_name, engine.value("nav", [])]
    contents = [Content("mkdocs.yml", "", "", tuple(words_in(named)))]
    for page in pages:
        words = (page.title, *titles(page.toc), *words_in(dict(page.meta)))
        by = "undersigned" if page.is_made else None
        given = made.given(page.path, by, page.source, page.meta)
        path = f"{PAGES}/{page.path}"
        contents.append(Content(path, page.source, page.content, words, given))
    yield from content_problems(contents, settings.classes | THEME_CLASSES)


def _chained(made: Publication, pages: Mapping[str, StagedPage]) -> dict[str, StagedPage]:
    """The pages, those of a chain within the page that leads to them."""
    chained = dict(pages)
    for sheets, within in made.view.chains:
        for sheet in sheets:
            if sheet.path in pages and within in pages:
                chained[sheet.path] = replace(pages[sheet.path], parent=pages[within])
    return chained
