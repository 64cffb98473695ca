"""The rules an entry must keep: one small function each, whose docstring is the rule.

A rule is given an entry and its circumstances and yields the problems it finds. A field that is
absent is no business of the rule about its value. A new rule is a function in the module of its
concern, named in that module's ``RULES``.
"""

from collections.abc import Callable, Iterator

from ..problems import Problem
from ..source import Entry
from . import choices, dates, links, naming, shape, wording
from .circumstances import Circumstances

Rule = Callable[[Entry, Circumstances], Iterator[Problem]]

RULES: tuple[Rule, ...] = (
    *shape.RULES,
    *wording.RULES,
    *naming.RULES,
    *choices.RULES,
    *links.RULES,
    *dates.RULES,
)


def problems_of(entry: Entry, circumstances: Circumstances) -> Iterator[Problem]:
    """Every problem of one entry by itself."""
    for rule in RULES:
        yield from rule(entry, circumstances)
