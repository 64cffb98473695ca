"""Comparison of two states of a register, entry by entry."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from ..dates import stated_date
from ..entry_list import SIGNATORIES
from ..fields import Kind
from ..identity import id_of
from ..names.similarity import distinctive_words
from ..register.entries import identity
from ..text.source import Entry
from ..urls import page_of
from .differences import Difference, differing, is_folded, is_moved
from .pairing import same_signatories

# The fields whose pages tell one signatory from another.
_PAGES = ("website", "evidence")

# What pages say of a signatory as a whole, by its latest entry.
_WHO = ("name", "kind", "country", "website", "ended", "succeeded_by")


class ChangeKind(StrEnum):
    """What an altered entry is taken for; the gravest first."""

    REPLACED = "Replaced"
    WITHDRAWN = "Withdrawn"
    ENDED = "Ended"
    RENAMED = "Renamed"
    CHANGED = "Changed"


class Pair(NamedTuple):
    """An entry before and after; `shared` is what says that they are one's where no id does."""

    before: Entry
    after: Entry
    shared: str = ""

    @property
    def differences(self) -> list[Difference]:
        """The fields that differ, in the order of the model, then those unknown to it."""
        return differing(self.before, self.after, SIGNATORIES)

    @property
    def changed_fields(self) -> set[str]:
        """The names of the fields that differ."""
        return {each.field for each in self.differences}

    @property
    def change(self) -> ChangeKind | None:
        """What the change is; None where nothing changed, or a drop-in was only folded."""
        if not self.differences or self.is_fold:
            return None
        if self.is_replacement:
            return ChangeKind.REPLACED
        if self._gains("withdrawn"):
            return ChangeKind.WITHDRAWN
        if self._gains("ended") or self._gains("succeeded_by"):
            return ChangeKind.ENDED
        return ChangeKind.RENAMED if self.is_renaming else ChangeKind.CHANGED

    @property
    def is_fold(self) -> bool:
        """Whether a drop-in was moved into the register, where it may gain the day of listing."""
        return is_folded(self.before, self.after, SIGNATORIES)

    @property
    def is_moved(self) -> bool:
        """Whether an entry stands in another file, and says what it said, without a fold."""
        return is_moved(self.before, self.after, SIGNATORIES)

    @property
    def is_replacement(self) -> bool:
        """Whether the id is all that is left: no name, website or evidence is as it was.

        Or whether a person has become an organisation, or the other way round, of another name.
        """
        old, new = self.before.values, self.after.values
        if old.get("name") == new.get("name"):
            return False
        if (old.get("kind") == Kind.INDIVIDUAL) is not (new.get("kind") == Kind.INDIVIDUAL):
            return True
        same_page = any(_is_one_page(old.get(field), new.get(field)) for field in _PAGES)
        by_email = old.get("confirmed_by_email")
        return not same_page and (by_email is None or by_email != new.get("confirmed_by_email"))

    @property
    def is_renaming(self) -> bool:
        """Whether the names differ in more than their spelling and legal form."""
        old, new = (entry.values.get("name", "") for entry in (self.before, self.after))
        return _spelt(old) != _spelt(new)

    @property
    def says_earlier_name(self) -> bool:
        """Whether the entry gives the name before as a former one."""
        earlier = {_spelt(text.value) for text in self.after.each("formerly")}
        return _spelt(self.before.values.get("name", "")) in earlier

    def _gains(self, field: str) -> bool:
        return field not in self.before.values and field in self.after.values


class Joining(NamedTuple):
    """An entry of a signatory that was there, and that signatory's latest entry as it was."""

    entry: Entry
    there: Entry

    @property
    def differences(self) -> list[Difference]:
        """In what it would change what pages say of the signatory as a whole."""
        old, new = self.there.values, self.entry.values
        found = [Difference(name, old.get(name), new.get(name)) for name in _WHO]
        return [each for each in found if each.old != each.new and not _is_respelt(each)]


@dataclass(frozen=True, slots=True)
class Comparison:
    """The entries that were added, those that were removed, and those that are in both states.

    `added` are of new signatories, `joining` of those that were there.
    """

    added: tuple[Entry, ...]
    joining: tuple[Joining, ...]
    removed: tuple[Entry, ...]
    kept: tuple[Pair, ...]


