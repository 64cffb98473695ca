"""A site as plain files: its pages with finished words, files, an mkdocs.yml without hooks."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from os.path import relpath
from pathlib import Path
from typing import Any, NamedTuple
from urllib.parse import urlsplit

import yaml
from jinja2 import TemplateError, TemplateSyntaxError

from ..build.output import DrawnPage, File
from ..build.stylesheet import FOLDER, joined
from ..data.search import PARTS, search_parts
from ..paths import CONFIGURATION, PAGES
from ..problem import Problem
from ..publication import Publication
from .bodies import body_of, linked_from_source
from .configuration import EngineSettings
from .docs import Docs, read_docs, scripts_of
from .drawing import DrawnSite, drawn_site, menu_of
from .engines import Engine, Links
from .markdown import Reading
from .navigation import Navigation, Place, Section
from .page import StagedPage
from .templates import NOT_FOUND, USUAL, Templates, direction

# The folder of a staged site that stands in place of its templates.
THEME = "theme"

# What the head of every page names beside the style sheets of mkdocs.yml.
_HEAD = """\
{% extends "base.html" %}
{% block htmltitle %}
<title>
{%- if page and page.meta and page.meta.title %}{{ page.meta.title }} - {% endif -%}
{{ config.site_name }}</title>
{% endblock %}
{% block extrahead %}
<link rel="stylesheet" href="{{ 'assets/undersigned/print.css' | url }}" media="print">
<link rel="stylesheet" href="{{ 'assets/undersigned/places.css' | url }}"
  media="screen and (min-width: 80em)">
