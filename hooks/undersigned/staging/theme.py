"""The settings and templates of a staged site: an mkdocs.yml, and what stands about a page's words.

All that belongs to one page alone is at the head of its file. The templates print it, and take no
more of Jinja2 than every engine's templates have.
"""

from collections.abc import Iterable, Iterator, Mapping
from functools import partial
from pathlib import Path
from typing import Any

import yaml

from ..build.output import File
from ..build.stylesheet import FOLDER
from ..markup.reserved import ARTICLE
from .configuration import EngineSettings
from .docs import scripts_of
from .engines import ARTICLE_CLASS
from .navigation import Place, Section
from .page import StagedPage
from .templates import NOT_FOUND, USUAL, DrawnParts

# The folder of a staged site that stands in place of its templates.
THEME = "theme"

# Where no page is drawn, an engine has no `page` at all, or one without settings.
_USUAL = """\
{% extends "base.html" %}
{% block htmltitle %}
<title>
{%- if page and page.meta and page.meta.title %}{{ page.meta.title }} - {% endif -%}
{{ config.site_name }}</title>
{% endblock %}
"""
_PART = "{% if page and page.meta and page.meta.NAME %}{{ page.meta.NAME | safe }}{% endif %}"

# What of a page stands in which block of any theme, beside what the theme has there.
_BLOCKS = {
    "head": "{% block extrahead %}PART{% endblock %}",
    "notice": "{% block header %}PART{{ super() }}{% endblock %}",
    "scripts": "{% block scripts %}{{ super() }}PART{% endblock %}",
}

# The article has the class that the style sheets of this project know.
_ARTICLE = (
    "{% block container %}"
    f"{{{{ super() | replace({ARTICLE_CLASS!r}, {f'{ARTICLE} {ARTICLE_CLASS}'!r}) }}}}"
    "{% endblock %}\n"
)

# Of the settings of mkdocs.yml those that run code, or that are written anew.
_LEFT_OUT = frozenset((
    "hooks", "plugins", "watch", "extra_javascript", "docs_dir", "site_dir", "draft_docs",
    "exclude_docs", "not_in_nav", "validation", "edit_uri", "edit_uri_template", "repo_url",
    "strict",
))  # fmt: skip
# Of `extra` what is this project's: it stands on pages already.
_READ = frozenset(("classes", "edition", "register", "security", "short_name", "statement"))


def theme_files(not_found: DrawnParts, engine: EngineSettings) -> Iterator[File]:
    """The templates beside those of the engine: of all pages, of no page, and of its scripts."""
    named = {name: _PART.replace("NAME", name) for name in _BLOCKS}
    yield _template(USUAL, _USUAL, _ARTICLE, *_blocks(named))
    # Braces are escaped, or a template would read them.
    parts = {name: each.replace("{", "&#123;") for name, each in not_found.named.items()}
    content = f"{{% block content %}}\n{parts['article'].strip()}\n{{% endblock %}}\n"
    yield _template(NOT_FOUND, '{% extends "main.html" %}\n', *_blocks(parts), content)
    for path, place in scripts_of(engine):
        yield File(f"{THEME}/{path}", partial(read, place))


def _template(name: str, *parts: str) -> File:
    return text_file(f"{THEME}/{name}", "".join(parts))


def _blocks(parts: Mapping[str, str]) -> Iterator[str]:
    for name, block in _BLOCKS.items():
        yield f"{block.replace('PART', parts[name])}\n"


def settings(
    engine: EngineSettings, known: Mapping[str, object], direction: str, words: Mapping[str, str]
) -> str:
    """The staged mkdocs.yml, which names no hook, no plugin and no template of this project.

    What is `known` of a site stands in place of what its own file has. The `words` are those that
    stand around pages where no engine does.
    """
    names, options = engine.extensions
    extra = engine.value("extra", {})
    scripts = engine.value("extra_javascript", [])
    return as_yaml({
        **{name: value for name, value in engine.values.items() if name not in _LEFT_OUT},
        **known,
        "extra": {
            **{name: each for name, each in extra.items() if name not in _READ},
            "frame": dict(words),
        },
        "extra_javascript": [each for each in scripts if not _is_own(each)],
        "theme": {**engine.value("theme", {}), "custom_dir": THEME, "direction": direction},
        "exclude_docs": "!.well-known\n",
        "plugins": [],
        "markdown_extensions": [
            {name: options[name]} if name in options else name for name in names
        ],
    })  # fmt: skip


def _is_own(script: object) -> bool:
    path = script.get("path") if isinstance(script, Mapping) else script
    return str(path).startswith(FOLDER)  # they ask for markup that only our templates write


def menu(items: Iterable[Section | Place], pages: Mapping[str, StagedPage]) -> list[object]:
    """A menu as mkdocs.yml has it, with the names of its pages."""
    return [
        {each.title: menu(each.children, pages)}
        if isinstance(each, Section)
        else {pages[each.path].title: each.path}
        for each in items
    ]


class _Dumper(yaml.SafeDumper):
    """Writes text of several lines as it is, line by line."""


def _text(dumper: yaml.SafeDumper, text: str) -> yaml.ScalarNode:
    style = "|" if "\n" in text else None
    return dumper.represent_scalar("tag:yaml.org,2002:str", text, style=style)


_Dumper.add_representer(str, _text)


def as_yaml(values: Mapping[str, Any]) -> str:
    """A mapping as YAML, each key in the order given."""
    return yaml.dump(dict(values), None, _Dumper, allow_unicode=True, sort_keys=False, width=1000)


def text_file(path: str, text: str) -> File:
    """A file of a staged site with a text."""
    return File(path, lambda: (text.encode(),))


def read(place: Path) -> tuple[bytes]:
    """The bytes of a file of the site, as those of one that is staged."""
    return (place.read_bytes(),)
