"""What a statement calls itself and its parts, and in which folder its texts are."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

import yaml

from ..language.parts import Part, Thing
from ..paths import CONFIGURATION
from ..problem import Problem, quoted, setting_problem
from ..text.yaml_nodes import node_at, root_node, value_of
from ..text_paths import AS_USUAL, TextPaths

_PARTS = {
    Thing.STATEMENT: Part.POINT,
    Thing.LETTER: Part.POINT,
    Thing.PLEDGE: Part.COMMITMENT,
    Thing.PRINCIPLES: Part.PRINCIPLE,
    Thing.DECLARATION: Part.ARTICLE,
}


@dataclass(frozen=True, slots=True)
class Naming:
    """What the statement is called, and what its parts are."""

    thing: Thing = Thing.PRINCIPLES
    part: Part = Part.PRINCIPLE


NAMED_AS_USUAL = Naming()


def read_naming(given: object) -> tuple[Naming, list[Problem]]:
    """`extra.statement.words`, one word or `text` and `part`, or what is wrong with it.

    By default it is principles, of which each is a principle.
    """
    words = {"text": given} if isinstance(given, str) else {} if given is None else given
    if not isinstance(words, Mapping) or words.keys() - {"text", "part"}:
        message = "extra.statement.words is not one word, or 'text' and 'part'; give the one word"
        return NAMED_AS_USUAL, [setting_problem(f"{message} that it is called: {_listed(Thing)}")]
    thing, part = words.get("text", Thing.PRINCIPLES), words.get("part")
    if thing not in list(Thing):
        message = f"extra.statement.words {_stated(thing)}is not one of {_listed(Thing)}"
        return NAMED_AS_USUAL, [setting_problem(f"{message}; give one of these")]
    known = Thing(thing)
    if part is not None and part not in list(Part):
        message = f"extra.statement.words.part {_stated(part)}is not one of {_listed(Part)}"
        return Naming(known, _PARTS[known]), [setting_problem(f"{message}; give one of these")]
    return Naming(known, Part(part) if part else _PARTS[known]), []


def read_text_paths(given: object, naming: Naming) -> tuple[TextPaths, list[Problem]]:
    """`extra.statement.folder`, the folder of docs/ that has the texts, or what is wrong with it.

    By default it is called as the statement is, so that the address of a letter is /letter/.
    """
    if given is None:
        return TextPaths(naming.thing.value), []
    folder = given if isinstance(given, str) else ""
    if not _FOLDER.fullmatch(folder):
        fault = "is not text of a-z, 0-9 and hyphens; give the name of one folder in docs/"
    elif folder in _TAKEN:
        fault = "is the folder of other pages; give another"
    else:
        return TextPaths(folder), []
    return AS_USUAL, [setting_problem(f"extra.statement.folder {_stated(given)}{fault}")]


_FOLDER = re.compile("[a-z0-9]+(?:-[a-z0-9]+)*")

# What the site or an engine writes at addresses that begin with these.
_TAKEN = frozenset((
    "assets", "bibliography", "data", "figures", "proofs", "search", "signatories", "site",
))  # fmt: skip


def texts_set_for(root: Path) -> TextPaths:
    """Where the texts of the site under a folder are, as its mkdocs.yml sets it."""
    return texts_set_in(root_node(root, CONFIGURATION))[0]


def texts_set_in(configuration: yaml.Node | None) -> tuple[TextPaths, list[Problem]]:
    """Where the texts are by the root of a mkdocs.yml, or where they usually are and what is wrong.

    What else is wrong with the file is for the engine and the settings to report.
    """
    found = (node_at(configuration, "extra", "statement", name) for name in ("words", "folder"))
    return texts_set_by(*map(_value, found))


def texts_set_by(words: object, folder: object) -> tuple[TextPaths, list[Problem]]:
    """Where the texts are by `extra.statement.words` and `folder`, and what is wrong with these."""
    naming, wrong_words = read_naming(words)
    texts, wrong_folder = read_text_paths(folder, naming)
    return texts, [*wrong_words, *wrong_folder]


def _value(node: yaml.Node | None) -> object:
    """What a node says; None where there is none, or where it says nothing that can be read."""
    try:
        return value_of(node) if node else None
    except (yaml.YAMLError, ValueError, RecursionError):
        return None


def _stated(given: object) -> str:
    """What was given, if it is text: a number may have more digits than Python writes."""
    return f"{quoted(given)} " if isinstance(given, str) else ""


def _listed(words: type[StrEnum]) -> str:
    return ", ".join(quoted(word) for word in words)
