"""The issue forms of a site: their questions, in their order, and the field of each answer.

They are read from the files that GitHub draws them from. Of a form that becomes an entry, the id of
an element is the field that its answer goes into, and ``declarations`` are boxes that must all be
ticked. A form that asks for no kind is that of individuals.
"""

import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import permutations
from pathlib import Path
from typing import Any, NamedTuple

import yaml

from ..model import Kind
from ..paths import WORKFLOWS
from ..problem import Problem, quoted
from ..register.new_entry import missing
from ..text.characters import hides, what_bars
from ..text.source import LINE_BREAK, Source, Text, names_in, read_source

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

# What maintainers put on an issue once they have looked at its evidence; no form puts it there.
CHECKED = "endorsement-checked"

FOLDER = f"{WORKFLOWS}/ISSUE_TEMPLATE"

# What the name of a form begins with that becomes an entry, and how names of forms end.
_ENTERED = "endorse-"
_ENDINGS = (".yml", ".yaml")

# The other forms that are known here, by name, and what is said of one that is given the label.
_PURPOSES = {"correct-or-withdraw.yml": "correction or withdrawal, which maintainers make by hand"}

_UNANSWERED = "has no answer; give one"

_BY_EMAIL = (
    "names no page. Give one of your own, or write to the contact at the foot of the site: a "
    "maintainer who has your reply adds the entry. Put no e-mail address into this issue"
)

# By the kind that a form is for, and the field: what is said where there is no answer, although a
# browser may send the form without, since a maintainer may know another way.
_WANTED = {(Kind.INDIVIDUAL.value, "evidence"): _BY_EMAIL}

# What people may be asked for; the other fields are for maintainers alone to fill in.
_FIELDS = ("name", "kind", "country", "website", "affiliation", "evidence", "statement")
_DECLARATIONS = "declarations"
_IDS = (*_FIELDS, _DECLARATIONS)

_BOXES = "checkboxes"
_ONE_ANSWER = ("input", "textarea", "dropdown")
_WITHOUT_ANSWER = "markdown"
_TYPES = (*_ONE_ANSWER, _BOXES, "upload", _WITHOUT_ANSWER)

# Several times as long as any form that people would fill in.
_LARGEST = 64 * 1024

# PyYAML makes nodes by calling itself, and libyaml's part of it ends Python where that goes deep.
_DEEPEST = 20

_TEXT, _SWITCH = "tag:yaml.org,2002:str", "tag:yaml.org,2002:bool"


@dataclass(frozen=True, slots=True)
class Question:
    """What a form asks under one heading, and what is said where there is no answer.

    `field` is the only one that the answer may go into. An answer that is one of several has
    `choices`; `declarations` are boxes that must all be ticked. `unanswered` is empty where no
    answer is needed.
    """

    heading: str
    field: str = ""
    unanswered: str = _UNANSWERED
    choices: tuple[str, ...] = ()
    declarations: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class IssueForm:
    """A form: the file that asks its questions, and what its entries have without being asked.

    `purpose` is what it is for, where it becomes no entry.
    """

    file: str
    questions: tuple[Question, ...]
    given: Mapping[str, str] = field(default_factory=dict)
    purpose: str = ""

    @property
    def headings(self) -> list[str]:
        """Its headings in their order."""
        return [question.heading for question in self.questions]

    def about(self, name: str) -> Question | None:
        """The question whose answer goes into a field."""
        return next((each for each in self.questions if each.field == name), None)


def read_forms(root: Path) -> tuple[tuple[IssueForm, ...], list[Problem]]:
    """The forms of a site that issues are made with, and what keeps them from being used.

    First come those of organisations, then those of individuals, last those that become no entry.
    """
    names = names_in(root, FOLDER)
    if isinstance(names, Problem):
        return (), [names]
    forms, problems = list[IssueForm](), list[Problem]()
    if not any(map(_becomes_entry, names)):
        message = f"there is no form whose name begins with '{_ENTERED}'; add one"
        problems.append(Problem(FOLDER, 1, 1, message))
    for name in names:
        if _becomes_entry(name) or name in _PURPOSES:
            form, wrong = read_form(read_source(root, f"{FOLDER}/{name}", _LARGEST))
            forms += [form] if form else []
            problems += wrong
    forms.sort(key=lambda form: (bool(form.purpose), bool(form.given), form.file))
    return tuple(forms), problems or list(_indistinct(forms))


def read_form(source: Source | Problem) -> tuple[IssueForm | None, list[Problem]]:
    """The form of a file, if it can be used, and what is wrong with the file.

    First of how it is written; where that is as it should be, of what it asks.
    """
    if isinstance(source, Problem):
        return None, [source]
    node, problems = _composed(source)
    if node is None:
        return None, problems
    reading = _Reading(source.path, node)
    name = source.path.rpartition("/")[2]
    problems = reading.problems or list(_faults(source.path, reading.elements, name))
    return (None, problems) if problems else (_form(name, reading.elements), [])


