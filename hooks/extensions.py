"""The package's extensions of Markdown are switched on, and what they and others make is judged."""

# Imported here, while this folder is on the path: MkDocs has Python-Markdown import them by name
# once it no longer is.
import click
from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort
from mkdocs.plugins import event_priority
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page
from undersigned.markup import lists_after_html, notes_in_order, tables_by_class
from undersigned.markup.content_problems import Content, content_problems, titles, words_in
from undersigned.markup.filters import FILTERS
from undersigned.markup.heading_ids import heading_id
from undersigned.problem import report
from undersigned.staging.engines import THEME_CLASSES

NAMES = [each.__name__ for each in (lists_after_html, notes_in_order, tables_by_class)]


def on_config(config: MkDocsConfig) -> None:
    """Number and sort notes in reading order, align columns by class, read all lists."""
    made, options = config.extra["undersigned"], config.mdx_configs
    options.setdefault("footnotes", {})["USE_DEFINITION_ORDER"] = False
    options["toc"] = made.said({"slugify": heading_id, **options.get("toc", {})})
    options.setdefault(notes_in_order.__name__, {})["locale"] = made.view.settings.locale
    # One configuration may be built several times.
    config.markdown_extensions += [name for name in NAMES if name not in config.markdown_extensions]


@event_priority(-100)
def on_env(env: Environment, config: MkDocsConfig, files: Files) -> None:
    """Judge all pages and what the navigation says, before any is drawn."""
    env.filters.update(FILTERS)
    settings = Content("mkdocs.yml", "", "", tuple(words_in([config.site_name, config.nav])))
    pages = (_content(file.page, config) for file in files.documentation_pages() if file.page)
    _judge([settings, *pages], config)


@event_priority(-100)
def on_page_context(_: object, /, page: Page, config: MkDocsConfig, **__: object) -> None:
    """Judge a page once more, which a plugin may have changed; then its figures are drawn."""
    _judge([_content(page, config)], config)
    page.content = config.extra["undersigned"].with_drawings(page.content or "")


def _judge(contents: list[Content], config: MkDocsConfig) -> None:
    allowed = config.extra["undersigned"].view.settings.classes | THEME_CLASSES
    if problems := content_problems(contents, allowed):
        click.echo(report(problems), err=True)
        raise Abort("the site is not built until these are mended")


def _content(page: Page, config: MkDocsConfig) -> Content:
    path, source = page.file.src_uri, page.file.content_string
    given = config.extra["undersigned"].given(path, page.file.generated_by, source, page.meta)
    words = (str(page.title or ""), *titles(page.toc), *words_in(page.meta))
    return Content(f"docs/{path}", source, page.content or "", words, given)
