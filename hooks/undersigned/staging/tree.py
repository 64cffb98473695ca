"""A site as plain files: its pages with finished words, files, an mkdocs.yml without hooks."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from os.path import relpath
from pathlib import Path
from typing import NamedTuple
from urllib.parse import urlsplit

from jinja2 import TemplateError, TemplateSyntaxError

from ..build.output import DrawnPage, File
from ..build.stylesheet import FOLDER, joined
from ..data.search import PARTS, search_parts
from ..paths import CONFIGURATION, PAGES
from ..problem import Problem
from ..publication import Publication
from . import theme
from .bodies import body_of, linked_from_source
from .configuration import EngineSettings
from .docs import Docs, read_docs
from .drawing import DrawnSite, drawn_site, files_served, menu_of
from .engines import Engine, Links
from .markdown import Reading
from .navigation import Navigation
from .page import StagedPage
from .templates import USUAL, DrawnParts, Templates, direction

# What a page says of itself to any engine, and what of it stands outside its words.
_FRONT = ("description", "hide", "search")
_AROUND = ("head", "notice", "scripts")


@dataclass(frozen=True, slots=True)
class Staging:
    """What a site is staged from: all that is published, what mkdocs.yml sets, and what docs/ has.

    `built` is the moment that dates it, `builds` what will build it.
    """

    made: Publication
    engine: EngineSettings
    docs: Docs
    built: datetime
    builds: Engine


class StagedSite(NamedTuple):
    """What is published, with what its pages cite, and the files by their paths in a folder."""

    made: Publication
    files: tuple[File, ...]


def staged(
    made: Publication, engine: EngineSettings, built: datetime, builds: Engine
) -> tuple[StagedSite | None, list[Problem]]:
    """A site as plain files; none where pages have problems, which are told.

    The site's own templates are needed: see `EngineSettings.templates`.
    """
    docs = read_docs(engine)
    given = Staging(made, engine, docs, built, builds)
    menu = menu_of(made, engine, docs)
    site, problems = drawn_site(made, engine, docs, menu)
    if site is None:
        return None, problems
    try:
        return StagedSite(site.made, tuple(_whole(given, site, menu))), []
    except TemplateError as error:
        return None, [_of_template(error, engine)]


def _whole(given: Staging, site: DrawnSite, menu: Navigation) -> Iterator[File]:
    """All files; raises `TemplateError` where a template of the site draws no page."""
    engine, shown = given.engine, given.made.view.settings
    drawn = Templates(site.made, engine, site.pages, list(menu.places), given.built)
    files = {file.path: file for file in _files(given, site)}
    # A draft or a preview has another address than the site, or none.
    known: dict[str, object] = {"site_url": shown.site_url or None}
    known["nav"] = engine.value("nav", None) or theme.menu(menu.items, site.pages)
    known["extra_css"] = _style_sheets(given, files)
    yield from _pages(given, site, drawn)
    yield from theme.theme_files(drawn.not_found(urlsplit(shown.site_url).path or "/"), engine)
    _ = shown.catalogue.gettext
    words = {"menu": _("Menu"), "skip": _("Skip to content")}
    settings = theme.settings(engine, known, direction(shown.locale), words)
    yield theme.text_file(CONFIGURATION, settings)
    yield from files.values()


def _of_template(error: TemplateError, engine: EngineSettings) -> Problem:
    """What keeps a template from drawing, with the place of its first fault, if that is known."""
    name, line = USUAL, 1
    if isinstance(error, TemplateSyntaxError):
        name, line = error.name or USUAL, error.lineno
    places = [folder / name for folder in engine.templates]
    place = next(filter(Path.is_file, places), places[0])
    message = f"templates cannot be drawn without the theme: {error.message}; mend that"
    return Problem(Path(relpath(place, engine.root)).as_posix(), line, 1, message)


def _pages(given: Staging, site: DrawnSite, drawn: Templates) -> Iterator[File]:
    extensions, settings = given.engine.extensions
    served = {path: page.url for path, page in site.pages.items()}
    bare = Reading(extensions, settings, served | files_served(site.made, given.docs))
    sources = {address: path for path, address in served.items()}
    for path, page in site.pages.items():
        parts = drawn.parts(page)
        linked = partial(linked_from_source, page=page, sources=sources)
        moved = linked if given.builds.links is Links.SOURCE else str
        body = body_of(page, parts.article, bare, moved)
        yield theme.text_file(f"{PAGES}/{path}", f"---\n{_front(page, parts)}---\n\n{body}")


def _front(page: StagedPage, parts: DrawnParts) -> str:
    """The settings at the head of a page that any engine reads."""
    # The first page has the title of the site, unless it says otherwise; a menu may say another.
    title = page.meta.get("title") or ("" if page.is_homepage else page.title)
    given: dict[str, object] = {"title": title} if title else {}
    given |= {name: page.meta[name] for name in _FRONT if page.meta.get(name)}
    if "description" in given:
        given["description"] = _unescaped(page)
    around = {name: lines for name in _AROUND if (lines := _in_lines(parts.named[name]))}
    return theme.as_yaml(given | around)


def _in_lines(html: str) -> str:
    """HTML without white space that means nothing, so that it can be read in the file."""
    return "\n".join(filter(None, map(str.strip, html.splitlines())))


def _unescaped(page: StagedPage) -> str:
    described = page.meta["description"]
    return str(described.unescape() if hasattr(described, "unescape") else described)


def _files(given: Staging, site: DrawnSite) -> Iterator[File]:
    """All files but pages, beneath docs/: what the site writes wins over what docs/ has, or not."""
    for path, place in given.docs.files.items():
        yield File(f"{PAGES}/{path}", partial(theme.read, place))
    for file in site.made.files:
        if file.wins or file.path not in given.docs.files:
            yield File(f"{PAGES}/{file.path}", file.parts)
    order = dict.fromkeys((*site.made.order, *site.pages))
    read: list[DrawnPage] = [site.pages[path].drawn for path in order]
    yield theme.text_file(f"{PAGES}/{PARTS}", search_parts(read, site.made.view))


def _style_sheets(given: Staging, files: dict[str, File]) -> list[str]:
    """The paths of the style sheets, those of the project joined into one of the files."""
    view = given.made.view
    at = {path: f"{PAGES}/{path}" for path in view.style_sheets}
    own = [path for path in at if path.startswith(FOLDER) and at[path] in files]
    sheet = joined([view.look.style, *(files[at[each]].content.decode() for each in own)])
    for each in own:
        del files[at[each]]
    if not own:
        return list(at)
    files[f"{PAGES}/{sheet.path}"] = theme.text_file(f"{PAGES}/{sheet.path}", sheet.text)
    return [sheet.path, *(path for path in at if path not in own)]
