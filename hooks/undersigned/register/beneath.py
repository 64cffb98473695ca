"""Whether signatories stand beneath the text: `extra.register.beneath`, held against mkdocs.yml."""

from collections.abc import Iterator
from pathlib import Path

import yaml

from ..paths import CONFIGURATION
from ..problem import Problem
from ..text.yaml_nodes import node_at, place_of_mark, root_node
from .settings import BENEATH

_READ = tuple(f"tag:yaml.org,2002:{each}" for each in ("bool", "null"))


def faults_of_beneath(root: Path) -> Iterator[Problem]:
    """A problem if `extra.register.beneath` is neither true nor false, at its place.

    A text such as ``'true'`` would leave the names out without a word. What else is wrong with the
    file is for the engine to report; of `!ENV [NAME, default]` the default is looked at.
    """
    node = node_at(root_node(root, CONFIGURATION), "extra", "register", BENEATH)
    if isinstance(node, yaml.SequenceNode) and node.tag == "!ENV" and node.value:
        node = node.value[-1]
    if node is not None and node.tag not in _READ:
        place = place_of_mark(node.start_mark)
        message = f"extra.register.{BENEATH} is neither true nor false; give one, without quotes"
        yield Problem(CONFIGURATION, *place, message)
