"""YAML as nodes with their places, for files of which a site reads a part.

Nothing is constructed, so no tag of another program can run.
"""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import yaml

from ..problem import Problem, quoted
from .characters import what_bars
from .source import Source, Text, read_source

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

# PyYAML makes nodes by calling itself, and libyaml's part of it ends Python where that goes deep:
# at some ten thousand levels. Nobody nests a form or a configuration even this far.
_DEEPEST = 50


def composed(source: Source, *, aliases: bool) -> tuple[yaml.Node | None, list[Problem]]:
    """The root node of a file, or none and the one problem that keeps it from being read.

    A file that nests too deeply, or that holds a second document, is not read; nor is one with
    aliases unless they are wanted, since each can repeat a whole tree.
    """
    try:
        barred = what_bars(source) or what_bars_nodes(source, aliases)
        node = None if barred else yaml.compose(source.text, Loader=_LOADER)
    except yaml.MarkedYAMLError as error:
        place = place_of_mark(error.problem_mark or error.context_mark)
        message = f"this is not YAML: {error.problem or error.context}; mend it"
        return None, [Problem(source.path, *place, message)]
    except (yaml.YAMLError, ValueError, OverflowError, RecursionError):
        return None, [Problem(source.path, 1, 1, "this is not YAML that can be read; mend it")]
    if node is None and not barred:
        barred = Problem(source.path, 1, 1, "holds nothing; write its lines, or remove the file")
    return node, [barred] if barred else []


def root_node(root: Path, path: str) -> yaml.Node | None:
    """The root node of a file of a site, such as mkdocs.yml; None where it cannot be read."""
    source, _ = read_source(root, path)
    return composed(source, aliases=True)[0] if source else None


def value_of(node: yaml.Node) -> object:
    """What engines make of a node; raises `yaml.YAMLError` or `ValueError` where it is nothing."""
    return yaml.constructor.SafeConstructor().construct_document(node)


def place_of_mark(mark: Any) -> tuple[int, int]:
    """The line and column, from 1, of a mark of either of PyYAML's parsers."""
    return (mark.line + 1, mark.column + 1) if mark else (1, 1)


def pairs_of(node: yaml.Node | None) -> Iterator[tuple[str, yaml.Node]]:
    """The keys of a mapping that are text, with their values; none of any other node."""
    if isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            if isinstance(key, yaml.ScalarNode):
                yield key.value, value


def nodes_of(node: yaml.Node | None) -> Sequence[yaml.Node]:
    """The nodes of a list; none of any other node."""
    return node.value if isinstance(node, yaml.SequenceNode) else ()


def node_at(node: yaml.Node | None, *names: str) -> yaml.Node | None:
    """The node under keys, one below the other; None where there is none."""
    for name in names:
        node = dict(pairs_of(node)).get(name)
    return node


def plain_text_at(node: yaml.Node | None, *names: str) -> str | None:
    """The text under keys, one below the other, if every reader of YAML finds the same one there.

    None where there is none, and where a tag, a merge or a second key of the name has a say in it.
    """
    for name in names:
        keys = [key for key, _ in node.value] if isinstance(node, yaml.MappingNode) else []
        if [key.value for key in keys].count(name) != 1 or not all(map(_is_plain_key, keys)):
            return None
        node = node_at(node, name)
    return node.value if isinstance(node, yaml.ScalarNode) and node.tag == _TEXT else None


_TEXT = "tag:yaml.org,2002:str"
_PLAIN_KEYS = {_TEXT, *(f"tag:yaml.org,2002:{each}" for each in ("int", "float", "bool", "null"))}


def _is_plain_key(key: yaml.Node) -> bool:
    return isinstance(key, yaml.ScalarNode) and key.tag in _PLAIN_KEYS


def text_of_node(node: yaml.Node | None) -> Text | None:
    """The text of a scalar; of `!ENV [NAME, default]` the last item, which is the default."""
    if isinstance(node, yaml.SequenceNode) and node.tag == "!ENV" and node.value:
        node = node.value[-1]
    if not isinstance(node, yaml.ScalarNode):
        return None
    return Text(node.value, *place_of_mark(node.start_mark))


def what_bars_nodes(source: Source, aliases: bool) -> Problem | None:
    """The first thing in a file that could take long to read or mislead.

    Raises `yaml.YAMLError` where the text before it is not YAML.
    """
    documents = depth = 0
    for event in yaml.parse(source.text, Loader=_LOADER):
        documents += isinstance(event, yaml.DocumentStartEvent)
        depth += isinstance(event, yaml.CollectionStartEvent)
        depth -= isinstance(event, yaml.CollectionEndEvent)
        message = ""
        if isinstance(event, yaml.AliasEvent) and not aliases:
            message = f"{quoted(f'*{event.anchor}')} repeats another place; write it out here"
        elif documents > 1:
            message = "a second document begins here; remove '---' and what follows"
        elif depth > _DEEPEST:
            message = f"this is nested more than {_DEEPEST} levels deep; remove it"
        if message:
            return Problem(source.path, *place_of_mark(event.start_mark), message)
    return None
