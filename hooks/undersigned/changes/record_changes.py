"""What a branch changes of the record of deeds, and what it changes that the record rests on."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from typing import NamedTuple

from ..bibliography.files import files_named
from ..bibliography.library import Library, read_library
from ..deeds.entry_list import RECORD
from ..deeds.rules.context import RecordContext, context_of
from ..paths import BIBLIOGRAPHY, CONFIGURATION, VERSIONS
from ..problem import Problem
from ..register.entries import gather
from ..register.rules.context import Context
from ..register.signatories import Register
from ..statement.naming import texts_set_for
from ..statement.versions import read_versions
from ..text.source import Entry
from .differences import misdated
from .proof_changes import Stand
from .record_cautions import CautionedEntry, RecordCaution, of_fold, of_new, of_pair
from .record_facts import Facts, RecordState, facts_of
from .record_pairs import RecordComparison, RecordPair, plain_words, records_compared
from .removed_values import removed_values
from .snapshot import entries_at, site_at


class RecordCounts(NamedTuple):
    """How many deeds and searches a record has, and how many of both are shown."""

    deeds: int = 0
    searches: int = 0
    shown: int = 0


class _Past(NamedTuple):
    """What git says of a record: drop-ins folded as of another day, and sentences removed.

    The sentences are None where the history cannot be read for them.
    """

    wrong_day: Collection[str]
    gone: Collection[str] | None


class FactsPair(NamedTuple):
    """What follows of an entry before and after."""

    before: Facts
    after: Facts

    @property
    def differ(self) -> bool:
        """Whether something else follows than before."""
        return self.before != self.after


@dataclass(frozen=True, slots=True)
class RecordChanges:
    """What a branch changes of the record; nothing, where a site has none.

    `altered` are the entries that say otherwise than before, and `affected` those that say the
    same while other files change what follows of them. `facts` are by the identity of an entry's
    object, as it is after the change or, if it is removed, as it was. `day` dates the build of
    which it is said what it shows. `asked` is whether the history could be read for what
    returns.
    """

    entries: RecordComparison = field(default_factory=lambda: RecordComparison((), (), ()))
    altered: tuple[RecordPair, ...] = ()
    affected: tuple[RecordPair, ...] = ()
    folded: tuple[RecordPair, ...] = ()
    moved: tuple[RecordPair, ...] = ()
    facts: Mapping[int, FactsPair] = field(default_factory=dict)
    cautions: tuple[CautionedEntry, ...] = ()
    before: RecordCounts = field(default_factory=RecordCounts)
    after: RecordCounts = field(default_factory=RecordCounts)
    day: date = date.min
    unread: tuple[Problem, ...] = ()
    asked: bool = True

    @property
    def touched(self) -> list[Entry]:
        """Every entry that is new, gone, altered or affected."""
        pairs = (*self.altered, *self.affected)
        return [*self.entries.removed, *(pair.after for pair in pairs), *self.entries.added]

    def cautions_about(self, entry: Entry) -> list[CautionedEntry]:
        """The cautions about an entry."""
        return [each for each in self.cautions if each.entry is entry]


def record_changes(
    root: Path, commit: str, context: Context, before: Stand, after: Stand
) -> RecordChanges:
    """What differs from a commit in the record, by the endorsements before and after.

    Raises `HistoryError` where git cannot list or read the files.
    """
    (old, unread), (new, _) = entries_at(root, commit, RECORD), gather(root, RECORD)
    if not (old or new or unread):
        return RecordChanges()
    states = (
        RecordState(old, _context_at(root, commit, context, before)),
        RecordState(new, _context_of(context, after, read_library(root)[0])),
    )
    entries = records_compared(old, new)
    return _changes(entries, states, context.today, _past(root, commit, entries), unread)


def _context_at(root: Path, commit: str, context: Context, stand: Stand) -> RecordContext:
    """What the record depended on at a commit, by the files that were listed then."""
    with site_at(root, commit, (CONFIGURATION,)) as before:
        files = (*files_named(before), texts_set_for(before).source)
    with site_at(root, commit, (CONFIGURATION, BIBLIOGRAPHY, VERSIONS, *files)) as before:
        versions, problems = read_versions(before, context.today)
        library = read_library(before)[0]
    return _context_of(replace(context, versions=() if problems else versions), stand, library)


def _context_of(context: Context, stand: Stand, library: Library) -> RecordContext:
    return context_of(context, Register(tuple(stand.endorsements)), library, complete=True)


def _changes(
    entries: RecordComparison,
    states: tuple[RecordState, RecordState],
    day: date,
    past: _Past,
    unread: Sequence[Problem],
) -> RecordChanges:
    facts = dict(_facts(entries, states))
    moved_in = [each for each in entries.kept if each.is_fold]
    folded = [each for each in moved_in if each.before.path not in past.wrong_day]
    alike = {id(each) for each in (*folded, *(one for one in entries.kept if not one.differences))}
    unaltered = [each for each in entries.kept if id(each) in alike]
    return RecordChanges(
        entries,
        tuple(each for each in entries.kept if id(each) not in alike),
        tuple(each for each in unaltered if facts[id(each.after)].differ),
        tuple(folded),
        tuple(each for each in entries.kept if each.is_moved),
        facts,
        tuple(_cautions(entries, facts, day, {*map(id, folded)}, past.gone or ())),
        _counts(states[0].entries, (each.before for each in facts.values()), day),
        _counts(states[1].entries, (each.after for each in facts.values()), day),
        day,
        tuple(unread),
        asked=past.gone is not None,
    )


def _past(root: Path, commit: str, entries: RecordComparison) -> _Past:
    """What git says of the entries; the history is asked only where it matters for one."""
    folded = [(pair.before, pair.after) for pair in entries.kept if pair.is_fold]
    wrong_day = set(misdated(root, commit, folded, RECORD))
    if not entries.added:
        return _Past(wrong_day, ())
    removed = removed_values(root, commit, ("deed",), (RECORD.path, RECORD.drop_ins))
    gone = None if removed is None else {plain_words(text) for _, text in removed}
    return _Past(wrong_day, gone)


def _cautions(
    entries: RecordComparison,
    facts: Mapping[int, FactsPair],
    day: date,
    folded: Collection[int],
    gone: Collection[str],
) -> Iterator[CautionedEntry]:
    """The cautions of each entry; `folded` has the identities of pairs that a fold has made."""
    for pair in entries.kept:
        of_it = of_fold if id(pair) in folded else of_pair
        yield from of_it(pair, *facts[id(pair.after)], day)
    for entry in entries.added:
        yield from of_new(entry, facts[id(entry)].after, day)
        if (deed := entry.values.get("deed")) and plain_words(deed) in gone:
            yield CautionedEntry(RecordCaution.RETURNS, entry)


def _facts(
    entries: RecordComparison, states: tuple[RecordState, RecordState]
) -> Iterator[tuple[int, FactsPair]]:
    """What follows of each entry before and after; of one that is new or gone, then alone."""
    before, after = (state.context for state in states)
    for pair in entries.kept:
        both = FactsPair(facts_of(pair.before, before), facts_of(pair.after, after))
        yield id(pair.after), both
    for entry in entries.added:
        yield id(entry), FactsPair(Facts(), facts_of(entry, after))
    for entry in entries.removed:
        yield id(entry), FactsPair(facts_of(entry, before), Facts())


def _counts(entries: Sequence[Entry], shown: Iterable[Facts], day: date) -> RecordCounts:
    """How many entries there are and are shown, as far as their fields say that."""
    searches = sum("found" in each.values for each in entries)
    return RecordCounts(
        len(entries) - searches, searches, sum(each.is_shown(day) for each in shown)
    )
