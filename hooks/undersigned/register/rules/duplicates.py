"""Rules between entries: no two are duplicates of each other."""

from collections.abc import Callable, Iterator, Sequence
from itertools import islice
from typing import NamedTuple

from ...model import Kind
from ...names.near_duplicates import near_pairs
from ...names.similarity import distinctive_words, skeleton
from ...names.slug import slug
from ...problem import Problem, Severity, quoted
from ...text.source import Entry, Text
from ...urls import page_of


class Known(NamedTuple):
    """An entry that has a name, with the forms of the name that are compared."""

    entry: Entry
    name: str
    slug: str
    words: Sequence[str]
    folded: str

    def calls_distinct(self, other: "Known") -> bool:
        """Whether the entry says by `distinct_from` that the other is another signatory."""
        stated = self.entry.get("distinct_from")
        return stated is not None and stated.value == other.slug


def blame_the_later(_: Entry) -> bool:
    """The default for `blamed`: no entry is, so of two the later one is reported."""
    return False


# The positions of two entries; the second is the one to report.
Pair = tuple[int, int]


class DuplicateRule(NamedTuple):
    """A rule between entries: the pairs that break it, and the problem of the second of a pair."""

    pairs: Callable[[Sequence[Known]], Iterator[Pair]]
    problem: Callable[[Known, Known], Problem]


def duplicates_among(
    entries: Sequence[Entry], blamed: Callable[[Entry], bool] = blame_the_later
) -> Iterator[Problem]:
    """Every problem between entries; each pair is reported once, by the first rule it breaks.

    Of two entries the one that is ``blamed`` is reported; where both or neither are, the later.
    """
    # With the blamed entries last, the entry to report is always the second.
    ordered = sorted(entries, key=blamed)
    known = [_known(entry, name.value) for entry in ordered if (name := _name(entry))]
    reported: set[Pair] = set()
    for rule in DUPLICATE_RULES:
        for pair in rule.pairs(known):
            if pair not in reported:
                reported.add(pair)
                yield rule.problem(known[pair[1]], known[pair[0]])
    yield from _distinct_from_none(ordered, known)


def one_identity(second: Known, first: Known) -> Problem:
    """No two entries have the same slug."""
    return _already(second, first, "remove one, or tell the two apart by name")


def one_name(second: Known, first: Known) -> Problem:
    """Names differ in more than case, accents, punctuation, spacing and legal forms.

    Two signatories whose names differ in nothing else say so by `distinct_from`.
    """
    return _already(second, first, f"remove one, or {_distinction(first)}")


def one_look(second: Known, first: Known) -> Problem:
    """No two names are confusable by Unicode Technical Standard 39.

    Two signatories whose names are confusable say so by `distinct_from`.
    """
    place = _place(first, "name")
    message = f"{quoted(second.name)} looks like {quoted(first.name)} on {place}"
    remedy = f"write it in its own letters, or {_distinction(first)}"
    return second.entry.problem(f"{message}; {remedy}", "name")


def one_website(second: Known, first: Known) -> Problem:
    """No two entries have the same website, unless one names the other by `distinct_from`.

    Two people may give the page of the employer that they share.
    """
    website = second.entry.fields["website"].value
    message = f"website {quoted(website)} is already that of {quoted(first.name)}"
    remedy = f"remove one of the two, give each its own, or {_distinction(first)}"
    return second.entry.problem(f"{message} on {_place(first, 'website')}; {remedy}", "website")


def nearly_one_name(second: Known, first: Known) -> Problem:
    """Names one or two edits apart are probably the same, unless `distinct_from` says otherwise."""
    place = _place(first, "name")
    message = f"{quoted(second.name)} is nearly {quoted(first.name)} on {place}"
    message += f"; correct one, or {_distinction(first)}"
    return second.entry.problem(message, "name")._replace(severity=Severity.WARNING)


def _sharing(
    key: Callable[[Known], str], settled: bool = False
) -> Callable[[Sequence[Known]], Iterator[Pair]]:
    """A function that pairs each entry with the first earlier one that has the same key.

    An empty key is shared with none. With ``settled``, entries that are stated to be distinct by
    `distinct_from` are not paired.
    """

    def pairs(known: Sequence[Known]) -> Iterator[Pair]:
        groups: dict[str, list[int]] = {}
        for position, one in enumerate(known):
            if shared := key(one):
                groups.setdefault(shared, []).append(position)
        for group in groups.values():
            for index, second in enumerate(group):
                for first in islice(group, index):
                    if not (settled and _are_distinct(known[first], known[second])):
                        yield first, second
                        break

    return pairs


def _near(known: Sequence[Known]) -> Iterator[Pair]:
    for one, other in near_pairs(
        [each.words for each in known], [_is_person(each.entry) for each in known]
    ):
        if not _are_distinct(known[one], known[other]):
            yield one, other


def _page(one: Known) -> str:
    website = one.entry.get("website")
    return page_of(website.value) if website else ""


# The fields that these rules read: while they stay the same, so do the problems.
COMPARED = ("name", "kind", "website", "distinct_from")

# A pair is reported by the first rule that it breaks.
DUPLICATE_RULES = (
    DuplicateRule(_sharing(lambda one: one.slug), one_identity),
    DuplicateRule(_sharing(lambda one: one.folded, settled=True), one_name),
    DuplicateRule(_sharing(lambda one: skeleton(one.name), settled=True), one_look),
    DuplicateRule(_sharing(lambda one: skeleton(one.folded.upper()), settled=True), one_look),
    DuplicateRule(_sharing(_page, settled=True), one_website),
    DuplicateRule(_near, nearly_one_name),
)


def _known(entry: Entry, name: str) -> Known:
    words = distinctive_words(name, person=_is_person(entry))
    return Known(entry, name, slug(name), words, "".join(words))


def _is_person(entry: Entry) -> bool:
    kind = entry.get("kind")
    return kind is not None and kind.value == Kind.INDIVIDUAL


def _name(entry: Entry) -> Text | None:
    """The entry's name, unless it is absent or blank."""
    name = entry.get("name")
    return name if name is not None and name.value.strip() else None


def _are_distinct(one: Known, other: Known) -> bool:
    return one.calls_distinct(other) or other.calls_distinct(one)


def _distinct_from_none(entries: Sequence[Entry], known: Sequence[Known]) -> Iterator[Problem]:
    """`distinct_from` names the slug of another entry."""
    first = {one.slug: one.entry for one in reversed(known)}
    for entry in entries:
        other = entry.get("distinct_from")
        if other and other.value.strip() and first.get(other.value, entry) is entry:
            message = f"distinct_from {quoted(other.value)} is no other entry's slug; correct it"
            yield entry.problem(message, "distinct_from")


def _already(second: Known, first: Known, remedy: str) -> Problem:
    message = f"{quoted(second.name)} is already on {_place(first, 'name')}"
    if second.name != first.name:
        message += f" as {quoted(first.name)}"
    return second.entry.problem(f"{message}; {remedy}", "name")


def _distinction(other: Known) -> str:
    return f"add 'distinct_from: {other.slug}' if they are two"


def _place(one: Known, field: str) -> str:
    return f"{one.entry.path}:{one.entry.fields[field].line}"
