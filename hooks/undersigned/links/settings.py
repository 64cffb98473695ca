"""The statement's settings and the web addresses in `mkdocs.yml`, read without MkDocs."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import yaml

from ..markup.hypertext import web_address, web_addresses
from ..paths import CONFIGURATION
from ..problem import Problem
from ..text.source import Source, Text, place_of, read_source
from ..text.yaml_nodes import composed, node_at, pairs_of, text_of_node


@dataclass(frozen=True, slots=True)
class Settings:
    """The address of the site, and the texts under `extra.statement`, each with its place.

    `links` are the other web addresses of the configuration, which every page shows.
    """

    site_url: str
    statement: dict[str, Text]
    links: tuple[Text, ...] = ()

    def about(self, name: str) -> str:
        """A setting of the statement; empty where there is none."""
        given = self.statement.get(name)
        return given.value.strip() if given else ""


def read_settings(root: Path) -> tuple[Settings | None, list[Problem]]:
    """The settings of a site, or none and the problem that makes their file unreadable.

    Only YAML's nodes are read: the tags of MkDocs and its plugins construct nothing.
    """
    source, problems = read_source(root, CONFIGURATION)
    if source is None:
        return None, problems
    node, problems = composed(source, aliases=True)
    if node is None:
        return None, problems
    found = node_at(node, "extra", "statement")
    texts = {name: text for name, value in pairs_of(found) if (text := text_of_node(value))}
    site_url = text_of_node(node_at(node, "site_url"))
    address = site_url.value.strip() if site_url else ""
    return Settings(address, texts, tuple(_links(source, node))), []


def _links(source: Source, node: yaml.Node | None) -> Iterator[Text]:
    """The web addresses in the navigation, the footer and its icons, and of the repository."""
    shown = [*_leaves(node_at(node, "nav")), node_at(node, "repo_url")]
    social = node_at(node, "extra", "social")
    if isinstance(social, yaml.SequenceNode):
        shown += [node_at(each, "link") for each in social.value]
    for text in filter(None, map(text_of_node, shown)):
        if address := web_address(text.value.strip()):
            yield text._replace(value=address)
    if (footer := node_at(node, "copyright")) and (html := text_of_node(footer)):
        for address in web_addresses(html.value):
            found = source.text.find(address, footer.start_mark.index)
            place = (html.line, html.column) if found < 0 else place_of(source.text, found)
            yield Text(address, *place)


def _leaves(node: yaml.Node | None) -> Iterator[yaml.Node]:
    """The leaves of nested lists and mappings, each collection read once, even a recursive one."""
    waiting, seen = [node], set[int]()
    while waiting:
        each = waiting.pop()
        if each is None or id(each) in seen:
            continue
        seen.add(id(each))
        if isinstance(each, yaml.MappingNode):
            waiting += [value for _, value in each.value]
        elif isinstance(each, yaml.SequenceNode) and each.tag != "!ENV":
            waiting += each.value
        else:
            yield each
