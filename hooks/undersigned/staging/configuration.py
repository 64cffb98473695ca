"""mkdocs.yml as it is read without an engine: its values, and what this project takes of them.

A moment stays the text that it is in the file: an engine that reads YAML with types stops at one.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from ..git import revision
from ..page_addresses import as_file, as_folder
from ..paths import CONFIGURATION, PAGES
from ..problem import Problem, quoted
from ..settings import Configuration
from ..shipped import Shipped
from ..text.source import read_source
from ..text.yaml_nodes import composed, pairs_of, place_of_mark
from ..views.site import CARD
from .packaged import named_extensions, with_package

# Of which form a setting has to be to be read here, and how that is called.
_FORMS: Mapping[str, tuple[type | tuple[type, ...], str]] = {
    "site_name": (str, "text"), "site_url": (str, "text"), "docs_dir": (str, "text"),
    "site_description": (str, "text"), "use_directory_urls": (bool, "true or false"),
    "nav": (list, "a list"), "extra": (dict, "a mapping"), "extra_css": (list, "a list"),
    "theme": ((dict, str), "a mapping"), "markdown_extensions": ((list, dict), "a list"),
    "exclude_docs": (str, "text"), "draft_docs": (str, "text"),
}  # fmt: skip

# What MkDocs adds before the extensions that a site names (`mkdocs.config.defaults`).
_ALWAYS = ("toc", "tables", "fenced_code")


@dataclass(frozen=True, slots=True)
class EngineSettings:
    """What mkdocs.yml sets, by the names there, and the package, if it is to have one.

    What such a site leaves to the package is among the values.
    """

    root: Path
    values: Mapping[str, Any]
    package: Shipped | None = None

    def value(self, name: str, otherwise: Any) -> Any:
        """A setting, or what stands for one that is left out or empty."""
        given = self.values.get(name)
        return otherwise if given is None else given

    @property
    def site_url(self) -> str:
        """The address of the site, with a slash at its end; empty where it knows none."""
        given = self.value("site_url", "")
        return f"{given.rstrip('/')}/" if given else ""

    @property
    def templates(self) -> Sequence[Path]:
        """The folders of templates and of what they need: the site's own, then the package's."""
        folder = self.value("theme", {}).get("custom_dir")
        own = [self.root / folder] if isinstance(folder, str) and folder else []
        return [*own, self.package.templates] if self.package else own

    @property
    def extensions(self) -> tuple[list[str], dict[str, dict[str, Any]]]:
        """The extensions of Markdown, in their order, and the settings of those that have any."""
        names, options = named_extensions(self.value("markdown_extensions", []))
        return list(dict.fromkeys([*_ALWAYS, *names])), options

    @property
    def configuration(self) -> Configuration:
        """What this project takes of them."""
        theme = self.value("theme", {})
        return Configuration(
            site_name=self.value("site_name", ""),
            site_url=self.site_url,
            language=str(theme.get("language") or "en"),
            style_sheets=tuple(map(str, self.value("extra_css", []))),
            extra=dict(self.value("extra", {})),
            cards=tuple(c.read_bytes() for n in self.templates if (c := n / CARD).is_file()),
            commit=revision(self.root),
            address_of=as_folder if self.value("use_directory_urls", True) else as_file,
            pages=self.value("docs_dir", PAGES),
        )


def read_engine_settings(
    root: Path, variables: Mapping[str, str]
) -> tuple[EngineSettings | None, list[Problem]]:
    """What mkdocs.yml sets, or none and what keeps it from being read without its engine.

    `variables` are those of the environment, which `!ENV` reads.
    """
    source, problems = read_source(root, CONFIGURATION)
    if source is None:
        return None, problems
    node, problems = composed(source, aliases=True)
    problems += [*_refused(node)] if node else []
    if node is None or problems:
        return None, problems
    try:
        values = _Values(variables).construct_document(node)
    except (yaml.YAMLError, ValueError) as error:
        message = f"this cannot be read: {str(error).splitlines()[0]}; mend it"
        return None, [Problem(CONFIGURATION, 1, 1, message)]
    if problems := [*_misshapen(node, values)]:
        return None, problems
    values, package, problems = with_package(values)
    return EngineSettings(root, values, package), problems


class _Values(yaml.constructor.SafeConstructor):
    """Values as MkDocs has them, but for moments."""

    def __init__(self, variables: Mapping[str, str]) -> None:
        super().__init__()
        self.variables = variables

    def of_environment(self, node: yaml.Node) -> object:
        """The first of the variables that is set, or else the last item, its default."""
        if isinstance(node, yaml.ScalarNode):
            return self.variables.get(node.value)
        *names, default = self.construct_sequence(node)  # type: ignore[arg-type]
        found = (self.variables[name] for name in names if name in self.variables)
        return next(found, default)

    def as_text(self, node: yaml.Node) -> str:
        """The text of a scalar as it stands in the file."""
        return str(node.value)


_Values.yaml_constructors = {
    **yaml.constructor.SafeConstructor.yaml_constructors,
    "!ENV": _Values.of_environment,
    "tag:yaml.org,2002:timestamp": _Values.as_text,
}


def _refused(node: yaml.Node) -> Iterator[Problem]:
    """What only an engine reads: settings of another file, and tags that run code."""
    if not isinstance(node, yaml.MappingNode):
        yield _problem(node, "this is no mapping; write 'name: value' lines")
    for name, value in pairs_of(node):
        if name == "INHERIT":
            yield _problem(value, "INHERIT is not followed; write these settings into this file")
    for each in _beneath(node):
        if each.tag != "!ENV" and not each.tag.startswith("tag:yaml.org,2002:"):
            yield _problem(each, f"tag {quoted(each.tag)} is an engine’s; write the value out")
        elif each.tag.startswith("tag:yaml.org,2002:python/"):
            name = each.tag.rpartition("/")[2]
            yield _problem(each, f"{quoted(name)} is code, which is not run here; leave it out")


def _beneath(root: yaml.Node) -> Iterator[yaml.Node]:
    """Every node once, the root first; an alias may lead to one again."""
    waiting, met = [root], set[int]()
    for node in waiting:
        if id(node) in met:
            continue
        met.add(id(node))
        yield node
        if isinstance(node, yaml.MappingNode):
            waiting += [each for pair in node.value for each in pair]
        elif isinstance(node, yaml.SequenceNode):
            waiting += node.value


def _misshapen(node: yaml.Node, values: Mapping[str, object]) -> Iterator[Problem]:
    for name, value in pairs_of(node):
        given = values.get(name)
        if name in _FORMS and given is not None and not isinstance(given, _FORMS[name][0]):
            yield _problem(value, f"{name} is not {_FORMS[name][1]}; write it as one")


def _problem(node: yaml.Node, message: str) -> Problem:
    return Problem(CONFIGURATION, *place_of_mark(node.start_mark), message)
