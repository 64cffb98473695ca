"""The rules for entries: one small function each, whose docstring is the rule.

A rule is given an entry and its context and yields the problems it finds. A rule about the value
of a field ignores an absent field. A new rule is a function in the module of its subject, listed
here.
"""

from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from ...problem import Problem, Severity
from ...text.source import Entry
from ..terms.tidy import tidy_entry
from . import dates, naming, values
from .context import Context
from .dates import (
    dates_are_past,
    dates_exist,
    signing_follows_publication,
    what_follows_signing,
)
from .fields import (
    endorsement_is_known_in_one_way,
    facts_go_together,
    fields_are_known,
    fields_fit_the_kind,
    needed_fields_are_given,
)
from .lengths import within_limits
from .naming import (
    addresses_are_not_for_examples,
    is_surely_a_name,
    names_are_names,
    other_names_name_somebody,
    placeholders_are_filled,
    words_keep_to_one_alphabet,
)
from .plain import are_plain
from .values import (
    addresses_are_public_pages,
    country_is_a_code,
    facts_differ,
    identifiers_are_valid,
    ids_are_slugs,
    kind_is_known,
    statement_is_this_one,
    values_are_given_once,
    version_is_published,
    websites_are_whole_sites,
)
from .wording import (
    marks_are_few,
    names_stand_without_quotes,
    text_has_no_markup,
    values_are_composed,
    values_are_not_blank,
    values_have_no_email_address,
    values_have_no_space_around,
    values_hide_nothing,
)

Rule = Callable[[Entry, Context], Iterator[Problem]]

# Every rule of an entry by itself. Those between entries are in `duplicates`, `identity` and
# `order`.
ON_FIELDS: tuple[Rule, ...] = (
    fields_are_known,
    needed_fields_are_given,
    endorsement_is_known_in_one_way,
    fields_fit_the_kind,
    facts_go_together,
)
# These hold for the entries of every list that people keep.
ON_ANY_WORDING: tuple[Rule, ...] = (
    values_are_not_blank,
    values_have_no_space_around,
    values_are_composed,
    values_hide_nothing,
    marks_are_few,
    text_has_no_markup,
    values_have_no_email_address,
)
ON_WORDING: tuple[Rule, ...] = (
    *ON_ANY_WORDING,
    names_stand_without_quotes,
    words_keep_to_one_alphabet,
)
ON_CONTENT: tuple[Rule, ...] = (
    names_are_names,
    addresses_are_not_for_examples,
    addresses_are_public_pages,
    websites_are_whole_sites,
)
# Rules about fields that few entries have.
ON_FEW: tuple[Rule, ...] = (
    ids_are_slugs,
    identifiers_are_valid,
    values_are_given_once,
    facts_differ,
    other_names_name_somebody,
    placeholders_are_filled,
)
_FEW = values.OF_FEW | naming.OF_FEW
_LISTED = values.JUDGED
ON_LISTED_VALUES: tuple[Rule, ...] = (
    kind_is_known,
    country_is_a_code,
    version_is_published,
    statement_is_this_one,
)
ON_DATES: tuple[Rule, ...] = (
    dates_exist,
    dates_are_past,
    signing_follows_publication,
    what_follows_signing,
)

_ON_ALL_ELSE = (*ON_FIELDS, *ON_CONTENT, *ON_FEW, *ON_LISTED_VALUES, *ON_DATES)


class Judged(NamedTuple):
    """An entry without its values that are too long, and every problem that it has by itself."""

    entry: Entry
    problems: Sequence[Problem]


class Examiner:
    """Checks entries against every rule, and remembers which values passed.

    A long register has few kinds, countries and dates, and its wording is plain. To check each
    value once, and wording by one expression, is ten times as fast as applying every rule to each.
    """

    def __init__(self, context: Context) -> None:
        self._context = context
        self._passed: set[object] = set()

    def judged(self, entry: Entry) -> Judged:
        """An entry by itself, without regard to others; of values too long nothing else is asked.

        Others are compared with it as it is given back: what it has is short.
        """
        if self._passes(entry):
            return Judged(entry, ())
        within, found = within_limits(entry)
        found += self._check(within, ON_WORDING)
        noted = any(problem.severity is Severity.NOTE for problem in found)
        read = tidy_entry(within) if noted else within
        return Judged(within, found + self._check(read, _ON_ALL_ELSE))

    def _passes(self, entry: Entry) -> bool:
        """Whether an entry breaks no rule, as far as that is told without applying each."""
        values = entry.values
        if entry.lists or len(entry.given) > len(values) or not are_plain(values):
            return False
        return (
            self._passes_once(entry, ON_FIELDS, (*values, "", values.get("kind")))
            and self._passes_once(entry, ON_LISTED_VALUES, tuple(map(values.get, _LISTED)))
            and self._passes_once(entry, ON_DATES, tuple(map(values.get, dates.JUDGED)))
            and (is_surely_a_name(values["name"]) or not self._check(entry, (names_are_names,)))
            and (_FEW.isdisjoint(values) or not self._check(entry, ON_FEW))
        )

    def _passes_once(self, entry: Entry, rules: tuple[Rule, ...], given: object) -> bool:
        """Whether the rules refuse nothing, which is asked once for all that they read."""
        if given in self._passed:
            return True
        if self._check(entry, rules):
            return False
        self._passed.add(given)
        return True

    def _check(self, entry: Entry, rules: tuple[Rule, ...]) -> list[Problem]:
        return [problem for rule in rules for problem in rule(entry, self._context)]


def problems_of(entry: Entry, context: Context) -> list[Problem]:
    """Every problem of one entry, without regard to other entries."""
    return list(Examiner(context).judged(entry).problems)
