"""What a form must ask, so that its answers can become an entry."""

from collections.abc import Iterable, Iterator, Sequence

from ..fields import Kind
from ..problem import Problem, quoted
from ..register.new_entry import missing
from ..text.source import Text
from .form_elements import BOXES, ONE_ANSWER, Element, choice

# What people may be asked for; the other fields are for maintainers alone to fill in.
ASKED_FIELDS = (
    "name", "kind", "country", "website", "affiliation", "evidence", "statement",
    "id", "formerly", "sort_as", "archived", "identifiers", "distinct_from",
)  # fmt: skip
DECLARATIONS = "declarations"

# What is asked for in place of a website, and the fields that a line of the file there gives.
DOMAIN = "domain"
OF_LINE = ("signed", "evidence", "endorses")

_IDS = (*ASKED_FIELDS, DOMAIN, DECLARATIONS)


def faults(path: str, elements: Sequence[Element], *, entered: bool) -> Iterator[Problem]:
    """What is wrong with what a form asks; more is asked of one whose issues become entries."""
    yield from _doubled(path, "label", [each.label for each in elements])
    if entered:
        ids = [each.id for each in elements]
        wrong = [*_misnamed(path, elements), *_doubled(path, "id", ids)]
        # An id that is misspelt would else be reported as missing, too.
        yield from wrong or (*_lacking(path, ids), *_asked_twice(path, ids))
        yield from _mistaken_options(path, elements)


def given(asked: Iterable[str]) -> dict[str, str]:
    """What an entry has without being asked, by what its form does ask."""
    return {} if "kind" in asked else {"kind": Kind.INDIVIDUAL.value}


def _doubled(path: str, what: str, texts: Iterable[Text]) -> Iterator[Problem]:
    first: dict[str, int] = {}
    for text in texts:
        if text.value in first:
            message = f"{what} {quoted(text.value)} is already on line {first[text.value]}"
            yield Problem(path, text.line, text.column, f"{message}; write another, or remove one")
        elif text.value:
            first[text.value] = text.line


def _misnamed(path: str, elements: Iterable[Element]) -> Iterator[Problem]:
    """A problem for each element whose answer could go nowhere."""
    for each in elements:
        name = each.id.value
        types = (BOXES,) if name == DECLARATIONS else ONE_ANSWER
        if not name:
            message = f"there is no 'id' here, which says what the answer is; add {choice(_IDS)}"
            yield Problem(path, *each.place, message)
        elif name not in _IDS:
            message = f"id {quoted(name)} is not what an entry has; write {choice(_IDS)}"
            yield Problem(path, each.id.line, each.id.column, message)
        elif each.type.value not in types:
            message = f"what has the id '{name}' is not of this type; write {choice(types)}"
            yield Problem(path, each.type.line, each.type.column, message)


def _lacking(path: str, ids: Iterable[Text]) -> Iterator[Problem]:
    """A problem for each thing without which none of a form's answers could become an entry."""
    asked = {each.value: "" for each in ids}
    follows = dict.fromkeys(("website", *OF_LINE) if DOMAIN in asked else ("signed",), "")
    needed = [each.name for each in missing({**asked, **given(asked), **follows})]
    for name in [*needed, DECLARATIONS]:
        if name not in asked:
            message = f"does not ask for '{name}', which its entries need"
            yield Problem(path, 1, 1, f"{message}; add an element with the id '{name}'")


def _asked_twice(path: str, ids: Sequence[Text]) -> Iterator[Problem]:
    """A problem for each thing that is asked for although it follows from a domain."""
    if any(each.value == DOMAIN for each in ids):
        for each in ids:
            if each.value in ("website", "archived", *OF_LINE):
                message = f"id '{each.value}' follows from '{DOMAIN}'; remove one of the two"
                yield Problem(path, each.line, each.column, message)


def _mistaken_options(path: str, elements: Iterable[Element]) -> Iterator[Problem]:
    """A problem for each kind the register lacks, and each box that may be left unticked."""
    kinds = set(Kind)
    for each in elements:
        for words, required in each.options:
            if each.id.value == "kind" and words.value not in kinds:
                message = f"{quoted(words.value)} is no kind of signatory; write {choice([*Kind])}"
                yield Problem(path, words.line, words.column, message)
            if each.id.value == DECLARATIONS and not required:
                message = "every declaration must be ticked; add 'required: true' below it"
                yield Problem(path, words.line, words.column, message)
