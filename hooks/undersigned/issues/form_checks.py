"""What a form must ask, so that its answers can become an entry."""

from collections.abc import Iterable, Iterator, Sequence

from ..problem import Problem, quoted
from ..text.source import Text
from .asked import DECLARATIONS, DOMAIN, OF_LINE, Asked
from .form_elements import BOXES, ONE_ANSWER, Element, choice


def faults(path: str, elements: Sequence[Element], asked: Asked | None) -> Iterator[Problem]:
    """What is wrong with what a form asks; of one whose issues become entries, more may be."""
    yield from _doubled(path, "label", [each.label for each in elements])
    if asked:
        ids = [each.id for each in elements]
        wrong = [*_misnamed(path, elements, asked), *_doubled(path, "id", ids)]
        # An id that is misspelt would else be reported as missing, too.
        yield from wrong or (*_lacking(path, ids, asked), *_asked_twice(path, ids))
        yield from _mistaken_options(path, elements, asked)


def _doubled(path: str, what: str, texts: Iterable[Text]) -> Iterator[Problem]:
    first: dict[str, int] = {}
    for text in texts:
        if text.value in first:
            message = f"{what} {quoted(text.value)} is already on line {first[text.value]}"
            yield Problem(path, text.line, text.column, f"{message}; write another, or remove one")
        elif text.value:
            first[text.value] = text.line


def _misnamed(path: str, elements: Iterable[Element], asked: Asked) -> Iterator[Problem]:
    """A problem for each element whose answer could go nowhere."""
    for each in elements:
        name = each.id.value
        types = (BOXES,) if name == DECLARATIONS else ONE_ANSWER
        if not name:
            message = "there is no 'id' here, which says what the answer is"
            yield Problem(path, *each.place, f"{message}; add {choice(asked.ids)}")
        elif name not in asked.ids:
            message = f"id {quoted(name)} is not what an entry has; write {choice(asked.ids)}"
            yield Problem(path, each.id.line, each.id.column, message)
        elif each.type.value not in types:
            message = f"what has the id '{name}' is not of this type; write {choice(types)}"
            yield Problem(path, each.type.line, each.type.column, message)


def _lacking(path: str, ids: Iterable[Text], asked: Asked) -> Iterator[Problem]:
    """A problem for each thing without which none of a form's answers could become an entry."""
    names = [each.value for each in ids]
    for name in [*asked.needed(names), DECLARATIONS]:
        if name not in names:
            message = f"does not ask for '{name}', which its entries need"
            yield Problem(path, 1, 1, f"{message}; add an element with the id '{name}'")


def _asked_twice(path: str, ids: Sequence[Text]) -> Iterator[Problem]:
    """A problem for each thing that is asked for although it follows from a domain."""
    if any(each.value == DOMAIN for each in ids):
        for each in ids:
            if each.value in ("website", "archived", *OF_LINE):
                message = f"id '{each.value}' follows from '{DOMAIN}'; remove one of the two"
                yield Problem(path, each.line, each.column, message)


def _mistaken_options(path: str, elements: Iterable[Element], asked: Asked) -> Iterator[Problem]:
    """A problem for each answer that no entry may have, and each box that may be left unticked."""
    for each in elements:
        choices = asked.choices.get(each.id.value, ())
        for words, required in each.options:
            if choices and words.value not in choices:
                message = f"{quoted(words.value)} is no {each.id.value}; write {choice(choices)}"
                yield Problem(path, words.line, words.column, message)
            if each.id.value == DECLARATIONS and not required:
                message = "every declaration must be ticked; add 'required: true' below it"
                yield Problem(path, words.line, words.column, message)
