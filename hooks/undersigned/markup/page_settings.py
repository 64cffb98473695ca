"""The settings at the head of pages: those of which an engine and a theme would make no page.

Each of them is read by some template or plugin, which stops where a value has another form.
"""

import re
from collections.abc import Collection, Iterable, Iterator
from pathlib import Path

import yaml

from ..build.output import OF_ANY_PAGE
from ..paths import TEMPLATES
from ..problem import Problem, quoted
from ..text.pages import FRONT_MATTER
from ..text.source import Source, with_line_feeds
from ..text.yaml_nodes import composed, pairs_of, value_of

# Settings that are one value of words, as templates print them.
_WORDS = ("author", "description", "title")

# Where templates lie that are parts of others, or of pages of the site's own.
_PARTS = ("assets", "partials", "undersigned")
_NOT_FOUND = "404.html"

# What MkDocs takes for a setting without '---' before it (`mkdocs.utils.meta.META_RE`).
_LOOSE = re.compile(r" {0,3}([A-Za-z0-9_-]+):.*")


def refused_settings(
    root: Path, pages: Iterable[Source], texts: Collection[str]
) -> Iterator[Problem]:
    """A problem for each setting of a page that keeps it from being drawn, or hides its words.

    `texts` are the paths of those that are published: of their files no setting is taken.
    """
    for page in pages:
        if page.path not in texts:
            yield from settings_of(root, Source(page.path, with_line_feeds(page.text)))


def settings_of(root: Path, page: Source) -> Iterator[Problem]:
    """What is wrong with the settings at the head of a page."""
    front = FRONT_MATTER.match(page.text)
    if front is None:
        if loose := _LOOSE.match(page.text):
            yield Problem(page.path, 1, 1, f"{quoted(loose[0].strip())} {_SWALLOWED}")
        return
    head = Source(page.path, page.text[: front.start(1)])
    node, problems = composed(head, aliases=False)
    # Words between two rules are no settings; what looks like them is, and would be shown.
    if node is None and _LOOSE.match(page.text.partition("\n")[2]):
        yield from problems
    elif isinstance(node, yaml.MappingNode) and (why := _unknown_in(node)):
        yield Problem(page.path, 1, 1, f"settings cannot be read, and are shown: {why}; mend them")
    for name, value in pairs_of(node):
        if wrong := _refused(root, name, value):
            mark = value.start_mark
            yield Problem(page.path, mark.line + 1, mark.column + 1, wrong)


_SWALLOWED = (
    "begins the page, where it is read as a setting and not shown; write settings between two lines"
    " of '---', or a heading first"
)


def _unknown_in(node: yaml.Node) -> str:
    """Why a value is none that an engine knows, such as a day that is in no month."""
    try:
        value_of(node)
    except yaml.MarkedYAMLError as error:
        return f"line {error.problem_mark.line + 1}: {error.problem}" if error.problem_mark else "…"
    except ValueError as error:
        return str(error)
    return ""


def _refused(root: Path, name: str, value: yaml.Node) -> str:
    if name in _WORDS and not isinstance(value, yaml.ScalarNode):
        return f"{name} is no words; write them behind it on one line, in quotation marks"
    if name == "template":
        return _template(root, value)
    if name == "hide" and not (_is_empty(value) or _is_text(value) or _is_list(value)):
        return "hide is no list; write it as '[navigation, toc]', or leave it out"
    if name == "search" and not (_is_empty(value) or isinstance(value, yaml.MappingNode)):
        return "search holds no settings of its own; write it as '{exclude: true}', or leave it out"
    if name == "version":
        return "version is a setting of published texts; name it otherwise, such as 'edition'"
    return ""


def _template(root: Path, value: yaml.Node) -> str:
    name = value.value if isinstance(value, yaml.ScalarNode) else ""
    folder, _, _ = name.rpartition("/")
    parts = name.split("/")
    # Those of the site's own pages are passed over, and what pages have by themselves is drawn.
    if name in OF_ANY_PAGE or ("undersigned" in parts and ".." not in parts):
        return ""
    own = not folder or not ({"", ".", "..", *_PARTS} & set(folder.split("/")))
    if name and name != _NOT_FOUND and own and (root / TEMPLATES / name).is_file():
        return ""
    what = f"template {quoted(name)}" if name else "template"
    known = ", ".join(map(quoted, OF_ANY_PAGE))
    return f"{what} draws no page; leave it out, or name {known} or one of {TEMPLATES}/"


def _is_empty(value: yaml.Node) -> bool:
    return value.tag == "tag:yaml.org,2002:null"


def _is_text(value: yaml.Node) -> bool:
    return value.tag == "tag:yaml.org,2002:str"


def _is_list(value: yaml.Node) -> bool:
    return isinstance(value, yaml.SequenceNode) and all(map(_is_text, value.value))
