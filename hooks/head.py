"""What templates may use, and what every page says of itself to machines."""

import logging
from functools import cache, partial
from pathlib import Path

from jinja2 import Environment, pass_context
from markupsafe import escape
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files, InclusionLevel
from mkdocs.structure.pages import Page
from mkdocs.utils.templates import TemplateContext
from undersigned.build.drawn_once import drawn_once, drawn_with
from undersigned.build.kept import kept_while
from undersigned.build.template_cache import escapes, kept_templates
from undersigned.markup.description import description, with_addresses_marked


def on_env(env: Environment, config: MkDocsConfig, files: Files) -> None:
    """Give templates the view of the site and its words; escape, and compile once."""
    made = config.extra["undersigned"]
    env.globals |= {"undersigned": made.view, "words": made.view.words}
    menu = {path: files.src_uris[path].page for path in made.order}
    env.globals["in_menu"] = menu
    env.autoescape = escapes
    known = cache(partial(_address, files))
    # Asks for the context, or what is compiled and kept would have the addresses of one build.
    env.filters["address"] = pass_context(lambda _, path: known(path))
    # A quarter of a small build is compiling the theme's templates.
    env.bytecode_cache = kept_templates() or env.bytecode_cache
    if (kept := kept_while("serve")).keeps:
        addresses = [(file.src_uri, file.url, file.inclusion) for file in files]
        own = Path(config.config_file_path), Path(config.theme.custom_dir or config.docs_dir)
        shared = drawn_with(*own, {**config, "theme": dict(config.theme)})
        env.template_class = drawn_once(kept, (made.view, addresses, *shared), menu.values())  # type: ignore[arg-type]


def on_page_content(html: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Describe the page, and mark the links whose words are their address."""
    title = str(page.title or config.site_name)
    words = description(page.meta.get("description"), html, title, config.site_name)
    page.meta["description"] = escape(words)  # the theme prints it as it is
    return with_addresses_marked(html)


def on_page_context(
    context: TemplateContext, page: Page, config: MkDocsConfig, **_: object
) -> None:
    """Give the head of a page its name as plain text, and what machines read of it."""
    made = config.extra["undersigned"]
    context["machines"] = made.machines(page, config.site_name)  # type: ignore[typeddict-unknown-key]


def _address(files: Files, path: str) -> str:
    """The address, from the root of the site, of the page at a path in docs/."""
    file = files.get_file_from_path(path)
    if file is None or file.inclusion is InclusionLevel.EXCLUDED:
        message = f"templates lead to docs/{path}, which is not published; write this page"
        logging.getLogger("mkdocs.hooks").warning(message)
    return file.url if file else path