# Gives the version that an entry endorses; empty where nothing says which.
VersionOf = Callable[[Entry], str]


def compared(before: Iterable[Entry], after: Iterable[Entry], version_of: VersionOf) -> Comparison:
    """The comparison of two states of a register.

    Entries are paired by id: those that are equal first, then those that endorse the same version,
    then the others in their order. What is left is paired by what two ids share, if nobody else
    does.
    """
    old, new = _by_id(before), _by_id(after)
    kept: list[Pair] = []
    removed: dict[str, list[Entry]] = {}
    added: dict[str, list[Entry]] = {}
    for who in dict.fromkeys([*old, *new]):
        pairs, old_left, new_left = _paired(old.get(who, []), new.get(who, []), version_of)
        kept += pairs
        removed |= {who: old_left} if old_left else {}
        added |= {who: new_left} if new_left else {}
    others = [entry for pair in kept for entry in (pair.before, pair.after)]
    for one, two, shared in list(same_signatories(removed, added, others)):
        pairs, removed[one], added[two] = _paired(removed[one], added[two], version_of)
        kept += [pair._replace(shared=shared) for pair in pairs]
    return Comparison(
        tuple(each for who, entries in added.items() if who not in old for each in entries),
        tuple(_joining(old, added, kept)),
        tuple(each for entries in removed.values() for each in entries),
        tuple(kept),
    )


def _by_id(entries: Iterable[Entry]) -> dict[str, list[Entry]]:
    found: dict[str, list[Entry]] = defaultdict(list)
    for entry in entries:
        found[id_of(entry.values)].append(entry)
    return found


def _paired(
    old: Sequence[Entry], new: Sequence[Entry], version_of: VersionOf
) -> tuple[list[Pair], list[Entry], list[Entry]]:
    """Pairs of entries of one signatory, unchanged ones first, and the unpaired old and new."""
    if len(old) == len(new) == 1:
        return [Pair(old[0], new[0])], [], []
    pairs: list[Pair] = []
    left = list(old), list(new)
    for key in (_content, version_of, _nothing):
        waiting: dict[object, list[Entry]] = defaultdict(list)
        for entry in reversed(left[1]):
            waiting[key(entry)].append(entry)
        found = [Pair(each, same.pop()) for each in left[0] if (same := waiting.get(key(each)))]
        taken = {id(entry) for pair in found for entry in (pair.before, pair.after)}
        left = _without(left[0], taken), _without(left[1], taken)
        pairs += found
    return pairs, *left


def _without(entries: Iterable[Entry], taken: set[int]) -> list[Entry]:
    return [entry for entry in entries if id(entry) not in taken]


def _content(entry: Entry) -> frozenset[tuple[str, str]]:
    return identity(entry.values)


def _nothing(_: Entry) -> None:
    return None


def _joining(
    old: Mapping[str, Sequence[Entry]], added: Mapping[str, Sequence[Entry]], kept: Iterable[Pair]
) -> Iterator[Joining]:
    """Entries that have come to an id that was there, also those that had another."""
    moved = [pair.after for pair in kept if pair.shared]
    for entry in (*(each for entries in added.values() for each in entries), *moved):
        if there := old.get(id_of(entry.values)):
            yield Joining(entry, max(there, key=_last_day))


def _last_day(entry: Entry) -> date:
    """The last day on which an entry can be signed; an early one where it states none."""
    signed = stated_date(entry.values.get("signed", ""))
    return signed.last_day if signed else date.min


def _is_respelt(difference: Difference) -> bool:
    return difference.field == "website" and _is_one_page(difference.old, difference.new)


def _is_one_page(one: str | None, other: str | None) -> bool:
    """Whether two addresses are given, and lead to one page."""
    return bool(one and other and page_of(one) and page_of(one) == page_of(other))


def _spelt(name: str) -> str:
    """A name without what does not distinguish it; two of equal results are the same name."""
    return "".join(distinctive_words(name)) or name