def _becomes_entry(name: str) -> bool:
    return name.startswith(_ENTERED) and name.endswith(_ENDINGS)


def _indistinct(forms: Iterable[IssueForm]) -> Iterator[Problem]:
    """A problem for each form whose issues could be those of another, by their headings."""
    for form, other in permutations(forms, 2):
        if form.headings and set(form.headings) <= set(other.headings):
            message = f"{other.file} has all of its labels, by which issues are told apart"
            yield Problem(f"{FOLDER}/{form.file}", 1, 1, f"{message}; reword one of them here")


def _composed(source: Source) -> tuple[yaml.Node | None, list[Problem]]:
    """What a file holds, as nodes of YAML, or the one thing that keeps it from being read."""
    try:
        barred = what_bars(source) or _barred_event(source)
        node = None if barred else yaml.compose(source.text, Loader=_LOADER)
    except yaml.MarkedYAMLError as error:
        place = _place(error.problem_mark or error.context_mark)
        message = f"this is not YAML: {error.problem or error.context}; mend it"
        return None, [Problem(source.path, *place, message)]
    except (yaml.YAMLError, ValueError, OverflowError, RecursionError):
        return None, [Problem(source.path, 1, 1, "this is not YAML that can be read; mend it")]
    if node is None and not barred:
        barred = Problem(source.path, 1, 1, "holds nothing; write a form here, or remove the file")
    return node, [barred] if barred else []


def _barred_event(source: Source) -> Problem | None:
    """The first thing in a file that no form has, and that could take long to read or mislead."""
    documents = depth = 0
    for event in yaml.parse(source.text, Loader=_LOADER):
        documents += isinstance(event, yaml.DocumentStartEvent)
        depth += isinstance(event, yaml.CollectionStartEvent)
        depth -= isinstance(event, yaml.CollectionEndEvent)
        message = ""
        if isinstance(event, yaml.AliasEvent):
            message = f"{quoted(f'*{event.anchor}')} repeats another place; write it out here"
        elif documents > 1:
            message = "a second document begins here; remove '---' and what follows"
        elif depth > _DEEPEST:
            message = "this is nested more deeply than anything in a form; remove it"
        if message:
            return Problem(source.path, *_place(event.start_mark), message)
    return None


def _place(mark: Any) -> tuple[int, int]:
    """The line and column, from 1, of a mark of either of PyYAML's parsers."""
    return (mark.line + 1, mark.column + 1) if mark else (1, 1)


class _Option(NamedTuple):
    """One of the answers of a list, or a box, and whether a browser wants it ticked."""

    words: Text
    required: bool = False


class _Element(NamedTuple):
    """What a form asks, as it is written: the id is empty where there is none."""

    place: tuple[int, int]
    type: Text
    id: Text
    label: Text
    options: tuple[_Option, ...]
    required: bool


class _Reading:
    """One pass over the nodes of a form, for the elements that ask something."""

    def __init__(self, path: str, root: yaml.Node) -> None:
        self.path = path
        self.problems: list[Problem] = []
        self.elements = list(self._elements(root))

    def _elements(self, root: yaml.Node) -> Iterator[_Element]:
        for node in self._list(self._mapping(root), "body", root):
            given = self._mapping(node)
            asked = self._line(given, "type", node)
            if asked.value and asked.value not in _TYPES:
                message = f"type {quoted(asked.value)} is not known; write {_choice(_TYPES)}"
                self.problems.append(Problem(self.path, asked.line, asked.column, message))
            elif asked.value and asked.value != _WITHOUT_ANSWER:
                yield self._element(node, given, asked)

    def _element(self, node: yaml.Node, given: Mapping[str, yaml.Node], asked: Text) -> _Element:
        inner = self._needed(given, "attributes", node)
        attributes = self._mapping(inner)
        return _Element(
            place=_place(node.start_mark),
            type=asked,
            id=self._line(given, "id", node) if "id" in given else _nothing(node),
            label=self._line(attributes, "label", inner) if inner else _nothing(node),
            options=tuple(self._options(asked.value, attributes, inner)) if inner else (),
            required=self._required(self._mapping(given.get("validations"))),
        )

    def _options(
        self, asked: str, attributes: Mapping[str, yaml.Node], parent: yaml.Node
    ) -> Iterator[_Option]:
        if asked == "dropdown":
            for node in self._list(attributes, "options", parent):
                yield _Option(self._words(node))
        elif asked == _BOXES:
            for node in self._list(attributes, "options", parent):
                box = self._mapping(node)
                yield _Option(self._line(box, "label", node), self._required(box))

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
        return Text(unicodedata.normalize("NFC", node.value), *_place(node.start_mark))

    def _required(self, given: Mapping[str, yaml.Node]) -> bool:
        node = given.get("required")
        if node is None:
            return False
        if not isinstance(node, yaml.ScalarNode) or node.tag != _SWITCH:
            self._refuse(node, "'required' is neither true nor false; write one of them")
            return False
        return node.value.lower() in ("true", "yes", "on")

    def _refuse(self, node: yaml.Node, message: str) -> None:
        self.problems.append(Problem(self.path, *_place(node.start_mark), message))


