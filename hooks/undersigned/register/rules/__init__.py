"""The rules for entries: one small function each, whose docstring is the rule.

A rule is given an entry and its context and yields the problems it finds. A rule about the value
of a field ignores an absent field. A new rule is a function in the module of its subject, listed
here.
"""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from typing import NamedTuple

from ...fields import BY_NAME
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
from .plain import not_plain
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
ON_NAMES: tuple[Rule, ...] = (names_are_names,)
ON_CONTENT: tuple[Rule, ...] = (
    *ON_NAMES,
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

# Rules about values that many entries share, with the fields that they read.
_REPEATED: tuple[tuple[tuple[str, ...], tuple[Rule, ...]], ...] = (
    (("kind",), ON_FIELDS),
    (values.JUDGED, ON_LISTED_VALUES),
    (dates.JUDGED, ON_DATES),
)


class Judged(NamedTuple):
    """An entry without its values that are too long, and every problem that it has by itself."""

    entry: Entry
    problems: Sequence[Problem]


def judged(entry: Entry, context: Context) -> Judged:
    """An entry by itself, without regard to others; of values too long nothing else is asked.

    Others are compared with it as it is given back: what it has is short.
    """
    within, found = within_limits(entry.with_places())
    found += _broken(within, context, ON_WORDING)
    noted = any(problem.severity is Severity.NOTE for problem in found)
    read = tidy_entry(within) if noted else within
    return Judged(within, found + _broken(read, context, _ON_ALL_ELSE))


def judged_among(entries: Sequence[Entry], context: Context) -> dict[int, Judged]:
    """Each of many entries by itself, by its place among them.

    Left out are those that surely break no rule, as nearly all of a long register: it has few
    kinds, countries and dates, and its other values are plain.
    """
    alike = defaultdict[tuple[str, ...], list[int]](list)
    for place, entry in enumerate(entries):
        if not entry.lists and len(entry.given) == len(entry.values):
            alike[tuple(entry.values)].append(place)
    sound = {
        place
        for names, places in alike.items()
        if "name" in names and BY_NAME.keys() >= set(names)
        for place in _sound(names, places, entries, context)
    }
    return {
        place: judged(entry, context) for place, entry in enumerate(entries) if place not in sound
    }


def _sound(
    names: Sequence[str], places: Sequence[int], entries: Sequence[Entry], context: Context
) -> Iterator[int]:
    """The places of those that surely break no rule, of entries that give the same fields."""
    values = (entries[place].values.values() for place in places)
    columns = dict(zip(names, zip(*values, strict=True), strict=True))
    doubtful = set[int]()
    for name, column in columns.items():
        doubtful |= _holding(not_plain(BY_NAME[name], column), column, places)
    for fields, rules in _REPEATED:
        read = [columns[name] for name in fields if name in columns]
        given: list[object] = list(zip(*read, strict=True)) if read else [()] * len(places)
        # What is doubtful is not read: it may be long.
        of_each = {
            each: place for each, place in zip(given, places, strict=True) if place not in doubtful
        }
        refused = {
            each for each, place in of_each.items() if _broken(entries[place], context, rules)
        }
        doubtful |= _holding(refused, given, places)
    few = ON_FEW if not _FEW.isdisjoint(names) else ()
    for place, name in zip(places, columns["name"], strict=True):
        is_clear = not few and is_surely_a_name(name)
        if place not in doubtful and (
            is_clear or not _broken(entries[place], context, (*ON_NAMES, *few))
        ):
            yield place


def _holding(
    found: Collection[object], column: Sequence[object], places: Sequence[int]
) -> set[int]:
    """The places at which a column holds something of what was found."""
    if not found:
        return set()
    return {place for place, value in zip(places, column, strict=True) if value in found}


def _broken(entry: Entry, context: Context, rules: Iterable[Rule]) -> list[Problem]:
    return [problem for rule in rules for problem in rule(entry, context)]


def problems_of(entry: Entry, context: Context) -> list[Problem]:
    """Every problem of one entry, without regard to other entries."""
    return list(judged(entry, context).problems)
