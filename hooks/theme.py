"""Mends of what Material writes outside every block, found by its tags and not by its spelling."""

import re

from jinja2 import Environment
from markupsafe import Markup
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort
from undersigned.markup.filters import first_tag, with_label_escaped
from undersigned.markup.tags import Tag


def on_config(config: MkDocsConfig) -> None:
    """Refuse features that send a reader away or run what a page holds; name the buttons."""
    refused = {"content.tooltips": "makes HTML of titles", "search.share": "has a link run code"}
    refused["content.footnote.tooltips"] = "shows notes a second time"
    for each in refused.keys() & set(config.theme.get("features", ())):
        raise Abort(f"theme feature '{each}' {refused[each]}; remove it from mkdocs.yml")
    config.theme["palette"] = config.extra["undersigned"].said(config.theme.get("palette", []))


def on_env(env: Environment, config: MkDocsConfig, files: object) -> None:
    """Give main.html the filters by which it mends the blocks of the theme."""
    env.filters |= {"with_menu_link": with_menu_link, "with_attribute": with_attribute}


def on_post_page(output: str, config: MkDocsConfig, **_: object) -> str:
    """Take `autocomplete` from two checkboxes, no fields of text; escape a name in attributes."""
    output = with_label_escaped(output, config.site_name)
    return re.sub(r'(id="__(?:drawer|search)") autocomplete="off"', r"\1", output, count=2)


def on_post_template(output_content: str, config: MkDocsConfig, **_: object) -> str:
    """Mend 404.html, and leave templates of other kinds as they are."""
    return on_post_page(output_content, config)


def with_menu_link(html: str, name: str) -> Markup:
    """The header with a link to the menu: the theme's label is one that Tab never reaches."""
    label = _first(html, "label", "for", "__drawer")
    words, _, after = html[label.end :].partition("</label>")
    classes = f"{label.attributes.get('class', '')} undersigned-menu"
    link = f'<a class="{classes}" href="#_menu" aria-label="{name}">'
    return Markup(f"{html[: label.start]}{link}{words}</a>{after}")


def with_attribute(
    html: str, element: str, known: str, value: str, added: str, before: bool = False
) -> Markup:
    """The HTML with one attribute more beside the known one, in the first element that has it."""
    tag = _first(html, element, known, value)
    found = re.compile(rf"{known}\s*=\s*(\"[^\"]*\"|'[^']*'|[^\s>]+)").search(html, tag.start)
    place = (found.start() if before else found.end()) if found else tag.start
    return Markup(f"{html[:place]}{f'{added} ' if before else f' {added}'}{html[place:]}")


def _first(html: str, element: str, attribute: str, value: str) -> Tag:
    if tag := first_tag(html, element, attribute, value):
        return tag
    raise Abort(f"the theme writes no {element} of {attribute} {value!r}; mend hooks/theme.py")
