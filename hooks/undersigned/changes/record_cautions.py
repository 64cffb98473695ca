"""What a maintainer must look at in entries of the record, new, altered or affected."""

from collections.abc import Iterator, Mapping
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from ..deeds.fields import DATES, OF_REPLIES
from ..deeds.model import Bearing
from ..paths import DEEDS
from ..text.source import Entry
from .record_facts import Facts
from .record_pairs import RecordPair


class RecordCaution(StrEnum):
    """A reason to look closely at an entry of the record, as a summary words it; gravest first."""

    WORDS = "saying otherwise than before what was done"
    ABOUT = "about others than before"
    BEARING = "read otherwise than before"
    PLACED = "under another principle, version or date than before"
    SOURCES = "known by other sources than before"
    REPLY = "with another reply than before, or without the one that was there"
    RETURNS = "in words that the record had before and that were removed"
    HIDDEN = "no longer shown"
    SHOWN = "shown from the merge on"
    SOURCE_EDITED = "with a source that the bibliography now has otherwise"
    NOT_IN_LINE = f"read as other than {Bearing.IN_LINE}"
    ELSEWHERE = "with a reply at an address that is not the signatory’s own"
    NOTIFIED = "with a day of notice, for which only a maintainer who wrote the letter can vouch"
    BY_EMAIL = "with a reply by e-mail, for which only a maintainer who has it can vouch"
    UNKNOWN = "about somebody who is not in the register"
    UNARCHIVED = "said to have no archived copy of any source"
    OTHER_DAY = "given another day of listing, which a fold alone writes"
    LISTED = "given a day of listing before any fold"
    STRAIGHT = "written straight into deeds.yml, so that its own date counts as news"


class CautionedEntry(NamedTuple):
    """An entry with a caution; the `detail` is what it is about, as text of the entry."""

    caution: RecordCaution
    entry: Entry
    detail: str = ""


_PLACE = frozenset(("principle", "version", *DATES))

# The fields by which each caution of an entry that was there is known.
_CHANGED: Mapping[RecordCaution, frozenset[str]] = {
    RecordCaution.WORDS: frozenset(("deed", "found")),
    RecordCaution.ABOUT: frozenset(("who",)),
    RecordCaution.BEARING: frozenset(("bearing",)),
    RecordCaution.PLACED: _PLACE,
    RecordCaution.SOURCES: frozenset(("sources", "where")),
    RecordCaution.OTHER_DAY: frozenset(("listed",)),
}
_REPLY = frozenset(OF_REPLIES)

_Found = Iterator[tuple[RecordCaution, str]]


def of_new(entry: Entry, facts: Facts, day: date) -> Iterator[CautionedEntry]:
    """The cautions of a new entry, for a build of that day."""
    found = (*_claims(entry, facts, {*entry.given}), *_of_place(entry), *_of_names(facts))
    yield from (CautionedEntry(caution, entry, detail) for caution, detail in found)
    if facts.is_shown(day):
        yield CautionedEntry(RecordCaution.SHOWN, entry)


def of_pair(pair: RecordPair, before: Facts, after: Facts, day: date) -> Iterator[CautionedEntry]:
    """The cautions of an entry that was there, also where other files alone have changed."""
    found = [*_of_values(pair), *_of_effects(pair, before, after, day)]
    yield from (CautionedEntry(caution, pair.after, detail) for caution, detail in found)


def of_fold(pair: RecordPair, before: Facts, after: Facts, day: date) -> Iterator[CautionedEntry]:
    """The cautions of an entry that a fold moved, and gave the day of listing that git has."""
    for caution, detail in _of_effects(pair, before, after, day):
        yield CautionedEntry(caution, pair.after, detail)


def _of_values(pair: RecordPair) -> _Found:
    """What the entry itself says otherwise than before."""
    changed, old = pair.changed_fields, pair.before.values
    for caution, fields in _CHANGED.items():
        if about := changed & fields:
            yield caution, ", ".join(sorted(about))
    if _REPLY & changed & old.keys():
        yield RecordCaution.REPLY, old.get("reply", "")


def _of_effects(pair: RecordPair, before: Facts, after: Facts, day: date) -> _Found:
    """What is shown otherwise than before, whichever file has brought that about."""
    if before.is_shown(day) is not after.is_shown(day):
        yield (RecordCaution.SHOWN if after.is_shown(day) else RecordCaution.HIDDEN), ""
    known = {each.key: each.reference for each in before.sources}
    of_both = (each for each in after.sources if each.key in known)
    edited = [each.key for each in of_both if each.reference != known[each.key]]
    if edited:
        yield RecordCaution.SOURCE_EDITED, ", ".join(edited)
    changed = pair.changed_fields & pair.after.given
    if before.is_own_reply and after.is_own_reply is False:
        changed |= {"reply_source"}
    yield from _claims(pair.after, after, changed)
    if before.version != after.version and pair.changed_fields.isdisjoint(_PLACE):
        yield RecordCaution.PLACED, "version"
    if new := [who for who in after.unknown if who not in before.unknown]:
        yield RecordCaution.UNKNOWN, ", ".join(new)


def _claims(entry: Entry, facts: Facts, fields: set[str]) -> _Found:
    """What some fields of an entry claim that others can know alone, or that weighs on somebody."""
    values = entry.values
    if "bearing" in fields and values.get("bearing") != Bearing.IN_LINE:
        yield RecordCaution.NOT_IN_LINE, values.get("bearing", "")
    if fields & {"reply", "reply_source"} and facts.is_own_reply is False:
        yield RecordCaution.ELSEWHERE, values.get("reply_source", "")
    for field, caution in _VOUCHED_FOR.items():
        if field in fields:
            yield caution, values.get(field, "")


_VOUCHED_FOR = {
    "notified": RecordCaution.NOTIFIED,
    "reply_by_email": RecordCaution.BY_EMAIL,
    "unarchived": RecordCaution.UNARCHIVED,
}


def _of_place(entry: Entry) -> _Found:
    if "listed" in entry.values:
        yield RecordCaution.LISTED, entry.values["listed"]
    elif entry.path == DEEDS:
        yield RecordCaution.STRAIGHT, ""


def _of_names(facts: Facts) -> _Found:
    if facts.unknown:
        yield RecordCaution.UNKNOWN, ", ".join(facts.unknown)
