"""The files of the bibliography: those that mkdocs.yml lists, or else references.bib."""

import os
from collections.abc import Iterator, Sequence
from pathlib import Path
from posixpath import normpath

import yaml

from ..paths import BIBLIOGRAPHY, CONFIGURATION, is_bibliography
from ..problem import Problem, quoted
from ..text.source import Text
from ..text.yaml_nodes import node_at, place_of_mark, root_node, text_of_node

SETTING = "extra.bibliography.files"

# So many names of files a message gives.
_NAMED_AT_MOST = 3


def listed_files(root: Path) -> tuple[list[Text], list[Problem]]:
    """The path of each file, with its place in mkdocs.yml, and what is wrong with their list.

    A path is relative to the root of the site. Without a list it is references.bib, where there is
    one. What else is wrong with mkdocs.yml is for the engine to report, which reads all of it.
    """
    listed = _listed(root)
    if listed is None:
        exists = os.path.lexists(root / BIBLIOGRAPHY)
        return [Text(BIBLIOGRAPHY, 1, 1)] if exists else [], []
    return _checked(root, listed)


def files_named(root: Path) -> list[str]:
    """The paths of that list that can be of files of the site, whether these are there or not."""
    listed = _listed(root)
    texts = map(text_of_node, listed.value if isinstance(listed, yaml.SequenceNode) else [listed])
    paths = [normpath(text.value) for text in texts if text]
    return [path for path in paths if is_bibliography(path) and not _is_outside(path)]


def _listed(root: Path) -> yaml.Node | None:
    return node_at(root_node(root, CONFIGURATION), "extra", "bibliography", "files")


def among(files: Sequence[str]) -> str:
    """The files as a message names where something is missing, as in 'not in references.bib'."""
    if len(files) > _NAMED_AT_MOST:
        return f"one of the {len(files)} files of {SETTING}"
    return " or ".join(files) or BIBLIOGRAPHY


def _checked(root: Path, node: yaml.Node) -> tuple[list[Text], list[Problem]]:
    """The paths of a list, and a problem for each item that is none."""
    nodes = node.value if isinstance(node, yaml.SequenceNode) else [node]
    found, problems = dict[str, Text](), list[Problem]()
    for each in nodes or [node]:
        text = text_of_node(each)
        place = place_of_mark(each.start_mark)
        path = normpath(text.value) if text and text.value.strip() else ""
        wrong = next(_faults(root, path), "")
        if path.lower() in found:
            wrong = f"{quoted(path)} is listed twice; remove one"
        if wrong:
            problems.append(Problem(CONFIGURATION, *place, f"{SETTING}: {wrong}"))
        else:
            found[path.lower()] = Text(path, *place)
    return list(found.values()), problems


def _faults(root: Path, path: str) -> Iterator[str]:
    """What is wrong with the path of a file."""
    if not path:
        yield "a path is wanted here; write one on each line, such as '- references.bib'"
    elif not is_bibliography(path):
        yield f"{quoted(path)} is no .bib file; name one"
    elif "\\" in path:
        yield f"{quoted(path)} has a backslash; write '/' between folders"
    elif _is_outside(path) or not _is_within(root, path):
        yield f"{quoted(path)} is outside of the site; put the file into it"
    elif not os.path.lexists(root / path):
        yield f"there is no {quoted(path)}; add the file, or correct its name"


def _is_outside(path: str) -> bool:
    return path.startswith(("/", "../"))


def _is_within(root: Path, path: str) -> bool:
    """Whether the folder of a file is in the site; one that is a link could lead out of it."""
    return (root / path).parent.resolve().is_relative_to(root.resolve())
