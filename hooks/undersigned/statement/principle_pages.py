"""Pages that say at their head to be about a principle, and so end with what is documented."""

from collections.abc import Collection, Iterable, Iterator, Mapping

import yaml

from ..problem import Problem, Severity, quoted
from ..text.pages import FRONT_MATTER
from ..text.source import Source, with_line_feeds
from ..text.yaml_nodes import composed, pairs_of, value_of
from .principles import among

SETTING = "principle"


def principle_of(page: str) -> int | None:
    """The number of the principle that a page is about, as engines read its settings, if any."""
    head = _head(page)
    try:
        node = composed(Source("", head), aliases=True)[0] if _may_name_one(head) else None
        given = value_of(node) if node else None
    except (yaml.YAMLError, ValueError, RecursionError):
        return None
    number = given.get(SETTING) if isinstance(given, dict) else None
    return number if type(number) is int else None


def faulty_principles(
    pages: Iterable[Source], texts: Collection[str], principles: Mapping[int, str]
) -> Iterator[Problem]:
    """A warning for each page that is about no principle of the text in force, and says so.

    What is documented ends no such page, and nobody would miss it there. `texts` are the paths of
    those that are published: of their files no setting is taken.
    """
    for page in pages:
        head = Source(page.path, _head(with_line_feeds(page.text)))
        if page.path not in texts and principles and _may_name_one(head.text):
            node, _ = composed(head, aliases=False)
            number = principle_of(page.text)
            for name, value in pairs_of(node):
                if name == SETTING and value.value and number not in principles:
                    message = _refused(value, number, principles)
                    mark = value.start_mark
                    place = (mark.line + 1, mark.column + 1)
                    yield Problem(page.path, *place, message, Severity.WARNING)


def _refused(value: yaml.Node, number: int | None, principles: Collection[int]) -> str:
    numbers = among(sorted(principles))
    given = value.value if isinstance(value, yaml.ScalarNode) else ""
    if number is None and given.isdecimal() and int(given) in principles:
        return f"principle {quoted(given)} is text; write the number without quotation marks"
    what = f"principle {quoted(given)}" if given else "principle"
    return f"{what} is none of the text in force; write its number, {numbers}, or leave it out"


def _may_name_one(head: str) -> bool:
    """Whether a page may be about a principle: few are, and YAML takes its time."""
    return SETTING in head or "\\" in head  # by which YAML writes any letter


def _head(page: str) -> str:
    """The settings at the head of a page, with the rule before them."""
    front = FRONT_MATTER.match(page)
    return page[: front.start(1)] if front else ""
