"""What `mkdocs.yml` says of the statement, read without the engine it is written for."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import yaml

from ..reading.source import Text, read_source
from ..reporting.problems import Problem
from ..site import CONFIGURATION

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@dataclass(frozen=True, slots=True)
class Settings:
    """The address of the site, and the texts under `extra.statement`, each with its place."""

    site_url: str
    statement: dict[str, Text]

    def about(self, name: str) -> str:
        """One setting of the statement, empty where there is none."""
        given = self.statement.get(name)
        return given.value.strip() if given else ""


def read_settings(root: Path) -> Settings | Problem:
    """The settings of a site, or what is wrong with their file.

    Only YAML's nodes are looked at: nothing is made of the tags of an engine and its plugins.
    """
    source = read_source(root, CONFIGURATION)
    if isinstance(source, Problem):
        return source
    try:
        node = yaml.compose(source.text, Loader=_LOADER)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        place = (mark.line + 1, mark.column + 1) if mark else (1, 1)
        return Problem(CONFIGURATION, *place, f"this is not YAML: {error.problem}; mend it")
    except (yaml.YAMLError, ValueError, OverflowError, RecursionError):
        return Problem(CONFIGURATION, 1, 1, "this is not YAML that can be read; mend it")
    found = _child(_child(node, "extra"), "statement")
    texts = {name: text for name, value in _pairs(found) if (text := _text(value))}
    site_url = _text(_child(node, "site_url"))
    return Settings(site_url.value.strip() if site_url else "", texts)


def _pairs(node: yaml.Node | None) -> Iterator[tuple[str, yaml.Node]]:
    if isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            if isinstance(key, yaml.ScalarNode):
                yield key.value, value


def _child(node: yaml.Node | None, name: str) -> yaml.Node | None:
    return dict(_pairs(node)).get(name)


def _text(node: yaml.Node | None) -> Text | None:
    """A text; of `!ENV [NAME, default]` the last, which stands where the variable is not set."""
    if isinstance(node, yaml.SequenceNode) and node.tag == "!ENV" and node.value:
        node = node.value[-1]
    if not isinstance(node, yaml.ScalarNode):
        return None
    return Text(node.value, node.start_mark.line + 1, node.start_mark.column + 1)