def _nothing(node: yaml.Node) -> Text:
    return Text("", *_place(node.start_mark))


def _fault_of(text: str) -> str:
    """What keeps a text from being found again in an issue, if anything does."""
    if not text.strip():
        return "is empty; write what people are to read"
    if LINE_BREAK.search(text):
        return "holds a line break; write it on one line"
    if hidden := next(filter(hides, text), ""):
        return f"holds U+{ord(hidden):04X}, which readers cannot see; remove it"
    return "begins or ends with a space; remove it" if text != text.strip() else ""


def _faults(path: str, elements: Sequence[_Element], name: str) -> Iterator[Problem]:
    """What is wrong with what a form asks."""
    yield from _doubled(path, "label", [each.label for each in elements])
    if _becomes_entry(name):
        ids = [each.id for each in elements]
        wrong = [*_misnamed(path, elements), *_doubled(path, "id", ids)]
        # An id that is misspelt would else be reported as missing, too.
        yield from wrong or _lacking(path, ids)
        yield from _mistaken_options(path, elements)


def _doubled(path: str, what: str, texts: Iterable[Text]) -> Iterator[Problem]:
    first: dict[str, int] = {}
    for text in texts:
        if text.value in first:
            message = f"{what} {quoted(text.value)} is already on line {first[text.value]}"
            yield Problem(path, text.line, text.column, f"{message}; write another, or remove one")
        elif text.value:
            first[text.value] = text.line


def _misnamed(path: str, elements: Iterable[_Element]) -> Iterator[Problem]:
    """A problem for each element whose answer could go nowhere."""
    for each in elements:
        name = each.id.value
        types = (_BOXES,) if name == _DECLARATIONS else _ONE_ANSWER
        if not name:
            message = f"there is no 'id' here, which says what the answer is; add {_choice(_IDS)}"
            yield Problem(path, *each.place, message)
        elif name not in _IDS:
            message = f"id {quoted(name)} is not what an entry has; write {_choice(_IDS)}"
            yield Problem(path, each.id.line, each.id.column, message)
        elif each.type.value not in types:
            message = f"what has the id '{name}' is not of this type; write {_choice(types)}"
            yield Problem(path, each.type.line, each.type.column, message)


def _choice(words: Sequence[str]) -> str:
    return f"one of {', '.join(words)}" if len(words) > 1 else f"'{words[0]}'"


def _lacking(path: str, ids: Iterable[Text]) -> Iterator[Problem]:
    """A problem for each thing without which none of a form's answers could become an entry."""
    asked = {each.value: "" for each in ids}
    needed = [each.name for each in missing({**asked, **_given(asked), "signed": ""})]
    for name in [*needed, _DECLARATIONS]:
        if name not in asked:
            message = f"does not ask for '{name}', which its entries need"
            yield Problem(path, 1, 1, f"{message}; add an element with the id '{name}'")


def _mistaken_options(path: str, elements: Iterable[_Element]) -> Iterator[Problem]:
    """A problem for each kind the register lacks, and each box that may be left unticked."""
    kinds = set(Kind)
    for each in elements:
        for words, required in each.options:
            if each.id.value == "kind" and words.value not in kinds:
                message = f"{quoted(words.value)} is no kind of signatory; write {_choice([*Kind])}"
                yield Problem(path, words.line, words.column, message)
            if each.id.value == _DECLARATIONS and not required:
                message = "every declaration must be ticked; add 'required: true' below it"
                yield Problem(path, words.line, words.column, message)


def _given(asked: Iterable[str]) -> dict[str, str]:
    """What an entry has without being asked, by what its form does ask."""
    return {} if "kind" in asked else {"kind": Kind.INDIVIDUAL.value}


def _form(name: str, elements: Sequence[_Element]) -> IssueForm:
    if not _becomes_entry(name):
        questions = tuple(Question(each.label.value) for each in elements)
        return IssueForm(name, questions, purpose=_PURPOSES.get(name, ""))
    given = _given({each.id.value for each in elements})
    questions = tuple(_question(each, given.get("kind", "")) for each in elements)
    return IssueForm(name, questions, given)


def _question(element: _Element, kind: str) -> Question:
    heading, name = element.label.value, element.id.value
    words = tuple(option.words.value for option in element.options)
    if name == _DECLARATIONS:
        return Question(heading, declarations=words)
    unanswered = _WANTED.get((kind, name), _UNANSWERED if element.required else "")
    return Question(heading, name, unanswered, choices=words)
