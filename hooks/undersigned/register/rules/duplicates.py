"""Rules between entries: no two are duplicates of each other, and none names one that is not."""

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from typing import NamedTuple

from ...names.near_duplicates import near_pairs, swapped_pairs
from ...problem import Problem, Severity, Way, quoted
from ...text.source import Entry
from ...workers import MANY, Work
from .alike_hosts import alike_hosts, one_host_look
from .containing import containing_pairs, one_name_within
from .context import Context
from .earlier_names import one_earlier_name, renamed_pairs
from .identity import SAME, facts_are_on_the_latest, move_to, one_signatory, was_folded
from .known import Known
from .pairs import Pair, drawn, looks, names, pages, sharing_a_key, unless_told_apart
from .references import OF_FEW, one_identifier, references_are_known, references_lead_on
from .remedies import REMOVE, mended, without_way

# The fields that these rules read: while they stay the same, so do the problems.
COMPARED = (
    *("name", "id", "formerly", "sort_as", "kind", "website", "signed", "evidence", "endorses"),
    *("identifiers", "part_of", "succeeded_by", "ended", "withdrawn", "distinct_from"),
)


def blame_the_later(_: Entry) -> bool:
    """The default for `blamed`: no entry is, so of two the later one is reported."""
    return False


class DuplicateRule(NamedTuple):
    """A rule between entries: the pairs that break it, and the problem of the second of a pair.

    Of many entries, the pairs of those that are slow are found by a second processor, if any.
    """

    pairs: Callable[[Sequence[Known]], Iterator[Pair]]
    problem: Callable[[Known, Known], Problem | None]
    is_slow: bool = False


def duplicates_among(
    known: Sequence[Known],
    context: Context,
    blamed: Callable[[Entry], bool] = blame_the_later,
    apart: bool = True,
) -> Iterator[Problem]:
    """Every problem between entries; each pair is reported once, by the first rule it breaks.

    Of two entries the one that is ``blamed`` is reported; where both or neither are, the later. A
    second processor finds pairs as well, if it may be put to this `apart`.
    """
    # With the blamed entries last, the entry to report is always the second.
    known = sorted(known, key=lambda one: blamed(one.entry))
    slow = Work(partial(_pairs, True, known), is_long=apart and len(known) >= MANY)
    yield from one_signatory(known, context)
    several = len(context.versions) > 1
    reported: set[Pair] = set()
    pairs = {False: iter(_pairs(False, known)), True: iter(slow.result())}
    for rule in DUPLICATE_RULES:
        for pair in next(pairs[rule.is_slow]):
            if pair not in reported:
                reported.add(pair)
                if problem := rule.problem(known[pair[1]], known[pair[0]]):
                    yield problem if several else without_way(problem, SAME)
    ids = {one.id: one.slug for one in known}
    few = [one for one in known if not OF_FEW.isdisjoint(one.entry.given)]
    yield from one_identifier(few)
    yield from references_are_known(few, ids)
    yield from references_lead_on(few)
    yield from facts_are_on_the_latest(known, context)


def _pairs(is_slow: bool, known: Sequence[Known]) -> list[list[Pair]]:
    """The pairs that break each rule which is slow, or each other one, in the order of the list."""
    return [list(rule.pairs(known)) for rule in DUPLICATE_RULES if rule.is_slow is is_slow]


def one_name(second: Known, first: Known) -> Problem:
    """Names differ in more than case, accents, punctuation, spacing and legal forms.

    Two signatories whose names differ in nothing else say so by `distinct_from`, or where the
    names make one slug, by an id.
    """
    found = f"{quoted(second.name)} is already on {first.place_of('name')}"
    if second.name != first.name:
        found += f" as {quoted(first.name)}"
    there = move_to(first) if was_folded(second, first) else REMOVE
    same = () if second.gives_id else (Way("id", first.id, SAME),)
    return mended(second.entry, found, (there, *same, _distinction(first)), "name")


def one_look(second: Known, first: Known) -> Problem:
    """No two names are confusable by Unicode Technical Standard 39.

    Two signatories whose names are confusable say so by `distinct_from`.
    """
    found = f"{quoted(second.name)} looks like {quoted(first.name)} on {first.place_of('name')}"
    ways = (Way(action="write it in its own letters"), _distinction(first))
    return mended(second.entry, found, ways, "name")


def one_website(second: Known, first: Known) -> Problem | None:
    """No two organisations have the same website, unless one names the other by `distinct_from`.

    A person may give a page that others give as well, such as an employer's. Two people are
    reported where they share a word of their names, too: they may be one, and it is a warning.
    """
    if second.person is not first.person:
        return None
    if second.person and set(second.words).isdisjoint(first.words):
        return None
    website = second.entry.fields["website"].value
    found = f"website {quoted(website)} is already that of {quoted(first.name)}"
    found += f" on {first.place_of('website')}"
    there = [REMOVE, Way(action="give each its own")]
    # Colleagues sign one letter on one day: they are no correction of each other.
    if not second.person and was_folded(second, first):
        there = [move_to(first)]
    ways = (*there, _distinction(first))
    severity = Severity.WARNING if second.person else Severity.PROBLEM
    return mended(second.entry, found, ways, "website")._replace(severity=severity)


def nearly_one_name(second: Known, first: Known) -> Problem:
    """Names one or two edits apart are probably the same, unless `distinct_from` says otherwise."""
    found = f"{quoted(second.name)} is nearly {quoted(first.name)} on {first.place_of('name')}"
    ways = (Way(action="correct one"), _distinction(first))
    return mended(second.entry, found, ways, "name")._replace(severity=Severity.WARNING)


def one_name_in_another_order(second: Known, first: Known) -> Problem:
    """People whose names have the same words are probably one, such as 'Lee Ann' and 'Ann Lee'."""
    found = f"{quoted(second.name)} has the words of {quoted(first.name)} in another order, on"
    found += f" {first.place_of('name')}"
    ways = (REMOVE, _distinction(first))
    return mended(second.entry, found, ways, "name")._replace(severity=Severity.WARNING)


# A pair is reported by the first rule that it breaks.
DUPLICATE_RULES = (
    DuplicateRule(sharing_a_key(names), one_name),
    DuplicateRule(renamed_pairs, one_earlier_name),
    DuplicateRule(sharing_a_key(drawn), one_look),
    DuplicateRule(sharing_a_key(looks), one_look),
    DuplicateRule(sharing_a_key(pages), one_website),
    DuplicateRule(alike_hosts, one_host_look),
    DuplicateRule(unless_told_apart(near_pairs), nearly_one_name, is_slow=True),
    DuplicateRule(unless_told_apart(swapped_pairs), one_name_in_another_order, is_slow=True),
    DuplicateRule(containing_pairs, one_name_within, is_slow=True),
)


def _distinction(other: Known) -> Way:
    return Way("distinct_from", other.id, "if they are two")
