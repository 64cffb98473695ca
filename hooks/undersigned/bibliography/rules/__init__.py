"""The rules that a source keeps by itself, in one list.

A rule is a function whose docstring is the rule. It is given a source and the day after which dates
are in the future, and yields what it finds. A new rule is a function in the module of its subject,
listed here.
"""

from collections.abc import Callable, Iterator
from datetime import date

from ...problem import Problem
from .addresses import addresses_are_public_pages, dois_are_bare, no_other_address_is_insecure
from .completeness import archived_whole, complete, dated_or_seen, titled
from .dates import dates_agree, dates_exist, days_of_months_exist, months_exist, years_exist
from .names import names_are_separated
from .reference import Reference

Rule = Callable[[Reference, date], Iterator[Problem]]

RULES: tuple[Rule, ...] = (
    titled,
    complete,
    dated_or_seen,
    archived_whole,
    years_exist,
    months_exist,
    days_of_months_exist,
    dates_exist,
    dates_agree,
    addresses_are_public_pages,
    no_other_address_is_insecure,
    dois_are_bare,
    names_are_separated,
)
