"""What is published of a site, in one piece: its pages and files, and how each page is drawn."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from posixpath import dirname, relpath
from typing import Any

from markupsafe import Markup

from .bibliography.citations.footnotes import Note
from .bibliography.citations.page import CitingPage, bibliography, citing_pages
from .build.engine_pages import EnginePage
from .build.output import (
    MARKER,
    Docs,
    DrawnPage,
    File,
    Page,
    framed,
    shown_text,
    texts_asked,
    with_blocks,
    writing,
)
from .commentary.dead_parts import dead_parts
from .commentary.edition_blocks import with_paragraphs
from .commentary.glossary import Glossary, glossary
from .drawings.page import with_drawings, with_figures
from .drawings.taking import Taking
from .language.settings import in_language
from .markup.content import Given
from .markup.description import description
from .paths import GLOSSARY, path_in_pages
from .site import Site
from .views.edition import paragraphs
from .views.principle_markdown import principle_words
from .views.site import MachineView, SiteView, machine_view
from .views.versions import ShownVersion
from .workers import Work


@dataclass(frozen=True, slots=True)
class Publication:
    """Every page, by its path, and every file; the site, and the view of it for templates.

    `order` are the paths of all pages of the site in the order of its navigation, once known;
    `writing` is that of its files, once it has begun.
    """

    site: Site
    view: SiteView
    pages: Mapping[str, Page]
    files: tuple[File, ...]
    taking: Taking
    order: tuple[str, ...] = ()
    writing: Work[None] | None = None

    def writing_in(self, folder: str) -> "Publication":
        """What is published, once the writing of its files beneath a folder has begun."""
        is_long = bool(self.view.register.sections)
        return replace(self, writing=writing(self.files, folder, is_long=is_long))

    def framed(
        self, path: str, generated: bool, meta: Mapping[str, object], words: str
    ) -> tuple[dict[str, Any], str]:
        """The meta and the Markdown of the page at a path, those given being of its file, if any.

        Wherever a page asks for the text in force, or for whom to write to, it is put in; but of
        a text that is signed, and of its draft, a line that looks like that is shown as it is.
        """
        drawn_meta, drawn_words = framed(self.pages.get(path), generated, meta, words)
        if path in self._texts or path == self.view.texts.draft_page:
            return drawn_meta, drawn_words
        drawn_words = with_paragraphs(drawn_words, self._paragraphs)
        return drawn_meta, with_blocks(drawn_words, self.blocks(path))

    def with_pages(self, pages: Sequence[DrawnPage], notes: Iterable[Note]) -> "Publication":
        """What is published, once every page is drawn: the bibliography and the glossary too."""
        read = [(page.title, page.address, page.html) for page in pages]
        cited = {key: list(places) for key, places in citing_pages(read, notes).items()}
        for page in pages:
            for card in self.view.readings.get(page.path, ()):
                place = CitingPage(page.title, page.address, (card.anchor,))
                cited.setdefault(card.key, []).append(place)
        explaining = (page for page in pages if page.path == path_in_pages(GLOSSARY))
        terms = [glossary(page.html, page.address) for page in explaining]
        sources = bibliography(self.site.library, cited)
        view = replace(self.view, bibliography=sources, glossary=next(iter(terms), Glossary()))
        return replace(self, view=view)

    def dead_parts(self, pages: Sequence[DrawnPage]) -> Iterator[str]:
        """What is said of each link at the head of a page that leads to no part of these."""
        written = {page.path: page.html for page in pages if page.path not in self.pages}
        return dead_parts(self.view.openings, written)

    def machines(self, page: EnginePage, site_name: str) -> MachineView:
        """What machines read of a page, of which everything is known but its drawing."""
        version = page.meta.get("version")
        return machine_view(
            self.view,
            self.site.versions,
            name=site_name if page.is_homepage else Markup(page.title or "").striptags(),
            description=str(Markup(page.meta["description"]).unescape()),
            address=page.canonical_url or "",
            of=version.number if isinstance(version, ShownVersion) else "",
        )

    def described(self, page: EnginePage, html: str, site_name: str) -> str:
        """What a page, or else its drawing, says of itself to search engines."""
        title, catalogue = str(page.title or site_name), self.view.words.catalogue
        return description(page.meta.get("description"), html, title, site_name, catalogue)

    def said(self, setting: Any) -> Any:
        """A setting of the engine, with the package's own words in the language of the site."""
        return in_language(setting, self.view.words.catalogue)

    def blocks(self, path: str) -> Mapping[str, str]:
        """What stands on the page at a path in docs/ in place of each marker."""
        folder = relpath(self.view.texts.folder, dirname(path) or ".")
        return {MARKER: shown_text(self.site.versions[-1].text, "" if folder == "." else folder)}

    @property
    def _paragraphs(self) -> Mapping[str, str]:
        """What pages say of the edition, by the block that asks for it."""
        return paragraphs(self.view.settings.edition, self.view.words.on_pages.catalogue)

    @property
    def _texts(self) -> Collection[str]:
        """The paths in docs/ of the pages that show a version each."""
        return {version.page for version in self.site.versions}

    def with_cited(self, words: str, path: str, meta: Mapping[str, object]) -> str:
        """The Markdown of the page at a path with all that cites: its figures, and the record."""
        page = self.pages.get(path)
        if page and page.cites:
            return page.words
        drawn = with_figures(words, self.site.figures, self.taking, path)
        return f"{drawn}\n{ends}" if (ends := self._documented(path, meta)) else drawn

    def with_drawings(self, html: str) -> str:
        """The HTML of a page that has been judged with the drawings of its figures."""
        return with_drawings(html, self.site.figures, self.taking.catalogue)

    def given(
        self, path: str, made_by: str | None, source: str, meta: Mapping[str, object]
    ) -> Given:
        """What the page at a path, with this file, is given that this project alone writes.

        `made_by` is who made the file, if anybody did.
        """
        page = self.pages.get(path)
        deeds = page.cites if page else bool(self._documented(path, meta))
        if path in self._texts:
            return Given(texts=1)
        own = page is not None and (made_by or page.docs is Docs.NOTHING)
        return Given(texts_asked(page.words if page and own else source), int(deeds))

    def _documented(self, path: str, meta: Mapping[str, object]) -> str:
        """What ends a page that says to be about a principle; empty where nothing is documented."""
        number = meta.get("principle")
        if type(number) is not int or path in self.pages or path == self.view.texts.draft_page:
            return ""
        return principle_words(self.view.record, number, path, self.view.words.on_pages)
