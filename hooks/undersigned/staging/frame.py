"""A staged site as pages, by Python-Markdown, Jinja2 and PyYAML alone: the last resort.

Whoever has these three can publish the site, whatever has become of every engine: its pages with a
menu, 404.html, sitemap.xml, all data, and SHA256SUMS, under the policy of netlify.toml.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from html import escape
from pathlib import Path
from typing import Any
from urllib.parse import quote, urlsplit

import yaml
from jinja2 import (
    BaseLoader,
    ChoiceLoader,
    DictLoader,
    FileSystemLoader,
    TemplateError,
    pass_context,
)
from jinja2.runtime import Context
from jinja2.sandbox import SandboxedEnvironment
from markdown import Markdown
from markupsafe import Markup

from ..build.digests import seal
from ..page_addresses import as_file, as_folder, served_at
from .addresses import address_from, leads_out
from .extensions import ServedLinks, named_extensions
from .frame_look import BASE, STYLE
from .navigation import Navigation, navigation

_FORMS: Mapping[str, tuple[type, str]] = {
    "nav": (list, "list"), "extra_css": (list, "list"), "markdown_extensions": (list, "list"),
    "theme": (dict, "mapping"), "extra": (dict, "mapping"), "site_url": (str, "text"),
    "copyright": (str, "text"),
}  # fmt: skip
_FRONT = re.compile(r"\A---\n(.*?\n)---\n", re.DOTALL)
_TITLE = re.compile(r"^<h1[^<>]*>(.*?)(?:<a class=\"headerlink\".*)?</h1>", re.MULTILINE)

# What a setting or a template raises that was written by hand, and is of another form.
_BAD = (ValueError, TypeError, KeyError, AttributeError, ArithmeticError)


class FrameError(Exception):
    """What keeps a staged site from being built, with its remedy."""


@dataclass(frozen=True, slots=True)
class _Page:
    """A page: where it is served, the settings at its head, its words as HTML."""

    path: str
    address: str
    settings: Mapping[str, Any]
    html: str

    @property
    def title(self) -> str:
        """What it says that it is called, or else its first heading, as HTML."""
        heading = _TITLE.search(self.html)
        return str(self.settings.get("title") or (heading[1] if heading else ""))


def frame(staged: Path, site: Path) -> int:
    """Build the site that is staged in a folder into another one; how many pages it has.

    Raises `FrameError` where that is no staged site, and `OSError` where a file cannot be read or
    written.
    """
    settings = _settings(staged / "mkdocs.yml")
    docs = staged / "docs"
    paths = list(_paths(docs))
    address_of = as_folder if settings.get("use_directory_urls", True) else as_file
    served = {path: address_of(path) if path.endswith(".md") else quote(path) for path in paths}
    _refuse_twins(docs, served)
    pages = [_page(docs, path, served, settings) for path in paths if path.endswith(".md")]
    for path in paths:
        if not path.endswith(".md"):
            _place(site, path).write_bytes((docs / path).read_bytes())
    _place(site, "assets/frame.css").write_text(STYLE, encoding="utf-8")
    _draw(staged, site, settings, pages)
    if settings.get("site_url"):
        _place(site, "sitemap.xml").write_text(_sitemap(settings, pages), encoding="utf-8")
    if unsealed := seal(site):
        raise FrameError(unsealed)
    return len(pages)


def _paths(docs: Path) -> Iterator[str]:
    """The paths of all files in a folder, in their order."""
    for place in sorted(docs.rglob("*")):
        if place.is_symlink():
            raise FrameError(f"{place} is a link; put what it leads to there, or remove it")
        if place.is_file():
            yield place.relative_to(docs).as_posix()


def _refuse_twins(docs: Path, served: Mapping[str, str]) -> None:
    """Raise `FrameError` where two files would be one, or where there is no page."""
    if not any(path.endswith(".md") for path in served):
        raise FrameError(f"{docs} has no page; stage the site anew")
    there: dict[str, str] = {}
    for path, address in served.items():
        if other := there.get(file := served_at(address)):
            raise FrameError(f"{docs / path} would be {file}, as {other} is; remove one of the two")
        there[file] = path


def _settings(place: Path) -> Mapping[str, Any]:
    try:
        settings = yaml.safe_load(place.read_text(encoding="utf-8"))
    except FileNotFoundError as error:
        message = f"there is no {place}; stage a site with 'undersigned stage' and name its folder"
        raise FrameError(message) from error
    except (yaml.YAMLError, ValueError) as error:
        raise FrameError(f"{place} cannot be read; stage the site anew") from error
    if not isinstance(settings, dict) or not isinstance(settings.get("site_name"), str):
        raise FrameError(f"{place} names no site; stage the site anew")
    for name, (form, called) in _FORMS.items():
        if not isinstance(settings.get(name), form | None):
            raise FrameError(f"{place}: {name} is no {called}; stage the site anew")
    return settings


def _page(docs: Path, path: str, served: Mapping[str, str], settings: Mapping[str, Any]) -> _Page:
    try:
        text = (docs / path).read_text(encoding="utf-8")
        front = _FRONT.match(text)
        names, options = named_extensions(settings.get("markdown_extensions"))
        head = yaml.safe_load(front[1]) if front else {}
        extensions = [*names, ServedLinks(path, served)]
        reader = Markdown(extensions=extensions, extension_configs=options)
        html = reader.convert(text[front.end() :] if front else text)
    except (yaml.YAMLError, ImportError, *_BAD) as error:
        fault = str(error).splitlines()[0]
        raise FrameError(f"{docs / path} cannot be drawn: {fault}; stage the site anew") from error
    return _Page(path, served[path], head if isinstance(head, dict) else {}, html)


def _draw(staged: Path, site: Path, settings: Mapping[str, Any], pages: Sequence[_Page]) -> None:
    """Write every page, and the one that says that there is none."""
    loaders: list[BaseLoader] = [FileSystemLoader(staged / "theme")]
    loaders.append(DictLoader({"base.html": BASE}))
    environment = SandboxedEnvironment(loader=ChoiceLoader(loaders), autoescape=True)
    environment.filters["url"] = _url
    by_path = {page.path: page for page in pages}
    menu = navigation(settings.get("nav"), list(by_path))
    try:
        shared = _shared(settings, menu, by_path)
        for page in pages:
            drawn = environment.get_template("main.html").render(shared | _own(page, settings))
            _place(site, served_at(page.address)).write_text(drawn + "\n", encoding="utf-8")
        none = {"head": Markup(escape(settings["site_name"])), "at": None, "path": ""}
        drawn = environment.get_template("404.html").render(shared | none)
        _place(site, "404.html").write_text(drawn + "\n", encoding="utf-8")
    except (TemplateError, *_BAD) as error:
        raise FrameError(f"{staged / 'theme'}: {error}; stage the site anew") from error


def _shared(
    settings: Mapping[str, Any], menu: Navigation, pages: Mapping[str, _Page]
) -> dict[str, Any]:
    theme, words = settings.get("theme") or {}, (settings.get("extra") or {}).get("frame") or {}
    titles = {path: page.title for path, page in pages.items()}
    named = [(path, place.title or titles[path]) for path, place in menu.places.items()]
    return {
        "name": settings["site_name"],
        "language": theme.get("language", "en"),
        "direction": theme.get("direction", "ltr"),
        "icon": theme.get("favicon"),
        "sheets": settings.get("extra_css") or [],
        "described": settings.get("site_description"),
        "menu_name": words.get("menu", "Menu"),
        "skip": words.get("skip", "Skip to content"),
        "copyright": Markup(settings.get("copyright") or ""),
        "root": urlsplit(str(settings.get("site_url") or "")).path or "/",
        "menu": menu.items,
        "served": {path: page.address for path, page in pages.items()},
        "titles": {path: Markup(title or escape(settings["site_name"])) for path, title in named},
    }


def _own(page: _Page, settings: Mapping[str, Any]) -> dict[str, Any]:
    name = escape(settings["site_name"])
    is_first = page.address in ("./", "index.html") and not page.settings.get("title")
    return {
        "head": Markup(name if is_first else f"{page.title} - {name}"),
        "description": page.settings.get("description"),
        "address": _whole_address(page, settings),
        "at": page.address,
        "path": page.path,
        "page": {"meta": page.settings},
        "content": Markup(page.html),
    }


def _whole_address(page: _Page, settings: Mapping[str, Any]) -> str:
    """Where readers find a page; empty where the site knows no address of its own."""
    site_url = settings.get("site_url")
    return f"{site_url}{page.address.removeprefix('./')}" if site_url else ""


@pass_context
def _url(context: Context, address: str) -> str:
    """An address from the page that is drawn, or from the root of the host where that is none."""
    if context["at"] is not None:
        return address_from(address, context["at"])
    return address if leads_out(address) else f"{context['root'].rstrip('/')}/{address}"


def _sitemap(settings: Mapping[str, Any], pages: Sequence[_Page]) -> str:
    """The addresses of all pages, as crawlers read them (sitemaps.org, 0.9)."""
    lines = ['<?xml version="1.0" encoding="UTF-8"?>']
    lines.append('<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">')
    for page in pages:
        lines.append(f"  <url><loc>{escape(_whole_address(page, settings))}</loc></url>")
    return "\n".join([*lines, "</urlset>", ""])


def _place(site: Path, path: str) -> Path:
    place = site / path
    place.parent.mkdir(parents=True, exist_ok=True)
    return place