<link rel="alternate" type="application/atom+xml" href="{{ 'feed.xml' | url }}">
{% endblock %}
"""

# Of the settings of mkdocs.yml those that run code, or that are written anew.
_LEFT_OUT = frozenset((
    "hooks", "plugins", "watch", "extra", "extra_css", "extra_javascript", "theme", "docs_dir",
    "site_dir", "draft_docs", "exclude_docs", "not_in_nav", "validation", "markdown_extensions",
    "edit_uri", "edit_uri_template", "repo_url", "strict",
))  # fmt: skip

# What a page says of itself to any engine.
_FRONT = ("description", "hide", "search")


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
    if site is None or engine.templates is None:
        return None, problems
    try:
        return StagedSite(site.made, tuple(_whole(given, site, menu, engine.templates))), []
    except TemplateError as error:
        return None, [_of_template(error, Path(relpath(engine.templates, engine.root)))]


def _whole(given: Staging, site: DrawnSite, menu: Navigation, folder: Path) -> Iterator[File]:
    """All files; raises `TemplateError` where a template in the folder draws no page."""
    engine, built = given.engine, given.built
    drawn = Templates(site.made, engine, folder, site.pages, list(menu.places), built)
    files = {file.path: file for file in _files(given, site)}
    sheets = _style_sheets(given, files)
    yield from (*_pages(given, site, drawn), *_theme(drawn, given))
    nav = engine.value("nav", None) or _menu(menu.items, site)
    yield _file(CONFIGURATION, _settings(given, sheets, nav))
    yield from files.values()


def _of_template(error: TemplateError, folder: Path) -> Problem:
    """What keeps a template from drawing, with the place of its first fault, if that is known."""
    name = getattr(error, "name", None) if isinstance(error, TemplateSyntaxError) else None
    line = error.lineno if isinstance(error, TemplateSyntaxError) else 1
    message = f"templates cannot be drawn without the theme: {error.message}; mend that"
    return Problem((folder / (name or USUAL)).as_posix(), line, 1, message)


def _pages(given: Staging, site: DrawnSite, drawn: Templates) -> Iterator[File]:
    extensions, settings = given.engine.extensions
    served = {path: page.url for path, page in site.pages.items()}
    files = (*given.docs.files, *(file.path for file in site.made.files))
    bare = Reading(extensions, settings, served | {path: path for path in files})
    sources = {address: path for path, address in served.items()}
    for path, page in site.pages.items():
        article = drawn.article(page)
        linked = partial(linked_from_source, page=page, sources=sources)
        moved = linked if given.builds.links is Links.SOURCE else str
        body = body_of(page, article, bare, moved)
        yield _file(f"{PAGES}/{path}", f"---\n{_front(page)}---\n\n{body}")


def _front(page: StagedPage) -> str:
    """The settings at the head of a page that any engine reads."""
    # The first page has the title of the site, unless it says otherwise; a menu may say another.
    title = page.meta.get("title") or ("" if page.is_homepage else page.title)
    given: dict[str, object] = {"title": title} if title else {}
    given |= {name: page.meta[name] for name in _FRONT if page.meta.get(name)}
    if "description" in given:
        given["description"] = _unescaped(page)
    return _yaml(given)


def _unescaped(page: StagedPage) -> str:
    described = page.meta["description"]
    return str(described.unescape() if hasattr(described, "unescape") else described)


def _files(given: Staging, site: DrawnSite) -> Iterator[File]:
    """All files but pages, beneath docs/: what the site writes wins over what docs/ has, or not."""
    for path, place in given.docs.files.items():
        yield File(f"{PAGES}/{path}", partial(_read, place))
    for file in site.made.files:
        if file.wins or file.path not in given.docs.files:
            yield File(f"{PAGES}/{file.path}", file.parts)
    order = dict.fromkeys((*site.made.order, *site.pages))
    read: list[DrawnPage] = [site.pages[path].drawn for path in order]
    yield _file(f"{PAGES}/{PARTS}", search_parts(read, site.made.view))


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
    files[f"{PAGES}/{sheet.path}"] = _file(f"{PAGES}/{sheet.path}", sheet.text)
    return [sheet.path, *(path for path in at if path not in own)]


def _theme(drawn: Templates, given: Staging) -> Iterator[File]:
    """Templates beside those of the engine: of the head, of scripts, and of what is not found."""
    yield _file(f"{THEME}/{USUAL}", _HEAD)
    for path, place in scripts_of(given.engine):
        yield File(f"{THEME}/{path}", partial(_read, place))
    root = urlsplit(given.engine.site_url).path or "/"
    words = drawn.not_found(root).replace("{", "&#123;")  # else a template would read it
    lines = ('{% extends "main.html" %}', "{% block content %}", words.strip(), "{% endblock %}")
    yield _file(f"{THEME}/{NOT_FOUND}", "\n".join([*lines, ""]))


def _settings(given: Staging, sheets: list[str], nav: object) -> str:
    """The staged mkdocs.yml, which names no hook, no plugin and no template of this project."""
    values = given.engine.values
    extensions, options = given.engine.extensions
    theme: dict[str, Any] = {**given.engine.value("theme", {}), "custom_dir": THEME}
    theme["direction"] = direction(given.made.view.settings.locale)
    kept = {name: value for name, value in values.items() if name not in _LEFT_OUT}
    return _yaml({
        **kept,
        "nav": nav,
        "theme": theme,
        "extra_css": sheets,
        "exclude_docs": "!.well-known\n",
        "plugins": [],
        "markdown_extensions": [
            {name: options[name]} if name in options else name for name in extensions
        ],
    })  # fmt: skip


def _menu(items: Iterable[Section | Place], site: DrawnSite) -> list[object]:
    """A menu as mkdocs.yml has it, with the names of its pages."""
    return [
        {each.title: _menu(each.children, site)}
        if isinstance(each, Section)
        else {site.pages[each.path].title: each.path}
        for each in items
    ]


def _yaml(values: Mapping[str, object]) -> str:
    """A mapping as YAML, each key in the order given."""
    return yaml.safe_dump(dict(values), allow_unicode=True, sort_keys=False, width=1000)


def _file(path: str, text: str) -> File:
    return File(path, lambda: (text.encode(),))


def _read(place: Path) -> tuple[bytes]:
    return (place.read_bytes(),)
