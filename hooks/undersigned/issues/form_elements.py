"""What an issue form asks, element by element, as its file has it.

The syntax is that of GitHub's documentation of issue forms.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

import yaml

from ..invisible import hidden_in
from ..normal_forms import nfc
from ..problem import Problem, quoted
from ..text.source import LINE_BREAK, Source, Text
from ..text.yaml_nodes import composed, place_of_mark

BOXES = "checkboxes"
ONE_ANSWER = ("input", "textarea", "dropdown")
_WITHOUT_ANSWER = "markdown"
_TYPES = (*ONE_ANSWER, BOXES, "upload", _WITHOUT_ANSWER)

_TEXT, _SWITCH = "tag:yaml.org,2002:str", "tag:yaml.org,2002:bool"


class Option(NamedTuple):
    """One of the answers of a list, or a box, and whether a browser wants it ticked."""

    words: Text
    required: bool = False


class Element(NamedTuple):
    """What a form asks, as it is written: the id is empty where there is none."""

    place: tuple[int, int]
    type: Text
    id: Text
    label: Text
    options: tuple[Option, ...]
    required: bool


def read_elements(source: Source) -> tuple[list[Element], list[Problem]]:
    """What a form asks, and what is wrong with how it is written."""
    node, problems = composed(source, aliases=False)
    if node is None:
        return [], problems
    reader = _Reader(source.path, node)
    return reader.elements, reader.problems


def choice(words: Sequence[str]) -> str:
    """Words to choose one from, for a message."""
    return f"one of {', '.join(words)}" if len(words) > 1 else f"'{words[0]}'"


class _Reader:
    """One pass over the nodes of a form, for the elements that ask something."""

    def __init__(self, path: str, root: yaml.Node) -> None:
        self.path = path
        self.problems: list[Problem] = []
        self.elements = list(self._elements(root))

    def _elements(self, root: yaml.Node) -> Iterator[Element]:
        for node in self._list(self._mapping(root), "body", root):
            given = self._mapping(node)
            asked = self._line(given, "type", node)
            if asked.value and asked.value not in _TYPES:
                message = f"type {quoted(asked.value)} is not known; write {choice(_TYPES)}"
                self.problems.append(Problem(self.path, asked.line, asked.column, message))
            elif asked.value and asked.value != _WITHOUT_ANSWER:
                yield self._element(node, given, asked)

    def _element(self, node: yaml.Node, given: Mapping[str, yaml.Node], asked: Text) -> Element:
        inner = self._needed(given, "attributes", node)
        attributes = self._mapping(inner)
        return Element(
            place=place_of_mark(node.start_mark),
            type=asked,
            id=self._line(given, "id", node) if "id" in given else _nothing(node),
            label=self._line(attributes, "label", inner) if inner else _nothing(node),
            options=tuple(self._options(asked.value, attributes, inner)) if inner else (),
            required=self._required(self._mapping(given.get("validations"))),
        )

    def _options(
        self, asked: str, attributes: Mapping[str, yaml.Node], parent: yaml.Node
    ) -> Iterator[Option]:
        if asked == "dropdown":
            for node in self._list(attributes, "options", parent):
                yield Option(self._words(node))
        elif asked == BOXES:
            for node in self._list(attributes, "options", parent):
                box = self._mapping(node)
                yield Option(self._line(box, "label", node), self._required(box))

    def _list(
        self, given: Mapping[str, yaml.Node], name: str, parent: yaml.Node
    ) -> Sequence[yaml.Node]:
        """What a list under a key holds, which is something."""
        node = self._needed(given, name, parent)
        if isinstance(node, yaml.SequenceNode) and node.value:
            items: list[yaml.Node] = node.value
            return items
        if node:
            message = f"there is no list below '{name}'; write one, each item after '- '"
            self._refuse(node, message)
        return ()

    def _mapping(self, node: yaml.Node | None) -> dict[str, yaml.Node]:
        """The values by key; none where there is no node."""
        if node is None:
            return {}
        if not isinstance(node, yaml.MappingNode):
            self._refuse(node, "lines of the form 'key: value' belong here; write them")
            return {}
        found: dict[str, yaml.Node] = {}
        for key, value in node.value:
            if isinstance(key, yaml.ScalarNode):
                if key.value in found:
                    self._refuse(key, f"{quoted(key.value)} is given here already; keep one")
                found[key.value] = value
        return found

    def _needed(
        self, given: Mapping[str, yaml.Node], name: str, parent: yaml.Node
    ) -> yaml.Node | None:
        # What is no mapping has been refused already.
        if name not in given and isinstance(parent, yaml.MappingNode):
            self._refuse(parent, f"there is no '{name}' here; add it")
        return given.get(name)

    def _line(self, given: Mapping[str, yaml.Node], name: str, parent: yaml.Node) -> Text:
        node = self._needed(given, name, parent)
        return self._words(node) if node else _nothing(parent)

    def _words(self, node: yaml.Node) -> Text:
        """One line of text, in Unicode form NFC as answers are; an empty one where refused."""
        if not isinstance(node, yaml.ScalarNode) or node.tag != _TEXT:
            self._refuse(node, "this is not read as text; write it between quotes, without a tag")
            return _nothing(node)
        if fault := _fault_of(node.value):
            self._refuse(node, f"this text {fault}")
            return _nothing(node)
        return Text(nfc(node.value), *place_of_mark(node.start_mark))

    def _required(self, given: Mapping[str, yaml.Node]) -> bool:
        node = given.get("required")
        if node is None:
            return False
        if not isinstance(node, yaml.ScalarNode) or node.tag != _SWITCH:
            self._refuse(node, "'required' is neither true nor false; write one of them")
            return False
        return node.value.lower() in ("true", "yes", "on")

    def _refuse(self, node: yaml.Node, message: str) -> None:
        self.problems.append(Problem(self.path, *place_of_mark(node.start_mark), message))


def _nothing(node: yaml.Node) -> Text:
    return Text("", *place_of_mark(node.start_mark))


def _fault_of(text: str) -> str:
    """What keeps a text from being found again in an issue, if anything does."""
    if not text.strip():
        return "is empty; write what people are to read"
    if LINE_BREAK.search(text):
        return "holds a line break; write it on one line"
    if hidden := hidden_in(text):
        return f"holds U+{ord(hidden):04X}, which readers cannot see; remove it"
    return "begins or ends with a space; remove it" if text != text.strip() else ""
