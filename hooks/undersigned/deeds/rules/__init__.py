"""The rules for entries of the record: one small function each, whose docstring is the rule.

A rule is given an entry and its context and yields the problems it finds. A rule about the value
of a field ignores an absent field. Rules that hold for every list are those of the register. A new
rule is a function in the module of its subject, listed here.
"""

from collections.abc import Callable, Iterator

from ...problem import Problem, Severity
from ...register.rules import ON_ANY_WORDING, Judged
from ...register.rules.dates import dates_are_past, dates_exist
from ...register.rules.fields import fields_are_known
from ...register.rules.lengths import within_limits
from ...register.rules.naming import addresses_are_not_for_examples
from ...register.rules.values import (
    addresses_are_public_pages,
    ids_are_slugs,
    values_are_given_once,
    version_is_published,
)
from ...register.terms.tidy import tidy_entry
from ...text.source import Entry
from .context import RecordContext
from .dates import dates_are_of_our_time, what_follows_the_deed
from .fields import (
    choices_are_known,
    deeds_have_one_date,
    fields_fit_together,
    needed_fields_are_given,
    one_thing_is_recorded,
    placeholders_are_filled,
    values_are_few,
)
from .replies import replies_are_of_one, replies_are_whole, replies_come_from_their_own_site
from .sentences import (
    deeds_are_done,
    deeds_are_one_sentence,
    deeds_are_sentences,
    deeds_are_told_without_judgement,
    words_keep_to_one_alphabet,
)
from .sourcing import (
    a_copy_is_kept,
    bearings_have_their_word,
    copies_are_of_their_pages,
    sources_are_known,
)
from .subjects import (
    ids_are_of_their_subjects,
    principles_are_numbered,
    searches_are_about_one,
    subjects_are_organisations,
    subjects_are_signatories,
)

Rule = Callable[[Entry, RecordContext], Iterator[Problem]]

# Every rule of an entry by itself besides those on the wording of any list. Those between entries
# are in `duplicates`.
ON_CONTENT: tuple[Rule, ...] = (
    fields_are_known,
    one_thing_is_recorded,
    needed_fields_are_given,
    deeds_have_one_date,
    fields_fit_together,
    choices_are_known,
    placeholders_are_filled,
    values_are_few,
    ids_are_slugs,
    values_are_given_once,
    subjects_are_signatories,
    subjects_are_organisations,
    ids_are_of_their_subjects,
    searches_are_about_one,
    version_is_published,
    principles_are_numbered,
    dates_exist,
    dates_are_past,
    dates_are_of_our_time,
    what_follows_the_deed,
    words_keep_to_one_alphabet,
    deeds_are_sentences,
    deeds_are_told_without_judgement,
    deeds_are_done,
    deeds_are_one_sentence,
    sources_are_known,
    a_copy_is_kept,
    copies_are_of_their_pages,
    bearings_have_their_word,
    replies_are_whole,
    replies_are_of_one,
    addresses_are_not_for_examples,
    addresses_are_public_pages,
    replies_come_from_their_own_site,
)


def judged(entry: Entry, context: RecordContext) -> Judged:
    """An entry by itself, without regard to others; of values too long nothing else is asked.

    What is layout alone is a note, and rules have the values as a fold writes them.
    """
    within, problems = within_limits(entry, context.kept)
    problems += [problem for rule in ON_ANY_WORDING for problem in rule(within, context)]
    noted = any(problem.severity is Severity.NOTE for problem in problems)
    read = tidy_entry(within) if noted else within
    problems += [problem for rule in ON_CONTENT for problem in rule(read, context)]
    return Judged(within, problems)
