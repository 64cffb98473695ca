"""The rules that sources keep: one small function each, whose docstring is the rule.

A rule is given a source and the day by which the future is judged. As with the register, what is
absent is no business of the rule about its value, and a new rule is named in a module's `RULES`.
"""

from collections.abc import Iterator
from datetime import date

from ..reporting.problems import Problem
from . import addresses, clashes, completeness, dates
from .library import Library
from .reference import references_of

RULES = (*completeness.RULES, *dates.RULES, *addresses.RULES)


def problems_of(library: Library, today: date) -> Iterator[Problem]:
    """Every problem of every source, and of sources with each other."""
    references = references_of(library)
    for reference in references:
        for rule in RULES:
            yield from rule(reference, today)
    yield from clashes.wholes_known(references)
    yield from clashes.one_address(references)
