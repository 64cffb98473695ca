"""Rules between entries: no two are duplicates of each other, and none names one that is not."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import count, islice
from typing import NamedTuple

from ...names.near_duplicates import near_pairs, swapped_pairs
from ...names.sharing import sharing
from ...names.similarity import skeletons
from ...problem import Problem, Severity, Way, quoted
from ...text.source import Entry
from ...urls import page_of
from .alike_hosts import alike_hosts, one_host_look
from .containing import containing_pairs, one_name_within
from .context import Context
from .earlier_names import one_earlier_name, renamed_pairs
from .identity import SAME, facts_are_on_the_latest, move_to, one_signatory, was_folded
from .known import Known, are_told_apart
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


# The positions of two entries; the second is the one to report.
Pair = tuple[int, int]

# A function that gives the keys of many entries, each with the position of the entry.
Keys = Callable[[Sequence[Known]], Iterable[tuple[str, int]]]

# A function that gives the pairs of names, each as its words, of which some are people's.
NamePairs = Callable[[Sequence[Sequence[str]], Sequence[bool]], Iterator[Pair]]


class DuplicateRule(NamedTuple):
    """A rule between entries: the pairs that break it, and the problem of the second of a pair."""

    pairs: Callable[[Sequence[Known]], Iterator[Pair]]
    problem: Callable[[Known, Known], Problem | None]


def duplicates_among(
    known: Sequence[Known],
    context: Context,
    blamed: Callable[[Entry], bool] = blame_the_later,
) -> Iterator[Problem]:
    """Every problem between entries; each pair is reported once, by the first rule it breaks.

    Of two entries the one that is ``blamed`` is reported; where both or neither are, the later.
    """
    # With the blamed entries last, the entry to report is always the second.
    known = sorted(known, key=lambda one: blamed(one.entry))
    yield from one_signatory(known, context)
    several = len(context.versions) > 1
    reported: set[Pair] = set()
    for rule in DUPLICATE_RULES:
        for pair in rule.pairs(known):
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


def _sharing(keys: Keys) -> Callable[[Sequence[Known]], Iterator[Pair]]:
    """A function that pairs each entry with the earlier ones that have a key of it.

    They are those that are paired with none themselves, so that of many copies each is paired once,
    and whoever adds another of several that are told apart learns of all at once; without any, it
    is the first of the others. An empty key is shared with none. Entries that are told apart are
    not paired.
    """

    def pairs(known: Sequence[Known]) -> Iterator[Pair]:
        for group in sorted(sharing(keys(known))):
            yield from _clashing(known, group)

    return pairs


def _clashing(known: Sequence[Known], group: Sequence[int]) -> Iterator[Pair]:
    """The pairs of one group of `_sharing`."""
    alone, paired = _Others(known), _Others(known)
    seen = set[str]()
    for second in group:
        if known[second].id in seen:
            continue  # entries of one signatory, which other rules compare
        seen.add(known[second].id)
        found = sorted(islice(alone.like(second), _PAIRED_AT_MOST))
        found = found or list(islice(paired.like(second), 1))
        yield from ((first, second) for first in found)
        (paired if found else alone).add(second)


# Where thousands share a name with thousands, nobody reads a line for each pair.
_PAIRED_AT_MOST = 20


class _Others:
    """Entries of one group of `_sharing`, kept apart by slug and by whether they chose an id.

    Of one slug, all that chose an id are told apart from all others, so they are passed over at
    once: thousands may have one name.
    """

    def __init__(self, known: Sequence[Known]) -> None:
        self._known = known
        self._places: dict[tuple[str, bool], list[int]] = {}

    def add(self, position: int) -> None:
        """Keep one more."""
        one = self._known[position]
        self._places.setdefault((one.slug, one.chose_id), []).append(position)

    def like(self, position: int) -> Iterator[int]:
        """Those from whom an entry is not told apart."""
        them = self._known[position]
        for (slug, chose_id), others in self._places.items():
            if slug != them.slug or not (chose_id or them.chose_id):
                yield from (one for one in others if not are_told_apart(self._known[one], them))


def _unless_told_apart(pairs: NamePairs) -> Callable[[Sequence[Known]], Iterator[Pair]]:
    """A function that pairs entries by their words, unless they are told apart."""

    def unsettled(known: Sequence[Known]) -> Iterator[Pair]:
        words, people = [each.words for each in known], [each.person for each in known]
        found = pairs(words, people)
        return (each for each in found if not are_told_apart(known[each[0]], known[each[1]]))

    return unsettled


def _names(known: Sequence[Known]) -> Iterable[tuple[str, int]]:
    return zip([one.folded for one in known], count())


def _skeletons(known: Sequence[Known]) -> Iterable[tuple[str, int]]:
    drawn = zip(skeletons([one.name for one in known]), count())
    return (each for each in drawn if each[0])


def _looks(known: Sequence[Known]) -> Iterable[tuple[str, int]]:
    drawn = ((look.replace(" ", ""), at) for at, one in enumerate(known) for look in one.looks)
    return (each for each in drawn if each[0])


def _pages(known: Sequence[Known]) -> Iterable[tuple[str, int]]:
    websites = [one.entry.values.get("website") for one in known]
    return (
        (page, at) for at, website in enumerate(websites) if website and (page := page_of(website))
    )


# A pair is reported by the first rule that it breaks.
DUPLICATE_RULES = (
    DuplicateRule(_sharing(_names), one_name),
    DuplicateRule(renamed_pairs, one_earlier_name),
    DuplicateRule(_sharing(_skeletons), one_look),
    DuplicateRule(_sharing(_looks), one_look),
    DuplicateRule(_sharing(_pages), one_website),
    DuplicateRule(alike_hosts, one_host_look),
    DuplicateRule(_unless_told_apart(near_pairs), nearly_one_name),
    DuplicateRule(_unless_told_apart(swapped_pairs), one_name_in_another_order),
    DuplicateRule(containing_pairs, one_name_within),
)


def _distinction(other: Known) -> Way:
    return Way("distinct_from", other.id, "if they are two")
