"""What templates may use, and what every page says of itself to machines."""

import logging
from functools import partial
from typing import Any

from jinja2 import Environment
from markupsafe import escape
from mkdocs.commands.build import get_context
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files, InclusionLevel
from mkdocs.structure.pages import Page
from undersigned.build.drawn_meanwhile import drawn_meanwhile
from undersigned.build.drawn_once import drawn_once, drawn_with
from undersigned.build.kept import kept_while
from undersigned.build.templates import prepare
from undersigned.markup.description import with_addresses_marked


def on_env(env: Environment, config: MkDocsConfig, files: Files) -> None:
    """Give templates the view of the site and its words; escape, and compile once."""
    made = config.extra["undersigned"]
    menu = {path: files.src_uris[path].page for path in made.order}
    words = made.view.words.on_pages
    known = {"undersigned": made.view, "words": words, "in_menu": menu}
    prepare(env, known, partial(_address, files), words.catalogue)
    if (kept := kept_while("serve")).keeps:
        addresses = [(file.src_uri, file.url, file.inclusion) for file in files]
        own = config.config_file_path, config.theme.custom_dir or config.docs_dir
        shared = drawn_with(*own, {**config, "theme": dict(config.theme)})
        env.template_class = drawn_once(kept, (made.view, addresses, *shared), menu.values())  # type: ignore[arg-type]
    else:
        env.template_class = drawn_meanwhile(_given)  # type: ignore[arg-type]


def on_page_content(html: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Describe the page, and mark the links whose words are their address."""
    words = config.extra["undersigned"].described(page, html, config.site_name)
    page.meta["description"] = escape(words)  # the theme prints it as it is
    return with_addresses_marked(html)


def on_page_context(context: Any, page: Page, config: MkDocsConfig, **_: object) -> None:
    """Give the head of a page its name as plain text, and what machines read of it."""
    context["machines"] = config.extra["undersigned"].machines(page, config.site_name)


def _given(page: Page, other: Any) -> Any:
    config, nav = other["config"], other["nav"]
    context = get_context(nav, other["pages"], config, page)
    return config.plugins.on_page_context(context, page=page, config=config, nav=nav)


def _address(files: Files, path: str) -> str:
    """The address, from the root of the site, of the page at a path in docs/."""
    file = files.get_file_from_path(path)
    if file is None or file.inclusion is InclusionLevel.EXCLUDED:
        message = f"templates lead to docs/{path}, which is not published; write this page"
        logging.getLogger("mkdocs.hooks").warning(message)
    return file.url if file else path
