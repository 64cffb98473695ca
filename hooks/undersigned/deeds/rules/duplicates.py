"""Rules between entries of the record: each is known by one id, and no deed is there twice."""

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from itertools import islice
from typing import NamedTuple

from ...dates import StatedDate
from ...names.similarity import words_of
from ...problem import Problem, Severity, Way, quoted
from ...register.entries import identity, is_drop_in
from ...register.rules.remedies import REMOVE, FreeIds, elsewhere, mended
from ...text.source import Entry
from ..entry_list import RECORD, id_of
from ..fields import LONGEST_ID
from .context import RecordContext, version_of, when

# Two sentences are nearly one if they share so many of the words that both have together.
_ALIKE = 0.75

# Of thousands of deeds of one signatory, each is held against so many.
_COMPARED_AT_MOST = 100

_TWO = "if they are two"


class Known(NamedTuple):
    """An entry with what others are compared by: its id, its date, its words, what it is about.

    Each of its `places` is a signatory, a version and a principle, with the numbers in its words:
    deeds that differ in one, such as reports of two quarters, are two.
    """

    entry: Entry
    id: str
    when: StatedDate | None
    words: tuple[str, ...]
    distinct: frozenset[str]
    places: tuple[tuple[str, ...], ...]

    @property
    def place(self) -> str:
        """The file and line of the entry, for messages."""
        return f"{self.entry.path}:{self.entry.line}"


def duplicates_among(
    entries: Sequence[Entry], context: RecordContext, blamed: Callable[[Entry], bool]
) -> Iterator[Problem]:
    """Every problem between entries.

    Of two entries the one that is ``blamed`` is reported; where both or neither are, the later.
    """
    known = [_known(entry, context) for entry in sorted(entries, key=blamed)]
    reported: set[int] = set()
    for second, problem in one_id(known):
        reported.add(id(second))
        yield problem
    others = [one for one in known if id(one) not in reported]
    yield from told_once(others)
    yield from under_several(others)


def _known(entry: Entry, context: RecordContext) -> Known:
    text, principle = entry.get("deed"), entry.get("principle")
    words = words_of(text.value) if text else []
    numbers = " ".join(sorted(word for word in words if any(map(str.isdigit, word))))
    part = (version_of(entry, context), principle.value if principle else "", numbers)
    places = tuple((who, *part) for who in dict.fromkeys(each.value for each in entry.each("who")))
    called = id_of(entry.values)
    return Known(entry, called, when(entry), tuple(words), frozenset(words), places)


def one_id(known: Sequence[Known]) -> Iterator[tuple[Known, Problem]]:
    """An entry has an id of its own: it names a file, a place on a page and an event.

    By default it tells who did something, under which principle and when, so a second deed of that
    day gives an id. One that tells the same as the first is there twice.
    """
    first: dict[str, Known] = {}
    free = FreeIds((one.id for one in known), LONGEST_ID)
    for one in known:
        if not one.id or not one.places:
            continue
        other = first.setdefault(one.id, one)
        if other is not one:
            offered = free.like(one.id)
            yield one, _same_id(one, other, offered)
            free.take(offered)


def _same_id(second: Known, first: Known, offered: str) -> Problem:
    """The problem of an entry whose id is that of another."""
    field = "id" if second.entry.get("id") else "who"
    found = f"entry {quoted(second.id)} is already on {first.place}"
    if identity(second.entry.values) == identity(first.entry.values):
        return mended(second.entry, found, (REMOVE,), field)
    there = _move_to(first) if _was_folded(second, first) else REMOVE
    own = Way("id", offered, _TWO)
    if second.entry.get("id"):
        own = Way(action=f"write 'id: {offered}'", when=_TWO)
    return mended(second.entry, found, (there, own), field)


def _was_folded(second: Known, first: Known) -> bool:
    """Whether a drop-in is probably an entry that was folded before the drop-in was corrected."""
    if not is_drop_in(second.entry, RECORD) or first.entry.path != RECORD.path:
        return False
    ours, theirs = second.entry.values, first.entry.values
    return any(ours.get(name, "") == theirs.get(name) for name in ("deed", "sources", "where"))


def _move_to(first: Known) -> Way:
    return elsewhere(
        f"if it was folded meanwhile, move the change to {first.place} and remove this file"
    )


def told_once(known: Sequence[Known]) -> Iterator[Problem]:
    """No two deeds of a signatory, under one principle and at one time, tell the same.

    In the same words it is a problem, in nearly the same a warning.
    """
    groups: dict[tuple[str, ...], list[Known]] = defaultdict(list)
    for one in known:
        if one.words and one.when:
            held = (other for place in one.places for other in _newest(groups[place]))
            compared = {id(other): other for other in held}
            told = (_told_twice(one, other) for other in compared.values())
            yield from islice(filter(None, told), 1)
            for place in one.places:
                groups[place].append(one)


def under_several(known: Sequence[Known]) -> Iterator[Problem]:
    """No deed of a signatory counts under several principles in the same words; it is a warning."""
    first: dict[tuple[str, tuple[str, ...]], Known] = {}
    for one in known:
        if one.words and one.when:
            told = [(place[0], one.words) for place in one.places]
            others = [first.setdefault(each, one) for each in told]
            elsewhere = (each for each in others if _principle(each) != _principle(one))
            if other := next((each for each in elsewhere if _may_be_of_one_time(one, each)), None):
                text = one.entry.fields["deed"]
                found = f"deed {quoted(text.value)} is on {other.place} under another principle"
                ways = (Way(action="keep the one where it belongs"), _EACH)
                yield mended(one.entry, found, ways, "deed")._replace(severity=Severity.WARNING)


def _principle(one: Known) -> tuple[str, ...]:
    """The version and the number of the principle that an entry is about."""
    return one.places[0][1:3]


_EACH = Way(action="tell what each adds", when=_TWO)


def _newest(group: Sequence[Known]) -> Iterator[Known]:
    return islice(reversed(group), _COMPARED_AT_MOST)


def _told_twice(second: Known, first: Known) -> Problem | None:
    """The problem of two deeds that are probably one."""
    shared, all_words = second.distinct & first.distinct, second.distinct | first.distinct
    if len(shared) < _ALIKE * len(all_words) or not _may_be_of_one_time(second, first):
        return None
    text = second.entry.fields["deed"]
    if second.words == first.words:
        found = f"deed {quoted(text.value)} is already on {first.place}"
        return mended(second.entry, found, (REMOVE,), "deed")
    found = f"deed {quoted(text.value)} is nearly that on {first.place}"
    ways = (REMOVE, _EACH)
    return mended(second.entry, found, ways, "deed")._replace(severity=Severity.WARNING)


def _may_be_of_one_time(one: Known, other: Known) -> bool:
    """Whether the dates of two entries have a day in common."""
    if one.when is None or other.when is None:
        return False
    begins = max(one.when.first_day, other.when.first_day)
    return begins <= min(one.when.last_day, other.when.last_day)
